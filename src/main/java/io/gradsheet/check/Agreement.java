package io.gradsheet.check;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Value;

/** When a value of a sheet and one of Java agree. */
public final class Agreement {
    /** The tolerance that is used unless another is asked for. */
    public static final double USUAL_TOLERANCE = 1e-9;

    private Agreement() {}

    /** Whether a computed cell agrees: as {@link #agree(Value, Value, double)}, or as far as rounding allows there. */
    public static boolean agree(Cell.Computed java, Value sheet, double tolerance) {
        return agree(java.value(), sheet, Math.max(tolerance, java.allowance()))
                || (java.allowance() >= 1 && java.value() instanceof Value.Text && sheet instanceof Value.Text);
    }

    /**
     * Whether |sheet − java| ≤ tolerance · max(1, |java|); texts must be equal, and an empty text is as good as an empty cell. So must
     * an error be that is foreseen, as {@code #N/A} is for a gap in a chart.
     */
    static boolean agree(Value java, Value sheet, double tolerance) {
        if (java instanceof Value.Figure j && sheet instanceof Value.Figure s) {
            return Math.abs(s.number() - j.number()) <= tolerance * Math.max(1, Math.abs(j.number()));
        }
        if (java instanceof Value.Failure) {
            return sheet.equals(java);
        }
        // Some programs store no value for a formula that gives "".
        return java instanceof Value.Text text
                && (sheet.equals(text) || (text.text().isEmpty() && sheet instanceof Value.Nothing));
    }

    /** How far apart two numbers are, in the measure that {@link #agree} holds against the tolerance. */
    static double distance(double java, double sheet) {
        return Math.abs(sheet - java) / Math.max(1, Math.abs(java));
    }
}
