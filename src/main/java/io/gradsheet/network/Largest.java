package io.gradsheet.network;

/**
 * Which of several numbers is the largest: the first that is as large as any other, where numbers that rounding alone may have parted
 * are equal. Programs round the last digits of a sum each in its own way; a plain comparison would have them name different places.
 */
final class Largest {
    /** So far apart are numbers still equal, as a share of the larger, or of 1 if that is smaller. */
    private static final double MARGIN = 1e-9;

    private Largest() {}

    /** The place, from 1, of the largest of {@code width} numbers, the first of which is at {@code from}. */
    static int of(double[] numbers, int from, int width) {
        var largest = Activation.largest(numbers, from, width);
        for (var j = 0; j < width; j++) {
            if (reaches(numbers[from + j], largest)) {
                return j + 1;
            }
        }
        // No comparison holds for what is not a number.
        return 1;
    }

    /** Whether a number is as large as another one, but for rounding. */
    static boolean reaches(double number, double other) {
        return number >= other - MARGIN * Math.max(1, Math.abs(other));
    }
}
