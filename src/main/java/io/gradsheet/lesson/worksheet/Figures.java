package io.gradsheet.lesson.worksheet;

import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Range;

/** Numbers that four decimals do not suit: those that do not fit into a column need an exponent, whole ones no decimals. */
final class Figures {
    private static final int LEAST_LARGE = 100_000;

    private Figures() {}

    static void mark(Range cells, Canvas canvas) {
        var first = cells.first();
        var size = "ABS(" + first + ")";
        canvas.add(new Feature.Signal(
                cells, "AND(ISNUMBER(" + first + ")," + size + ">=" + LEAST_LARGE + ")", Feature.Tone.LARGE));
        canvas.add(new Feature.Signal(
                cells,
                "AND(ISNUMBER(" + first + ")," + size + "<" + LEAST_LARGE + ",INT(" + first + ")=" + first + ")",
                Feature.Tone.WHOLE));
    }
}
