package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Blank;
import io.gradsheet.classroom.Task;
import io.gradsheet.lesson.frame.Slip;
import io.gradsheet.recalc.FormulaText;
import io.gradsheet.recalc.StoredCell;
import io.gradsheet.sheet.Value;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An answer, judged.
 *
 * @param found what is in the cell
 * @param followed what is right given the other cells as they are, if that is a number
 * @param slip the mistake that leads to what was found, if one is known that does
 */
public record Answer(
        Task task, Blank blank, StoredCell found, Verdict verdict, OptionalDouble followed, Optional<Slip.Kind> slip) {
    /** The same answer with another verdict. */
    Answer as(Verdict other) {
        return new Answer(task, blank, found, other, followed, slip);
    }

    /** The same as the answer to a task in one of its cells. */
    Answer to(Task asked, Blank cell) {
        return new Answer(asked, cell, found, verdict, followed, slip);
    }

    /** The same, found as something else. */
    Answer with(StoredCell other) {
        return new Answer(task, blank, other, verdict, followed, slip);
    }

    /** The same with another verdict; a mistake is one of wrong answers alone. */
    Answer judged(Verdict other) {
        return new Answer(
                task, blank, found, other, followed, other == Verdict.WRONG ? slip : Optional.<Slip.Kind>empty());
    }

    /** The number that was found; empty if it is none. */
    public OptionalDouble number() {
        return number(found.value());
    }

    static OptionalDouble number(Value value) {
        if (value instanceof Value.Figure figure) {
            return OptionalDouble.of(figure.number());
        }
        return value instanceof Value.Text text ? TypedNumber.of(text.text()) : OptionalDouble.empty();
    }

    /** Whether it is a formula that follows other cells. */
    public boolean isLive() {
        return found.hasFormula() && FormulaText.refersToCells(found.formula());
    }
}
