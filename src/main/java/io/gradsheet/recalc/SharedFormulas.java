package io.gradsheet.recalc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The formulas of a sheet that are written once and hold for many cells. Those whose cells lie above the row being read are
 * forgotten, so that a long sheet does not gather them.
 */
final class SharedFormulas {
    private static final int FEW = 1 << 10;

    private final Map<String, Master> masters = new HashMap<>();
    private int most = FEW;

    private record Master(FormulaText formula, int row, int column, Area area) {}

    /** The cells for which a formula holds, as the file's {@code ref} says. */
    record Area(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        /** Read from {@code B2:C9} or {@code B2}; empty if it is neither. */
        static Optional<Area> parse(String text) {
            var colon = text.indexOf(':');
            var first = RefText.parse(colon < 0 ? text : text.substring(0, colon));
            var last = colon < 0 ? first : RefText.parse(text.substring(colon + 1));
            return first.flatMap(from -> last.map(to -> new Area(from.row(), from.column(), to.row(), to.column())));
        }

        boolean contains(int row, int column) {
            return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
        }
    }

    void define(String index, String formula, int row, int column, Area area) {
        if (masters.size() >= most) {
            masters.values().removeIf(master -> master.area.lastRow < row);
            most = Math.max(FEW, 2 * masters.size());
        }
        masters.put(index, new Master(FormulaText.parse(formula), row, column, area));
    }

    /** The formula as it reads in a cell; empty if none was defined under that index. */
    Optional<String> at(String index, int row, int column) {
        return Optional.ofNullable(masters.get(index))
                .map(master -> master.formula.shifted(row - master.row, column - master.column));
    }
}
