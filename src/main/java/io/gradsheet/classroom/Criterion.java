package io.gradsheet.classroom;

import io.gradsheet.sheet.Address;
import io.gradsheet.template.Assignment.Tolerance;
import java.util.List;
import java.util.Optional;

/**
 * When an answer passes for what is expected: within the tolerance of its task, and not where a usual mistake is nearer. What a step leads to
 * is judged by the size of the step, which may be far smaller than the number that it moves.
 *
 * <p>The practice workbook and the marker hold an answer against Java's value, and against what follows from the learner's own numbers, by
 * this one rule.
 *
 * @param tolerance how far an answer may be off
 * @param start where a step begins, for what it leads to
 * @param below how much of that is left below the expected number, from 0 to 1, because of a mistake that leads close to it
 * @param above the same above it
 * @param needs the blanks that must be filled before anything follows from them, in the order in which the formula comes to them
 */
public record Criterion(Tolerance tolerance, Optional<Address> start, double below, double above, List<Address> needs) {
    public Criterion {
        needs = List.copyOf(needs);
    }

    /**
     * How far from the expected number an answer may be, as far as no mistake is near.
     *
     * @param start the number that the step begins with; of no account where there is no step
     */
    double reach(double expected, double start) {
        if (this.start.isEmpty()) {
            return tolerance.absolute() + tolerance.relative() * Math.abs(expected);
        }
        var step = Math.abs(expected - start);
        return Math.min(tolerance.absolute() + tolerance.relative() * step, step / 2);
    }

    /** Whether an answer is close enough to what is expected. */
    public boolean accepts(double found, double expected, double start) {
        var reach = reach(expected, start);
        return found >= expected - below * reach && found <= expected + above * reach;
    }
}
