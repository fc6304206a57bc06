package io.gradsheet.testing;

import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.network.Network;
import io.gradsheet.template.ActivationFormula;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.Provenance;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Experiments to make workbooks of: the built-in lesson, and small networks of any shape. */
public final class Experiments {
    private static final List<String> CLASSES = List.of("cat", "7", "2d", "=1+1");

    private Experiments() {}

    /** The book's main exercise, with settings such as {@code epochs=3}. */
    public static NetworkExperiment builtIn(String... settings) {
        return (NetworkExperiment) Template.builtIn("4.3-backpropagation")
                .read(Stream.of(settings).map(Setting::parse).toList());
    }

    /** A small network of a shape that has everything: a hidden layer, several outputs, several epochs. */
    public static NetworkExperiment small() {
        return small(List.of(2, 3, 2), 3, 2, 0.5, 1, "en");
    }

    /**
     * A network of sigmoid neurons with initial parameters and data drawn at random.
     *
     * @param seed of all that is drawn
     */
    public static NetworkExperiment small(
            List<Integer> sizes, int samples, int epochs, double eta, long seed, String language) {
        return small(sizes, Functions.SIGMOID, "", samples, epochs, eta, seed, language);
    }

    /**
     * The functions of a network, as a template names them.
     *
     * @param hidden activations, of which a network takes as many as it needs
     */
    public record Functions(List<String> hidden, String output, String cost) {
        private static final String SWISH = "z/(1+EXP(-z))";

        private static final Functions SIGMOID =
                new Functions(List.of("sigmoid", "sigmoid", "sigmoid"), "sigmoid", "squared");

        /** Any that go together. */
        public static Arbitrary<Functions> any() {
            var hidden = Arbitraries.of(
                            "sigmoid", "tanh", "relu", "leaky-relu", "softplus", "linear", SWISH, "IF(z>0,z,EXP(z)-1)")
                    .list()
                    .ofSize(3);
            var squared =
                    Arbitraries.of("sigmoid", "tanh", "relu", "leaky-relu", "softplus", "linear", "softmax", SWISH);
            var squares = Arbitraries.of("squared", "squared", "sum-of-squares", "mean-of-squares");
            var crossEntropy = Arbitraries.of("sigmoid", "softmax");
            return Arbitraries.oneOf(
                    Combinators.combine(hidden, squared, squares).as(Functions::new),
                    Combinators.combine(hidden, crossEntropy, Arbitraries.just("cross-entropy"))
                            .as(Functions::new));
        }

        /** The same, but a single output neuron cannot be softmax. */
        public Functions forOutputs(int outputs) {
            return outputs == 1 && output.equals("softmax") ? new Functions(hidden, "sigmoid", cost) : this;
        }

        private List<String> activations(int layers) {
            return Stream.concat(hidden.stream().limit(layers - 2), Stream.of(output))
                    .toList();
        }

        /** As a network. */
        public Network network(List<Integer> sizes) {
            var activations = activations(sizes.size()).stream()
                    .map(name ->
                            Activation.named(name).orElseGet(() -> new Activation.Written(ActivationFormula.of(name))))
                    .toList();
            return Network.dense(sizes, activations, Cost.named(cost).orElseThrow());
        }
    }

    /** The same with any functions. */
    public static NetworkExperiment small(
            List<Integer> sizes,
            Functions wanted,
            String train,
            int samples,
            int epochs,
            double eta,
            long seed,
            String language) {
        var random = new Random(seed);
        var inputs = sizes.get(0);
        var outputs = sizes.get(sizes.size() - 1);
        var functions = wanted.forOutputs(outputs);
        var classes = CLASSES.subList(0, Math.max(2, outputs));
        var yaml = """
                lesson: 4.3-backpropagation
                title: A small network
                language: %s
                network: {sizes: %s, activations: %s}
                cost: %s
                data: {file: samples.csv, classes: [%s]}
                eta: %s
                epochs: %d
                %s
                initial: {normal: {deviation: 1.5, seed: %d}}
                zoom: {epoch: %d, sample: %d}
                """.formatted(
                        language,
                        sizes,
                        functions.activations(sizes.size()).stream()
                                .map(name -> '"' + name + '"')
                                .toList(),
                        functions.cost(),
                        classes.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ")),
                        eta,
                        epochs,
                        train,
                        seed,
                        1 + random.nextInt(epochs),
                        1 + random.nextInt(samples));
        var csv = new StringBuilder();
        csv.append(IntStream.rangeClosed(1, inputs).mapToObj(i -> "x" + i).collect(Collectors.joining(",")))
                .append(",label\n");
        for (var k = 0; k < samples; k++) {
            for (var i = 0; i < inputs; i++) {
                csv.append(random.nextInt(-200, 201) / 100.0).append(',');
            }
            csv.append(classes.get(random.nextInt(classes.size()))).append('\n');
        }
        return of(yaml, csv.toString());
    }

