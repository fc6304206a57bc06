package io.gradsheet.classroom.paper;

import io.gradsheet.sheet.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that is put on a page.
 *
 * @param width in squares
 * @param height in squares
 * @param isBracketed whether there are brackets in it, down to its lower side
 */
record Box(int width, int height, boolean isBracketed, Brush brush) {
    /** Nothing. */
    static final Box NOTHING = new Box(0, 0, false, (canvas, row, column) -> {});

    /** The size of usual letters, in points. */
    static final double LETTERS = 10;

    /** The size of the numbers of a matrix, in points. */
    static final double ELEMENTS = 9;

    /** What keeps a number off the bracket behind it. */
    private static final String SPACE = "\u2009";

    /** The height of a line of text, in squares. */
    static final int LINE = 2;

    /** Puts it with its top left corner in a square. */
    @FunctionalInterface
    interface Brush {
        void paint(Canvas canvas, int row, int column);
    }

    /** A short text. */
    static Box text(String markup) {
        var width = Canvas.width(markup, LETTERS);
        return new Box(
                width, LINE, false, (canvas, row, column) -> canvas.text(row, column, LINE, width, markup, Role.TEXT));
    }

    /** Numbers in brackets behind their name. */
    static Box matrix(String name, List<List<String>> numbers) {
        var label = name + " =";
        var labelWidth = Canvas.width(label, LETTERS);
        var cell = numbers.stream()
                .flatMap(List::stream)
                .mapToInt(number -> Canvas.width(number, ELEMENTS))
                .max()
                .orElse(1);
        var across = numbers.get(0).size();
        var height = Math.max(LINE, numbers.size());
        var rows = height / numbers.size();
        return new Box(labelWidth + across * cell + 2, height, true, (canvas, top, left) -> {
            canvas.text(top, left, height, labelWidth, label, Role.TEXT);
            canvas.fill(top, left + labelWidth, height, 1, Role.OPENING);
            for (var row = 0; row < numbers.size(); row++) {
                for (var column = 0; column < across; column++) {
                    if (column < numbers.get(row).size()) {
                        canvas.text(
                                top + row * rows,
                                left + labelWidth + 1 + column * cell,
                                rows,
                                cell,
                                numbers.get(row).get(column) + SPACE,
                                Role.ELEMENT);
                    }
                }
            }
            canvas.fill(top, left + labelWidth + 1 + across * cell, height, 1, Role.CLOSING);
        });
    }

    /** Boxes beside one another, in as many lines as they take. */
    static Box flow(List<Box> boxes, int width) {
        if (boxes.isEmpty()) {
            return NOTHING;
        }
        record Placed(Box box, int row, int column) {}
        var placed = new ArrayList<Placed>();
        var top = 0;
        var left = 0;
        var height = 0;
        var widest = 0;
        for (var box : boxes) {
            if (left > 0 && left + box.width() > width) {
                top += height > LINE ? height + 1 : height;
                left = 0;
                height = 0;
            }
            placed.add(new Placed(box, top, left));
            widest = Math.max(widest, left + box.width());
            left += box.width() + 1;
            height = Math.max(height, box.height());
        }
        return new Box(
                widest,
                top + height,
                boxes.stream().anyMatch(Box::isBracketed),
                (canvas, row, column) ->
                        placed.forEach(one -> one.box().brush().paint(canvas, row + one.row(), column + one.column())));
    }
}
