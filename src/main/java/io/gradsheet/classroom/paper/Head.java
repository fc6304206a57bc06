package io.gradsheet.classroom.paper;

import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.Identity;
import io.gradsheet.classroom.Student;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Role;
import java.math.BigDecimal;

/** What stands at the top of a page: the exercise, whose it is, and on the first page its points. */
final class Head {
    private static final int TITLE = 2;
    private static final int LINE = 2;

    /** The first square of the place for points. */
    private static final int POINTS = 34;

    private final Exercise exercise;
    private final Identity identity;
    private final Texts texts;
    private final boolean isSolved;

    /**
     * The head of all pages.
     *
     * @param isSolved whether they are pages with solutions
     */
    Head(Exercise exercise, Identity identity, Texts texts, boolean isSolved) {
        this.exercise = exercise;
        this.identity = identity;
        this.texts = texts;
        this.isSolved = isSolved;
    }

    /** Whether it says whose the page is: what nobody writes on needs no name. */
    private boolean isNamed() {
        return identity.student().isPresent() || !isSolved;
    }

    /** How high it is, in squares. */
    int height(boolean first) {
        return (first ? TITLE : 0) + (isNamed() ? LINE + 1 : first ? 1 : 0);
    }

    /** Puts it at the top of a page. */
    void paint(Canvas canvas, boolean first) {
        var row = 0;
        if (first) {
            canvas.text(
                    0,
                    0,
                    TITLE,
                    Canvas.COLUMNS,
                    texts.get(isSolved ? "paper.title.solved" : "paper.title", exercise.title()),
                    Role.TITLE);
            row = TITLE;
        }
        if (!isNamed()) {
            return;
        }
        var after = whose(
                canvas, row, "paper.name", identity.student().map(Student::name).orElse(""), 0, 15);
        whose(canvas, row, "paper.id", identity.student().map(Student::id).orElse(""), after + 1, 9);
        if (first && !isSolved) {
            canvas.text(
                    row + 1,
                    POINTS,
                    1,
                    Canvas.COLUMNS - POINTS,
                    "**" + reached(texts, exercise.points()) + "**",
                    Role.ELEMENT);
        }
    }

    /** A name or an id, or a line to write it on; the column after it. */
    private int whose(Canvas canvas, int row, String key, String text, int column, int width) {
        var caption = texts.get(key);
        var captionWidth = Canvas.width(caption, Box.LETTERS);
        canvas.text(row + 1, column, 1, captionWidth, caption, Role.TEXT);
        if (text.isEmpty()) {
            canvas.ruled(row + 1, column + captionWidth, width);
        } else {
            canvas.plain(row + 1, column + captionWidth, 1, width, text, Role.TEXT);
        }
        return column + captionWidth + width;
    }

    /** The place for points that somebody reached. */
    static String reached(Texts texts, double points) {
        return texts.get(points == 1 ? "paper.reached.one" : "paper.reached", points(points));
    }

    /** Points as a reader likes them, 2 and not 2.0. */
    static String points(double points) {
        return new BigDecimal(Double.toString(points)).stripTrailingZeros().toPlainString();
    }
}
