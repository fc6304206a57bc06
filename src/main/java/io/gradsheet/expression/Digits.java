package io.gradsheet.expression;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Numbers as a spreadsheet keeps them. A program may save no more than 15 significant digits, and Excel takes in no more: a
 * number with more of them would be another one once the workbook has been saved.
 */
public final class Digits {
    /** How many significant digits of a number every spreadsheet program keeps. */
    public static final int KEPT = 15;

    /** What {@link #isInRange} asks for, to follow "must be". */
    public static final String RANGE = "0, or from 1E-100 to 1E+100 in size";

    private static final double LARGEST_WHOLE = 1e15;
    private static final MathContext CONTEXT = new MathContext(KEPT);

    private static final double LARGEST = 1e100;
    private static final double SMALLEST = 1e-100;

    private Digits() {}

    /**
     * Whether every spreadsheet program can calculate with an input: its square, and products with others, neither leave the range of a
     * double nor vanish.
     */
    public static boolean isInRange(double number) {
        return number == 0 || (Math.abs(number) >= SMALLEST && Math.abs(number) <= LARGEST);
    }

    /** The number of at most 15 significant digits that is nearest; not finite ones are returned as they are. */
    public static double kept(double number) {
        var whole = number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE;
        return whole || !Double.isFinite(number)
                ? number
                : new BigDecimal(number).round(CONTEXT).doubleValue();
    }
}
