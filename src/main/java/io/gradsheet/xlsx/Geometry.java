package io.gradsheet.xlsx;

import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Shape.Point;
import io.gradsheet.sheet.SheetPlan;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;

/** Where cells and parts of cells lie on a sheet, in the units of drawings (EMU, 914,400 an inch). */
final class Geometry {
    /** The height of a row that says nothing about it, in points. */
    static final double ROW_HEIGHT = 15;

    /** The width of a column that says nothing about it, in characters. */
    static final double COLUMN_WIDTH = 8.43;

    /** The width of a digit in the standard font at 96 dots an inch, and what a cell adds at its sides. */
    private static final int DIGIT_PIXELS = 7;

    private static final int PADDING_PIXELS = 5;

    private final SheetPlan sheet;
    private final Map<Integer, Double> heights = new HashMap<>();

    /** A sheet whose rows have these heights, in points, by index. */
    Geometry(SheetPlan sheet, Map<Integer, Double> heights) {
        this.sheet = sheet;
        this.heights.putAll(heights);
    }

    /** The width of a column as files state it: in digits, the padding included. */
    static double fileWidth(double characters) {
        return (characters * DIGIT_PIXELS + PADDING_PIXELS) / DIGIT_PIXELS;
    }

    /** The anchor of a box; its top left corner comes first whichever corners are given. */
    XSSFClientAnchor anchor(Point one, Point other) {
        var left = Math.min(one.column(), other.column());
        var right = Math.max(one.column(), other.column());
        var top = Math.min(one.row(), other.row());
        var bottom = Math.max(one.row(), other.row());
        return new XSSFClientAnchor(
                (int) (fraction(left) * width((int) left)),
                (int) (fraction(top) * height((int) top)),
                (int) (fraction(right) * width((int) right)),
                (int) (fraction(bottom) * height((int) bottom)),
                (int) left,
                (int) top,
                (int) right,
                (int) bottom);
    }

    /** The anchor of whole cells. */
    static XSSFClientAnchor anchor(Range frame) {
        var first = frame.first();
        var last = frame.last();
        return new XSSFClientAnchor(0, 0, 0, 0, first.column(), first.row(), last.column() + 1, last.row() + 1);
    }

    /** How far a point is from the left edge of the sheet. */
    long x(Point point) {
        var x = fraction(point.column()) * width((int) point.column());
        for (var column = 0; column < (int) point.column(); column++) {
            x += width(column);
        }
        return Math.round(x);
    }

    /** How far a point is from the top edge of the sheet. */
    long y(Point point) {
        var y = fraction(point.row()) * height((int) point.row());
        for (var row = 0; row < (int) point.row(); row++) {
            y += height(row);
        }
        return Math.round(y);
    }

    private long width(int column) {
        var characters = column < sheet.widths().size() ? sheet.widths().get(column) : COLUMN_WIDTH;
        return Math.round(characters * DIGIT_PIXELS + PADDING_PIXELS) * Units.EMU_PER_PIXEL;
    }

    private double height(int row) {
        return heights.getOrDefault(row, ROW_HEIGHT) * Units.EMU_PER_POINT;
    }

    private static double fraction(double cells) {
        return cells - Math.floor(cells);
    }
}
