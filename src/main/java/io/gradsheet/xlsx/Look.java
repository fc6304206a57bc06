package io.gradsheet.xlsx;

/**
 * Everything about the looks of a cell. Colours are six hexadecimal digits, red, green and blue.
 *
 * @param fill {@code ""} for none
 * @param format a number format of the spreadsheet
 */
record Look(Pen pen, String fill, Edge edge, Align align, boolean wraps, String format) {
    static final String GENERAL = "General";
    static final String NO_FILL = "";

    /** Whether what finds no room is drawn smaller, where a number would give way to ### and a text lose its end. */
    boolean shrinks() {
        return !wraps && (edge != Edge.NONE || !format.equals(GENERAL));
    }

    /** How the characters are drawn. */
    record Pen(double points, boolean bold, boolean underlined, String colour) {}

    /** The lines around a cell. */
    enum Edge {
        NONE,
        /** A line so faint that it only parts cells of one hue; none above, where the line of a caption is. */
        FINE,
        /** A thin line all around that says: this cell is a field to fill in. */
        FIELD,
        /** A strong line all around in the colour of a marker: this field waits for an answer. */
        ANSWER,
        /** A thin line below, as under the head of a table. */
        UNDER,
        /** A strong frame. */
        FRAME,
        /** A thin black frame. */
        BOX,
        /** A line below to write on. */
        RULE,
        /** A thin line at the left. */
        BEFORE,
        /** A thin line at the right. */
        BEHIND
    }

    /** Where the content stands in the cell. */
    enum Align {
        /** Texts left and numbers right, in the middle of the height. */
        GENERAL,
        CENTRE,
        RIGHT,
        /** As running text. */
        LEFT
    }
}
