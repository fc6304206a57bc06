package io.gradsheet.sheet;

/** Cells that a formula reads. */
public sealed interface Reference extends Formula permits Ref, Range, Formula.Elsewhere {
    /** The same as a formula reads it that was filled so many rows down and columns to the right: what is fixed stays. */
    Reference filled(int rows, int columns);

    /** The same cells as a formula of another sheet reads them, {@code Data!$A$1}. */
    default Elsewhere on(String sheet) {
        return new Elsewhere(sheet, this);
    }
}
