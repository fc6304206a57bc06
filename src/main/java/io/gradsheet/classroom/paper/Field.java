package io.gradsheet.classroom.paper;

import io.gradsheet.sheet.Role;
import java.util.List;

/**
 * Where an answer is worked out and written: the numbers that it alone needs, its name, lines to write on, and a frame for the result.
 * Where there is little to work out, the frame has room for it.
 */
final class Field {
    /** The least room: 12 mm for a frame. */
    static final int LEAST = -1;

    /** How many lines more than it needs a field gets at most, where a page has room. */
    static final int MOST_MORE = 3;

    /** Squares from line to line, 8 mm. */
    private static final int LINE = 2;

    private static final int LINES = 2;
    private static final int FRAME_HEIGHT = 3;
    private static final int FRAME_WIDTH = 7;

    /** A frame in which something is worked out as well. */
    private static final int WIDE_FRAME = 9;

    /** The shortest line that is of use. */
    private static final int LEAST_LINE = 9;

    /** So few numbers are reckoned with in the head, or in a frame. */
    private static final int LITTLE = 3;

    /** Up to so many, half a page's width is enough. */
    private static final int SOME = 6;

    /** More take another line. */
    private static final int MUCH = 30;

    private final Answer answer;
    private final String label;
    private final int labelWidth;
    private final List<Box> own;
    private final int widest;
    private final boolean hasLines;

    Field(Answer answer, List<Box> own) {
        this(answer, own, false);
    }

    private Field(Answer answer, List<Box> own, boolean hasLines) {
        this.answer = answer;
        this.own = own;
        this.hasLines = hasLines;
        this.label = answer.label() + " =";
        this.labelWidth = Canvas.width(label, Box.LETTERS);
        this.widest = own.stream().mapToInt(Box::width).max().orElse(0);
    }

    /** Where the own numbers are. */
    private enum Side {
        /** There are none, or a few: above the name. */
        ABOVE_NAME,
        BEFORE_NAME,
        /** On lines of their own. */
        ABOVE_ALL
    }

    private Side side(int width) {
        var isShort = own.stream().allMatch(box -> box.height() == Box.LINE);
        if (own.isEmpty() || (isShort && own.size() == 1 && isBesideFrame(width))) {
            return Side.ABOVE_NAME;
        }
        if (before(width).width() + labelWidth + FRAME_WIDTH + 2 + LEAST_LINE <= width) {
            return Side.BEFORE_NAME;
        }
        return isShort && own.size() <= 2 && isBesideFrame(width) ? Side.ABOVE_NAME : Side.ABOVE_ALL;
    }

    private boolean isBesideFrame(int width) {
        return widest <= Math.max(width / 3, Math.min(width, Canvas.COLUMNS / 2) - WIDE_FRAME);
    }

    private Box before(int width) {
        return Box.flow(own, Math.max(widest, width / 2));
    }

    private Box ownBox(int width) {
        return switch (side(width)) {
            case ABOVE_NAME -> Box.flow(own, Math.max(widest, labelWidth));
            case BEFORE_NAME -> before(width);
            case ABOVE_ALL -> Box.flow(own, width);
        };
    }

    /** The squares before the lines, or before the frame. */
    private int nameWidth(int width) {
        return side(width) == Side.ABOVE_NAME ? Math.max(labelWidth, widest) : labelWidth;
    }

    private int lineWidth(int width) {
        var before = side(width) == Side.BEFORE_NAME ? ownBox(width).width() + 1 : 0;
        return width - before - nameWidth(width) - FRAME_WIDTH - 1;
    }

    /** Whether the frame is all. */
    boolean isFrameOnly(int width) {
        return !hasLines
                && answer.work() <= LITTLE
                && side(width) == Side.ABOVE_NAME
                && lineWidth(width) < LEAST_LINE * 2
                && nameWidth(width) + WIDE_FRAME <= width;
    }

    boolean canHaveLines(int width) {
        return lineWidth(width) >= LEAST_LINE;
    }

    /** The same field with lines, however little there is to work out. */
    Field withLines() {
        return new Field(answer, own, true);
    }

    /** Whether the field has room in so many squares. */
    boolean fits(int width) {
        return isFrameOnly(width)
                || (answer.work() <= SOME
                        && own.size() <= 1
                        && side(width) == Side.ABOVE_NAME
                        && lineWidth(width) >= LEAST_LINE);
    }

    /** The height with so many lines more than needed. */
    int height(int width, int more) {
        var box = ownBox(width).height();
        var lines = (answer.work() <= MUCH ? LINES : LINES + 1) + Math.max(0, more);
        if (isFrameOnly(width)) {
            return Math.max(own.isEmpty() ? FRAME_HEIGHT + 1 + more : FRAME_HEIGHT + 1 + Math.max(0, more), box + LINE);
        }
        return switch (side(width)) {
            case ABOVE_NAME -> Math.max(lines * LINE, own.isEmpty() ? 0 : even(box + LINE));
            case BEFORE_NAME -> Math.max(lines * LINE, even(box));
            case ABOVE_ALL -> box + lines * LINE;
        };
    }

    private static int even(int height) {
        return (height + 1) / LINE * LINE;
    }

    /** Whether it parts itself from what follows: a frame stands apart from lines above it. */
    boolean isApart(int width) {
        return !isFrameOnly(width) && own.stream().allMatch(box -> box.height() == Box.LINE);
    }

    void paint(Canvas canvas, int top, int left, int width, int height) {
        var side = side(width);
        var box = ownBox(width);
        box.brush().paint(canvas, top, left);
        var first = side == Side.ABOVE_ALL ? top + box.height() : top;
        var rows = top + height - first;
        var start = side == Side.BEFORE_NAME ? left + box.width() + 1 : left;
        var nameTop = side == Side.ABOVE_NAME ? first + box.height() : first;
        var nameHeight = own.isEmpty() && isFrameOnly(width) ? rows : Math.min(LINE, rows);
        canvas.text(nameTop, start, nameHeight, nameWidth(width), label, Role.TEXT);
        var afterName = start + nameWidth(width);
        var end = left + width;
        if (isFrameOnly(width)) {
            canvas.text(first, afterName, rows, end - afterName, "", Role.ANSWER_BOX);
            return;
        }
        for (var row = first + LINE - 1; row < first + rows; row += LINE) {
            canvas.ruled(row, afterName, end - FRAME_WIDTH - 1 - afterName);
        }
        canvas.text(first + rows - FRAME_HEIGHT, end - FRAME_WIDTH, FRAME_HEIGHT, FRAME_WIDTH, "", Role.ANSWER_BOX);
    }
}
