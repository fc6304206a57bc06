package io.gradsheet.expression;

import io.gradsheet.expression.Node.Variable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A function of two numbers. */
record CallOfTwo(Function function, Node first, Node second) implements Node {
    /** The functions, each under the name that a spreadsheet gives it. */
    enum Function {
        MOD,
        ROUND;

        static Optional<Function> named(String name) {
            return Arrays.stream(values())
                    .filter(function -> function.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    /** Excel gave up MOD at this quotient before 2010; further on LibreOffice does, at 2^48. */
    private static final double LARGEST_QUOTIENT = 0x1p27;

    /** Numbers have no digits further from the point than that. */
    private static final int MOST_PLACES = 15;

    private static final MathContext WRITTEN = new MathContext(Digits.KEPT);

    @Override
    public double value(Point point) {
        var a = first.value(point);
        var b = second.value(point);
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.NaN;
        }
        return switch (function) {
            case MOD -> modulo(a, b);
            case ROUND -> rounded(a, b);
        };
    }

    /** Whether there is no value of numbers only because programs disagree about it. */
    boolean isBesideAJump(Point point) {
        var b = second.value(point);
        return function == Function.ROUND
                ? b == Math.rint(b) && Math.abs(b) <= MOST_PLACES
                : b != 0 && Math.abs(first.value(point) / b) < LARGEST_QUOTIENT;
    }

    /** Why there is no value of numbers. */
    String needs(Point point) {
        if (function == Function.ROUND) {
            return isBesideAJump(point)
                    ? "programs do not agree about a number that near to a half: round it to more places first"
                    : "ROUND needs a whole number of places from -15 to 15";
        }
        if (second.value(point) == 0) {
            return "MOD needs a divisor other than 0";
        }
        return isBesideAJump(point)
                ? "programs do not agree about a number that near to a multiple of the divisor: round it first"
                : "MOD needs a quotient below 134217728";
    }

    /** The remainder with the sign of the divisor. */
    private static double modulo(double a, double b) {
        if (b == 0 || !(Math.abs(a / b) < LARGEST_QUOTIENT)) {
            return Double.NaN;
        }
        var remainder = a % b;
        if (remainder != 0 && (remainder < 0) != (b < 0)) {
            remainder += b;
        }
        var size = Math.max(Math.abs(a), Math.abs(b));
        // Next to a multiple of the divisor it depends on the last digits whether little is left or nearly all.
        return Nearness.isBlurred(a % b, size) || Nearness.isBlurred(Math.abs(a % b) - Math.abs(b), size)
                ? Double.NaN
                : remainder + 0.0;
    }

    /** Half is rounded away from 0, and half is what is written so: 2.675 is rounded to 2.68, though the double is a little less. */
    private static double rounded(double number, double places) {
        if (places != Math.rint(places) || Math.abs(places) > MOST_PLACES) {
            return Double.NaN;
        }
        var scale = (int) places;
        var exact = new BigDecimal(number);
        var isWritten = Digits.kept(number) == number;
        if (!isWritten && isNearHalf(exact, scale)) {
            return Double.NaN;
        }
        var decimal = isWritten ? exact.round(WRITTEN) : exact;
        return decimal.setScale(scale, RoundingMode.HALF_UP).doubleValue();
    }

    private static boolean isNearHalf(BigDecimal exact, int scale) {
        var shifted = exact.movePointRight(scale);
        var half = shifted.setScale(0, RoundingMode.FLOOR).add(new BigDecimal("0.5"));
        var distance = shifted.subtract(half).doubleValue();
        return distance == 0 || Nearness.isBlurred(distance, Math.abs(shifted.doubleValue()));
    }

    @Override
    public List<Node> operands() {
        return List.of(first, second);
    }

    @Override
    public Node withParts(List<? extends Term> parts) {
        return new CallOfTwo(function, (Node) parts.get(0), (Node) parts.get(1));
    }

    @Override
    public Node differentiated(Variable variable) {
        throw Underivable.of(this);
    }
}
