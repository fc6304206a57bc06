package io.gradsheet.classroom.paper;

import io.gradsheet.classroom.Digits;
import io.gradsheet.classroom.Task;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Role;
import java.util.List;

/** A task on a page: what is asked for and its points, the givens of several answers, and a field for each answer. */
final class TaskBox {
    /** Squares for the points. */
    private static final int POINTS = 8;

    private static final int NUMBER = 2;
    private static final int TITLE = Canvas.COLUMNS - POINTS - NUMBER;

    /** The size of a remark, in points. */
    private static final double REMARK = 9;

    /** The height of a line of running text, in squares. */
    private static final double LINE = 1.1;

    private final Task task;
    private final String title;
    private final String points;
    private final String rule;
    private final Box givens;
    private final List<Field> fields;
    private final int across;

    TaskBox(Task task, Texts texts, boolean rules, List<Box> givens, List<Field> fields) {
        this.task = task;
        var digits = Digits.of(task);
        var asked = task.formula() ? texts.get("exercise.formula", task.title()) : task.title();
        this.title = "**" + together(digits.isUsual() ? asked : digits.added(asked, texts)) + "**";
        this.points = "**" + Head.reached(texts, task.points()) + "**";
        this.rule = rules ? task.words() : "";
        this.givens = Box.flow(givens, Canvas.COLUMNS - NUMBER);
        this.across = across(fields);
        this.fields = alike(fields, width(across));
    }

    /** A title that breaks neither within a product nor before the number of an epoch, which would stand alone. */
    static String together(String title) {
        return title.replace(" · ", "\u00a0·\u00a0").replaceAll(" (\\d+)(?=$| \\()", "\u00a0$1");
    }

    /** How high a running text is, in squares. */
    static int height(String text, double points, int columns) {
        return Math.max(1, (int) Math.ceil(Canvas.lines(text, points, columns) * LINE * points / Box.LETTERS));
    }

    /** As many fields side by side as have room. */
    private static int across(List<Field> fields) {
        var most = fields.size() % 3 == 0 ? 3 : fields.size() > 1 ? 2 : 1;
        for (var count = most; count > 1; count--) {
            var width = width(count);
            if (fields.stream().allMatch(field -> field.fits(width))) {
                return count;
            }
        }
        return 1;
    }

    /** Fields of a task look alike: where one has lines, all have. */
    private static List<Field> alike(List<Field> fields, int width) {
        return fields.stream().allMatch(field -> field.isFrameOnly(width))
                        || fields.stream().anyMatch(field -> !field.canHaveLines(width))
                ? fields
                : fields.stream().map(Field::withLines).toList();
    }

    private static int width(int across) {
        return (Canvas.COLUMNS - NUMBER - (across - 1)) / across;
    }

    private int headHeight() {
        return titleHeight()
                + (rule.isEmpty() || isRuleBehind() ? 0 : height(rule, REMARK, TITLE))
                + givens.height()
                + (areGivensApart() ? 1 : 0);
    }

    /** A frame keeps off the brackets above it. */
    private boolean areGivensApart() {
        return givens.height() > Box.LINE
                || (givens.isBracketed() && fields.stream().anyMatch(field -> field.isFrameOnly(width(across))));
    }

    private int titleHeight() {
        return height(title, Box.LETTERS, TITLE);
    }

    /** Whether the rule has room on the line of the title. */
    private boolean isRuleBehind() {
        return Canvas.width(title, Box.LETTERS) + Canvas.width(rule, REMARK) + 1 <= TITLE;
    }

    /** The height if every field has so many lines more than it needs. */
    int height(int more) {
        var height = headHeight() + 1;
        for (var i = 0; i < fields.size(); i += across) {
            height += rowHeight(i, more);
        }
        return height;
    }

    private int rowHeight(int first, int more) {
        return fields.subList(first, Math.min(fields.size(), first + across)).stream()
                        .mapToInt(field -> field.height(width(across), more))
                        .max()
                        .orElseThrow()
                + gap(first);
    }

    private int gap(int first) {
        var last = Math.min(fields.size(), first + across);
        var isApart = fields.subList(first, last).stream().allMatch(field -> field.isApart(width(across)));
        return last < fields.size() && !isApart ? 1 : 0;
    }

    void paint(Canvas canvas, int top, int more) {
        var titleHeight = titleHeight();
        canvas.text(top, 0, titleHeight, NUMBER, "**" + task.number() + "**", Role.TEXT);
        var titleWidth = rule.isEmpty() || !isRuleBehind() ? TITLE : Canvas.width(title, Box.LETTERS);
        canvas.text(top, NUMBER, titleHeight, titleWidth, title, Role.TEXT);
        canvas.text(top, NUMBER + TITLE, titleHeight, POINTS, points, Role.ELEMENT);
        var row = top + titleHeight;
        if (titleWidth < TITLE) {
            canvas.text(top, NUMBER + titleWidth + 1, titleHeight, TITLE - titleWidth - 1, rule, Role.NOTE);
        } else if (!rule.isEmpty()) {
            canvas.text(row, NUMBER, height(rule, REMARK, TITLE), TITLE, rule, Role.NOTE);
            row += height(rule, REMARK, TITLE);
        }
        givens.brush().paint(canvas, row, NUMBER);
        row = top + headHeight();
        for (var i = 0; i < fields.size(); i += across) {
            var height = rowHeight(i, more);
            var gap = gap(i);
            for (var j = i; j < Math.min(fields.size(), i + across); j++) {
                var left = j - i == across - 1 && across > 1
                        ? Canvas.COLUMNS - width(across)
                        : NUMBER + (j - i) * (width(across) + 1);
                fields.get(j).paint(canvas, row, left, width(across), height - gap);
            }
            row += height;
        }
    }
}
