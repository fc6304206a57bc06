package io.gradsheet.sheet;

import java.util.regex.Pattern;

/** A stranger's text within a sentence: on one line, without what would steer a terminal or turn the direction of writing. */
public final class OneLine {
    private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");

    private OneLine() {}

    /** The text with a space for each run of line breaks and of characters that show nothing. */
    public static String of(String text) {
        return UNSHOWN.matcher(text).replaceAll(" ");
    }

    /** The same, cut where it is longer than so many characters. */
    public static String of(String text, int longest) {
        var line = of(text);
        return line.length() <= longest ? line : line.substring(0, longest) + "…";
    }
}
