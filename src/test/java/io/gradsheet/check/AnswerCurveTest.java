package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.network.Sample;
import io.gradsheet.recalc.Engine;
import io.gradsheet.sheet.Chart;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import io.gradsheet.training.GradientDescent;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a network of one input answers along the axis. */
class AnswerCurveTest {
    @TempDir
    private Path folder;

    private static NetworkExperiment curve(String... settings) {
        return (NetworkExperiment) Template.builtIn("curve")
                .read(Stream.concat(Stream.of("epochs=3"), Stream.of(settings))
                        .map(Setting::parse)
                        .toList());
    }

    private static Stream<SheetPlan> sheets(NetworkExperiment experiment) {
        return Lessons.of(experiment).plan().sheets().stream()
                .filter(sheet -> sheet.name().equals("Curve"));
    }

    /** From the first sample less a tenth to the last and a tenth, as round numbers. */
    @Test
    void theLineIsTheAnswerOfTheTrainedNetwork() {
        var experiment = curve();
        var planned = PlannedCells.of(Lessons.of(experiment).plan());
        var values = planned.computed("Curve", Role.VALUE).stream()
                .map(cell -> ((Value.Figure) planned.value(cell)).number())
                .toList();
        var descent = new GradientDescent(
                experiment.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters());
        var trained = experiment.initial();
        while (descent.hasNext()) {
            trained = descent.next().next();
        }

        assertThat(values).hasSize(2 * 51).startsWith(-4.0);
        for (var point = 0; point < values.size(); point += 2) {
            var sample = new Sample(new double[] {values.get(point)}, new double[1]);
            assertThat(values.get(point + 1))
                    .isCloseTo(experiment.network().trace(trained, sample).activation(3, 1), within(1e-12));
        }
    }

    @Test
    void theChartShowsTheLineAndTheSamples() {
        assertThat(sheets(curve()).flatMap(sheet -> sheet.features().stream()).filter(Chart.class::isInstance))
                .singleElement()
                .satisfies(chart -> assertThat(((Chart) chart).series())
                        .extracting(series -> series.sheet() + " " + series.mark())
                        .containsExactly("Curve LINE", "Data POINTS"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data.scale=standard",
                "data.scale={inputs: range, targets: standard}",
                "data.test={share: 0.2, seed: 1}",
                "train={batch: 10, order: {seed: 1}}"
            })
    void theLineFollowsTheChosenEpochAndStretch(String setting) {
        var experiment = curve(setting);
        var file = Workbooks.write(experiment, folder.resolve("curve.xlsx"));
        var inputs = PlannedCells.of(Lessons.of(experiment).plan()).inputs("Curve");
        Workbooks.edit(file, inputs.get(0), cell -> cell.setCellValue(1));
        Workbooks.edit(file, inputs.get(1), cell -> cell.setCellValue(-10.5));

        assertAgrees(file, Engine.named("poi").orElseThrow());
    }

    @Test
    void aNetworkTooWideForALineSaysSo() {
        var wide = curve("network.sizes=[1, 48, 1]");

        assertThat(sheets(wide)).isEmpty();
        assertThat(wide.remarks())
                .containsExactly(
                        "there is no sheet Curve: it has columns for each neuron, and 49 would be too many (at most 48)");
        assertThat(sheets((NetworkExperiment) Template.builtIn("xor").read(java.util.List.of())))
                .isEmpty();
    }
}
