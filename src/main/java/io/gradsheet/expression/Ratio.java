package io.gradsheet.expression;

import io.gradsheet.expression.Node.Constant;
import io.gradsheet.expression.Node.Divide;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A number of a simplified expression: a coefficient or an exponent. A quotient stays a fraction in lowest terms, so that x^2/6 has the
 * derivative x/3 and not 0.3333333333333333*x, and 3/1.5 is 2; one whose terms are unwieldy becomes a single number. Numbers are taken for
 * the decimals that they are written as, so that 1.1 − 1 is 0.1, and have no more digits than a spreadsheet keeps.
 */
record Ratio(double numerator, double denominator) {
    static final Ratio ONE = new Ratio(1, 1);

    /** A fraction of larger terms is harder to read than one number. */
    private static final BigInteger LARGEST_TERM = BigInteger.valueOf(1_000_000_000);

    /** Beyond this many digits a number says less to a reader than the power it is. */
    private static final double MOST_DIGITS = 15;

    static Ratio of(double value) {
        return new Ratio(value, 1);
    }

    private static Ratio of(double numerator, double denominator) {
        if (denominator == 0) {
            throw new ArithmeticException("division by 0");
        }
        if (denominator == 1) {
            return of(numerator);
        }
        var above = BigDecimal.valueOf(numerator);
        var below = BigDecimal.valueOf(denominator);
        var scale = Math.max(0, Math.max(above.scale(), below.scale()));
        var p = above.setScale(scale).unscaledValue();
        var q = below.setScale(scale).unscaledValue();
        var divisor = p.gcd(q).multiply(BigInteger.valueOf(q.signum()));
        p = p.divide(divisor);
        q = q.divide(divisor);
        return p.abs().max(q).compareTo(LARGEST_TERM) <= 0
                ? new Ratio(p.doubleValue(), q.doubleValue())
                : of(inRange(numerator / denominator, numerator == 0));
    }

    boolean isZero() {
        return numerator == 0;
    }

    boolean isOne() {
        return equals(ONE);
    }

    boolean isNegative() {
        return numerator < 0;
    }

    /** Whether this is a whole number that fits an {@code int}. */
    boolean isInt() {
        return denominator == 1 && numerator == (int) numerator;
    }

    Ratio negated() {
        return new Ratio(-numerator, denominator);
    }

    Ratio reciprocal() {
        return of(denominator, numerator);
    }

    Ratio plus(Ratio other) {
        return of(
                sum(product(numerator, other.denominator), product(other.numerator, denominator)),
                product(denominator, other.denominator));
    }

    Ratio times(Ratio other) {
        return of(product(numerator, other.numerator), product(denominator, other.denominator));
    }

    /** Whether {@link #power} gives a number worth writing out. */
    boolean hasPower(int exponent) {
        return !isZero()
                && Math.abs(exponent * Math.log10(Math.abs(numerator))) < MOST_DIGITS
                && Math.abs(exponent * Math.log10(denominator)) < MOST_DIGITS;
    }

    Ratio power(int exponent) {
        var size = Math.abs(exponent);
        var power = of(Digits.kept(Math.pow(numerator, size)), Digits.kept(Math.pow(denominator, size)));
        return exponent < 0 ? power.reciprocal() : power;
    }

    Node node() {
        return denominator == 1
                ? new Constant(numerator)
                : new Divide(new Constant(numerator), new Constant(denominator));
    }

    private static double sum(double a, double b) {
        return inRange(BigDecimal.valueOf(a).add(BigDecimal.valueOf(b)).doubleValue(), true);
    }

    private static double product(double a, double b) {
        return inRange(BigDecimal.valueOf(a).multiply(BigDecimal.valueOf(b)).doubleValue(), a == 0 || b == 0);
    }

    private static double inRange(double value, boolean mayBeZero) {
        if (!Double.isFinite(value) || (value == 0 && !mayBeZero)) {
            throw new ArithmeticException("out of range");
        }
        return Digits.kept(value);
    }
}