    /** The experiment of a template whose data file, {@code samples.csv}, holds a text. */
    public static NetworkExperiment of(String yaml, String csv) {
        return (NetworkExperiment) Template.of(new Provenance("small", yaml, List.of(), Map.of("samples.csv", csv)))
                .read(List.of());
    }

    /** The same template with settings such as {@code epochs=3}. */
    public static NetworkExperiment with(NetworkExperiment experiment, String... settings) {
        return (NetworkExperiment) Template.of(experiment.provenance())
                .read(Stream.of(settings).map(Setting::parse).toList());
    }

    /** What another lesson makes of the same template. */
    public static NetworkExperiment as(String lesson, NetworkExperiment experiment) {
        return (NetworkExperiment)
                Template.of(experiment.provenance()).read(List.of(Setting.parse("lesson=" + lesson)));
    }

    /** Networks of 1 to 4 neurons a layer, with no to 3 hidden layers, of any functions, trained in any way. */
    public static Arbitrary<NetworkExperiment> anySmall() {
        var sizes = Arbitraries.integers().between(1, 4).list().ofMinSize(2).ofMaxSize(5);
        return Combinators.combine(
                        sizes,
                        Functions.any(),
                        anyTraining(),
                        Arbitraries.integers().between(3, 6),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.doubles().between(0.01, 0.2).ofScale(2),
                        Arbitraries.longs(),
                        Arbitraries.of("en", "zh"))
                .as(Experiments::small);
    }

