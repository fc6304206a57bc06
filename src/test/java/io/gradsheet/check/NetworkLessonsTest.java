package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static io.gradsheet.check.CheckAssertions.assertValuesAgree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.lesson.frame.InputException;
import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.recalc.Calculators;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.testing.EngineValues;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.OwnData;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lessons that look at a network without training it: of any network, as made and changed, every engine agrees with Java. */
class NetworkLessonsTest {
    @TempDir
    private Path folder;

    static Stream<String> lessons() {
        return Stream.of("3.1-parameters", "3.2-forward", "4.1-gradient-review", "4.2-neuron-error");
    }

    static Stream<Arguments> lessonsAndEngines() {
        return lessons().flatMap(lesson -> Calculators.names().map(engine -> Arguments.of(lesson, engine)));
    }

    @ParameterizedTest
    @MethodSource("lessonsAndEngines")
    void everyEngineAgreesInEveryCell(String lesson, String engine) {
        var experiment = Experiments.as(
                lesson,
                Experiments.builtIn(
                        "network.sizes=[12, 3, 2, 2]",
                        "network.activations=[leaky-relu, tanh, softmax]",
                        "cost=cross-entropy",
                        "data.pick={each: 3}",
                        "initial={normal: {seed: 4}}"));
        assertAgrees(Workbooks.write(experiment, folder.resolve("lesson.xlsx")), Calculators.named(engine));
    }

    /** Scaled columns, targets that are numbers, a test; other steps than the book's; sums in place of single gradients. */
    @ParameterizedTest
    @MethodSource("lessons")
    void ownDataIsShownAsWell(String lesson) {
        var poi = Calculators.named("poi");
        assertAgrees(write(lesson, OwnData.numbers()), poi);
        assertAgrees(write(lesson, OwnData.kinds()), poi);
        assertAgrees(
                write(
                        lesson,
                        Experiments.builtIn(
                                "language=zh",
                                "detail=compact",
                                "data.pick={each: 2}",
                                "train={batch: 2, optimiser: adam, biases: false}")),
                poi);
    }

    /** What cannot be trained can be looked at all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"3.1-parameters", "3.2-forward"})
    void stepsGoForward(String lesson) {
        var experiment = Experiments.builtIn("lesson=" + lesson, "network.activations=[step, step]");
        assertThat(Lessons.of(experiment).course()).isEmpty();
        assertThat(Lessons.of(experiment).problem()).isEmpty();
        var file = Workbooks.write(experiment, folder.resolve("step.xlsx"));
        Calculators.names().forEach(engine -> assertAgrees(file, Calculators.named(engine)));
    }

    private Path write(String lesson, NetworkExperiment experiment) {
        return Workbooks.write(Experiments.as(lesson, experiment), folder.resolve("own.xlsx"));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void theSheetsFollowEveryInput(String lesson) {
        var experiment = Experiments.as(lesson, Experiments.builtIn("data.pick={each: 2}"));
        var planned = PlannedCells.of(Lessons.of(experiment).plan());
        var file = Workbooks.write(experiment, folder.resolve("changed.xlsx"));
        var pass = planned.inputs(lesson.startsWith("3") ? "Forward" : "Backpropagation");
        Workbooks.edit(file, workbook -> {
            Workbooks.cell(workbook, pass.get(0)).setCellValue(-2.5);
            Workbooks.cell(workbook, planned.inputs("Data").get(0)).setCellValue(0.25);
        });

        assertValuesAgree(file, Calculators.named("poi"));
        assertThat(EngineValues.of(Calculators.named("poi"), file, "Check"))
                .hasEntrySatisfying(
                        planned.verdict(),
                        verdict -> assertThat(verdict.toString()).contains("An input was changed"));
    }

    /** A step ten times as large: the difference is off by a hundred times as much, and Java says the same. */
    @Test
    void theStepOfTheDifferencesMayBeChanged() {
        var file = changedStep(0.01);
        assertValuesAgree(file, Calculators.named("poi"));
        var largest = new Address("Gradient", 4, 3);
        var usual = EngineValues.of(Calculators.named("poi"), changedStep(0.001), "Gradient")
                .get(largest);
        var larger = EngineValues.of(Calculators.named("poi"), file, "Gradient").get(largest);
        assertThat(((Value.Figure) larger).number() / ((Value.Figure) usual).number())
                .isBetween(90.0, 110.0);
    }

    @Test
    void aStepOutOfRangeIsRefused() {
        var file = changedStep(1e-9);
        assertThatThrownBy(() -> Verification.of(file, Progress.SILENT))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("Shifts!B3 holds 1.0E-9, but this input must be from 0.0001 to 1");
    }

    private Path changedStep(double step) {
        var experiment = Experiments.as("4.1-gradient-review", Experiments.builtIn("data.pick={each: 2}"));
        var file = Workbooks.write(experiment, folder.resolve("step" + step + ".xlsx"));
        return Workbooks.edit(file, Ref.at(2, 1).address("Shifts"), cell -> cell.setCellValue(step));
    }

    /** Targets so large that C_T has no digits left for a difference. */
    @Test
    void differencesThatAreNothingButRoundingAreRefused() {
        var experiment = Experiments.as(
                "4.1-gradient-review",
                Experiments.builtIn(
                        "network.activations=linear",
                        "data.pick={each: 2}",
                        "initial={normal: {deviation: 3000, seed: 1}}"));
        assertThatThrownBy(() -> Lessons.of(experiment).plan())
                .isInstanceOf(UnrepresentableException.class)
                .hasMessageContaining("are lost in rounding");
    }
}
