package io.gradsheet.xlsx;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.RichText.Script;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
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

    /** What the last word that does not fit leaves empty at the end of a line, in ems. */
    private static final double RAGGED = 1.5;

    /** The size of superscripts and subscripts. */
    private static final double SCRIPT = 0.65;

    private static final int CHINESE = 0x2E80;

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
        var points = look.pen().points();
        var em = EM * points * (look.pen().bold() ? BOLD : 1);
        var width = width(place.column(), merge == null ? 1 : merge.range().columns()) / em;
        var lines = look.wraps()
                ? lines(label.text(), width)
                : label.text().text().lines().count();
        return lines * points * LINE + 2;
    }

    private double width(int first, int columns) {
        var width = 0.0;
        for (var column = first; column < first + columns; column++) {
            width += column < sheet.widths().size() ? sheet.widths().get(column) : Geometry.COLUMN_WIDTH;
        }
        return width;
    }

    private static long lines(RichText text, double width) {
        var lines = 0L;
        var ems = 0.0;
        for (var run : text.runs()) {
            var size = run.script() == Script.NORMAL ? 1 : SCRIPT;
            for (var point : run.text().codePoints().toArray()) {
                if (point == '\n') {
                    lines += lines(ems, width);
                    ems = 0;
                } else {
                    ems += ems(point) * size;
                }
            }
        }
        return lines + lines(ems, width);
    }

    private static long lines(double ems, double width) {
        return ems <= width ? 1 : (long) Math.ceil(ems / Math.max(1, width - RAGGED));
    }

    /** How wide a letter is in Arial and its like. */
    private static double ems(int point) {
        if (point >= CHINESE) {
            return 1;
        }
        if (" iljtfrI.,:;'|!()[]".indexOf(point) >= 0) {
            return 0.29;
        }
        return Character.isUpperCase(point) || point == 'm' || point == 'w' ? 0.74 : 0.54;
    }
}
