package io.gradsheet.classroom;

import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import java.util.List;
import java.util.stream.Collectors;

/** The hidden sheet with two hints for each task, in words, and the formula of its first cell; and beside them what judges the answers. */
final class Hints {
    /** The name of the sheet. */
    static final String NAME = "Hints";

    private static final int MOST_CELLS = 8;

    private Hints() {}

    static SheetPlan sheet(List<Task> tasks, ExerciseSheet exercise, Texts texts) {
        var grid = new Grid();
        for (var task : tasks) {
            var first = task.blanks().get(0);
            var cell = Ref.at(first.place().row(), first.place().column());
            var words = Notation.plain(task.words());
            grid.put(row(task), 0, text(words.isEmpty() ? cells(first, texts) : words));
            grid.put(row(task), 1, text(cell + " =" + first.answer().formula()));
        }
        exercise.putMarksInto(grid);
        return SheetPlan.named(NAME).widths(60, 100).head(grid.rows()).hide().build();
    }

    /** Where no words are known, the cells that a blank is worked out from. */
    private static String cells(Blank blank, Texts texts) {
        var cells = blank.answer().formula().references().stream()
                .map(reading -> {
                    var first = reading.range().first();
                    var last = reading.range().last();
                    var from = Ref.at(first.row(), first.column());
                    var to = Ref.at(last.row(), last.column());
                    var range = from.equals(to) ? from.toString() : from + ":" + to;
                    return reading.sheet().map(sheet -> sheet + "!" + range).orElse(range);
                })
                .distinct()
                .limit(MOST_CELLS)
                .collect(Collectors.joining(", "));
        return cells.isEmpty() ? "" : texts.get("exercise.hint.cells", cells);
    }

    private static Cell text(String text) {
        return new Cell.Label(RichText.plain(text), Role.SOURCE);
    }

    private static int row(Task task) {
        return task.number() - 1;
    }

    /** The cell with the words for a task. */
    static Formula words(Task task) {
        return Ref.at(row(task), 0).on(NAME);
    }

    /** The cell with the formula for a task. */
    static Formula formula(Task task) {
        return Ref.at(row(task), 1).on(NAME);
    }
}
