package io.gradsheet.classroom.marking;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Function.IF;

import io.gradsheet.classroom.Task;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A row for every answer of every student: what was found, what is right, and a verdict that the teacher may change. */
final class AnswersSheet {
    static final String NAME = "Answers";

    private static final int CAPTION_ROW = 3;
    private static final int FIRST_ROW = CAPTION_ROW + 1;
    private static final int LAST_ROW = 1 << 20;
    private static final int VERDICT = 5;
    private static final int SHARE = VERDICT + 1;
    private static final List<String> CAPTIONS = List.of(
            "answers.id",
            "answers.name",
            "answers.task",
            "answers.cell",
            "answers.symbol",
            "answers.verdict",
            "answers.share",
            "answers.found",
            "answers.right",
            "answers.followed",
            "answers.how",
            "answers.slip");

    private final Marks marks;
    private final TasksSheet tasks;
    private final Texts texts;
    private final Map<String, Integer> firstRows;

    AnswersSheet(Marks marks, TasksSheet tasks, Texts texts) {
        this.marks = marks;
        this.tasks = tasks;
        this.texts = texts;
        this.firstRows = firstRows(marks);
    }

    private static Map<String, Integer> firstRows(Marks marks) {
        var rows = new HashMap<String, Integer>();
        var row = FIRST_ROW;
        for (var one : marks.marked()) {
            rows.put(one.id(), row);
            row += one.answers().size();
        }
        if (row > LAST_ROW) {
            throw new MarkingException("the marks are of " + (row - FIRST_ROW) + " answers, but a sheet has room for "
                    + (LAST_ROW - FIRST_ROW) + ": write a .csv file, or join fewer parts");
        }
        return rows;
    }

    /** The shares of a student's answers to a task, for AVERAGE on another sheet. */
    Range shares(Marked student, Task task) {
        var row = firstRows.get(student.id());
        for (var each : student.tasks()) {
            var count = each.blanks().size();
            if (each.number() == task.number()) {
                return Range.of(Ref.at(row, SHARE), count, 1).fix();
            }
            row += count;
        }
        throw new IllegalArgumentException("no answers to task " + task.number());
    }

    SheetPlan sheet() {
        var grid = new Grid();
        grid.put(0, 0, texts.label(Role.TITLE, "answers.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "answers.text"));
        for (var column = 0; column < CAPTIONS.size(); column++) {
            var role = column == VERDICT ? Role.INPUT : Role.CAPTION;
            grid.put(CAPTION_ROW, column, texts.label(role, CAPTIONS.get(column)));
        }
        var row = FIRST_ROW;
        for (var one : marks.marked()) {
            for (var answer : one.answers()) {
                put(grid, row++, one, answer);
            }
        }
        var verdicts = Ref.at(FIRST_ROW, VERDICT).to(Ref.at(row - 1, VERDICT));
        return SheetPlan.named(NAME)
                .widths(12, 20, 6, 20, 10, 12, 8)
                .widths(3, 13)
                .widths(12.0, 46.0)
                .head(grid.rows())
                .freeze(FIRST_ROW, 2)
                .page(SheetPlan.Page.landscape().tall(FIRST_ROW))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, CAPTIONS.size())))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, CAPTIONS.size())))
                .with(new Feature.Choice(
                        verdicts,
                        Arrays.stream(Verdict.values()).map(this::word).toList(),
                        texts.get("answers.hint")))
                .with(signal(verdicts, Verdict.WRONG, Feature.Tone.BAD))
                .with(signal(verdicts, Verdict.RIGHT, Feature.Tone.GOOD))
                .build();
    }

    private Feature signal(Range verdicts, Verdict verdict, Feature.Tone tone) {
        return new Feature.Signal(verdicts, verdicts.first().isEqualTo(word(verdict)), tone);
    }

    private String word(Verdict verdict) {
        return texts.get("verdict." + verdict);
    }

    private void put(Grid grid, int row, Marked one, Answer answer) {
        grid.put(row, 0, MarksBook.plain(one.id(), Role.TEXT));
        grid.put(row, 1, MarksBook.plain(one.name(), Role.TEXT));
        grid.put(row, 2, new Cell.Figure(answer.task().number(), Role.INDEX));
        grid.put(row, 3, MarksBook.plain(answer.blank().place().toString(), Role.TEXT));
        grid.put(row, 4, Cell.label(answer.blank().symbol(), Role.TEXT));
        grid.put(row, VERDICT, new Cell.Input(Value.of(word(answer.verdict())), Role.INPUT));
        grid.put(
                row,
                SHARE,
                Cell.computed(
                        share(Ref.at(row, VERDICT), answer),
                        marks.weights().share(marks.task(answer), answer),
                        Role.SHARE));
        grid.put(row, SHARE + 1, found(answer));
        grid.put(row, SHARE + 2, new Cell.Figure(answer.blank().value(), Role.VALUE));
        grid.put(row, SHARE + 3, figure(answer.followed()));
        // A space, for a number stands close before it.
        grid.put(row, SHARE + 4, Cell.label("\u2003" + texts.get(how(answer)), Role.TEXT));
        var slip = MarksBook.slip(answer, texts);
        grid.put(row, SHARE + 5, slip.isEmpty() ? Cell.EMPTY : Cell.label(slip, Role.TEXT));
    }

    private Formula share(Ref verdict, Answer answer) {
        var share = answer.slip()
                .map(slip -> is(verdict, Verdict.WRONG, tasks.share(answer.task(), slip), number(0)))
                .orElse(number(0));
        share = is(verdict, Verdict.TYPED, TasksSheet.TYPED_SHARE, share);
        share = is(verdict, Verdict.FOLLOWS, TasksSheet.FOLLOWS_SHARE, share);
        return is(verdict, Verdict.RIGHT, number(1), share);
    }

    private Formula is(Ref verdict, Verdict asked, Formula then, Formula otherwise) {
        return IF.of(verdict.isEqualTo(word(asked)), then, otherwise);
    }

    private static Cell found(Answer answer) {
        if (answer.found().value() instanceof Value.Nothing) {
            return Cell.EMPTY;
        }
        return answer.number().isPresent()
                ? figure(answer.number())
                : new Cell.Label(RichText.plain(answer.found().value().content()), Role.TEXT);
    }

    private static Cell figure(OptionalDouble number) {
        return number.isPresent() ? new Cell.Figure(number.getAsDouble(), Role.VALUE) : Cell.EMPTY;
    }

    private static String how(Answer answer) {
        if (answer.verdict() == Verdict.EMPTY) {
            return "how.empty";
        }
        return answer.isLive() ? "how.formula" : answer.number().isPresent() ? "how.number" : "how.other";
    }
}
