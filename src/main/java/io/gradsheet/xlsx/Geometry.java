package io.gradsheet.xlsx;

import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.SheetPlan;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
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

    /** The anchor of a box between two places on the sheet, the top left one first. */
    XSSFClientAnchor anchor(long left, long top, long right, long bottom) {
        var anchor = new XSSFClientAnchor();
        place(left, this::width, anchor::setCol1, anchor::setDx1);
        place(top, this::height, anchor::setRow1, anchor::setDy1);
        place(right, this::width, anchor::setCol2, anchor::setDx2);
        place(bottom, this::height, anchor::setRow2, anchor::setDy2);
        return anchor;
    }

    /** Finds the column or row that a place lies in, and how far inside. */
    private static void place(long place, IntToLongFunction size, IntConsumer index, IntConsumer rest) {
        var at = 0;
        var left = place;
        while (left >= size.applyAsLong(at)) {
            left -= size.applyAsLong(at);
            at++;
        }
        index.accept(at);
        rest.accept((int) left);
    }

    /** The anchor of whole cells. */
    static XSSFClientAnchor anchor(Range frame) {
        var first = frame.first();
        var last = frame.last();
        return new XSSFClientAnchor(0, 0, 0, 0, first.column(), first.row(), last.column() + 1, last.row() + 1);
    }

    /** How far a cell is from the left edge of the sheet. */
    long left(Ref cell) {
        return IntStream.range(0, cell.column()).mapToLong(this::width).sum();
    }

    /** How far a cell is from the top edge of the sheet. */
    long top(Ref cell) {
        return IntStream.range(0, cell.row()).mapToLong(this::height).sum();
    }

    /** The width of a column. */
    long width(int column) {
        var characters = column < sheet.widths().size() ? sheet.widths().get(column) : COLUMN_WIDTH;
        return Math.round(characters * DIGIT_PIXELS + PADDING_PIXELS) * Units.EMU_PER_PIXEL;
    }

    private long height(int row) {
        return Math.round(heights.getOrDefault(row, ROW_HEIGHT) * Units.EMU_PER_POINT);
    }
}
