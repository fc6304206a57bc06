package io.gradsheet.classroom.marking;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Function.AVERAGE;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.ROUND;
import static io.gradsheet.sheet.Function.SUM;

import io.gradsheet.classroom.Task;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;

/** A row for each student, a column for each task. */
final class MarksSheet {
    static final String NAME = "Marks";

    private static final int CAPTION_ROW = 3;
    private static final int TITLE_ROW = CAPTION_ROW + 1;
    private static final int POINTS_ROW = TITLE_ROW + 1;
    private static final int FIRST_ROW = POINTS_ROW + 1;
    private static final int FIRST_TASK = 2;

    private final Marks marks;
    private final Texts texts;
    private final AnswersSheet answers;

    MarksSheet(Marks marks, Texts texts, AnswersSheet answers) {
        this.marks = marks;
        this.texts = texts;
        this.answers = answers;
    }

    private int totalColumn() {
        return FIRST_TASK + marks.tasks().size();
    }

    private int shareColumn() {
        return totalColumn() + 1;
    }

    private int fileColumn() {
        return shareColumn() + 1;
    }

    private Range column(int column) {
        return Range.of(Ref.at(FIRST_ROW, column), marks.marked().size(), 1).fix();
    }

    /** The points of the class in a task. */
    Range points(Task task) {
        return column(FIRST_TASK + task.number() - 1);
    }

    /** What everybody has of all points. */
    Range shares() {
        return column(shareColumn());
    }

    double share(Marked student) {
        return marks.share(student);
    }

    SheetPlan sheet() {
        var grid = new Grid();
        grid.put(0, 0, MarksBook.plain(texts.get("marks.title", marks.title()), Role.TITLE))
                .height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "marks.text"));
        putCaptions(grid);
        putPoints(grid);
        var row = FIRST_ROW;
        for (var student : marks.marked()) {
            put(grid, row++, student);
        }
        if (!marks.marked().isEmpty()) {
            putMeans(grid, row++);
        }
        for (var student : marks.missing()) {
            grid.put(row, 0, MarksBook.plain(student.id(), Role.TEXT));
            grid.put(row, 1, MarksBook.plain(student.name(), Role.TEXT));
            grid.put(row++, fileColumn(), texts.label(Role.TEXT, "marks.missing"));
        }
        var width = Math.min(fileColumn() + 1, 12);
        var sheet = SheetPlan.named(NAME)
                .widths(14.0, 24.0)
                .widths(marks.tasks().size(), 11)
                .widths(9, 9, 60)
                .head(grid.rows())
                .freeze(FIRST_ROW, FIRST_TASK)
                .page(SheetPlan.Page.landscape().tall(FIRST_ROW))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, width)))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, width)));
        if (!marks.marked().isEmpty()) {
            var first = Ref.at(FIRST_ROW, FIRST_TASK);
            sheet.with(new Feature.Signal(
                    Range.of(first, marks.marked().size(), marks.tasks().size()),
                    first.isEqualTo(0),
                    Feature.Tone.BAD));
        }
        return sheet.build();
    }

    private void putCaptions(Grid grid) {
        grid.put(CAPTION_ROW, 0, texts.label(Role.CAPTION, "marks.id"));
        grid.put(CAPTION_ROW, 1, texts.label(Role.CAPTION, "marks.name"));
        for (var task : marks.tasks()) {
            var column = FIRST_TASK + task.number() - 1;
            grid.put(CAPTION_ROW, column, texts.label(Role.CAPTION, "marks.task", task.number()));
            grid.put(TITLE_ROW, column, Cell.label(task.title(), Role.NOTE));
        }
        grid.put(CAPTION_ROW, totalColumn(), texts.label(Role.CAPTION, "marks.total"));
        grid.put(CAPTION_ROW, shareColumn(), texts.label(Role.CAPTION, "marks.share"));
        grid.put(CAPTION_ROW, fileColumn(), texts.label(Role.CAPTION, "marks.file"));
    }

    private void putPoints(Grid grid) {
        grid.put(POINTS_ROW, 1, texts.label(Role.NOTE, "marks.most"));
        for (var task : marks.tasks()) {
            grid.put(
                    POINTS_ROW,
                    FIRST_TASK + task.number() - 1,
                    Cell.computed(TasksSheet.points(task), task.points(), Role.DATA));
        }
        grid.put(POINTS_ROW, totalColumn(), total(POINTS_ROW, marks.most()));
    }

    private Cell total(int row, double value) {
        return Cell.computed(SUM.of(Ref.at(row, FIRST_TASK).to(Ref.at(row, totalColumn() - 1))), value, Role.DATA);
    }

    private void put(Grid grid, int row, Marked student) {
        grid.put(row, 0, MarksBook.plain(student.id(), Role.TEXT));
        grid.put(row, 1, MarksBook.plain(student.name(), Role.TEXT));
        for (var task : marks.tasks()) {
            var column = FIRST_TASK + task.number() - 1;
            var shares = answers.shares(student, task).on(AnswersSheet.NAME);
            grid.put(
                    row,
                    column,
                    Cell.computed(
                            ROUND.of(Ref.at(POINTS_ROW, column).fixRow().times(AVERAGE.of(shares)), number(2)),
                            marks.points(student, task),
                            Role.DATA));
        }
        grid.put(row, totalColumn(), total(row, marks.total(student)));
        var most = Ref.at(POINTS_ROW, totalColumn()).fix();
        grid.put(
                row,
                shareColumn(),
                Cell.computed(
                        IF.of(
                                most.isEqualTo(0),
                                number(0),
                                Ref.at(row, totalColumn()).over(most)),
                        share(student),
                        Role.SHARE));
        grid.put(row, fileColumn(), MarksBook.plain(student.file().name(), Role.TEXT));
    }

    private void putMeans(Grid grid, int row) {
        grid.put(row, 1, texts.label(Role.NOTE, "marks.mean"));
        for (var task : marks.tasks()) {
            grid.put(
                    row,
                    FIRST_TASK + task.number() - 1,
                    Cell.computed(
                            ROUND.of(AVERAGE.of(points(task)), number(2)),
                            Marks.hundredths(marks.marked().stream()
                                    .mapToDouble(student -> marks.points(student, task))
                                    .average()
                                    .orElse(0)),
                            Role.DATA));
        }
        grid.put(
                row,
                totalColumn(),
                Cell.computed(
                        ROUND.of(AVERAGE.of(column(totalColumn())), number(2)),
                        Marks.hundredths(marks.marked().stream()
                                .mapToDouble(marks::total)
                                .average()
                                .orElse(0)),
                        Role.DATA));
        grid.put(
                row,
                shareColumn(),
                Cell.computed(
                        AVERAGE.of(shares()),
                        marks.marked().stream()
                                .mapToDouble(this::share)
                                .average()
                                .orElse(0),
                        Role.SHARE));
    }
}
