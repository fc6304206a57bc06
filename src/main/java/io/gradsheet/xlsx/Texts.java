package io.gradsheet.xlsx;

import java.util.regex.Pattern;

/**
 * Texts as the file format can hold them. A text may come from a stranger's data: nothing in it may break the file, and no
 * spreadsheet program may take it for a formula.
 */
final class Texts {
    /** The most characters in a cell. */
    private static final int MAX_CELL = 32_767;

    /** The most characters in a footer are 255, page numbers and codes included; Excel opens no file with more. */
    private static final int MAX_FOOTER = 230;

    /** What the format reads as one escaped character, though the author meant seven. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private Texts() {}

    /** The text of a cell or of a part of it. */
    static String cell(String text) {
        return escape(clean(cut(text, MAX_CELL)));
    }

    /** A text as it stands between two tags. */
    static String xml(String text) {
        // Most formulas, of which there may be millions, have none of these.
        if (text.indexOf('&') < 0 && text.indexOf('<') < 0 && text.indexOf('>') < 0) {
            return text;
        }
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The text of something that is not a cell and cannot escape characters: a title, a shape. */
    static String plain(String text) {
        return clean(text);
    }

    /** A plain text of at most {@code most} characters. */
    static String plain(String text, int most) {
        return clean(cut(text, most));
    }

    /** A text for a footer, where an ampersand begins a code. */
    static String footer(String text) {
        var footer = cut(clean(text).replace("&", "&&"), MAX_FOOTER);
        var ampersands = footer.length() - footer.replaceFirst("&+$", "").length();
        return ampersands % 2 == 0 ? footer : footer.substring(0, footer.length() - 1);
    }

    /** Whether a person typing this text would get a formula. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@＝＋－＠\t\r".indexOf(text.charAt(0)) >= 0;
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private static String escape(String text) {
        return text.contains("_x") ? ESCAPE.matcher(text).replaceAll("_x005F_") : text;
    }

    /** Control characters and halves of characters, which XML cannot hold, become replacement characters. */
    private static String clean(String text) {
        if (text.chars().allMatch(unit -> unit >= ' ' && unit < Character.MIN_SURROGATE)) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .map(point -> isXml(point) ? point : 0xFFFD)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isXml(int point) {
        return point == '\n'
                || point == '\t'
                || (point >= ' ' && point < Character.MIN_SURROGATE)
                || (point > Character.MAX_SURROGATE && point < 0xFFFE)
                || point > 0xFFFF;
    }
}
