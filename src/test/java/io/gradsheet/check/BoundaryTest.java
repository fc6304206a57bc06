package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.network.Sample;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.RequiredProgram;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import io.gradsheet.testing.EngineValues;
import io.gradsheet.testing.OwnData;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import io.gradsheet.training.GradientDescent;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a network of two inputs makes of the plane. */
class BoundaryTest {
    private static final int POINTS = 31 * 31;

    /** The samples stand once more to the right of the maps. */
    private static final int SAMPLES = 101;

    @TempDir
    private Path folder;

    private static NetworkExperiment builtIn(String name, String... settings) {
        return (NetworkExperiment) Template.builtIn(name)
                .read(Stream.of(settings).map(Setting::parse).toList());
    }

    private Path write(NetworkExperiment experiment) {
        return Workbooks.write(experiment, folder.resolve("plane.xlsx"));
    }

    private static PlannedCells planned(NetworkExperiment experiment) {
        return PlannedCells.of(Lessons.of(experiment).plan());
    }

    private static List<String> sheets(NetworkExperiment experiment) {
        return Lessons.of(experiment).plan().sheets().stream()
                .map(SheetPlan::name)
                .toList();
    }

    private static Engine engine(String name) {
        var engine = Engine.named(name).orElseThrow();
        RequiredProgram.of(engine);
        return engine;
    }

    @Test
    void thereIsAMapForEveryNeuronOfANetworkOfTwoInputs() {
        assertThat(planned(builtIn("xor", "epochs=2")).computed("Boundary", Role.MAP))
                .filteredOn(cell -> cell.column() > 1 && cell.column() < SAMPLES && cell.row() > 8)
                .hasSize(3 * POINTS);
        assertThat(sheets(builtIn("curve", "epochs=2"))).doesNotContain("Boundary");
        assertThat(planned(builtIn("curve", "epochs=2")).labels("Guide"))
                .noneMatch(cell -> cell.toString().contains("Boundary"));
    }

    @Test
    void aNetworkTooWideForMapsSaysSo() {
        var wide = builtIn("xor", "epochs=2", "network.sizes=[2, 48, 1]", "initial={normal: {seed: 1}}");

        assertThat(sheets(wide)).doesNotContain("Boundary");
        assertThat(wide.remarks())
                .containsExactly(
                        "there is no sheet Boundary: it has a map for each neuron, and 49 would be too many (at most 48)");
        assertThat(builtIn("xor").remarks()).isEmpty();
    }

    /** The corners are round numbers around the samples, in the units of the file. */
    @Test
    void theWindowIsRoundAndHoldsEverySample() {
        assertThat(inputs(builtIn("xor", "epochs=2"))).containsExactly(2.0, -0.5, 1.5, -0.5, 1.5);
        assertThat(inputs(builtIn("mazur", "epochs=2"))).containsExactly(2.0, -1.0, 1.5, -1.0, 1.5);
        assertThat(inputs(OwnData.kinds())).containsExactly(4.0, -0.5, 2.0, 0.0, 0.9);
    }

    private static List<Double> inputs(NetworkExperiment experiment) {
        var planned = planned(experiment);
        return planned.inputs("Boundary").stream()
                .map(cell -> ((Cell.Input) planned.at(cell)).value())
                .map(value -> ((Value.Figure) value).number())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"poi", "libreoffice", "gnumeric"})
    void everyEngineAgreesOnSharesOfScaledInputs(String name) {
        var experiment = builtIn(
                "flowers",
                "epochs=2",
                "data.inputs=[leaf length, flower width]",
                "network={sizes: [2, 2, 2, 3], activations: [leaky-relu, softplus, softmax]}");

        assertAgrees(write(experiment), engine(name));
    }

    @Test
    void theEmbeddedEngineAgreesOnNumbersInTheUnitsOfTheFile() {
        var experiment = OwnData.plants(
                List.of(2, 2, 1),
                "inputs: [height, leaf width], targets: [flowers], scale: {inputs: range, targets: standard}");

        assertAgrees(write(experiment), engine("poi"));
    }

    /** A learner who asks after the first epoch, in another window, sees what one step of training makes of its corners. */
    @Test
    void mapsFollowTheEpochAndTheWindow() {
        var experiment = builtIn("xor", "epochs=3");
        var planned = planned(experiment);
        var inputs = planned.inputs("Boundary");
        var file = write(experiment);
        Workbooks.edit(file, inputs.get(0), cell -> cell.setCellValue(1));
        Workbooks.edit(file, inputs.get(1), cell -> cell.setCellValue(-3));

        assertAgrees(file, engine("poi"));
        var corner = planned.computed("Boundary", Role.MAP).stream()
                .filter(cell -> planned.computedAt(cell).text().startsWith("1/(1+EXP("))
                .findFirst()
                .orElseThrow();
        var trained = new GradientDescent(
                        experiment.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters())
                .next()
                .next();
        var answer = experiment
                .network()
                .trace(trained, new Sample(new double[] {-3, 1.5}, new double[1]))
                .activation(3, 1);
        assertThat(((Value.Figure)
                                EngineValues.of(engine("poi"), file, "Boundary").get(corner))
                        .number())
                .isCloseTo(answer, within(1e-12));
    }
}
