package io.gradsheet.lesson.worksheet;

import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Range;

/** How many digits of the numbers in a column are shown, as far as that follows from the numbers. */
final class NumberForms {
    /** Digits and decimals of larger numbers do not fit into a column. */
    private static final int LARGE = 100_000;

    /** Asking in every cell about all of them would slow a long column down. */
    private static final int MOST_CELLS = 200;

    private NumberForms() {}

    /** Large numbers take an exponent; where all are whole, none has decimals. */
    static void mark(Range cells, Canvas canvas) {
        var first = cells.first();
        canvas.add(new Feature.Signal(
                cells, "AND(ISNUMBER(" + first + "),ABS(" + first + ")>=" + LARGE + ")", Feature.Tone.LARGE));
        if (cells.rows() * cells.columns() <= MOST_CELLS) {
            var all = cells.fix();
            canvas.add(
                    new Feature.Signal(cells, "SUMPRODUCT(--(" + all + "<>INT(" + all + ")))=0", Feature.Tone.WHOLE));
        }
    }
}
