package io.gradsheet.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.RequiredProgram;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import io.gradsheet.testing.EngineValues;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a learner sees who works in a practice workbook. */
class PracticeTest {
    @TempDir
    private Path folder;

    private static Exercise exercise(String template, String... settings) {
        return Exercise.of(
                Template.find(template), Stream.of(settings).map(Setting::parse).toList());
    }

    private static Plan practice(Exercise exercise) {
        return EditionPlan.of(exercise, new Identity("lesson", Edition.PRACTICE, Optional.empty(), ""));
    }

    /** What the exercise sheet shows once a workbook is filled in: the values of its cells. */
    private Map<Address, Value> shown(String engine, Exercise exercise, Filled filled) {
        var file = Workbooks.write(filled.in(practice(exercise)), folder.resolve("practice.xlsx"));
        return EngineValues.of(Engine.named(engine).orElseThrow(), file, ExerciseSheet.NAME);
    }

    /** The marks by the places of the blanks. */
    private static Map<Address, String> marks(Exercise exercise, Map<Address, Value> shown) {
        var marks = new HashMap<Address, String>();
        var row = ExerciseSheet.FIRST_ROW;
        for (var task : exercise.tasks()) {
            for (var blank : task.blanks()) {
                row++;
                var mark = shown.get(new Address(ExerciseSheet.NAME, row, 5));
                marks.put(blank.place(), mark instanceof Value.Text text ? text.text() : String.valueOf(mark));
            }
            row++;
        }
        return marks;
    }

    private static Value score(Map<Address, Value> shown) {
        return shown.get(new Address(ExerciseSheet.NAME, 3, 4));
    }

    @ParameterizedTest
    @MethodSource("io.gradsheet.classroom.Filled#lessons")
    void rightAnswersAreMarkedRightInEveryLesson(String template) {
        var exercise = exercise(template);
        assertThat(exercise.tasks()).hasSizeLessThanOrEqualTo(25);
        var shown = shown("poi", exercise, Filled.right(exercise));
        assertThat(marks(exercise, shown).values()).containsOnly(ExerciseSheet.RIGHT);
        assertThat(score(shown)).isEqualTo(Value.of(exercise.points()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"libreoffice", "gnumeric"})
    void otherProgramsMarkLikewise(String engine) {
        RequiredProgram.of(Engine.named(engine).orElseThrow());
        var exercise = exercise("4.3-backpropagation");
        var wrong = new Address("Training", 8, 15);
        var shown = shown(engine, exercise, Filled.right(exercise).put(wrong, 2));
        assertThat(marks(exercise, shown)).containsEntry(wrong, ExerciseSheet.WRONG);
        assertThat(marks(exercise, shown).values())
                .contains(ExerciseSheet.RIGHT)
                .containsOnly(ExerciseSheet.RIGHT, ExerciseSheet.WRONG);
    }

    /** Whose formulas read ranges of two sheets. */
    @ParameterizedTest
    @ValueSource(strings = {"libreoffice", "gnumeric"})
    void otherProgramsMarkWhatReadsSeveralSheets(String engine) {
        RequiredProgram.of(Engine.named(engine).orElseThrow());
        var exercise = exercise("1.4-layers");
        assertThat(marks(exercise, shown(engine, exercise, Filled.right(exercise)))
                        .values())
                .containsOnly(ExerciseSheet.RIGHT);
    }

    @Test
    void anEmptyWorkbookHasNoMarks() {
        var exercise = exercise("4.3-backpropagation");
        var shown = shown("poi", exercise, new Filled());
        assertThat(marks(exercise, shown).values()).containsOnly("");
        assertThat(score(shown)).isEqualTo(Value.of(0));
        assertThat(shown).containsEntry(new Address(ExerciseSheet.NAME, 5, 4), Value.of(exercise.cells()));
    }

    @Test
    void oneSlipCostsOnce() {
        var exercise = exercise("and");
        var z = exercise.tasks().get(0).blanks().get(0);
        var a = exercise.tasks().get(1).blanks().get(0);
        var slip = z.value() + 1;
        var filled = Filled.right(exercise).put(z.place(), slip).put(a.place(), 1 / (1 + Math.exp(-slip)));
        var marks = marks(exercise, shown("poi", exercise, filled));
        assertThat(marks).containsEntry(z.place(), ExerciseSheet.WRONG).containsEntry(a.place(), ExerciseSheet.RIGHT);
    }

    @Test
    void aWrongAnswerIsJudgedOnceWhatItFollowsFromIsThereAndARightOneAtOnce() {
        var exercise = exercise("and");
        var z = exercise.tasks().get(0).blanks().get(0);
        var a = exercise.tasks().get(1).blanks().get(0);
        var filled = Filled.right(exercise).remove(z.place());
        assertThat(marks(exercise, shown("poi", exercise, filled)))
                .containsEntry(z.place(), "")
                .containsEntry(a.place(), ExerciseSheet.RIGHT);
        filled.put(a.place(), a.value() + 1);
        assertThat(marks(exercise, shown("poi", exercise, filled)))
                .containsEntry(z.place(), "")
                .containsEntry(a.place(), "");
        filled.put(z.place(), z.value());
        assertThat(marks(exercise, shown("poi", exercise, filled))).containsEntry(a.place(), ExerciseSheet.WRONG);
    }

    @Test
    void marksFollowAGivenThatIsChanged() {
        var exercise = exercise("2.10-gradient-descent");
        var x = new Address("Steps", 12, 1);
        var f = exercise.tasks().get(0).blanks().get(0);
        var filled = new Filled().put(x, 5).put(f.place(), 29);
        assertThat(marks(exercise, shown("poi", exercise, filled))).containsEntry(f.place(), ExerciseSheet.RIGHT);
    }

    @Test
    void fourDecimalsAreEnough() {
        var exercise = exercise("4.3-backpropagation", "eta=0.5");
        var filled = new Filled();
        // A careful learner works on with the rounded numbers that the cells show.
        exercise.tasks().get(0).blanks().forEach(blank -> filled.put(blank.place(), rounded(blank.value())));
        exercise.tasks().get(1).blanks().forEach(blank -> filled.put(blank.place(), rounded(blank.value())));
        exercise.tasks().get(2).blanks().forEach(blank -> filled.put(blank.place(), rounded(blank.value())));
        var marks = marks(exercise, shown("poi", exercise, filled));
        assertThat(marks.values().stream().filter(ExerciseSheet.RIGHT::equals)).hasSize(8);
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e4) / 1e4;
    }

