package io.gradsheet.classroom.roster;

import java.util.regex.Pattern;

/**
 * Texts in tables that a spreadsheet program may open. What such a program would take for a formula gets an apostrophe before it; read
 * again, it is the text that it was.
 */
public final class GuardedText {
    /** Full-width signs too: programs that are set to Chinese or Japanese take them for the narrow ones. */
    private static final String SIGNS = "=+\\-@＝＋－＠";

    private static final Pattern FORMULA =
            Pattern.compile("[\\s\\p{Cc}\\p{Cf}\\p{Z}]*[" + SIGNS + "].*", Pattern.DOTALL);

    /** A sign and a word or number, which do nothing whatever takes them for a formula. */
    private static final Pattern HARMLESS = Pattern.compile("[+\\-@＋－＠][\\p{L}\\p{N}._@-]*");

    /** How Excel and Canvas keep a text from being taken for a number or a formula. */
    private static final Pattern QUOTED = Pattern.compile("=\"(.*)\"", Pattern.DOTALL);

    private static final Pattern APOSTROPHE =
            Pattern.compile("'(?=[\\p{Z}\\p{Cf}\\p{Cc}\\s]*[" + SIGNS + "]|[\\t\\r\\n])");

    private GuardedText() {}

    /** A text that no program takes for a formula. */
    public static String of(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /**
     * A value by which a platform knows somebody: as it is, since it would know nobody by another, unless a program that took it for a
     * formula would do more than show another number or an error.
     */
    public static String key(String text) {
        return HARMLESS.matcher(text).matches() ? text : of(text);
    }

    private static boolean isFormula(String text) {
        return FORMULA.matcher(text).matches() || (!text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0);
    }

    /** The text that was guarded, by us or by a program that writes {@code ="0012345"}. */
    static String read(String cell) {
        var quoted = QUOTED.matcher(cell);
        if (quoted.matches() && quoted.group(1).replace("\"\"", "").indexOf('"') < 0) {
            return quoted.group(1).replace("\"\"", "\"");
        }
        return APOSTROPHE.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
