package io.gradsheet.lesson.frame;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How many digits any two programs share, where runs in Java that differ in rounding alone come apart. Between runs and programs lies a
 * margin: a few runs do not find all that rounding can do.
 */
public final class SharedDigits {
    /** So many times further apart than runs in Java may programs be. Measured: up to 8 times. */
    private static final double MARGIN = 100;

    /** What two programs agree to where rounding does not grow. */
    private static final double USUAL = 1e-9;

    /** An allowance that allows everything, and is a number. */
    private static final double ALL = 1e300;

    private SharedDigits() {}

    /** How far programs may be apart where runs are: a share of a value, or of 1 if that is smaller; 0 for no more than usual. */
    public static double allowance(double apart) {
        return areFew(apart) ? Math.min(ALL, MARGIN * apart) : 0;
    }

    /** Whether programs share fewer digits than usual. */
    public static boolean areFew(double apart) {
        return MARGIN * apart > USUAL;
    }

    private static int digits(double apart) {
        return (int) Math.max(0, Math.floor(-Math.log10(allowance(apart))));
    }

    /**
     * What somebody should know of a computation, if programs come apart in it.
     *
     * @param step what its steps are called, {@code epoch}
     * @param first the number of the first
     * @param apart how far runs are apart in each
     * @param advice what to do
     */
    public static Optional<String> caution(String step, int first, List<Double> apart, String advice) {
        var few = IntStream.range(0, apart.size())
                .filter(i -> areFew(apart.get(i)))
                .boxed()
                .toList();
        if (few.isEmpty()) {
            return Optional.empty();
        }
        var from = few.get(0);
        var worst = few.stream()
                .reduce((a, b) -> digits(apart.get(b)) < digits(apart.get(a)) ? b : a)
                .orElseThrow();
        var fewest = digits(apart.get(worst));
        var more = digits(apart.get(from)) == fewest
                ? ""
                : ", and from " + step + " " + (first + worst) + " on " + (fewest == 0 ? "to none" : "to " + fewest);
        return Optional.of("rounding grows from " + step + " to " + step + ": from " + step + " " + (first + from)
                + " on programs agree to " + words(digits(apart.get(from))) + more + ": " + advice);
    }

    private static String words(int digits) {
        return digits == 0 ? "no digit" : digits == 1 ? "1 digit only" : digits + " digits only";
    }
}
