package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static io.gradsheet.check.CheckAssertions.assertValuesAgree;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.RequiredProgram;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.testing.EngineValues;
import io.gradsheet.testing.OwnData;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import io.gradsheet.training.GradientDescent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks for data of one's own: every engine computes in every cell what Java does. */
class OwnDataTest {
    @TempDir
    private Path folder;

    private static Engine engine(String name) {
        var engine = Engine.named(name).orElseThrow();
        RequiredProgram.of(engine);
        return engine;
    }

    private Path write(NetworkExperiment experiment) {
        return Workbooks.write(experiment, folder.resolve("own.xlsx"));
    }

    private static List<String> labels(NetworkExperiment experiment, String sheet) {
        var planned = PlannedCells.of(Lessons.of(experiment).plan());
        return planned.labels(sheet).stream()
                .map(cell -> ((Cell.Label) planned.at(cell)).text().text())
                .toList();
    }

    @Test
    void columnsOfAFileKeepTheirNames() {
        assertThat(labels(OwnData.kinds(), "Data")).contains("height", "leaf width", "x1", "x2");
        assertThat(labels(OwnData.numbers(), "Data")).contains("height", "flowers", "leaf width", "t1", "t2");
        assertThat(labels(OwnData.numbers(), "Predict")).contains("flowers", "leaf width");
    }

    @Test
    void numbersAreNeitherRightNorWrong() {
        for (var sheet : List.of("Training", "Cost", "Zoom")) {
            assertThat(labels(OwnData.numbers(), sheet))
                    .noneMatch(text -> text.matches("hit|right\\?|samples right|accuracy|label"));
            assertThat(labels(OwnData.kinds(), sheet))
                    .anyMatch(text -> text.matches("hit|right\\?|samples right|accuracy|label"));
        }
    }

    @ParameterizedTest
    @CsvSource({"poi", "libreoffice", "gnumeric"})
    void everyEngineAgreesOnClassesAndOnNumbers(String name) {
        for (var experiment : List.of(OwnData.kinds(), OwnData.numbers())) {
            assertAgrees(write(experiment), engine(name));
        }
    }

    @Test
    void theEmbeddedEngineAgreesOnWhatIsNeitherScaledNorTested() {
        assertAgrees(write(OwnData.asTheyAre()), engine("poi"));
        assertAgrees(
                write(OwnData.plants(
                        List.of(1, 1),
                        "inputs: [height], label: kind, classes: [moss, herb]," + " pick: {each: 3}, test: {last: 2}")),
                engine("poi"));
    }

    /** The costs of the test are those of a network that knows nothing of sheets. */
    @Test
    void costShowsTheTestBesideWhatIsLearned() {
        var experiment = OwnData.kinds();
        var planned = PlannedCells.of(Lessons.of(experiment).plan());
        var costs = planned.computed("Cost", Role.COST);
        var descent = new GradientDescent(
                experiment.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters());
        assertThat(costs).as("of every epoch, and after the last").hasSize(4 * (experiment.epochs() + 1));
        for (var epoch = 0; epoch < experiment.epochs(); epoch++) {
            var trace = descent.next();
            var test = experiment.data().test().stream()
                    .mapToDouble(sample -> experiment
                            .network()
                            .trace(trace.parameters(), sample)
                            .cost())
                    .sum();
            var learned = experiment.samples().size();
            assertThat(costs.subList(4 * epoch, 4 * epoch + 4).stream().map(planned::value))
                    .usingElementComparator(OwnDataTest::nearly)
                    .containsExactly(
                            Value.of(trace.cost()),
                            Value.of(test),
                            Value.of(trace.cost() / learned),
                            Value.of(test / experiment.data().test().size()));
        }
    }

    private static int nearly(Value a, Value b) {
        var distance = ((Value.Figure) a).number() - ((Value.Figure) b).number();
        return Math.abs(distance) < 1e-12 ? 0 : (int) Math.signum(distance);
    }

    @Test
    void everySampleIsCountedInOneCellOfItsMatrix() {
        var experiment = OwnData.kinds();
        var planned = PlannedCells.of(Lessons.of(experiment).plan());
        var counts = planned.computed("Confusion", Role.INDEX).stream()
                .filter(cell -> planned.computedAt(cell).text().startsWith("SUMPRODUCT"))
                .map(cell -> ((Value.Figure) planned.value(cell)).number())
                .toList();

        assertThat(counts).hasSize(18);
        assertThat(counts.subList(0, 9).stream().mapToDouble(count -> count).sum())
                .isEqualTo(6);
        assertThat(counts.subList(9, 18).stream().mapToDouble(count -> count).sum())
                .isEqualTo(4);
    }

