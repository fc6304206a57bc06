package io.gradsheet.testing;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;

/** Cells whose formulas are known as texts only, as a learner types them. */
public final class TypedCells {
    private TypedCells() {}

    public static Cell.Computed computed(String formula, Value value, Role role) {
        return new Cell.Computed(Formula.named(formula), value, role);
    }

    public static Cell.Computed computed(String formula, double value, Role role) {
        return computed(formula, Value.of(value), role);
    }
}
