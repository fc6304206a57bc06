package io.gradsheet.classroom.marking;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number that somebody typed and a program took for a text: with a decimal comma, thousands, another minus, in per cent, in full-width
 * digits, with spaces of any kind, or with {@code ca.} before it.
 */
final class TypedNumber {
    private static final int LONGEST = 60;

    /** Also {@code 5·10^-3}. */
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:(?:ca\\.?|circa|approx\\.?|about|etwa|rund|约|大约|[≈~=])\\s*)?" // about
                    + "([-+]?)\\s*"
                    + "([\\d.,' ]*\\d[.,]?)"
                    + "(?:[eE]\\s*([-+]?\\d{1,3})|\\s*[·*×x]\\s*10\\s*\\^\\s*\\(?([-+]?\\d{1,3})\\)?)?"
                    + "\\s*(%?)");

    /** Thousands, parted by one sign throughout. */
    private static final String GROUPED = "\\d{1,3}(?:(?<part>[.,' ])\\d{3})(?:\\k<part>\\d{3})*";

    private static final Pattern WITH_THOUSANDS = Pattern.compile(GROUPED + "(?:(?!\\k<part>)[.,](?<rest>\\d*))?");
    private static final Pattern PLAIN = Pattern.compile("\\d*[.,]?\\d+|\\d+[.,]");

    private TypedNumber() {}

    /** The number that a text stands for; empty if it is none. */
    static OptionalDouble of(String text) {
        if (text.length() > LONGEST) {
            return OptionalDouble.empty();
        }
        var written = WRITTEN.matcher(plain(text).strip());
        if (!written.matches()) {
            return OptionalDouble.empty();
        }
        var digits = digits(written.group(2).strip());
        if (digits.isEmpty()) {
            return OptionalDouble.empty();
        }
        var number = Double.parseDouble(written.group(1) + digits + exponent(written));
        var value = written.group(5).isEmpty() ? number : number / 100;
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static String exponent(Matcher written) {
        var exponent = written.group(3) == null ? written.group(4) : written.group(3);
        return exponent == null ? "" : "e" + exponent;
    }

    /**
     * Digits with a point alone; empty if they are no number. One comma or point parts the decimals: a program for which it parts thousands
     * has made a number of the text.
     */
    private static String digits(String written) {
        if (PLAIN.matcher(written).matches()) {
            return written.replace(',', '.');
        }
        var grouped = WITH_THOUSANDS.matcher(written);
        if (!grouped.matches()) {
            return "";
        }
        var rest = grouped.group("rest");
        var whole = rest == null ? written : written.substring(0, written.length() - rest.length() - 1);
        return whole.replaceAll("\\D", "") + (rest == null || rest.isEmpty() ? "" : "." + rest);
    }

    /** The same in the signs of ASCII. */
    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> plain.append(plain(sign)));
        return plain.toString();
    }

    private static char plain(int sign) {
        if (Character.isDigit(sign)) {
            return Character.forDigit(Character.digit(sign, 10), 10);
        }
        if (Character.isWhitespace(sign) || Character.isSpaceChar(sign)) {
            return ' ';
        }
        return switch (sign) {
            case '−', '–', '‐', '‑', '﹣', '－' -> '-';
            case '＋' -> '+';
            case '．', '٫', '。' -> '.';
            case '，', '、' -> ',';
            case '’', '＇', '٬' -> '\'';
            case '％', '٪' -> '%';
            case '＝' -> '=';
            case '～' -> '~';
            default -> Character.isBmpCodePoint(sign) ? (char) sign : '?';
        };
    }
}