    /** Where on Training and on Test an epoch begins is for formulas alone. */
    @Test
    void rowNumbersThatFormulasReadAreFoldedAway() {
        var confusion = sheet(OwnData.kinds(), "Confusion");
        assertThat(confusion.head().stream()
                        .filter(row -> row.look().folded())
                        .map(row -> ((Cell.Label) row.cells().get(0)).text().text()))
                .containsExactly("row of k on Training, less k", "row of k on Test, less k");
        assertThat(confusion.outlineLevels()).isEqualTo(1);
    }

    /** With all their digits they would be too small to read. */
    @Test
    void scaledInputsShowFourDecimalsOnTraining() {
        var training = PlannedCells.of(Lessons.of(OwnData.kinds()).plan()).computed("Training", Role.VALUE);
        assertThat(training)
                .hasSize((OwnData.kinds().epochs() + 1)
                        * OwnData.kinds().samples().size()
                        * OwnData.kinds().network().inputs());
        assertThat(sheet(OwnData.kinds(), "Training").widths().get(1)).isEqualTo(9.5);
        assertThat(sheet(OwnData.kinds(), "Test").widths().get(1)).isEqualTo(9.5);
    }

    private static SheetPlan sheet(NetworkExperiment experiment, String name) {
        return Lessons.of(experiment).plan().sheets().stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sheetsOfATestAreThereForATestAlone() {
        assertThat(sheets(OwnData.kinds())).contains("Test", "Confusion");
        assertThat(sheets(OwnData.numbers())).contains("Test").doesNotContain("Confusion");
        assertThat(sheets(OwnData.asTheyAre())).doesNotContain("Test", "Confusion");
        assertThat(labels(OwnData.kinds(), "Guide")).contains("Test", "Confusion");
        assertThat(labels(OwnData.asTheyAre(), "Guide")).doesNotContain("Test", "Confusion");
    }

    private static List<String> sheets(NetworkExperiment experiment) {
        return Lessons.of(experiment).plan().sheets().stream()
                .map(SheetPlan::name)
                .toList();
    }

    /** Predict takes what a person would measure, and answers in the units of the file. */
    @Test
    void predictSpeaksInTheUnitsOfTheFile() {
        var experiment = OwnData.numbers();
        var planned = PlannedCells.of(Lessons.of(experiment).plan());
        var pad = planned.inputs("Predict").get(0);
        assertThat(Cell.value(planned.at(pad))).isEqualTo(Value.of(0.1));

        var file = Workbooks.edit(write(experiment), pad, cell -> cell.setCellValue(1.25));

        assertThat(Verification.of(file, Progress.SILENT).findings()).isEmpty();
        assertValuesAgree(file, engine("poi"));
        var values = EngineValues.of(engine("poi"), file, "Predict");
        assertThat(planned.computed("Predict", Role.VERDICT))
                .map(cell -> ((Value.Figure) values.get(cell)).number())
                .satisfiesExactly(
                        flowers -> assertThat(flowers).isBetween(0.3, 0.9),
                        width -> assertThat(width).isBetween(0.3, 0.9));
    }

    @ParameterizedTest
    @CsvSource({"2, 0.75", "3, 0.4"})
    void numbersOfLearnedAndTestSamplesCanBeChanged(int column, double value) {
        var experiment = OwnData.numbers();
        var inputs = PlannedCells.of(Lessons.of(experiment).plan()).inputs("Data");
        for (var row :
                List.of(inputs.get(0).row(), inputs.get(inputs.size() - 1).row())) {
            var file = write(experiment);
            Workbooks.edit(file, new Address("Data", row, column), cell -> cell.setCellValue(value));

            assertThat(Verification.of(file, Progress.SILENT).findings()).isEmpty();
            assertValuesAgree(file, engine("poi"));
            var verdict = PlannedCells.of(Lessons.of(experiment).plan()).verdict();
            assertThat(EngineValues.of(engine("poi"), file, "Check")
                            .get(verdict)
                            .toString())
                    .startsWith("\"An input was changed: ");
        }
    }

    @Test
    void anotherEpochOfConfusionIsNoChangeOfWhatIsTrained() {
        var experiment = OwnData.kinds();
        var epoch = PlannedCells.of(Lessons.of(experiment).plan())
                .inputs("Confusion")
                .get(0);
        var file = Workbooks.edit(write(experiment), epoch, cell -> cell.setCellValue(1));

        assertAgrees(file, engine("poi"));
    }

    @ParameterizedTest
    @CsvSource({"poi", "libreoffice", "gnumeric"})
    void aColumnThatHoldsOneNumberAfterAChangeIsScaledToZero(String name) {
        var file = write(OwnData.numbers());
        for (var cell : PlannedCells.of(Lessons.of(OwnData.numbers()).plan()).inputs("Data")) {
            Workbooks.edit(file, cell, some -> some.setCellValue(1));
        }

        assertThat(Verification.of(file, Progress.SILENT).findings()).isEmpty();
        assertValuesAgree(file, engine(name));
    }
}
