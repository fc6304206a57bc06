package io.gradsheet.template;

import io.gradsheet.expression.Digits;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as templates and data files write them: decimal, with a point, of which the digits count that a spreadsheet keeps. */
final class NumberText {
    // Possessive, so that a hostile row of digits is tried once.
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:\\d++\\.?\\d*+|\\.\\d++)(?:[eE][-+]?\\d++)?");
    private static final Pattern NOT_FINITE =
            Pattern.compile("[-+]?\\.?(?:nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

    private NumberText() {}

    /** The number that a text is, if it is one; NaN stands for all that are not finite. */
    static OptionalDouble parse(String text) {
        if (NOT_FINITE.matcher(text).matches()) {
            return OptionalDouble.of(Double.NaN);
        }
        if (!DECIMAL.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        var number = Digits.kept(Double.parseDouble(text));
        return OptionalDouble.of(Double.isFinite(number) ? number : Double.NaN);
    }

    /** A number as one would type it: 5, not 5.0. */
    static String shown(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
