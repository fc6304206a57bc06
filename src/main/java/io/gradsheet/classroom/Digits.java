package io.gradsheet.classroom;

import io.gradsheet.lesson.frame.Texts;

/**
 * How precisely an answer is to be given, so that rounding alone never makes it wrong.
 *
 * @param decimals behind the point; 0 where whole numbers are asked for
 * @param figures significant ones, where the tolerance of the task is a share of the right value alone; else 0
 */
public record Digits(int decimals, int figures) {
    private static final Digits WHOLE = new Digits(0, 0);
    private static final int USUAL = 4;
    private static final double NEAR = 1e-9;

    /** Those of a task: half a unit of the last digit lies within its tolerance. */
    public static Digits of(Task task) {
        var tolerance = task.tolerance();
        var isWhole = task.blanks().stream()
                .allMatch(blank -> blank.isChoice() || Math.abs(blank.value() - Math.rint(blank.value())) < NEAR);
        if (isWhole || (tolerance.absolute() <= 0 && tolerance.relative() <= 0)) {
            return WHOLE;
        }
        return tolerance.absolute() > 0
                ? new Digits(digits(tolerance.absolute()), 0)
                : new Digits(0, 1 + digits(tolerance.relative()));
    }

    /** Whether it is what a page asks for where a task does not say otherwise. */
    public boolean isUsual() {
        return decimals == USUAL && figures == 0;
    }

    private static int digits(double bound) {
        return Math.max(0, (int) Math.ceil(-Math.log10(2 * bound)));
    }

    /** The words of a task with what is expected added. */
    public String added(String title, Texts texts) {
        if (figures > 0) {
            return texts.get("exercise.figures", title, figures);
        }
        return decimals > 0 ? texts.get("exercise.decimals", title, decimals) : title;
    }
}
