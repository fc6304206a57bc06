package io.gradsheet.xlsx;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Role;
import io.gradsheet.xlsx.Look.Align;
import io.gradsheet.xlsx.Look.Edge;
import io.gradsheet.xlsx.Look.Pen;

/**
 * How every cell of every workbook looks: the kind of the cell and its role decide, nothing else does. Quantities that flow
 * forward are in the blue and green family, those that flow backward in the orange one; hues of a family differ in lightness
 * too, and captions in weight, so that print without colour and eyes without red and green lose nothing.
 */
final class Looks {
    private static final Pen PLAIN = new Pen(10, false, false, "000000");
    private static final Pen BOLD = new Pen(10, true, false, "000000");
    private static final Pen MUTED = new Pen(10, false, false, "595959");
    private static final Pen FIELD = new Pen(10, false, false, "0000C0");
    private static final Pen WRITTEN = new Pen(9, false, false, "000000");
    private static final Pen RESULT = new Pen(9, true, false, "000000");
    private static final Pen ELEMENT = new Pen(9, false, false, "000000");
    private static final Pen TINY = new Pen(8, false, false, "404040");

    private static final String PALE_YELLOW = "FFFBDD";
    private static final String WHITE = "FFFFFF";
    private static final String PALE_GREY = "F2F2F2";
    private static final String DECIMALS = "0.0000";
    private static final String RATE = "\"η = \"General";
    private static final String SWITCH = "[=1]\"●\";[=0]\"○\";General";

    private Looks() {}

    /** What a cell is for, apart from its role. */
    enum Kind {
        LABEL,
        /** A number or a formula. */
        RESULT,
        INPUT,
        /** An input that is a word: in the middle, clear of the number beside it. */
        WORD,
        /** An input with more digits than its column has room for: it shows as many as numbers that are computed. */
        LONG_NUMBER
    }

    static Look of(Cell.Label label) {
        return of(Kind.LABEL, label.role());
    }

    static Look of(Kind kind, Role role) {
        return switch (kind) {
            case LABEL -> label(role);
            case RESULT -> result(role);
            case INPUT -> input(role);
            case WORD -> role == Role.INPUT ? field(FIELD, Align.CENTRE, Look.GENERAL) : input(role);
            case LONG_NUMBER -> role == Role.INPUT ? field(FIELD, Align.GENERAL, DECIMALS) : input(role);
        };
    }

    private static Look label(Role role) {
        return switch (role) {
            case TITLE -> text(new Pen(18, true, false, "1F3864"), Align.GENERAL, false);
            case HEADING -> text(new Pen(12, true, false, "1F3864"), Align.GENERAL, false);
            case TEXT -> text(PLAIN, Align.LEFT, true);
            case MAP -> new Look(TINY, Look.NO_FILL, Edge.NONE, Align.GENERAL, false, ";;;");
            case SOURCE, HINT -> text(PLAIN, Align.GENERAL, false);
            case NOTE -> text(new Pen(9, false, false, "595959"), Align.LEFT, true);
            case LINK -> text(new Pen(10, false, true, "0563C1"), Align.GENERAL, false);
            case INDEX, ROUNDS -> text(MUTED, Align.CENTRE, false);
            case FORWARD -> text(new Pen(20, true, false, "1F4E9E"), Align.CENTRE, false);
            case BACKWARD -> text(new Pen(20, true, false, "C55A11"), Align.CENTRE, false);
            case VERDICT -> verdict();
            case PIXEL -> pixel(Look.NO_FILL, TINY);
            case SUMMAND -> written(Align.RIGHT, "\"+ \"0.0000;\"− \"0.0000");
            case FACTOR -> written(Align.LEFT, "\" · \"0.0000;\" · (−\"0.0000\")\"");
            case COMPLEMENT -> written(Align.LEFT, "\" · (1 − \"0.0000\")\";\" · (1 + \"0.0000\")\"");
            case EQUALS -> new Look(RESULT, Look.NO_FILL, Edge.NONE, Align.LEFT, false, "\" = \"0.0000;\" = −\"0.0000");
            case HEAT -> new Look(TINY, PALE_GREY, Edge.FINE, Align.CENTRE, false, "0.000");
            case RULED -> new Look(PLAIN, Look.NO_FILL, Edge.RULE, Align.GENERAL, false, Look.GENERAL);
            case ANSWER_BOX -> new Look(BOLD, Look.NO_FILL, Edge.BOX, Align.CENTRE, false, Look.GENERAL);
            case ELEMENT -> text(ELEMENT, Align.RIGHT, false);
            case OPENING -> new Look(PLAIN, Look.NO_FILL, Edge.BEHIND, Align.GENERAL, false, Look.GENERAL);
            case CLOSING -> new Look(PLAIN, Look.NO_FILL, Edge.BEFORE, Align.GENERAL, false, Look.GENERAL);
            case CAPTION, VALUE, DATA, CHECK, DIFFERENCE, SHARE -> caption("E7E6E6");
            case INPUT, RATE, SWITCH, BLANK -> caption("FFE699");
            case PARAMETER -> caption("D0D0D0");
            case WEIGHTED_INPUT -> caption("BDD7EE");
            case ACTIVATION -> caption("A9DDD3");
            case COST -> caption("D0C3E6");
            case ERROR -> caption("F8CBAD");
            case GRADIENT -> caption("F5BFC4");
            case UPDATE -> caption("DDD3A0");
        };
    }

