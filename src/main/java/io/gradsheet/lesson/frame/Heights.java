package io.gradsheet.lesson.frame;

/** How tall a row must be for a wrapped text: merged cells do not grow by themselves, and previews do not grow at all. */
public final class Heights {
    private static final double LINE = 13.5;
    private static final double PADDING = 3;
    private static final int FIRST_WIDE = 0x2E80;

    private Heights() {}

    /**
     * The height in points of a text of the usual size.
     *
     * @param text without markup
     * @param width of its cell, in characters
     */
    public static double of(String text, double width) {
        var lines = 0;
        for (var paragraph : text.split("\n", -1)) {
            // Words do not fill their lines: a tenth is left over.
            lines += Math.max(1, (int) Math.ceil(columns(paragraph) * 1.1 / width));
        }
        return lines * LINE + PADDING;
    }

    /** The width of a text in Latin characters; a Chinese one counts two. */
    private static long columns(String text) {
        return text.codePoints().mapToLong(c -> c >= FIRST_WIDE ? 2 : 1).sum();
    }
}
