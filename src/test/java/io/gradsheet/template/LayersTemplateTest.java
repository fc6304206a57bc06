package io.gradsheet.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gradsheet.network.Activation;
import io.gradsheet.network.Convolution;
import io.gradsheet.network.Dense;
import io.gradsheet.network.Initialization;
import io.gradsheet.network.Network;
import io.gradsheet.network.Pooling;
import io.gradsheet.network.Recurrent;
import io.gradsheet.network.Volume;
import io.gradsheet.testing.Experiments;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks whose layers a template lists one by one. */
class LayersTemplateTest {
    private static final String MAPS = """
            lesson: 4.3-backpropagation
            network:
              layers:
                - {convolution: {filters: 3, size: [3, 3]}, activation: sigmoid}
                - {pool: max, size: [2, 2]}
                - {dense: 2, activation: softmax}
            cost: cross-entropy
            data: {file: samples.csv, classes: [a, b], image: {rows: 6, columns: 6}}
            eta: 0.1
            epochs: 1
            initial: {normal: {seed: 1}}
            """;

    private static final String STEPS = """
            lesson: 4.3-backpropagation
            network:
              input: {steps: 4, units: 2}
              layers: [{recurrent: {units: 3}, activation: tanh}, {dense: 2, activation: sigmoid}]
            cost: squared
            data: {file: samples.csv, classes: [a, b]}
            eta: 0.1
            epochs: 1
            initial: {normal: {seed: 1}}
            """;

    private static NetworkExperiment read(String yaml) {
        return Experiments.of(yaml, csv(yaml.equals(STEPS) || yaml.contains("steps: 4, units: 2") ? 8 : 36));
    }

    private static String csv(int inputs) {
        var row = String.join(",", Collections.nCopies(inputs, "1"));
        return row.replace("1", "x") + ",label\n" + row + ",a\n" + row.replace("1", "0") + ",b\n";
    }

    private static Network network(String yaml) {
        return read(yaml).network();
    }

    @Test
    void aPictureIsConvolvedPooledAndReadByADenseLayer() {
        var picture = new Volume(1, 6, 6);
        var convolution = new Convolution(picture, 3, 3, 3, 1, false, new Activation.Sigmoid());
        assertThat(network(MAPS).following())
                .containsExactly(
                        convolution,
                        new Pooling(new Volume(3, 4, 4), Pooling.By.MAX, 2, 2),
                        new Dense(12, 2, new Activation.Softmax()));
        assertThat(network(MAPS).parameterCount()).isEqualTo(3 * 10 + 2 * 13);
    }

    @Test
    void paddingKeepsTheSizeAndAStrideMakesItSmaller() {
        var padded = MAPS.replace("size: [3, 3]", "size: [3, 3], padding: same");
        assertThat(network(padded).sizes()).containsExactly(36, 108, 27, 2);
        var strided = MAPS.replace("size: [3, 3]", "size: [3, 3], padding: same, stride: 3");
        assertThat(network(strided).sizes()).containsExactly(36, 12, 3, 2);
    }

    @Test
    void severalPicturesAreMapsOfTheFirstLayer() {
        var yaml = MAPS.replace(", image: {rows: 6, columns: 6}", "")
                .replace("  layers:", "  input: {rows: 6, columns: 2, maps: 3}\n  layers:")
                .replace("size: [3, 3]", "size: [3, 1]");
        assertThat(network(yaml).layer(2).weights()).isEqualTo(9);
        assertThat(network(yaml).sizes()).containsExactly(36, 24, 6, 2);
    }

    @Test
    void aDenseLayerReadsTheLastStepOfASequence() {
        assertThat(network(STEPS).following())
                .containsExactly(
                        new Recurrent(4, 2, 3, new Activation.Tanh()), new Dense(12, 3, 2, new Activation.Sigmoid()));
        assertThat(network(STEPS).parameterCount()).isEqualTo(3 * 6 + 2 * 4);
    }

