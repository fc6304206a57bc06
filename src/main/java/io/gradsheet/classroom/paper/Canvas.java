package io.gradsheet.classroom.paper;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.xlsx.LineBreaks;
import java.util.ArrayList;
import java.util.List;

/** A page of squared paper: a sheet whose cells are squares, on which things are put over as many as they take. */
final class Canvas {
    /** Squares across a page. */
    static final int COLUMNS = 46;

    /** Squares down a page. */
    static final int ROWS = 65;

    /** The side of a square, in millimetres. */
    static final double SIDE = 4;

    private static final double POINT = 25.4 / 72;

    /** The width of a column that LibreOffice prints as wide as a square. */
    private static final double COLUMN_WIDTH = 1.3;

    /** What a cell keeps free at its sides, in millimetres. */
    private static final double PADDING = 1.6;

    /** Letters are a little wider in some fonts than in others. */
    private static final double SURE = 1.06;

    private final Grid grid = new Grid();
    private final List<Feature> features = new ArrayList<>();

    /** How much wider bold letters are. */
    private static final double BOLD = 1.08;

    /** How many squares a text is wide on one line. */
    static int width(String markup, double points) {
        var text = measured(markup);
        return (int) Math.ceil((LineBreaks.width(text) * em(text, points) + PADDING) / SIDE);
    }

    /** A text as wide as it is: spaces that hold words together are as wide as others. */
    private static RichText measured(String markup) {
        return RichText.of(markup.replace('\u00a0', ' '));
    }

    private static double em(RichText text, double points) {
        return points * POINT * SURE * (text.runs().stream().anyMatch(RichText.Run::bold) ? BOLD : 1);
    }

    /** How many lines a text takes over so many squares. */
    static int lines(String markup, double points, int columns) {
        var text = measured(markup);
        return (int) LineBreaks.lines(text, (columns * SIDE - PADDING) / em(text, points));
    }

    /** Puts a text over squares. */
    void text(int row, int column, int rows, int columns, String markup, Role role) {
        put(row, column, rows, columns, Cell.label(markup, role));
    }

    /** Puts a text of strangers, in which nothing is markup. */
    void plain(int row, int column, int rows, int columns, String text, Role role) {
        put(row, column, rows, columns, new Cell.Label(RichText.plain(text), role));
    }

    private void put(int row, int column, int rows, int columns, Cell cell) {
        grid.put(row, column, cell);
        if (rows * columns > 1) {
            features.add(new Feature.Merge(Range.of(Ref.at(row, column), rows, columns)));
        }
    }

    /** Puts a line to write on along the lower side of squares. */
    void ruled(int row, int column, int columns) {
        fill(row, column, 1, columns, Role.RULED);
    }

    /** Puts the look of a role on squares. */
    void fill(int row, int column, int rows, int columns, Role role) {
        for (var r = row; r < row + rows; r++) {
            for (var c = column; c < column + columns; c++) {
                grid.put(r, c, Cell.label("", role));
            }
        }
    }

    /** The page; rows that are not given a height are squares. */
    SheetPlan page(int number, int rows) {
        for (var row = 0; row < rows; row++) {
            grid.height(row, SIDE / POINT);
        }
        return SheetPlan.named("Page " + number)
                .widths(COLUMNS, COLUMN_WIDTH)
                .head(grid.rows())
                .page(SheetPlan.Page.portrait().ofColumns(COLUMNS))
                .with(features)
                .build();
    }
}
