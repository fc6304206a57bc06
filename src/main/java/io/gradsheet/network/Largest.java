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
        return number >= least(other);
    }

    /** The least number that is as large as another one. */
    static double least(double other) {
        return other - MARGIN * Math.max(1, Math.abs(other));
    }

    /** By how much a number may change before it is decided otherwise whether it is as large as another one. */
    static double lead(double number, double other) {
        return Math.abs(number - least(other));
    }

    /** By how much any of {@code width} numbers may change before another one may be named. */
    static double lead(double[] numbers, int from, int width) {
        var place = from;
        for (var j = from + 1; j < from + width; j++) {
            place = numbers[j] > numbers[place] ? j : place;
        }
        var lead = Double.POSITIVE_INFINITY;
        for (var j = from; j < from + width; j++) {
            lead = j == place ? lead : Math.min(lead, lead(numbers[j], numbers[place]));
        }
        return lead;
    }
}