    private static Look result(Role role) {
        return switch (role) {
            case PARAMETER -> quantity("EDEDED");
            case WEIGHTED_INPUT -> quantity("E3EFF9");
            case ACTIVATION -> quantity("DDF3EF");
            case COST -> quantity("ECE6F5");
            case ERROR -> quantity("FDEADF");
            case GRADIENT -> quantity("FBE6E8");
            case UPDATE -> quantity("F3EED6");
            case DATA -> new Look(PLAIN, WHITE, Edge.FINE, Align.RIGHT, false, Look.GENERAL);
            case VALUE -> quantity(WHITE);
            case CHECK -> figure(WHITE, DECIMALS);
            case DIFFERENCE -> figure(WHITE, "0E+0;-0E+0;0");
            case SHARE -> figure(Look.NO_FILL, "0.0%");
            case INPUT, RATE, BLANK -> input(role);
            case SWITCH -> new Look(PLAIN, WHITE, Edge.FINE, Align.CENTRE, false, SWITCH);
            case TITLE,
                    HEADING,
                    TEXT,
                    NOTE,
                    LINK,
                    CAPTION,
                    INDEX,
                    ROUNDS,
                    VERDICT,
                    PIXEL,
                    HEAT,
                    SUMMAND,
                    FACTOR,
                    COMPLEMENT,
                    EQUALS,
                    MAP,
                    SOURCE,
                    HINT,
                    RULED,
                    ANSWER_BOX,
                    ELEMENT,
                    OPENING,
                    CLOSING,
                    FORWARD,
                    BACKWARD -> label(role);
        };
    }

    private static Look input(Role role) {
        return switch (role) {
            case PIXEL -> pixel(PALE_YELLOW, new Pen(8, false, false, "0000C0"));
            case RATE -> field(FIELD, Align.CENTRE, RATE);
            case BLANK -> new Look(FIELD, PALE_YELLOW, Edge.ANSWER, Align.RIGHT, false, DECIMALS);
            case SWITCH -> field(new Pen(12, true, false, "0000C0"), Align.CENTRE, SWITCH);
            // A result of Java's that formulas follow is nothing that somebody is asked to type.
            case CHECK -> result(role);
            default -> field(FIELD, Align.GENERAL, Look.GENERAL);
        };
    }

    private static Look text(Pen pen, Align align, boolean wraps) {
        return new Look(pen, Look.NO_FILL, Edge.NONE, align, wraps, Look.GENERAL);
    }

    private static Look written(Align align, String format) {
        return new Look(WRITTEN, Look.NO_FILL, Edge.NONE, align, false, format);
    }

    private static Look caption(String fill) {
        return new Look(BOLD, fill, Edge.UNDER, Align.CENTRE, true, Look.GENERAL);
    }

    private static Look quantity(String fill) {
        return figure(fill, DECIMALS);
    }

    private static Look figure(String fill, String format) {
        return new Look(PLAIN, fill, Edge.FINE, Align.RIGHT, false, format);
    }

    private static Look field(Pen pen, Align align, String format) {
        return new Look(pen, PALE_YELLOW, Edge.FIELD, align, false, format);
    }

    private static Look pixel(String fill, Pen pen) {
        return new Look(pen, fill, Edge.FIELD, Align.CENTRE, false, Look.GENERAL);
    }

    private static Look verdict() {
        return new Look(new Pen(12, true, false, "000000"), PALE_GREY, Edge.FRAME, Align.CENTRE, true, Look.GENERAL);
    }
}
