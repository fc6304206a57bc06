package io.gradsheet.template;

import io.gradsheet.expression.Operand;

/** The sizes of the cells that a formula reads. */
final class Readings {
    private Readings() {}

    static int rows(WorksheetFormula.Reading reading) {
        return reading.operand() instanceof Operand.Block block ? block.rows() : 1;
    }

    static int columns(WorksheetFormula.Reading reading) {
        return reading.operand() instanceof Operand.Block block ? block.columns() : 1;
    }
}
