package io.gradsheet.classroom;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Formula.quoted;
import static io.gradsheet.sheet.Function.COUNT;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.ISNUMBER;
import static io.gradsheet.sheet.Function.ROUND;
import static io.gradsheet.sheet.Function.SUM;

import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sheet of the tasks: a row for each, and below it a row for each of its cells, with the value that the learner has written there.
 * For practice, marks, points and hints stand beside them.
 */
public final class ExerciseSheet {
    /** The name of the sheet. */
    public static final String NAME = "Exercise";

    /** The column, from 0, of the learner's values: the formula of each reads the cell in question, wherever that has got to. */
    public static final int VALUE_COLUMN = 4;

    /** The column, from 0, of the marks of single cells; an exam has none. */
    public static final int MARK_COLUMN = 5;

    /** The column, from 0, of the points reached; an exam has none. */
    public static final int SCORE_COLUMN = 6;

    /** The column, from 0, of the points to be had. */
    public static final int POINTS_COLUMN = 3;

    /** The row, from 0, of the points reached in all. */
    public static final int TOTAL_ROW = 3;

    /** The first row, from 0, below the captions of the list. */
    public static final int FIRST_ROW = 11;

    /** The mark of what is right. */
    public static final String RIGHT = "✓";

    /** The mark of what is not. */
    public static final String WRONG = "✗";

    /** The defined name of the number of cells that are still empty. */
    static final String OPEN = "exercise_open";

    private static final int TITLE_COLUMN = 1;
    private static final int FILLED_COLUMN = 2;
    private static final int SWITCH_COLUMN = 7;
    private static final int HINT_COLUMN = 8;
    private static final int MOST_UNFOLDED = 6;
    private static final double LEAST_PLACE_WIDTH = 13;

    private final Exercise exercise;
    private final Optional<Mark> mark;
    private final Identity identity;
    private final Texts texts;
    private final boolean practice;
    private final Grid grid = new Grid();
    private final List<Feature> features = new ArrayList<>();
    private final Map<Address, Integer> rows = new HashMap<>();
    private final int end;

    ExerciseSheet(Exercise exercise, Flow flow, Identity identity, Texts texts) {
        this.exercise = exercise;
        this.identity = identity;
        this.texts = texts;
        this.practice = identity.edition() == Edition.PRACTICE;
        this.mark = practice ? Optional.of(new Mark(exercise, Criteria.of(exercise, flow))) : Optional.empty();
        var row = FIRST_ROW;
        for (var task : exercise.tasks()) {
            for (var blank : task.blanks()) {
                rows.put(blank.place(), ++row);
            }
            row++;
        }
        this.end = row;
    }

    private int columns() {
        return practice ? HINT_COLUMN + 1 : VALUE_COLUMN + 1;
    }

    SheetPlan sheet() {
        grid.put(0, 0, texts.label(Role.TITLE, "exercise.title", exercise.title()))
                .height(0, 30);
        grid.put(1, 0, texts.label(Role.TEXT, "exercise.text"));
        features.add(new Feature.Merge(Range.of(Ref.at(0, 0), 1, columns())));
        features.add(new Feature.Merge(Range.of(Ref.at(1, 0), 1, columns())));
        putIdentity();
        putSums();
        putCaptions();
        var row = FIRST_ROW;
        for (var task : exercise.tasks()) {
            putTask(row, task);
            row += task.blanks().size() + 1;
        }
        if (practice) {
            var marks = column(MARK_COLUMN);
            features.add(new Feature.Signal(marks, marks.first().isEqualTo(RIGHT), Feature.Tone.GOOD));
            features.add(new Feature.Signal(marks, marks.first().isEqualTo(WRONG), Feature.Tone.BAD));
            features.add(new Feature.Signal(marks, marks.first().isEqualTo(noNumber()), Feature.Tone.BAD));
        }
        var sheet = SheetPlan.named(NAME).widths(placeWidth(), 48, 10, 9, 13);
        if (practice) {
            sheet.widths(9, 10, 8, 90);
        }
        return sheet.head(grid.rows())
                .freeze(FIRST_ROW, 0)
                .page(SheetPlan.Page.portrait().tall(0).ofColumns(practice ? SCORE_COLUMN + 1 : columns()))
                .with(features)
                .build();
    }

