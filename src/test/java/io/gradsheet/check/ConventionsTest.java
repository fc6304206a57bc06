package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.RequiredProgram;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.Provenance;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import io.gradsheet.testing.Workbooks;
import io.gradsheet.training.GradientDescent;
import io.gradsheet.training.QuickDescent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Written activations, costs of other scales and the conventions of other programs: what NumPy computed from their definitions
 * ({@code src/test/python/conventions.py}), Java and the workbook come to as well.
 */
class ConventionsTest {
    private static final Map<Integer, String> WEIGHTS =
            Map.of(1, "[[-0.7, 0.9]]", 3, "[[-0.7, 0.9], [0.3, 0.6], [-0.2, 0.8]]");
    private static final Map<Integer, String> BIASES = Map.of(1, "[0.1]", 3, "[0.1, -0.3, 0.5]");
    private static final String DATA = """
            x1,x2,t1,t2,t3
            0,0,0,1,0
            0,1,1,0,0
            1,0,1,0,0
            1,1,0,1,0
            """;

    @TempDir
    private Path folder;

    /**
     * A training.
     *
     * @param settings what is other than in the book
     * @param costs of the epochs, as they run
     * @param parameters after the last
     */
    record Case(int outputs, List<String> settings, List<Double> costs, List<Double> parameters) {
        NetworkExperiment experiment() {
            var yaml = """
                    lesson: 4.3-backpropagation
                    title: XOR
                    network: {sizes: [2, 2, %d], activations: sigmoid}
                    cost: squared
                    data: {file: xor.csv, inputs: [x1, x2], targets: %s}
                    eta: 0.25
                    epochs: 8
                    initial: {weights: [[[1.1, -0.9], [0.5, -0.5]], %s], biases: [[0.2, -0.4], %s]}
                    """.formatted(
                    outputs, List.of("t1", "t2", "t3").subList(0, outputs), WEIGHTS.get(outputs), BIASES.get(outputs));
            return (NetworkExperiment) Template.of(new Provenance("xor", yaml, List.of(), Map.of("xor.csv", DATA)))
                    .read(settings.stream().map(Setting::parse).toList());
        }

        @Override
        public String toString() {
            return String.join(" ", settings);
        }
    }

    static List<Case> cases() throws IOException {
        try (var in = ConventionsTest.class.getResourceAsStream("/reference/conventions.json")) {
            return new ObjectMapper().readValue(in, new TypeReference<List<Case>>() {});
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trainingComesToWhatTheDefinitionsSay(Case one) {
        var experiment = one.experiment();
        var descent = new GradientDescent(
                experiment.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters());
        var costs = new ArrayList<Double>();
        List<Double> parameters = List.of();
        while (descent.hasNext()) {
            var epoch = descent.next();
            costs.add(epoch.cost());
            parameters = epoch.next().toList();
        }
        assertClose(costs, one.costs());
        assertClose(parameters, one.parameters());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theQuickWayOfTrainingIsTheSame(Case one) {
        var experiment = one.experiment();
        try (var descent = new QuickDescent(
                experiment.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters(), 1)) {
            for (var epoch = 1; epoch <= experiment.epochs(); epoch++) {
                descent.next();
            }
            assertClose(descent.parameters().toList(), one.parameters());
        }
    }

    private static void assertClose(List<Double> actual, List<Double> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (var i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i)).as("number %d", i + 1).isCloseTo(expected.get(i), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCellOfTheWorkbookAgrees(Case one) {
        assertAgrees(Workbooks.write(one.experiment(), folder.resolve("conventions.xlsx")), engine("poi"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"libreoffice", "gnumeric"})
    void otherProgramsAgree(String name) throws IOException {
        var all = cases();
        for (var place : List.of(1, 2, all.size() - 1)) {
            var experiment = all.get(place).experiment();
            assertAgrees(Workbooks.write(experiment, folder.resolve(place + ".xlsx")), engine(name));
        }
    }

    private static Engine engine(String name) {
        var engine = Engine.named(name).orElseThrow();
        RequiredProgram.of(engine);
        return engine;
    }
}
