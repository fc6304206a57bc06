package io.gradsheet.template;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * How the numbers of a column are written: with a decimal point or a decimal comma, and with or without signs between thousands. A
 * single {@code 1,234} may be either; what the column's other numbers leave no doubt about decides.
 */
final class Numerals {
    private static final String SIGN = "[-+]?";
    private static final String THOUSANDS = "[1-9]\\d{0,2}";
    private static final String EXPONENT = "(?:[eE][-+]?\\d++)?";

    private static final Pattern DECIMAL_COMMA = Pattern.compile(SIGN + "\\d*+,\\d++" + EXPONENT);
    private static final Pattern COMMAS = Pattern.compile(SIGN + THOUSANDS + "(?:,\\d{3})++(?:\\.\\d*+)?");
    private static final Pattern POINTS = Pattern.compile(SIGN + THOUSANDS + "(?:\\.\\d{3})++(?:,\\d*+)?");
    private static final Pattern OTHERS =
            Pattern.compile(SIGN + THOUSANDS + "(?:['\u2019 \u00a0\u202f]\\d{3})++(?:[.,]\\d*+)?");

    private static final Pattern ONE_COMMA = Pattern.compile(SIGN + THOUSANDS + ",\\d{3}");
    private static final Pattern ONE_POINT = Pattern.compile(SIGN + THOUSANDS + "\\.\\d{3}");

    private final boolean commasAreUsual;
    private final Optional<Character> said;
    private boolean hasDecimalComma;
    private boolean hasDecimalPoint;
    private boolean hasCommas;
    private boolean hasPoints;
    private boolean hasOneComma;

    /**
     * Numbers of which none is known yet.
     *
     * @param commasAreUsual whether {@code 1,234} is taken for a decimal number where nothing speaks against it
     * @param said the sign before decimals, where somebody says it
     */
    Numerals(boolean commasAreUsual, Optional<Character> said) {
        this.commasAreUsual = commasAreUsual;
        this.said = said;
    }

    /** Learns from one of the column's texts. */
    void note(String text) {
        if (text.indexOf(',') >= 0) {
            if (ONE_COMMA.matcher(text).matches()) {
                hasOneComma = true;
            } else if (COMMAS.matcher(text).matches()) {
                hasCommas = true;
            } else if (POINTS.matcher(text).matches()) {
                hasPoints = true;
                hasDecimalComma = true;
            } else {
                hasDecimalComma |= DECIMAL_COMMA.matcher(text).matches();
            }
        } else {
            var point = text.lastIndexOf('.');
            if (point >= 0 && text.indexOf('.') < point) {
                hasPoints |= POINTS.matcher(text).matches();
            } else if (point >= 0 && !hasDecimalPoint) {
                hasDecimalPoint = !ONE_POINT.matcher(text).matches()
                        && NumberText.parse(text).isPresent();
            }
        }
    }

    /** Whether each number is read alike wherever it stands. */
    boolean arePlain() {
        return said.isEmpty() && !hasCommas && !hasPoints && !hasOneComma && (!hasDecimalComma || commasAreUsual);
    }

    /** The number that a text is, if it is one; NaN stands for all that are not finite. */
    OptionalDouble parse(String text) {
        if (isDoubtful(text)) {
            return OptionalDouble.empty();
        }
        if (text.indexOf(',') < 0 && !(ONE_POINT.matcher(text).matches() && pointsAreThousands())) {
            var plain = NumberText.parse(text);
            return plain.isPresent() ? plain : grouped(text);
        }
        if (DECIMAL_COMMA.matcher(text).matches() && (!ONE_COMMA.matcher(text).matches() || !commasAreThousands())) {
            return said.filter(sign -> sign == '.').isPresent()
                    ? OptionalDouble.empty()
                    : NumberText.parse(text.replace(',', '.'));
        }
        return grouped(text);
    }

    private OptionalDouble grouped(String text) {
        if (COMMAS.matcher(text).matches() && said.filter(sign -> sign == ',').isEmpty()) {
            return NumberText.parse(text.replace(",", ""));
        }
        if (POINTS.matcher(text).matches() && said.filter(sign -> sign == '.').isEmpty()) {
            return NumberText.parse(text.replace(".", "").replace(',', '.'));
        }
        return OTHERS.matcher(text).matches()
                ? NumberText.parse(text.replaceAll("['\u2019 \u00a0\u202f]", "").replace(',', '.'))
                : OptionalDouble.empty();
    }

    /** Whether a text is a number that may be another, and nothing in the column tells. */
    boolean isDoubtful(String text) {
        if (said.isPresent()) {
            return false;
        }
        return (ONE_COMMA.matcher(text).matches() && hasDecimalComma && (hasCommas || hasDecimalPoint))
                || (ONE_POINT.matcher(text).matches()
                        && hasDecimalComma != hasPoints
                        && (hasDecimalComma || hasDecimalPoint));
    }

    private boolean commasAreThousands() {
        return said.map(sign -> sign == '.')
                .orElse(hasCommas || (!hasDecimalComma && (hasDecimalPoint || !commasAreUsual)));
    }

    private boolean pointsAreThousands() {
        return said.map(sign -> sign == ',').orElse(hasPoints);
    }
}