    /** Wide enough for the place of every cell. */
    private double placeWidth() {
        var longest = rows.keySet().stream()
                .mapToInt(place -> place.toString().length())
                .max()
                .orElse(0);
        return Math.max(LEAST_PLACE_WIDTH, longest + 1);
    }

    /** The list's cells of a column. */
    private Range column(int column) {
        return Ref.at(FIRST_ROW, column).to(Ref.at(end - 1, column));
    }

    // What the workbook says of itself -----------------------------------------------------------------------------

    private void putIdentity() {
        var lines = List.of(
                identity.student().map(Student::name).orElse(""),
                identity.student().map(Student::id).orElse(""),
                identity.template(),
                texts.get("guide.edition"),
                identity.code());
        var keys = List.of("name", "id", "template", "edition", "code");
        for (var i = 0; i < lines.size(); i++) {
            var toFillIn = identity.student().isEmpty() && i < 2;
            grid.put(TOTAL_ROW + i, 0, texts.label(Role.CAPTION, "exercise." + keys.get(i)));
            grid.put(
                    TOTAL_ROW + i,
                    TITLE_COLUMN,
                    toFillIn
                            ? new Cell.Input(Value.NOTHING, Role.INPUT)
                            : new Cell.Label(RichText.plain(lines.get(i)), Role.TEXT));
        }
    }

    List<Plan.Name> names() {
        var names = new ArrayList<>(Identity.names(new Address(NAME, TOTAL_ROW, TITLE_COLUMN)));
        if (practice) {
            names.add(new Plan.Name(OPEN, new Address(NAME, TOTAL_ROW + 2, VALUE_COLUMN)));
        }
        return names;
    }

    private void putSums() {
        var cells = rows.size();
        if (practice) {
            putSum(TOTAL_ROW, "exercise.score", ROUND.of(SUM.of(column(SCORE_COLUMN)), number(2)), 0);
        }
        putSum(TOTAL_ROW + 1, "exercise.points", SUM.of(column(POINTS_COLUMN)), exercise.points());
        putSum(TOTAL_ROW + 2, "exercise.open", number(cells).minus(COUNT.of(column(VALUE_COLUMN))), cells);
    }

    private void putSum(int row, String key, Formula formula, double value) {
        grid.put(row, FILLED_COLUMN, texts.label(Role.CAPTION, key));
        features.add(new Feature.Merge(Range.of(Ref.at(row, FILLED_COLUMN), 1, 2)));
        grid.put(row, VALUE_COLUMN, Cell.computed(formula, value, Role.INDEX));
    }

    // The list -----------------------------------------------------------------------------------------------------

    private void putCaptions() {
        var keys = new ArrayList<>(List.of("number", "task", "filled", "worth", "value"));
        if (practice) {
            keys.addAll(List.of("mark", "reached", "switch", "hint"));
        }
        for (var column = 0; column < keys.size(); column++) {
            grid.put(FIRST_ROW - 1, column, texts.label(Role.CAPTION, "exercise." + keys.get(column)));
        }
    }

