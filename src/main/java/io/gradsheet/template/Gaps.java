package io.gradsheet.template;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * What was done about values that nobody knows.
 *
 * @param leftOut how many rows were left out, since a value was missing
 * @param filled the columns where a mean was put in place of missing numbers
 */
public record Gaps(int leftOut, List<Filled> filled) {
    /** Nothing was missing. */
    public static final Gaps NONE = new Gaps(0, List.of());

    /**
     * A column of inputs where a mean stands for missing numbers.
     *
     * @param input which of the inputs, from 1
     * @param name what complaints and remarks call it
     * @param count how many numbers were missing
     * @param mean that of the known numbers among the samples to learn from
     */
    public record Filled(int input, String name, int count, double mean) {
        private static final MathContext SHOWN = new MathContext(6);

        /** The mean with as many digits as one reads. */
        public String shownMean() {
            return new BigDecimal(mean).round(SHOWN).stripTrailingZeros().toPlainString();
        }
    }

    public Gaps {
        filled = List.copyOf(filled);
    }
}