    @Test
    void denseLayersCanBeListedToo() {
        var yaml = Points.RIGHT
                .yaml()
                .replace("sizes: [2, 3, 2]", "input: 2")
                .replace(
                        "activations: sigmoid",
                        "layers: [{dense: 3, activation: sigmoid}, {dense: 2, activation: sigmoid}]");
        assertThat(new Points(yaml, Points.RIGHT.csv()).read().network())
                .isEqualTo(Points.RIGHT.read().network());
    }

    @Test
    void weightsOfAFilterStandInOneListOrInRows() {
        var filters =
                "[[1, 2, 3, 4, 5, 6, 7, 8, 9], [[1, 2, 3], [4, 5, 6], [7, 8, 9]], [[[9, 8, 7], [6, 5, 4], [3, 2, 1]]]]";
        var rows = List.of(Collections.nCopies(12, 1), Collections.nCopies(12, 2));
        var initial = read(MAPS.replace(
                        "{normal: {seed: 1}}",
                        "{weights: [" + filters + ", " + rows + "], biases: [[10, 11, 12], [13, 14]]}"))
                .initial();
        assertThat(initial.weight(2, 1, 9)).isEqualTo(9);
        assertThat(initial.weight(2, 2, 4)).isEqualTo(4);
        assertThat(initial.weight(2, 3, 4)).isEqualTo(6);
        assertThat(initial.bias(2, 3)).isEqualTo(12);
        assertThat(initial.weight(4, 2, 12)).isEqualTo(2);
        assertThat(initial.bias(4, 2)).isEqualTo(14);
    }

    @Test
    void whatIsDrawnForAFilterGoesByItsWindowAndByHowManyFiltersThereAre() {
        var network = network(MAPS);
        var drawn = new Initialization.Xavier().draw(network, 5);
        var most = Math.sqrt(6.0 / (9 + 27));
        assertThat(drawn.toList().subList(0, 30)).allMatch(weight -> Math.abs(weight) <= most);
        assertThat(drawn.toList().subList(0, 30)).anyMatch(weight -> Math.abs(weight) > 0.8 * most);
        var readout = Math.sqrt(6.0 / (12 + 2));
        assertThat(drawn.toList().subList(30, 56)).anyMatch(weight -> Math.abs(weight) > 0.8 * readout);
    }