    @Test
    void nothingThatFollowsFromABlankHasAValueYet() {
        var exercise = exercise("4.3-backpropagation");
        var practice = PlannedCells.of(practice(exercise));
        var teacher = PlannedCells.of(exercise.plan());
        for (var task : exercise.tasks()) {
            for (var blank : task.blanks()) {
                assertThat(practice.at(blank.place())).isEqualTo(new Cell.Input(Value.NOTHING, Role.BLANK));
            }
        }
        // The first weighted input of epoch 2, and an input x of epoch 1.
        var next = teacher.computed("Training", Role.WEIGHTED_INPUT).get(10);
        assertThat(practice.value(next)).isEqualTo(Value.NOTHING);
        assertThat(practice.computedAt(next).formula())
                .isEqualTo(teacher.computedAt(next).formula());
        var x = teacher.computed("Training", Role.DATA).get(0);
        assertThat(practice.at(x)).isEqualTo(teacher.at(x));
    }

    @Test
    void whatHasTheNumberOfABlankDoesNotTellIt() {
        var product = practice(exercise("2.5-matrices", "exercise={tasks: [{symbols: [PQ]}]}"));
        var cells = PlannedCells.of(product);
        // P Q by the program's MMULT, and P Q − Q P, which says how far it is from the other.
        assertThat(cells.value(new Address("Product", 6, 9))).isEqualTo(Value.NOTHING);
        assertThat(cells.value(new Address("Product", 11, 9))).isEqualTo(Value.of(3));
    }

    @ParameterizedTest
    @CsvSource({
        "2.3-sigma, Adding, 16, Σ a_k · 1 beside Σ a_k",
        "2.4-vectors, Neuron, 12, z once more",
        "2.7-partial-derivatives, Slices, 6, Δf/Δx beside ∂f/∂x"
    })
    void whatTheSheetHoldsAgainstABlankDoesNotTellIt(String template, String sheet, int row, String what) {
        var exercise = exercise(template);
        var flow = new Flow(exercise);
        assertThat(flow.telling(sheet)).as(what).anyMatch(cell -> cell.row() == row);
    }

    @Test
    void thereAreOnlySheetsThatTellNoAnswer() {
        assertThat(practice(exercise("4.3-backpropagation")).sheets())
                .extracting(sheet -> sheet.name())
                .containsExactly("Guide", "Exercise", "Data", "Training", "Hints", "Source");
        assertThat(practice(exercise("2.10-gradient-descent")).sheets())
                .extracting(sheet -> sheet.name())
                .containsExactly("Guide", "Exercise", "Steps", "Hints", "Source");
    }

    @Test
    void aHintComesInTwoSteps() {
        var exercise = exercise("4.3-backpropagation", "language=zh");
        var at = new Address(ExerciseSheet.NAME, ExerciseSheet.FIRST_ROW, 7);
        var hint = new Address(ExerciseSheet.NAME, ExerciseSheet.FIRST_ROW, 8);
        assertThat(List.of(0, 1, 2))
                .extracting(choice ->
                        shown("poi", exercise, new Filled().put(at, choice)).get(hint))
                .containsExactly(
                        Value.of(""),
                        Value.of("Σ w · (流入的值) + b"),
                        Value.of("Σ w · (流入的值) + b   P9 =SUMPRODUCT($B9:$M9,AG$8:AR$8)+AS$8"));
    }
}
