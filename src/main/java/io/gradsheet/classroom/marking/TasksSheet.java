package io.gradsheet.classroom.marking;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Function.AVERAGE;
import static io.gradsheet.sheet.Function.COUNTIF;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.ROUND;

import io.gradsheet.classroom.Task;
import io.gradsheet.lesson.frame.Slip;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Function;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import java.util.List;

/** The tasks with their points, which the teacher may change, and how the class did in each. */
final class TasksSheet {
    static final String NAME = "Tasks";

    private static final int SHARES_ROW = 3;
    private static final int SHARE_COLUMN = 2;

    /** What an answer is worth that is right given an earlier mistake. */
    static final Formula FOLLOWS_SHARE = Ref.at(SHARES_ROW, SHARE_COLUMN).fix().on(NAME);

    /** What a typed number is worth where a formula is asked for. */
    static final Formula TYPED_SHARE =
            Ref.at(SHARES_ROW + 1, SHARE_COLUMN).fix().on(NAME);

    private static final int CAPTION_ROW = SHARES_ROW + 3;
    private static final int FIRST_ROW = CAPTION_ROW + 1;
    private static final int POINTS = 3;
    private static final int CLASS = POINTS + 1;
    private static final int RANK = CLASS + 1;
    static final double MOST_POINTS = 1000;
    private static final double PRECISION = 1e4;

    private final Marks marks;
    private final Texts texts;
    private final SlipRows slips;
    private final List<Double> averages;

    TasksSheet(Marks marks, Texts texts) {
        this.marks = marks;
        this.texts = texts;
        this.averages = marks.tasks().stream().map(task -> average(marks, task)).toList();
        this.slips = new SlipRows(marks, texts, FIRST_ROW + marks.tasks().size() + 1);
    }

    private static int row(Task task) {
        return FIRST_ROW + task.number() - 1;
    }

    /** The points of a task, as another sheet names them. */
    static Formula points(Task task) {
        return Ref.at(row(task), POINTS).fix().on(NAME);
    }

    /** Where what an answer is worth stands that a mistake leads to, as another sheet names it. */
    Formula share(Task task, Slip.Kind slip) {
        return slips.share(task, slip);
    }

    private Range column(int column) {
        return Range.of(Ref.at(FIRST_ROW, column), marks.tasks().size(), 1).fix();
    }

    Range numbers() {
        return column(0);
    }

    Range shares() {
        return column(CLASS);
    }

    Range ranks() {
        return column(RANK);
    }

    /** Of the points of a task, what the class has on average. */
    double share(Task task) {
        return averages.get(task.number() - 1);
    }

    private static double average(Marks marks, Task task) {
        var mean = marks.marked().stream()
                .mapToDouble(student -> marks.points(student, task))
                .average()
                .orElse(0);
        return task.points() == 0 ? 0 : Math.round(PRECISION * mean / task.points()) / PRECISION;
    }

    /** 1 is the hardest; of those that are as hard, the first comes first. */
    int rank(Task task) {
        var own = share(task);
        return 1
                + (int) marks.tasks().stream()
                        .filter(other -> share(other) < own || (share(other) == own && other.number() < task.number()))
                        .count();
    }

    SheetPlan sheet(MarksSheet points) {
        var grid = new Grid();
        grid.put(0, 0, texts.label(Role.TITLE, "tasks.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "tasks.text"));
        grid.put(SHARES_ROW, 0, texts.label(Role.TEXT, "tasks.follows"));
        grid.put(SHARES_ROW, SHARE_COLUMN, Cell.input(marks.weights().follows()));
        grid.put(SHARES_ROW + 1, 0, texts.label(Role.TEXT, "tasks.typed"));
        grid.put(SHARES_ROW + 1, SHARE_COLUMN, Cell.input(marks.weights().typed()));
        grid.put(CAPTION_ROW, 0, texts.label(Role.CAPTION, "tasks.number"));
        grid.put(CAPTION_ROW, 1, texts.label(Role.CAPTION, "tasks.task"));
        grid.put(CAPTION_ROW, 2, texts.label(Role.CAPTION, "tasks.cells"));
        grid.put(CAPTION_ROW, POINTS, texts.label(Role.INPUT, "tasks.points"));
        if (!marks.marked().isEmpty()) {
            grid.put(CAPTION_ROW, CLASS, texts.label(Role.CAPTION, "tasks.class"));
            grid.put(CAPTION_ROW, RANK, texts.label(Role.CAPTION, "tasks.rank"));
            grid.put(CAPTION_ROW, RANK + 1, texts.label(Role.CAPTION, "tasks.usual"));
        }
        marks.tasks().forEach(task -> put(grid, task, points));
        slips.put(grid);
        return SheetPlan.named(NAME)
                .widths(7, 48, 9, 9, 10, 10, 56)
                .head(grid.rows())
                .freeze(FIRST_ROW, 0)
                .page(SheetPlan.Page.landscape().tall(FIRST_ROW))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, RANK + 2)))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, RANK + 2)))
                .with(new Feature.Merge(Range.of(Ref.at(SHARES_ROW, 0), 1, 2)))
                .with(new Feature.Merge(Range.of(Ref.at(SHARES_ROW + 1, 0), 1, 2)))
                .with(new Feature.Bounds(
                        Range.of(Ref.at(SHARES_ROW, SHARE_COLUMN), 2, 1), 0, 1, texts.get("hint.share")))
                .with(new Feature.Bounds(column(POINTS), 0, MOST_POINTS, texts.get("hint.points")))
                .with(slips.features(RANK + 2))
                .build();
    }

    private void put(Grid grid, Task task, MarksSheet points) {
        var row = row(task);
        grid.put(row, 0, new Cell.Figure(task.number(), Role.INDEX));
        grid.put(row, 1, Cell.label(task.title(), Role.TEXT));
        grid.put(row, 2, new Cell.Figure(task.blanks().size(), Role.INDEX));
        grid.put(row, POINTS, Cell.input(task.points()));
        if (marks.marked().isEmpty()) {
            return;
        }
        var own = Ref.at(row, CLASS);
        grid.put(
                row,
                CLASS,
                Cell.computed(
                        IF.of(
                                Ref.at(row, POINTS).isEqualTo(0),
                                number(0),
                                ROUND.of(
                                        AVERAGE.of(points.points(task).on(MarksSheet.NAME))
                                                .over(Ref.at(row, POINTS)),
                                        number(4))),
                        share(task),
                        Role.SHARE));
        grid.put(
                row,
                RANK,
                Cell.computed(
                        Function.RANK
                                .of(own, shares(), number(1))
                                .plus(COUNTIF.of(shares().first().to(own), own))
                                .minus(1),
                        rank(task),
                        Role.INDEX));
        var all = marks.marked().stream()
                .flatMap(student -> student.answers(task).stream())
                .toList();
        grid.put(
                row,
                RANK + 1,
                MarksBook.usualSlip(all, texts)
                        .map(slip -> Cell.label(slip, Role.TEXT))
                        .orElse(Cell.EMPTY));
    }
}
