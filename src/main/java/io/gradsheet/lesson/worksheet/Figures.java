package io.gradsheet.lesson.worksheet;

import static io.gradsheet.sheet.Function.ABS;
import static io.gradsheet.sheet.Function.AND;
import static io.gradsheet.sheet.Function.INT;
import static io.gradsheet.sheet.Function.ISNUMBER;
import static io.gradsheet.sheet.Function.SUMPRODUCT;

import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Range;

/** Numbers that four decimals do not suit: those that do not fit into a column need an exponent, whole ones no decimals. */
final class Figures {
    private static final int LEAST_LARGE = 100_000;

    /** Asking in every cell about all of them would slow a long column down. */
    private static final int MOST_CELLS = 200;

    private Figures() {}

    static void mark(Range cells, Canvas canvas) {
        var first = cells.first();
        canvas.add(new Feature.Signal(
                cells, AND.of(ISNUMBER.of(first), ABS.of(first).isAtLeast(LEAST_LARGE)), Feature.Tone.LARGE));
        if (cells.rows() * cells.columns() <= MOST_CELLS) {
            var all = cells.fix();
            var broken = SUMPRODUCT.of(all.isNot(INT.of(all)).times(1));
            canvas.add(new Feature.Signal(cells, broken.isEqualTo(0), Feature.Tone.WHOLE));
        }
    }
}