    /**
     * Networks as {@link #anySmall}, but such as a careless template may have: inputs in the hundreds, scaled or not, steps that are too
     * large, parameters that are fixed.
     */
    public static Arbitrary<NetworkExperiment> anyCareless() {
        var train = Combinators.combine(
                        Arbitraries.of("1", "2", "4"),
                        Arbitraries.of("sum", "mean"),
                        Arbitraries.of(
                                "plain",
                                "momentum",
                                "nesterov",
                                "rmsprop",
                                "adam",
                                "{rmsprop: {epsilon: 0.001}}",
                                "{adam: {epsilon: 0.001}}"),
                        Arbitraries.of("0", "0.01"),
                        Arbitraries.of("[]", "[w2_11]", "[b2_1]"))
                .as((batch, gradient, optimiser, decay, frozen) ->
                        "train: {batch: %s, gradient: %s, optimiser: %s, decay: %s, frozen: %s}"
                                .formatted(batch, gradient, optimiser, decay, frozen));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4).list().ofMinSize(2).ofMaxSize(4),
                        Functions.any(),
                        train,
                        Arbitraries.of(2, 12, 30),
                        Arbitraries.of(0.01, 0.1, 1.0, 20.0),
                        Arbitraries.longs(),
                        Arbitraries.of("1", "100"),
                        Arbitraries.of("", "scale: range", "scale: standard"))
                .as((sizes, functions, training, epochs, eta, seed, size, scale) -> {
                    var small =
                            small(sizes, functions, training.replace(", frozen: []", ""), 4, epochs, eta, seed, "en");
                    var provenance = small.provenance();
                    var csv = provenance
                            .files()
                            .get("samples.csv")
                            .lines()
                            .map(line -> size.equals("1") || line.startsWith("x") ? line : enlarged(line))
                            .collect(Collectors.joining("\n", "", "\n"));
                    return of(
                            scale.isEmpty()
                                    ? provenance.yaml()
                                    : provenance.yaml().replace("samples.csv, ", "samples.csv, " + scale + ", "),
                            csv);
                });
    }

    /**
     * Networks as {@link #anyCareless}, but with targets that are numbers, of any size, scaled or not: what the network answers is then
     * turned back into numbers of the file on maps, curves and Predict.
     */
    public static Arbitrary<NetworkExperiment> anyCarelessTargets() {
        return Combinators.combine(
                        anyCareless(), Arbitraries.of("none", "range", "standard"), Arbitraries.of(0.01, 1.0, 1000.0))
                .as((experiment, scale, size) -> {
                    var outputs = experiment.network().outputs();
                    var names = IntStream.rangeClosed(1, outputs)
                            .mapToObj(j -> "t" + j)
                            .collect(Collectors.joining(", "));
                    var yaml = experiment
                            .provenance()
                            .yaml()
                            .replaceFirst("cost: \\S+", "cost: squared")
                            .replaceFirst("\"[^\"]+\"]}", "\"linear\"]}")
                            .replaceFirst("classes: \\[[^]]*]", "targets: [" + names + "]")
                            .replaceFirst(
                                    "(scale: (\\w+), )?targets", "scale: {inputs: $2, targets: " + scale + "}, targets")
                            .replace("inputs: , ", "")
                            .replace(", targets: none}", "}")
                            .replace("scale: {targets: none}, ", "");
                    var rows = experiment
                            .provenance()
                            .files()
                            .get("samples.csv")
                            .lines()
                            .toList();
                    var random = new Random(rows.hashCode());
                    var csv = new StringBuilder(rows.get(0).replace("label", names.replace(", ", ","))).append('\n');
                    rows.stream().skip(1).forEach(row -> {
                        csv.append(row, 0, row.lastIndexOf(','));
                        random.ints(outputs, -99, 100)
                                .forEach(number -> csv.append(',').append(number * size));
                        csv.append('\n');
                    });
                    return of(yaml, csv.toString());
                });
    }

    /** A row of data, its inputs a hundred times as large. */
    private static String enlarged(String line) {
        var label = line.substring(line.lastIndexOf(',') + 1);
        return Stream.of(line.substring(0, line.lastIndexOf(',')).split(","))
                .map(number -> Double.toString(Math.rint(100 * Double.parseDouble(number))))
                .collect(Collectors.joining(",", "", "," + label));
    }

    /** The key {@code train} of a template with at least 3 samples; or the book's way, without it. */
    private static Arbitrary<String> anyTraining() {
        var any = Combinators.combine(
                        Arbitraries.of("1", "2", "3"),
                        Arbitraries.of("given", "{seed: 1}", "{seed: -7}"),
                        Arbitraries.of("sum", "mean"),
                        Arbitraries.of(
                                "plain",
                                "momentum",
                                "{momentum: {mu: 0.5}}",
                                "{momentum: {mu: 0.5, eta: outside}}",
                                "nesterov",
                                "{nesterov: {mu: 0.5, eta: outside}}",
                                // Where a gradient is next to nothing, a small ε would magnify how it was rounded.
                                "{rmsprop: {epsilon: 0.001}}",
                                "{adam: {epsilon: 0.001}}",
                                "{rmsprop: {epsilon: 0.001, add-epsilon: in-root}}",
                                "{adam: {epsilon: 0.001, add-epsilon: before-correction}}",
                                "{adam: {beta1: 0.5, beta2: 0.75, epsilon: 0.01}}"),
                        Arbitraries.of(
                                "0",
                                "0.125",
                                "{lambda: 0.125, biases: true}",
                                "{lambda: 0.125, biases: true, decoupled: true}",
                                "{lambda: 0.125, decoupled: true}"),
                        Arbitraries.of(
                                "{steps: {factor: 0.5, every: 2}}",
                                "{exponential: {factor: 0.9}}",
                                "{inverse: {rate: 0.3}}",
                                "{linear: {factor: 0.25}}"),
                        Arbitraries.of("true", "false"))
                .as((batch, order, gradient, optimiser, decay, schedule, biases) -> ("train: {batch: %s, order: %s,"
                                + " gradient: %s, optimiser: %s, decay: %s, schedule: %s, biases: %s}")
                        .formatted(batch, order, gradient, optimiser, decay, schedule, biases));
        return Arbitraries.frequencyOf(
                Tuple.of(4, any),
                Tuple.of(1, Arbitraries.of("", "train: {frozen: [b2_1]}", "train: {optimiser: momentum}")));
    }
}
