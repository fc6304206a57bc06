package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Pass;
import io.gradsheet.network.Sample;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.RequiredProgram;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.testing.Experiments;
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
import org.junit.jupiter.params.provider.ValueSource;

/** What a workbook says of the trained network is computed from the parameters after the last epoch. */
class AfterTheLastEpochTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"poi, 1", "poi, 5", "libreoffice, 5", "gnumeric, 1"})
    void theLastRowOfCostIsThatOfTheTrainedParametersInEveryEngine(String name, int batch) {
        var engine = Engine.named(name).orElseThrow();
        RequiredProgram.of(engine);
        var experiment = Experiments.builtIn(
                "epochs=2", "train={batch: " + batch + ", order: {seed: 3}}", "data.pick={each: 6}");

        assertAgrees(Workbooks.write(experiment, folder.resolve("after.xlsx")), engine);
        assertThat(lastCost(experiment)).isCloseTo(cost(experiment, experiment.samples()), within(1e-12));
    }

    @Test
    void costsOfTheTestAreMeansWhereThoseOfLearningAre() {
        var sums = OwnData.kinds();
        var means = Experiments.with(sums, "train={gradient: mean, batch: 3}");
        var planned = PlannedCells.of(Lessons.of(means).plan());
        var row = planned.computed("Cost", Role.COST);
        var test = ((Value.Figure) planned.value(row.get(row.size() - 3))).number();
        var tested = means.data().test();
        assertThat(test).isCloseTo(cost(means, tested) / tested.size(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"poi", "libreoffice", "gnumeric"})
    void confusionShowsTheTrainedNetworkUnlessAnEpochIsChosen(String name) {
        var engine = Engine.named(name).orElseThrow();
        RequiredProgram.of(engine);
        var experiment = Experiments.with(OwnData.kinds(), "train={batch: 2, order: {seed: 1}}");
        var file = Workbooks.write(experiment, folder.resolve("confusion.xlsx"));
        assertAgrees(file, engine);

        var choice = PlannedCells.of(Lessons.of(experiment).plan())
                .inputs("Confusion")
                .get(0);
        Workbooks.edit(file, choice, cell -> cell.setCellValue(1));
        CheckAssertions.assertValuesAgree(file, engine);
    }

    private static double lastCost(NetworkExperiment experiment) {
        var planned = PlannedCells.of(Lessons.of(experiment).plan());
        var costs = planned.computed("Cost", Role.COST);
        return ((Value.Figure) planned.value(costs.get(costs.size() - 1))).number();
    }

    private static double cost(NetworkExperiment experiment, List<Sample> samples) {
        return new Pass(experiment.network(), trained(experiment), samples)
                .traces().stream().mapToDouble(SampleTrace::cost).sum();
    }

    private static Parameters trained(NetworkExperiment experiment) {
        var descent = new GradientDescent(
                experiment.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters());
        var last = experiment.initial();
        while (descent.hasNext()) {
            last = descent.next().next();
        }
        return last;
    }
}
