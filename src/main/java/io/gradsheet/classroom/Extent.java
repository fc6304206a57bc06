package io.gradsheet.classroom;

import io.gradsheet.sheet.Chart;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.Shape;
import io.gradsheet.sheet.Shape.Point;
import io.gradsheet.sheet.SheetPlan;
import java.util.stream.Collectors;

/** How many rows and columns of a sheet have something in them or before them, charts and drawings too. */
record Extent(int rows, int columns) {
    private static final double USUAL_WIDTH = 8.43;
    private static final double USUAL_HEIGHT = 15;

    /** In points: a character of a column's width, and what the column has beside its characters. */
    private static final double CHARACTER = 5.25;

    private static final double PADDING = 3.75;

    static Extent of(SheetPlan sheet) {
        var cells = new Extent((int) sheet.rows(), (int)
                Math.max(sheet.columns(), sheet.widths().size()));
        return sheet.features().stream().map(feature -> of(sheet, feature)).reduce(cells, Extent::joined);
    }

    private static Extent of(SheetPlan sheet, Feature feature) {
        if (feature instanceof Chart chart) {
            return of(chart.frame());
        } else if (feature instanceof Feature.Merge merge) {
            return of(merge.range());
        } else if (feature instanceof Feature.Drawing drawing) {
            return of(sheet, drawing);
        }
        return new Extent(0, 0);
    }

    private static Extent of(Range range) {
        return new Extent(range.last().row() + 1, range.last().column() + 1);
    }

    private static Extent of(SheetPlan sheet, Feature.Drawing drawing) {
        var heights = sheet.head().stream()
                .filter(row -> row.look().height() > 0)
                .collect(Collectors.toMap(Row::index, row -> row.look().height()));
        var corner = drawing.shapes().stream()
                .map(Extent::corner)
                .reduce(new Point(0, 0), (a, b) -> new Point(Math.max(a.x(), b.x()), Math.max(a.y(), b.y())));
        var column = drawing.origin().column();
        for (var left = corner.x(); left > 0; column++) {
            var width = column < sheet.widths().size() ? sheet.widths().get(column) : USUAL_WIDTH;
            left -= CHARACTER * width + PADDING;
        }
        var row = drawing.origin().row();
        for (var left = corner.y(); left > 0; row++) {
            left -= heights.getOrDefault(row, USUAL_HEIGHT);
        }
        return new Extent(row, column);
    }

    private static Point corner(Shape shape) {
        if (shape instanceof Shape.Node node) {
            return node.bottomRight();
        } else if (shape instanceof Shape.Caption caption) {
            return caption.bottomRight();
        }
        var line = (Shape.Line) shape;
        return new Point(
                Math.max(line.from().x(), line.to().x()),
                Math.max(line.from().y(), line.to().y()));
    }

    private Extent joined(Extent other) {
        return new Extent(Math.max(rows, other.rows), Math.max(columns, other.columns));
    }
}
