package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.RequiredProgram;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.testing.EngineValues;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Reference;
import io.gradsheet.testing.Workbooks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks of other functions than the book's: every engine computes what another program did, and no end is too far out. */
class NetworkFunctionsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "poi, digits01-12-4-2-tanh-softmax",
        "poi, digits01-12-5-4-2-relu-tanh-sigmoid",
        "libreoffice, digits01-12-4-2-tanh-softmax",
        "libreoffice, digits01-12-5-4-2-relu-tanh-sigmoid",
        "gnumeric, digits01-12-4-2-tanh-softmax",
        "gnumeric, digits01-12-5-4-2-relu-tanh-sigmoid"
    })
    void theFormulasGiveTheReference(String name, String file) {
        var engine = engine(name);
        var reference = Reference.read(file);
        var plan = Lessons.of(reference.experiment()).plan();
        var planned = PlannedCells.of(plan);
        var wrong = Workbooks.write(Workbooks.withWrongValues(plan), folder.resolve("wrong.xlsx"));

        var values = EngineValues.of(engine, wrong, "Training", "Cost", "Check");

        assertFigures(values, planned.computed("Cost", Role.COST), reference.costs());
        var trained = reference.trained().inOrder();
        var updates = planned.computed("Training", Role.UPDATE);
        assertFigures(values, updates.subList(updates.size() - trained.size(), updates.size()), trained);
        assertThat(values).containsEntry(planned.verdict(), Value.of("The sheet agrees with Java."));
    }

    private static void assertFigures(Map<Address, Value> values, List<Address> cells, List<Double> expected) {
        assertThat(cells).hasSameSizeAs(expected);
        for (var at = 0; at < cells.size(); at++) {
            assertThat(((Value.Figure) values.get(cells.get(at))).number())
                    .as("%s", cells.get(at))
                    .isCloseTo(expected.get(at), within(1e-9 * Math.max(1, Math.abs(expected.get(at)))));
        }
    }

    /** Weighted inputs far beyond what EXP can take, both ways, so that activations are 0 and 1 to the last digit. */
    @ParameterizedTest
    @CsvSource({
        "poi, 'sigmoid, tanh, softplus, softmax', cross-entropy",
        "poi, 'linear, leaky-relu, relu, sigmoid', cross-entropy",
        "poi, 'softplus, tanh, sigmoid, softmax', squared",
        "libreoffice, 'sigmoid, tanh, softplus, softmax', cross-entropy",
        "libreoffice, 'linear, leaky-relu, relu, sigmoid', cross-entropy",
        "gnumeric, 'sigmoid, tanh, softplus, softmax', cross-entropy",
        "gnumeric, 'linear, leaky-relu, relu, sigmoid', cross-entropy"
    })
    void noWeightedInputIsTooLarge(String name, String activations, String cost) {
        var experiment = Experiments.builtIn(
                "network.sizes=[12, 4, 4, 4, 2]",
                "network.activations=[" + activations + "]",
                "cost=" + cost,
                "epochs=2",
                "eta=0.001",
                "initial={normal: {deviation: 3000, seed: 3}}");
        assertAgrees(Workbooks.write(experiment, folder.resolve("far.xlsx")), engine(name));
    }

    /** Programs that compute TANH from EXP have an error beyond 709, where Java has ±1. */
    @ParameterizedTest
    @ValueSource(strings = {"poi", "libreoffice", "gnumeric"})
    void noWeightedInputIsTooLargeForAWrittenTanh(String name) {
        var experiment = Experiments.builtIn(
                "network.sizes=[12, 3, 2]",
                "network.activations=['0.5*z*(1+TANH(SQRT(2/PI())*(z+0.044715*z^3)))', sigmoid]",
                "epochs=2",
                "eta=0.001",
                "initial={normal: {deviation: 300, seed: 3}}");
        assertAgrees(Workbooks.write(experiment, folder.resolve("far.xlsx")), engine(name));
    }

    private static Engine engine(String name) {
        var engine = Engine.named(name).orElseThrow();
        RequiredProgram.of(engine);
        return engine;
    }
}
