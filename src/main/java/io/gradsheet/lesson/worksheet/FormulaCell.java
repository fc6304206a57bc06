package io.gradsheet.lesson.worksheet;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Formula;
import java.util.List;

/** Cells with the formulas of a template. */
final class FormulaCell {
    private FormulaCell() {}

    /**
     * A cell.
     *
     * @param row of the table that it stands in, counted from 0
     * @param value what Java obtained; NaN if there is none
     * @param gaps whether the cell is empty where there is none
     */
    static Cell of(Formula formula, int row, double value, Role role, boolean gaps, Canvas canvas) {
        var written = canvas.places().formula(formula, canvas.sheet(), row);
        var text = gaps ? orNothing(written, canvas.places().conditions(formula, canvas.sheet(), row)) : written;
        return new Cell.Computed(text, shown(formula, value), role);
    }

    /** A formula that gives an empty text where it has no value. */
    static String orNothing(String formula, List<String> conditions) {
        var guarded =
                conditions.isEmpty() ? formula : "IF(AND(" + String.join(",", conditions) + ")," + formula + ",\"\")";
        return "IFERROR(" + guarded + ",\"\")";
    }

    private static Value shown(Formula formula, double value) {
        if (Double.isNaN(value)) {
            return Value.of("");
        }
        return formula.isTruth() ? new Value.Truth(value != 0) : Value.of(value);
    }
}
