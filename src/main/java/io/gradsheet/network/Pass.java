package io.gradsheet.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Samples on their way through a network, forward and backward, all at once (Wakui 4.3). Every quantity of a layer is one flat
 * array, the samples one below the other. Samples count from 1.
 */
public final class Pass {
    private final Network network;
    private final List<Sample> samples;
    private final double[][] weightedInputs;
    private final double[][] activations;
    private final double[][] deltas;
    private final double[] costs;
    private final Parameters gradient;

    /** What may be done to the activations of a layer before anything is computed from them. */
    @FunctionalInterface
    public interface Touch {
        /**
         * Changes activations in place, or leaves them.
         *
         * @param activation the function that made {@code a} of {@code z}, for {@code rows} samples
         */
        void touch(Activation activation, double[] z, double[] a, int rows);
    }

    /** Sends samples through. */
    public Pass(Network network, Parameters parameters, List<Sample> samples) {
        this(network, parameters, samples, (activation, z, a, rows) -> {});
    }

    /** Sends samples through, with activations that are touched. */
    public Pass(Network network, Parameters parameters, List<Sample> samples, Touch touch) {
        this.network = network;
        this.samples = List.copyOf(samples);
        var rows = samples.size();
        var layers = network.layers();
        weightedInputs = new double[layers][];
        activations = new double[layers][];
        deltas = new double[layers][];
        costs = new double[rows];
        activations[0] = new double[rows * network.inputs()];
        var targets = new double[rows * network.outputs()];
        for (var row = 0; row < rows; row++) {
            samples.get(row).copyTo(activations[0], targets, row);
        }
        forward(parameters, rows, touch);
        backward(parameters, targets, rows);
        gradient = parameters.gradient(activations, deltas, rows);
    }

    private void forward(Parameters parameters, int rows, Touch touch) {
        for (var layer = 2; layer <= network.layers(); layer++) {
            var z = new double[rows * network.size(layer)];
            var a = new double[z.length];
            parameters.weightedInputs(layer, activations[layer - 2], z, rows);
            network.activation(layer).activate(z, a, rows, network.size(layer));
            touch.touch(network.activation(layer), z, a, rows);
            weightedInputs[layer - 1] = z;
            activations[layer - 1] = a;
        }
    }

    private void backward(Parameters parameters, double[] targets, int rows) {
        var last = network.layers();
        var z = weightedInputs[last - 1];
        var a = activations[last - 1];
        var output = network.activation(last);
        network.cost().of(output, z, a, targets, costs, rows, network.outputs());
        deltas[last - 1] = new double[z.length];
        network.cost().errors(output, z, a, targets, deltas[last - 1], rows, network.outputs());
        for (var layer = last - 1; layer >= 2; layer--) {
            var errors = new double[rows * network.size(layer)];
            parameters.slopes(layer + 1, deltas[layer], errors, rows);
            network.activation(layer)
                    .toErrors(weightedInputs[layer - 1], activations[layer - 1], errors, rows, network.size(layer));
            deltas[layer - 1] = errors;
        }
    }

    /** The traces of all samples, in order. */
    public List<SampleTrace> traces() {
        return IntStream.range(0, samples.size())
                .mapToObj(row -> new SampleTrace(this, row))
                .toList();
    }

    /** Σ ∂C/∂ of every parameter, over all samples. */
    public Parameters gradient() {
        return gradient;
    }

    Sample sample(int row) {
        return samples.get(row);
    }

    int layers() {
        return network.layers();
    }

    double weightedInput(int row, int layer, int neuron) {
        return weightedInputs[layer - 1][place(row, layer, neuron)];
    }

    double activation(int row, int layer, int neuron) {
        return activations[layer - 1][place(row, layer, neuron)];
    }

    double exponential(int row, int layer, int neuron) {
        var largest = Activation.largest(weightedInputs[layer - 1], place(row, layer, 1), network.size(layer));
        return Math.exp(weightedInput(row, layer, neuron) - largest);
    }

    double delta(int row, int layer, int neuron) {
        return deltas[layer - 1][place(row, layer, neuron)];
    }

    private int place(int row, int layer, int neuron) {
        return row * network.size(layer) + neuron - 1;
    }

    double cost(int row) {
        return costs[row];
    }

    /** The class that the output of a row names: see {@link Network#answer}. */
    int answer(int row) {
        return Network.answer(activations[network.layers() - 1], row * network.outputs(), network.outputs());
    }

    /** See {@link SampleTrace#lead}. */
    double lead(int row) {
        return Network.lead(activations[network.layers() - 1], row * network.outputs(), network.outputs());
    }

    /** Whether every number of a row's way forward is finite. */
    boolean isFiniteForward(int row) {
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                if (!Double.isFinite(weightedInput(row, layer, j) + activation(row, layer, j))) {
                    return false;
                }
            }
        }
        return Double.isFinite(costs[row]);
    }

    /** Whether every number of a row is finite. */
    boolean isFinite(int row) {
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                // A sum is finite only if its terms are.
                if (!Double.isFinite(weightedInput(row, layer, j) + activation(row, layer, j) + delta(row, layer, j))) {
                    return false;
                }
            }
        }
        return Double.isFinite(costs[row]);
    }

    /** See {@link SampleTrace#undefined}. */
    Optional<SampleTrace.Undefined> undefined(int row) {
        for (var layer = 2; layer <= network.layers(); layer++) {
            if (network.activation(layer) instanceof Activation.Written written) {
                for (var j = 1; j <= network.size(layer); j++) {
                    var z = weightedInput(row, layer, j);
                    var isValue = Double.isFinite(activation(row, layer, j));
                    if (Double.isFinite(z)
                            && !(isValue && Double.isFinite(written.curve().slope(z)))) {
                        return Optional.of(new SampleTrace.Undefined(written.name(), layer, z, isValue));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
