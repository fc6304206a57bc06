package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertValuesAgree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.RequiredProgram;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.testing.EngineValues;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import io.gradsheet.training.GradientDescent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A learner changes an input and saves: Java trains again from it, and the workbook's own verdict says that it was changed. */
class ChangedInputTest {
    private static final double CHANGED = 0.25;

    private final NetworkExperiment experiment = Experiments.small(List.of(2, 3, 2), 3, 3, 0.5, 4, "en");
    private final PlannedCells planned = PlannedCells.of(Lessons.of(experiment).plan());

    @TempDir
    private Path folder;

    private Path file;

    enum Change {
        ETA,
        WEIGHT,
        PIXEL,
        LABEL
    }

    private Address cell(Change change) {
        return switch (change) {
            case ETA -> planned.eta();
            case WEIGHT -> planned.initial().get(1);
            case PIXEL -> planned.pixels(2).get(3);
            case LABEL -> planned.sampleLabels(2).get(1);
        };
    }

    /** The same change made to the experiment, without any sheet. */
    private NetworkExperiment inJava(Change change) {
        var samples = experiment.samples();
        var initial = experiment.initial();
        var eta = experiment.learningRate();
        return switch (change) {
            case ETA -> experiment.with(experiment.data(), initial, CHANGED);
            case WEIGHT -> experiment.with(experiment.data(), withSecondWeight(initial), eta);
            case PIXEL -> {
                var inputs = new double[] {samples.get(1).input(1), CHANGED};
                yield experiment.with(
                        experiment.data().with(withSecondSample(inputs, targets(experiment))), initial, eta);
            }
            case LABEL -> {
                var targets = targets(experiment);
                var turned = new double[] {targets[1], targets[0]};
                yield experiment.with(
                        experiment.data().with(withSecondSample(inputs(experiment), turned)), initial, eta);
            }
        };
    }

    private static double[] inputs(NetworkExperiment was) {
        var sample = was.samples().get(1);
        return new double[] {sample.input(1), sample.input(2)};
    }

    private static double[] targets(NetworkExperiment was) {
        var sample = was.samples().get(1);
        return new double[] {sample.target(1), sample.target(2)};
    }

    private List<Sample> withSecondSample(double[] inputs, double[] targets) {
        var samples = new ArrayList<>(experiment.samples());
        samples.set(1, new Sample(inputs, targets));
        return samples;
    }

    private static Parameters withSecondWeight(Parameters was) {
        var values = was.toArray();
        values[1] = CHANGED;
        return was.with(values);
    }

    @BeforeEach
    void write() {
        file = Workbooks.write(experiment, folder.resolve("lesson.xlsx"));
    }

    @ParameterizedTest
    @CsvSource({
        "ETA, poi",
        "WEIGHT, poi",
        "PIXEL, poi",
        "LABEL, poi",
        "ETA, libreoffice",
        "LABEL, libreoffice",
        "WEIGHT, gnumeric",
        "PIXEL, gnumeric"
    })
    void theSheetFollowsTheChangeAsJavaDoes(Change change, String name) {
        var engine = Engine.named(name).orElseThrow();
        RequiredProgram.of(engine);
        make(change);

        assertThat(Verification.of(file, Progress.SILENT).findings()).isEmpty();
        assertValuesAgree(file, engine);
        var values = EngineValues.of(engine, file, "Check", "Cost");
        assertThat(((Value.Text) values.get(planned.verdict())).text()).startsWith("An input was changed: ");
        assertCosts(inJava(change), values);
    }

    private void make(Change change) {
        var address = cell(change);
        if (change != Change.LABEL) {
            Workbooks.edit(file, address, cell -> cell.setCellValue(CHANGED));
            return;
        }
        // The other of the two classes, "cat" and 7.
        var second = experiment.samples().get(1).answer() == 2;
        Workbooks.edit(file, address, cell -> {
            if (second) {
                cell.setCellValue("cat");
            } else {
                cell.setCellValue(7);
            }
        });
    }

    /** The costs on the sheet are those of a training that knows nothing of sheets. */
    private void assertCosts(NetworkExperiment changed, Map<Address, Value> values) {
        var descent =
                new GradientDescent(changed.network(), changed.samples(), changed.initial(), changed.hyperparameters());
        var before = new GradientDescent(
                changed.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters());
        var costs = planned.computed("Cost", Role.COST);
        assertThat(costs).as("of every epoch, and after the last").hasSize(changed.epochs() + 1);
        for (var cell : costs.subList(0, changed.epochs())) {
            var cost = ((Value.Figure) values.get(cell)).number();
            assertThat(cost).isCloseTo(descent.next().cost(), within(1e-9));
            // η first shows in the second epoch.
            if (!cell.equals(costs.get(0))) {
                assertThat(cost).isNotCloseTo(before.next().cost(), within(1e-6));
            } else {
                before.next();
            }
        }
    }
}
