package io.gradsheet.recalc;

import io.gradsheet.sheet.Value;

/**
 * A cell as a file holds it or an engine computed it.
 *
 * @param column counts from 0
 * @param formula without {@code =}, shared formulas written out; empty if the cell has none
 * @param value what the cell shows
 */
public record StoredCell(int column, String formula, Value value) {
    /** Whether the cell has a formula, and not only a value. */
    public boolean hasFormula() {
        return !formula.isEmpty();
    }
}
