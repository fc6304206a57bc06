package io.gradsheet.check;

import io.gradsheet.sheet.Address;

/**
 * Something in a workbook that is not as it was made.
 *
 * @param cell where
 * @param kind what happened to the cell
 * @param sentence the same for people
 */
public record Finding(Address cell, Kind kind, String sentence) {
    /** What can happen to a cell. */
    public enum Kind {
        /** A formula was replaced by a value. */
        OVERWRITTEN(true),
        /** A formula, or a number to compare with, was deleted. */
        EMPTIED(true),
        /** A number that was recorded when the workbook was made is another one. */
        FIGURE_CHANGED(true),
        /** A formula is not the one that was written; its values may still agree. */
        FORMULA_CHANGED(false);

        private final boolean damage;

        Kind(boolean damage) {
            this.damage = damage;
        }

        /** Whether the workbook has lost something, whatever its values are. */
        public boolean isDamage() {
            return damage;
        }
    }
}
