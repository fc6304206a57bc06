package io.gradsheet.lesson.worksheet;

import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Range;

/** Numbers that need an exponent, because their digits do not fit into a column. */
final class LargeNumbers {
    private static final int LEAST = 100_000;

    private LargeNumbers() {}

    static void mark(Range cells, Canvas canvas) {
        var first = cells.first();
        canvas.add(new Feature.Signal(
                cells, "AND(ISNUMBER(" + first + "),ABS(" + first + ")>=" + LEAST + ")", Feature.Tone.LARGE));
    }
}
