package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Task;
import io.gradsheet.lesson.frame.Slip;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * A row for each usual mistake that the class made, or that the template gives credit for: what a wrong answer is worth that it leads
 * to. A task that the template says otherwise of has rows of its own. The teacher may change each.
 */
final class SlipRows {
    static final int SHARE = 3;

    /** A row; without a task it is for all tasks that have none of their own for this mistake. */
    record Line(Slip.Kind kind, Optional<Task> task) {}

    private final Marks marks;
    private final Texts texts;
    private final int first;
    private final List<Line> lines;

    /** @param first the row, from 0, that their title may stand in */
    SlipRows(Marks marks, Texts texts, int first) {
        this.marks = marks;
        this.texts = texts;
        this.first = first;
        this.lines = lines(marks);
    }

    static List<Line> lines(Marks marks) {
        var kinds = EnumSet.noneOf(Slip.Kind.class);
        kinds.addAll(marks.weights().slips().keySet());
        marks.tasks().forEach(task -> kinds.addAll(task.slips().keySet()));
        marks.marked()
                .forEach(student ->
                        student.answers().forEach(answer -> answer.slip().ifPresent(kinds::add)));
        var lines = new ArrayList<Line>();
        for (var kind : kinds) {
            lines.add(new Line(kind, Optional.empty()));
            marks.tasks().stream()
                    .filter(task -> task.slips().containsKey(kind))
                    .forEach(task -> lines.add(new Line(kind, Optional.of(task))));
        }
        return lines;
    }

    /** Where what an answer is worth stands that a mistake leads to, as another sheet names it. */
    Formula share(Task task, Slip.Kind kind) {
        var own = new Line(kind, Optional.of(task));
        var at = lines.indexOf(lines.contains(own) ? own : new Line(kind, Optional.empty()));
        return Ref.at(first + 3 + at, SHARE).fix().on(TasksSheet.NAME);
    }

    void put(Grid grid) {
        if (lines.isEmpty()) {
            return;
        }
        grid.put(first, 0, texts.label(Role.HEADING, "slips.title"));
        grid.put(first + 1, 0, texts.label(Role.TEXT, "slips.text"));
        grid.put(first + 2, 0, texts.label(Role.CAPTION, "tasks.number"));
        grid.put(first + 2, 1, texts.label(Role.CAPTION, "slips.slip"));
        grid.put(first + 2, 2, texts.label(Role.CAPTION, "slips.count"));
        grid.put(first + 2, SHARE, texts.label(Role.INPUT, "slips.share"));
        for (var i = 0; i < lines.size(); i++) {
            put(grid, first + 3 + i, lines.get(i));
        }
    }

    private void put(Grid grid, int row, Line line) {
        grid.put(
                row,
                0,
                line.task()
                        .<Cell>map(task -> new Cell.Figure(task.number(), Role.INDEX))
                        .orElseGet(() -> texts.label(Role.TEXT, "slips.all")));
        grid.put(row, 1, texts.label(Role.TEXT, "slip." + line.kind()));
        grid.put(row, 2, new Cell.Figure(count(line), Role.INDEX));
        grid.put(row, SHARE, Cell.input(share(line)));
    }

    private long count(Line line) {
        return marks.marked().stream()
                .flatMap(student -> student.answers().stream())
                .filter(answer -> answer.slip().equals(Optional.of(line.kind())))
                .filter(answer -> line.task()
                        .map(task -> task.number() == answer.task().number())
                        .orElse(true))
                .count();
    }

    private double share(Line line) {
        var shares = line.task().map(Task::slips).orElse(marks.weights().slips());
        return shares.getOrDefault(line.kind(), 0.0);
    }

    /** What goes with the rows on a sheet of so many columns. */
    List<Feature> features(int columns) {
        return lines.isEmpty()
                ? List.of()
                : List.of(
                        new Feature.Merge(Range.of(Ref.at(first, 0), 1, columns)),
                        new Feature.Merge(Range.of(Ref.at(first + 1, 0), 1, columns)),
                        new Feature.Bounds(
                                Range.of(Ref.at(first + 3, SHARE), lines.size(), 1), 0, 1, texts.get("hint.share")));
    }
}
