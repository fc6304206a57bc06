package io.gradsheet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gradsheet.network.Parameters;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.testing.Experiments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings of convolutional networks on the 96 images of 1, 2 and 3, as PyTorch computed them in numbers of 64 bits. */
class ConvolutionReferenceTest {
    private static JsonNode read(String name) {
        try (var in = ConvolutionReferenceTest.class.getResourceAsStream("/reference/" + name + ".json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String layer(JsonNode layer) {
        var activation = ", activation: " + layer.path("activation").asText() + "}";
        var size = layer.path("size").asInt();
        return switch (layer.get("kind").asText()) {
            case "convolution" ->
                "{convolution: {filters: %d, size: [%d, %d]}%s"
                        .formatted(layer.get("filters").asInt(), size, size, activation);
            case "pool" ->
                "{pool: %s, size: [%d, %d]}".formatted(layer.get("by").asText(), size, size);
            default -> "{dense: " + layer.get("units").asInt() + activation;
        };
    }

    private static NetworkExperiment experiment(JsonNode reference) {
        var learning = new ArrayList<JsonNode>();
        reference.get("initial").forEach(layer -> {
            if (!layer.path("weights").isMissingNode()) {
                learning.add(layer);
            }
        });
        var yaml = """
                lesson: 4.3-backpropagation
                network: {layers: [%s]}
                cost: %s
                data: {file: samples.csv, classes: [1, 2, 3], image: {rows: 6, columns: 6}}
                eta: %s
                epochs: %d
                initial: {weights: %s, biases: %s}
                """.formatted(
                        StreamSupport.stream(reference.get("layers").spliterator(), false)
                                .map(ConvolutionReferenceTest::layer)
                                .collect(Collectors.joining(", ")),
                        reference.get("cost").asText(),
                        reference.get("eta").asText(),
                        reference.get("epochs").asInt(),
                        learning.stream().map(layer -> layer.get("weights")).toList(),
                        learning.stream().map(layer -> layer.get("biases")).toList());
        try {
            return Experiments.of(yaml, Files.readString(Path.of("templates", "data", "digits123-6x6.csv")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tables of weights and biases in the order of the columns: of each filter or neuron the weights, then the bias. */
    private static List<Double> inOrder(JsonNode weights, JsonNode biases) {
        var all = new ArrayList<Double>();
        for (var group = 0; group < biases.size(); group++) {
            gather(weights.get(group), all);
            all.add(biases.get(group).asDouble());
        }
        return all;
    }

    private static void gather(JsonNode node, List<Double> numbers) {
        if (node.isNumber()) {
            numbers.add(node.asDouble());
        } else {
            node.forEach(each -> gather(each, numbers));
        }
    }

    private static void assertClose(Parameters found, List<Double> expected) {
        assertThat(found.toList()).hasSameSizeAs(expected);
        for (var i = 0; i < expected.size(); i++) {
            assertClose("parameter " + (i + 1), found.toList().get(i), expected.get(i));
        }
    }

    private static void assertClose(String what, double found, double expected) {
        assertThat(found).as(what).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits123-conv3-max2-3-sigmoid-squared", "digits123-conv2-avg2-3-relu-softmax"})
    void costsGradientsAndTrainedParametersAreThoseOfTheReference(String name) {
        var reference = read(name);
        var experiment = experiment(reference);
        var descent = new GradientDescent(
                experiment.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters());
        var trained = experiment.initial();
        while (descent.hasNext()) {
            var epoch = descent.next();
            assertClose(
                    "cost before epoch " + epoch.epoch(),
                    epoch.cost(),
                    reference.get("costBeforeEpoch").get(epoch.epoch() - 1).asDouble());
            if (epoch.epoch() == 1) {
                var gradients = reference.get("gradientsOfEpoch1");
                var expected = inOrder(gradients.get(0), gradients.get(1));
                expected.addAll(inOrder(gradients.get(2), gradients.get(3)));
                assertClose(epoch.steps().get(0).gradient(), expected);
            }
            trained = epoch.next();
        }
        var expected = new ArrayList<Double>();
        reference.get("final").forEach(layer -> {
            if (!layer.path("weights").isMissingNode()) {
                expected.addAll(inOrder(layer.get("weights"), layer.get("biases")));
            }
        });
        assertClose(trained, expected);
        var after = Evaluation.of(experiment.network(), trained, experiment.samples(), false);
        assertClose("final cost", after.cost(), reference.get("finalCost").asDouble());
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits123-conv3-max2-3-sigmoid-squared", "digits123-conv2-avg2-3-relu-softmax"})
    void trainingWithoutTracesHasTheSameBits(String name) {
        var experiment = experiment(read(name));
        var descent = new GradientDescent(
                experiment.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters());
        try (var quick = new QuickDescent(
                experiment.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters(), 2)) {
            while (descent.hasNext()) {
                quick.next();
                var epoch = descent.next();
                assertThat(quick.cost()).isEqualTo(epoch.cost());
                assertThat(quick.parameters().toArray())
                        .containsExactly(epoch.next().toArray());
            }
        }
    }
}
