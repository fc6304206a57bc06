package io.gradsheet.calculation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as they are written on paper. */
public final class Numbers {
    /** Decimals that are usual. */
    public static final int DECIMALS = 4;

    /** Zeros behind more decimals than these say nothing. */
    private static final int MOST_FILLED = 8;

    private static final double LEAST_PLAIN = 1e-6;
    private static final double MOST_PLAIN = 1e9;

    private Numbers() {}

    /** A number with so many decimals, or significant digits if it is small; in markup. */
    public static String of(double number, int decimals) {
        var kept = kept(number, decimals);
        if (kept != 0 && (Math.abs(kept) < LEAST_PLAIN || Math.abs(kept) >= MOST_PLAIN)) {
            var exponent = (int) Math.floor(Math.log10(Math.abs(kept)));
            var digits = new BigDecimal(Double.toString(kept)).movePointLeft(exponent);
            return signed(digits.stripTrailingZeros().toPlainString()) + " · 10^{" + signed("" + exponent) + "}";
        }
        var digits = new BigDecimal(Double.toString(kept)).stripTrailingZeros();
        // A number that is rounded shows to how many decimals.
        var isRounded = !isWhole(number, decimals) && digits.scale() < decimals && decimals <= MOST_FILLED;
        return signed((isRounded ? digits.setScale(decimals) : digits).toPlainString());
    }

    private static String signed(String digits) {
        return digits.replace('-', '−');
    }

    /** The number that is written. */
    public static double kept(double number, int decimals) {
        var exact = new BigDecimal(Double.toString(number));
        var rounded = exact.setScale(decimals, RoundingMode.HALF_EVEN);
        var least = Math.pow(10, 1 - decimals);
        return (Math.abs(number) < least ? exact.round(new MathContext(decimals, RoundingMode.HALF_EVEN)) : rounded)
                        .doubleValue()
                + 0.0;
    }

    /** Whether nothing of a number is lost that anybody would miss. */
    public static boolean isWhole(double number, int decimals) {
        return Math.abs(kept(number, decimals) - number) <= 1e-12 * Math.max(1, Math.abs(number));
    }
}