    @Test
    void parametersOfFiltersCanBeFrozen() {
        var frozen = read(MAPS + "train: {frozen: [w2_35, b2_1, w4_2_12]}\n")
                .hyperparameters()
                .frozen();
        assertThat(frozen.hasWeight(2, 3, 5)).isTrue();
        assertThat(frozen.hasBias(2, 1)).isTrue();
        assertThat(frozen.hasWeight(4, 2, 12)).isTrue();
        assertThat(frozen.count()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            size: [2, 2] | size: [3, 3] | small.yaml:5:25: layer 3 of network.layers.size does not fit: 6 × 6 with 3 × 3 gives 4 × 4; 3 × 3 pooling needs rows in multiples of 3 and columns in multiples of 3
            size: [3, 3] | size: [4, 4] | small.yaml:5:25: layer 3 of network.layers.size does not fit: 6 × 6 with 4 × 4 gives 3 × 3; 2 × 2 pooling needs an even number of rows and of columns
            size: [3, 3] | size: [7, 3] | small.yaml:4:40: layer 2 of network.layers.convolution.size is 7 × 3, but there is nothing but 6 × 6 to slide over; make it smaller, or write padding: same
            size: [3, 3] | size: [3] | small.yaml:4:40: layer 2 of network.layers.convolution.size has 1 number, but must have 2, rows and columns
            pool: max | pool: least | small.yaml:5:14: layer 3 of network.layers.pool cannot be 'least'; there are: max, average
            activation: sigmoid | activation: softmax | small.yaml:4:61: layer 2 of network.layers.activation cannot be softmax here: it shares 1 among the classes, which only a dense last layer has; take another
            filters: 3 | filters: 16384 | small.yaml:4:7: layer 2 of network.layers makes 262,144 units, but at most 100,000 are possible; make it smaller
            dense: 2 | recurrent: {units: 2} | small.yaml:6:7: layer 4 of network.layers cannot be recurrent: it reads a sequence step by step, and there is none after the layer before
            dense: 2 | neurons: 2 | small.yaml:6:7: layer 4 of network.layers must have one of these keys: dense, convolution, pool, recurrent
            '    - {dense: 2, activation: softmax}' | '' | small.yaml:5:7: layer 3 of network.layers cannot be the last layer, which gives the outputs: add {dense: …}
            image: {rows: 6 | image: {rows: 5 | small.yaml:5:25: layer 3 of network.layers.size does not fit: 5 × 6 with 3 × 3 gives 3 × 4; 2 × 2 pooling needs an even number of rows and of columns
            ', image: {rows: 6, columns: 6}' | '' | small.yaml:3:3: network has no key 'input'; say how many inputs there are, as input: 12, input: {rows: 6, columns: 6} or input: {steps: 5, units: 1}; or give data.image
            '  layers:' | '  sizes: [36, 2]\n  layers:' | small.yaml:3:10: network.sizes cannot go with network.layers, which says it layer by layer; keep one of them
            '  layers:' | '  input: 36\n  layers:' | small.yaml:5:7: layer 2 of network.layers cannot be a convolution: its filters slide over rows and columns, and there are none; say in network how the inputs lie: input: {rows: …, columns: …}, or data.image
            '  layers:' | '  input: {rows: 6, columns: 8}\n  layers:' | small.yaml:9:51: data.image has 36 pixels (6 rows of 6), but the network has 48 inputs; change one of them
            'initial:' | 'train: {frozen: [w2_4_1]}\ninitial:' | small.yaml:11:18: parameter 1 of train.frozen names filter 4 of layer 2, but filters there count from 1 to 3
            'initial:' | 'train: {frozen: [w2_3_10]}\ninitial:' | small.yaml:11:18: parameter 1 of train.frozen names weight 10 of a filter of layer 2, but weights there count from 1 to 9
            'initial:' | 'train: {frozen: [b3_1]}\ninitial:' | small.yaml:11:18: parameter 1 of train.frozen is in layer 3, which pools and has no parameters
            '{normal: {seed: 1}}' | '{weights: [[[1, [2, 3]], [1], [1]], [[1], [1]]], biases: [[1, 2, 3], [1, 2]]}' | small.yaml:11:22: row 1 of layer 2 of initial.weights has 3 weights, but must have 9, one for each place of the filter's window in each map of layer 1
            """)
    void whatDoesNotGoTogetherIsRefusedWithTheShapes(String part, String replacement, String complaint) {
        assertThat(MAPS).contains(part);
        var yaml = MAPS.replace(part, replacement == null ? "" : replacement.replace("\\n", "\n"));
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read(yaml))
                .withMessage(complaint);
    }

    @Test
    void listsThatGrowByAliasesAreRefusedAtOnce() {
        var yaml = MAPS.replace(
                "{normal: {seed: 1}}",
                "{weights: [[&a [1, 1, 1, 1, 1, 1], &b [*a, *a, *a, *a, *a], [*b, *b, *b, *b]], [[1], [1]]],"
                        + " biases: [[1, 2, 3], [1, 2]]}");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read(yaml))
                .withMessageContaining("row 1 of layer 2 of initial.weights has 6 weights");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read(MAPS.replace(
                        "{normal: {seed: 1}}", "{weights: [[[], [], []], [[1], [1]]], biases: [[1, 2, 3], [1, 2]]}")))
                .withMessageContaining("must not be empty");
    }
}
