package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Blank;
import io.gradsheet.classroom.Task;
import io.gradsheet.lesson.frame.Slip;
import io.gradsheet.recalc.FormulaText;
import io.gradsheet.recalc.StoredCell;
import io.gradsheet.sheet.Value;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * An answer, judged.
 *
 * @param found what is in the cell
 * @param followed what is right given the other cells as they are, if that is a number
 * @param slip the mistake that leads to what was found, if one is known that does
 */
public record Answer(
        Task task, Blank blank, StoredCell found, Verdict verdict, OptionalDouble followed, Optional<Slip.Kind> slip) {
    /** A number that a program took for a text: with spaces, or with a comma for the point. */
    private static final Pattern WRITTEN = Pattern.compile("\\s*([-+−]?\\d*[.,]?\\d+(?:[eE][-+]?\\d+)?)\\s*");

    /** The number that was found; empty if it is none. */
    public OptionalDouble number() {
        return number(found.value());
    }

    static OptionalDouble number(Value value) {
        if (value instanceof Value.Figure figure) {
            return OptionalDouble.of(figure.number());
        }
        if (value instanceof Value.Text text) {
            var written = WRITTEN.matcher(text.text());
            if (written.matches()) {
                var number =
                        Double.parseDouble(written.group(1).replace(',', '.').replace('−', '-'));
                return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
            }
        }
        return OptionalDouble.empty();
    }

    /** Whether it is a formula that follows other cells. */
    public boolean isLive() {
        return found.hasFormula() && FormulaText.refersToCells(found.formula());
    }
}
