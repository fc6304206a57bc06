package io.gradsheet.classroom;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Value;

/**
 * A cell that is left for the learner to fill in.
 *
 * @param place where it is in the workbook as it was made
 * @param symbol what it is called, in markup: {@code z^{2}_{1}}
 * @param answer the formula of the teacher's workbook, and Java's value
 * @param isChoice whether the answer is one of a few, or of those that stand there: then others may be the same
 * @param numbers what its formula reads
 */
public record Blank(Address place, String symbol, Cell.Computed answer, boolean isChoice, PlanNumbers numbers) {
    /** How the answer is worked out: its formula with the numbers put in, to be read. */
    public String working() {
        return numbers.filled(answer.text(), place.sheet());
    }

    /** Java's value. */
    public double value() {
        return ((Value.Figure) answer.value()).number();
    }
}
