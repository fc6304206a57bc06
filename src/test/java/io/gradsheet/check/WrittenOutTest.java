package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.lesson.frame.InputException;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.RequiredProgram;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The neuron that Zoom writes out with numbers: its sum comes out, and it follows the learner's choice. */
class WrittenOutTest {
    @TempDir
    private Path folder;

    private static final PlannedCells PLANNED =
            PlannedCells.of(Lessons.of(Experiments.builtIn("epochs=2")).plan());

    private Path chosen(String neuron, int weight) {
        var inputs = PLANNED.inputs("Zoom");
        var file = Workbooks.write(Experiments.builtIn("epochs=2"), folder.resolve("chosen.xlsx"));
        Workbooks.edit(file, inputs.get(4), cell -> cell.setCellValue(neuron));
        Workbooks.edit(file, inputs.get(5), cell -> cell.setCellValue(weight));
        return file;
    }

    private static List<Double> numbers(Role role) {
        return PLANNED.computed("Zoom", role).stream()
                .map(PLANNED::value)
                .filter(Value.Figure.class::isInstance)
                .map(value -> ((Value.Figure) value).number())
                .toList();
    }

    @Test
    void theTermsComeToTheWeightedInput() {
        var summands = numbers(Role.SUMMAND);
        var factors = numbers(Role.FACTOR);
        var sum = summands.get(12);
        for (var k = 0; k < 12; k++) {
            sum += summands.get(k) * factors.get(k);
        }
        assertThat(numbers(Role.EQUALS).get(0)).isCloseTo(sum, within(1e-12));
    }

    @Test
    void theUpdateIsThatOfTheTrainingSheet() {
        var updated = numbers(Role.EQUALS);
        var next = PLANNED.computed("Training", Role.UPDATE).get(0);
        assertThat(PLANNED.value(next)).isEqualTo(Value.of(updated.get(updated.size() - 1)));
    }

    @ParameterizedTest
    @CsvSource({"poi, a³₂, 2", "poi, a²₃, 12", "poi, a³₁, 7", "libreoffice, a³₂, 3", "gnumeric, a³₂, 3"})
    void itFollowsTheChoice(String name, String neuron, int weight) {
        var engine = Engine.named(name).orElseThrow();
        RequiredProgram.of(engine);
        assertAgrees(chosen(neuron, weight), engine);
    }

    /** Steps of 24, 24 and 16 samples: each sample shows what its own step makes of the weight. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train={batch: 24, schedule: {inverse: {rate: 1}}} | 3 | w_{i}, η, Σ: next",
                "train={batch: 24, optimiser: momentum} | 64 | w_{i}, v: next = value + v",
                "train={batch: 24, optimiser: {adam: {epsilon: 0.001}}, gradient: mean} | 64 | w_{i}, mean, m, s: next",
                "train={batch: 24, optimiser: nesterov, decay: 0.1, order: {seed: 1}} | 30 | w_{i}, g, v: next"
            })
    void everyMethodsUpdateIsWrittenOut(String train, int sample, String words) {
        var experiment = Experiments.builtIn("epochs=2", train);
        var planned = PlannedCells.of(Lessons.of(experiment).plan());
        var file = Workbooks.write(experiment, folder.resolve("steps.xlsx"));
        Workbooks.edit(file, planned.inputs("Zoom").get(1), cell -> cell.setCellValue(sample));

        assertAgrees(file, Engine.named("poi").orElseThrow());
        assertThat(planned.labels("Zoom").stream().map(cell -> ((Cell.Label) planned.at(cell)).text()))
                .anyMatch(text -> text.text().startsWith(RichText.of(words).text()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain | a³₁ | 2",
                "plain | a³₁ | 12",
                "momentum | a²₂ | 1",
                "{adam: {epsilon: 0.001}} | a³₁ | 2",
            })
    void aFixedWeightIsSaidToStay(String optimiser, String neuron, int weight) {
        var experiment =
                Experiments.builtIn("epochs=2", "train={frozen: [w2_11, w3_12], optimiser: " + optimiser + "}");
        var planned = PlannedCells.of(Lessons.of(experiment).plan());
        var inputs = planned.inputs("Zoom");
        var file = Workbooks.write(experiment, folder.resolve("fixed.xlsx"));
        assertThat(planned.computed().stream()
                        .filter(cell -> cell.sheet().equals("Zoom"))
                        .map(planned::value))
                .containsOnlyOnce(Value.of("fixed"));

        Workbooks.edit(file, inputs.get(4), cell -> cell.setCellValue(neuron));
        Workbooks.edit(file, inputs.get(5), cell -> cell.setCellValue(weight));
        assertAgrees(file, Engine.named("poi").orElseThrow());
    }

    @Test
    void aNeuronThatIsNotThereIsRefused() {
        var file = chosen("a⁹₁", 1);
        assertThatThrownBy(() -> assertAgrees(file, Engine.named("poi").orElseThrow()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Zoom!")
                .hasMessageContaining("a²₁");
    }

    @Test
    void theDropDownOffersEveryNeuron() {
        var names = PLANNED.labels("Zoom").stream()
                .map(PLANNED::at)
                .map(cell -> ((Cell.Label) cell).text().text());
        assertThat(names).contains("a²₁", "a²₂", "a²₃", "a³₁", "a³₂");
    }
}