    private void putTask(int row, Task task) {
        var cells = task.blanks().size();
        var title = task.formula() ? texts.get("exercise.formula", task.title()) : task.title();
        putLink(row, Integer.toString(task.number()), task.blanks().get(0).place());
        grid.put(row, TITLE_COLUMN, Cell.label("**" + Digits.of(task).added(title, texts) + "**", Role.TEXT));
        var values = Range.of(Ref.at(row + 1, VALUE_COLUMN), cells, 1);
        grid.put(
                row,
                FILLED_COLUMN,
                new Cell.Computed(COUNT.of(values).joined(" / " + cells), Value.of("0 / " + cells), Role.INDEX));
        grid.put(row, POINTS_COLUMN, new Cell.Figure(task.points(), Role.INDEX));
        mark.ifPresent(judged -> {
            putScore(row, task, judged);
            putHint(row, task);
        });
        for (var i = 0; i < cells; i++) {
            putCell(row + 1 + i, task.blanks().get(i));
        }
        if (cells > MOST_UNFOLDED) {
            grid.fold(row + 1, cells);
        }
    }

    /** A link in a cell of its own: some programs show no raised or lowered signs in one. */
    private void putLink(int row, String text, Address to) {
        grid.put(row, 0, Cell.label(text, Role.LINK));
        features.add(new Feature.Link(Ref.at(row, 0), to));
    }

    private void putScore(int row, Task task, Mark judged) {
        grid.put(
                row,
                SCORE_COLUMN,
                Cell.computed(
                        ROUND.of(
                                Ref.at(row, POINTS_COLUMN)
                                        .times(judged.counted(task))
                                        .over(task.blanks().size()),
                                number(2)),
                        0,
                        Role.INDEX));
    }

    private void putHint(int row, Task task) {
        var at = Ref.at(row, SWITCH_COLUMN);
        grid.put(at, new Cell.Input(Value.of(0), Role.INPUT));
        features.add(new Feature.Choice(at.to(at), List.of("0", "1", "2"), texts.get("exercise.hint.choice")));
        var words = Hints.words(task);
        grid.put(
                row,
                HINT_COLUMN,
                new Cell.Computed(
                        IF.of(
                                at.isEqualTo(2),
                                words.joined("   ").joined(Hints.formula(task)),
                                IF.of(at.isEqualTo(1), words, quoted(""))),
                        Value.of(""),
                        Role.HINT));
    }

    private void putCell(int row, Blank blank) {
        var place = blank.place();
        var cell = Ref.at(place.row(), place.column()).on(place.sheet());
        putLink(row, place.toString(), place);
        grid.put(row, TITLE_COLUMN, Cell.label("\u2003" + blank.symbol(), Role.TEXT));
        grid.put(
                row,
                VALUE_COLUMN,
                new Cell.Computed(IF.of(ISNUMBER.of(cell), cell, quoted("")), Value.of(""), Role.VALUE));
        mark.ifPresent(judged -> grid.put(
                row,
                MARK_COLUMN,
                new Cell.Computed(judged.sign(blank, RIGHT, WRONG, noNumber()), Value.of(""), Role.INDEX)));
    }

    /** The mark of an answer that a program does not take for a number. */
    private String noNumber() {
        return texts.get("exercise.text.mark");
    }

    /** Puts what judges the answers on the hidden sheet. */
    void putMarksInto(Grid hidden) {
        var values = new HashMap<Address, Ref>();
        rows.forEach((place, row) -> values.put(place, Ref.at(row, VALUE_COLUMN)));
        mark.ifPresent(judged -> judged.putInto(hidden, values));
    }

    // In place -----------------------------------------------------------------------------------------------------

    /** A sheet with the marks of its blanks beside them, and with the colours that follow from these. */
    SheetPlan marked(SheetPlan sheet, Collection<Address> telling) {
        var beside = new MarksBeside(sheet, rows.keySet(), texts);
        if (telling.isEmpty() && beside.isEmpty()) {
            return sheet;
        }
        var all = new ArrayList<>(beside.hiding(telling));
        all.addAll(beside.colouring(RIGHT, Feature.Tone.RIGHT));
        all.addAll(beside.colouring(WRONG, Feature.Tone.WRONG));
        all.addAll(beside.colouring(noNumber(), Feature.Tone.WRONG));
        return beside.added(
                all,
                OPEN,
                rows.size(),
                place -> Ref.at(rows.get(place), MARK_COLUMN).on(NAME));
    }
}
