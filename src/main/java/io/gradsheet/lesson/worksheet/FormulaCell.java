package io.gradsheet.lesson.worksheet;

import static io.gradsheet.sheet.Formula.quoted;
import static io.gradsheet.sheet.Function.AND;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.IFERROR;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.WorksheetFormula;
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
    static Cell of(WorksheetFormula formula, int row, double value, Role role, boolean gaps, Canvas canvas) {
        var written = canvas.places().formula(formula, canvas.sheet(), row);
        var guarded = gaps ? orNothing(written, canvas.places().conditions(formula, canvas.sheet(), row)) : written;
        return new Cell.Computed(guarded, shown(formula, value), role);
    }

    /** A formula that gives an empty text where it has no value. */
    static Formula orNothing(Formula formula, List<Formula> conditions) {
        var nothing = quoted("");
        var guarded = conditions.isEmpty() ? formula : IF.of(AND.of(conditions), formula, nothing);
        return IFERROR.of(guarded, nothing);
    }

    private static Value shown(WorksheetFormula formula, double value) {
        if (Double.isNaN(value)) {
            return Value.of("");
        }
        return formula.isTruth() ? new Value.Truth(value != 0) : Value.of(value);
    }
}
