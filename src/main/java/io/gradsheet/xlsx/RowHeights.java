package io.gradsheet.xlsx;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/**
 * The heights of a sheet's first rows: as planned, or else as high as their texts need. No spreadsheet program finds the
 * height of a text that runs over merged cells, so it is reckoned here.
 */
final class RowHeights {
    /** The height of a line, for letters of one point. */
    private static final double LINE = 1.28;

    /** An em, for letters of one point, in the characters that widths of columns are counted in. */
    private static final double EM = 4 / 3.0 / 7;

    /** How much wider bold letters are. */
    private static final double BOLD = 1.08;

    private final SheetPlan sheet;
    private final Map<Ref, Feature.Merge> merges = new HashMap<>();

    private RowHeights(SheetPlan sheet) {
        this.sheet = sheet;
        for (var feature : sheet.features()) {
            if (feature instanceof Feature.Merge merge) {
                merges.put(merge.range().first(), merge);
            }
        }
    }

    /** The sheet with its running texts in the lines that they take. */
    static SheetPlan inLines(SheetPlan sheet) {
        var reckoned = new RowHeights(sheet);
        return sheet.withHead(sheet.head().stream().map(reckoned::inLines).toList());
    }

    private Row inLines(Row row) {
        var cells = new ArrayList<Cell>();
        for (var column = 0; column < row.cells().size(); column++) {
            cells.add(
                    row.cells().get(column) instanceof Cell.Label label && label.role() == Role.TEXT
                            ? new Cell.Label(
                                    LineBreaks.broken(label.text(), ems(label, Ref.at(row.index(), column))), Role.TEXT)
                            : row.cells().get(column));
        }
        return new Row(row.index(), cells, row.look());
    }

    /** The heights in points of all rows of the head that are not of the usual height, by index. */
    static Map<Integer, Double> of(SheetPlan sheet) {
        var reckoned = new RowHeights(sheet);
        var heights = new HashMap<Integer, Double>();
        for (var row : sheet.head()) {
            var height = row.look().height() > 0 ? row.look().height() : reckoned.needed(row);
            if (row.look().height() > 0 || height > Geometry.ROW_HEIGHT) {
                heights.put(row.index(), height);
            }
        }
        return heights;
    }

    private double needed(Row row) {
        var most = 0.0;
        for (var column = 0; column < row.cells().size(); column++) {
            if (row.cells().get(column) instanceof Cell.Label label) {
                most = Math.max(most, needed(label, Ref.at(row.index(), column)));
            }
        }
        return Math.ceil(most);
    }

    private double needed(Cell.Label label, Ref place) {
        var merge = merges.get(place);
        if (merge != null && merge.range().rows() > 1) {
            return 0; // Rows that share a text are planned together.
        }
        var look = Looks.of(label);
        var lines = look.wraps()
                ? LineBreaks.lines(label.text(), ems(label, place))
                : label.text().text().lines().count();
        return lines * look.pen().points() * LINE + 2;
    }

    /** The width of a label's cell, in ems of its letters. */
    private double ems(Cell.Label label, Ref place) {
        var pen = Looks.of(label).pen();
        var merge = merges.get(place);
        var columns = merge == null ? 1 : merge.range().columns();
        return width(place.column(), columns) / (EM * pen.points() * (pen.bold() ? BOLD : 1));
    }

    private double width(int first, int columns) {
        var width = 0.0;
        for (var column = first; column < first + columns; column++) {
            width += column < sheet.widths().size() ? sheet.widths().get(column) : Geometry.COLUMN_WIDTH;
        }
        return width;
    }
}
