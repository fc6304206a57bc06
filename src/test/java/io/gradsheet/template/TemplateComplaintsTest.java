package io.gradsheet.template;

import static io.gradsheet.template.Points.RIGHT;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateComplaintsTest {
    private static final String ACTIVATIONS = listed(Activation.all(), Activation::name);
    private static final String COSTS = listed(Cost.all(), Cost::name);
    private static final String LESSONS = listed(LessonKind.all(), LessonKind::lesson);
    private static final String LAUGHS = "a: &a [1, 1]\n"
            + Stream.iterate('b', c -> (char) (c + 1))
                    .limit(20)
                    .map(c -> "%c: &%c [*%c, *%c, *%c, *%c]%n".formatted(c, c, c - 1, c - 1, c - 1, c - 1))
                    .reduce("", String::concat);

    private static <T> String listed(List<T> items, Function<T, String> name) {
        return items.stream().map(name).collect(Collectors.joining(", "));
    }

    static List<Arguments> wrongTemplates() {
        return List.of(
                // YAML
                arguments(
                        "eta: 0.5",
                        "eta: [0.5",
                        "points.yaml:10:7: the YAML is broken here: while parsing a flow sequence, expected ',' or ']', but got :"),
                arguments(
                        "eta: 0.5",
                        "eta: 'x",
                        "points.yaml:22:1: the YAML is broken here: while scanning a quoted scalar, found unexpected end of stream"),
                arguments(
                        "eta: 0.5",
                        "\teta: 0.5",
                        "points.yaml:9:1: the YAML is broken here: while scanning for the next token, found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)"),
                arguments(
                        "eta: 0.5",
                        "eta: \u0007",
                        "points.yaml:9:6: the character U+0007 is not allowed in YAML; remove it"),
                arguments(
                        "eta: 0.5",
                        "eta: *none",
                        "points.yaml:9:6: the YAML is broken here: found undefined alias none"),
                arguments(
                        "eta: 0.5",
                        "eta: " + "[".repeat(100_000),
                        "points.yaml:9:55: lists and keys are nested more than 50 deep; make them flatter"),
                arguments(
                        "eta: 0.5",
                        "eta: !!java.net.URL [x]",
                        "points.yaml:9:6: eta has a tag, tag:yaml.org,2002:java.net.URL, which templates do not use; remove it"),
                arguments(
                        "eta: 0.5",
                        "eta: !a%20 0.5",
                        "points.yaml: the YAML cannot be read: a tag (!name) is not valid: Tag must not contain leading or"
                                + " …"),
                arguments(
                        "eta: 0.5",
                        "? [a, b]\n: 0.5",
                        "points.yaml:9:3: a key must be a word, and not a list or a group of keys"),
                arguments(
                        "eta: 0.5",
                        "eta: 0.5\n---\neta: 0.4",
                        "points.yaml:10:1: the YAML is broken here: expected a single document in the stream, but found another document"),
                arguments(
                        "lesson: 4.3-backpropagation",
                        LAUGHS,
                        "points.yaml:14:16: there are more than 50 aliases (*name); write their values out"),
                // keys
                arguments(
                        "eta: 0.5",
                        "etta: 0.5",
                        "points.yaml:9:1: there is no key 'etta' in the template; did you mean 'eta'? there are: lesson, title, about, language, exercise, network, cost, data, eta, epochs, train, initial, detail, zoom"),
                arguments(
                        "eta: 0.5",
                        "<<: {eta: 0.5}",
                        "points.yaml:9:1: there is no key '<<' in the template; there are: lesson, title, about, language, exercise, network, cost, data, eta, epochs, train, initial, detail, zoom"),
                arguments(
                        "eta: 0.5",
                        "eta: 0.5\neta: 0.5",
                        "points.yaml:10:1: the key 'eta' is here a second time, after points.yaml:9:1; remove one of them"),
                arguments("eta: 0.5\n", "", "points.yaml:1:1: the template has no key 'eta'; add it"),
                arguments("  sizes: [2, 3, 2]\n", "", "points.yaml:3:3: network has no key 'sizes'; add it"),
                arguments(
                        "  sizes: [2, 3, 2]\n",
                        "  size: [2, 3, 2]\n",
                        "points.yaml:3:3: there is no key 'size' in network; did you mean 'sizes'? there are: sizes, activations"),
                arguments(
                        "lesson: 4.3-backpropagation\n",
                        "",
                        "points.yaml:1:1: the template has no key 'lesson'; add it"),
                arguments(
                        "lesson: 4.3-backpropagation",
                        "lesson: 4.3",
                        "points.yaml:1:9: lesson cannot be '4.3'; did you mean '4.3-backpropagation'? there are: "
                                + LESSONS),
                arguments(
                        "lesson: 4.3-backpropagation",
                        "lesson: cooking",
                        "points.yaml:1:9: lesson cannot be 'cooking'; there are: " + LESSONS),
                // heading
                arguments("eta: 0.5", "eta: 0.5\ntitle: [1]", "points.yaml:10:8: title must be a text, but is a list"),
                arguments(
                        "eta: 0.5",
                        "eta: 0.5\ntitle: {fr: Bonjour}",
                        "points.yaml:10:9: there is no key 'fr' in title; there are: en, zh"),
                arguments(
                        "eta: 0.5",
                        "eta: 0.5\nlanguage: fr",
                        "points.yaml:10:11: language cannot be 'fr'; there are: en, zh"),
                // numbers
                arguments("eta: 0.5", "eta: fast", "points.yaml:9:6: eta must be a number, but is 'fast'"),
                arguments(
                        "eta: 0.5",
                        "eta: '0.5'",
                        "points.yaml:9:6: eta must be a number, but is the quoted text '0.5'"),
                arguments("eta: 0.5", "eta:", "points.yaml:9:5: eta must be a number, but is empty"),
                arguments("eta: 0.5", "eta: {a: 1}", "points.yaml:9:6: eta must be a number, but is a group of keys"),
                arguments("eta: 0.5", "eta: 0", "points.yaml:9:6: eta must be larger than 0, but is 0"),
                arguments("eta: 0.5", "eta: .inf", "points.yaml:9:6: eta must be a finite number, but is .inf"),
                arguments("eta: 0.5", "eta: 1e999", "points.yaml:9:6: eta must be a finite number, but is 1e999"),
                arguments("eta: 0.5", "eta: NaN", "points.yaml:9:6: eta must be a finite number, but is NaN"),
                arguments("eta: 0.5", "eta: 0x1p3", "points.yaml:9:6: eta must be a number, but is '0x1p3'"),
                arguments(
                        "epochs: 10",
                        "epochs: 0",
                        "points.yaml:10:9: epochs must be a whole number from 1 to 1,000,000, but is 0"),
                arguments("epochs: 10", "epochs: 2.5", "points.yaml:10:9: epochs must be a whole number, but is 2.5"),
                arguments(
                        "epochs: 10",
                        "epochs: 99999999999999999999",
                        "points.yaml:10:9: epochs must be a whole number from 1 to 1,000,000, but is 99999999999999999999"),
                // network
                arguments(
                        "network:",
                        "network: 5\nx:",
                        "points.yaml:3:1: there is no key 'x' in the template; there are: lesson, title, about, language, exercise, network, cost, data, eta, epochs, train, initial, detail, zoom"),
                arguments("sizes: [2, 3, 2]", "sizes: 3", "points.yaml:3:10: network.sizes must be a list, but is 3"),
                arguments(
                        "sizes: [2, 3, 2]",
                        "sizes: [2]",
                        "points.yaml:3:10: network.sizes must have at least two layers, the input layer and the output layer"),
                arguments(
                        "sizes: [2, 3, 2]",
                        "sizes: [2, 0, 2]",
                        "points.yaml:3:14: layer 2 of network.sizes must be a whole number from 1 to 16,384, but is 0"),
                arguments(
                        "sizes: [2, 3, 2]",
                        "sizes: [2, 16384, 16384]",
                        "points.yaml:3:10: network.sizes makes a network of 268,500,992 weights and biases, but at most 1,000,000 are possible; make its layers smaller"),
                arguments(
                        "activations: sigmoid",
                        "activations: sigmoit",
                        "points.yaml:4:16: network.activations cannot be 'sigmoit'; did you mean 'sigmoid'? there are: "
                                + ACTIVATIONS),
                arguments(
                        "activations: sigmoid",
                        "activations: [sigmoid]",
                        "points.yaml:4:16: network.activations has 1 activation, but must have 2, one for each layer after the first"),
                arguments(
                        "activations: sigmoid",
                        "activations: [sigmoid, wave]",
                        "points.yaml:4:26: activation 2 of network.activations cannot be 'wave'; there are: "
                                + ACTIVATIONS),
                arguments("cost: squared", "cost: low", "points.yaml:5:7: cost cannot be 'low'; there are: " + COSTS),
                // data
                arguments(
                        "file: points.csv",
                        "file: ../../etc/passwd",
                        "points.yaml:7:9: the workbook holds no data file called '../../etc/passwd'; generate it again"),
                arguments(
                        "classes: [in, out]",
                        "classes: [in]",
                        "points.yaml:8:12: data.classes has 1 class, but must have 2, one for each neuron of the last layer"),
                arguments(
                        "classes: [in, out]",
                        "classes: [in, in]",
                        "points.yaml:8:17: class 2 of data.classes is 'in' again; give every class its own label"),
                arguments(
                        "classes: [in, out]",
                        "classes: [in, IN]",
                        "points.yaml:8:17: class 2 of data.classes is 'IN' again; give every class its own label"),
                arguments(
                        "classes: [in, out]",
                        "classes: [1, 1.0]",
                        "points.yaml:8:16: class 2 of data.classes is '1.0' again; give every class its own label"),
                arguments(
                        "classes: [in, out]",
                        "classes: [in, ]",
                        "points.yaml:8:12: data.classes has 1 class, but must have 2, one for each neuron of the last layer"),
                arguments(
                        "classes: [in, out]",
                        "classes: [in, '']",
                        "points.yaml:8:17: class 2 of data.classes must be a text, but is empty"),
                arguments(
                        "classes: [in, out]",
                        "classes: [in, out]\n  image: {rows: 2, columns: 2}",
                        "points.yaml:9:10: data.image has 4 pixels (2 rows of 2), but the network has 2 inputs; change one of them"),
                arguments(
                        "classes: [in, out]",
                        "classes: [in, out]\n  image: {rows: 2}",
                        "points.yaml:9:10: data.image has no key 'columns'; add it"),
                // initial
                arguments(
                        "    - - [7, 8, 9]\n      - [0.1, 0.2, 0.3]\n",
                        "",
                        "points.yaml:13:5: initial.weights has 1 layer, but must have 2, one for each layer of the network after the first"),
                arguments(
                        "      - [5, 6]\n",
                        "",
                        "points.yaml:13:7: layer 2 of initial.weights has 2 rows, but must have 3, one for each neuron of the layer"),
                arguments(
                        "[7, 8, 9]",
                        "[7, 8]",
                        "points.yaml:16:9: row 1 of layer 3 of initial.weights has 2 weights, but must have 3, one for each neuron of layer 2"),
                arguments(
                        "[7, 8, 9]",
                        "[7, 8, nine]",
                        "points.yaml:16:16: weight 3 of row 1 of layer 3 of initial.weights must be a number, but is 'nine'"),
                arguments(
                        "[7, 8, 9]",
                        "7",
                        "points.yaml:16:9: row 1 of layer 3 of initial.weights must be a list, but is 7"),
                arguments(
                        "    - [4, 5]\n",
                        "",
                        "points.yaml:19:5: initial.biases has 1 layer, but must have 2, one for each layer of the network after the first"),
                arguments(
                        "[4, 5]",
                        "[4]",
                        "points.yaml:20:7: layer 3 of initial.biases has 1 bias, but must have 2, one for each neuron of the layer"),
                arguments(
                        "  biases:",
                        "  biasses:",
                        "points.yaml:18:3: there is no key 'biasses' in initial; did you mean 'biases'? there are: weights, biases, normal, uniform, xavier, he, lecun, fan-in"),
                arguments(
                        "initial:",
                        "initial:\n  normal: {seed: 1}",
                        "points.yaml:12:3: initial has both a list of parameters and 'normal', which draws them; keep one of them"),
                // zoom
                arguments(
                        "epoch: 3",
                        "epoch: 11",
                        "points.yaml:21:15: zoom.epoch must be a whole number from 1 to 10, but is 11"),
                arguments(
                        "sample: 2",
                        "sample: 3",
                        "points.yaml:21:26: zoom.sample must be a whole number from 1 to 2, but is 3"));
    }

    @ParameterizedTest
    @MethodSource("wrongTemplates")
    void complaintSaysWhereWhatAndWhatToDo(String part, String replacement, String message) {
        var template = RIGHT.yaml(part, replacement);

        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(template::read)
                .withMessage(message);
    }
}
