package io.gradsheet.network;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/**
 * A value for every weight and bias of a network: its parameters, or the gradient of a cost with respect to them. Immutable.
 */
public final class Parameters {
    private final double[][][] weights;
    private final double[][] biases;

    private Parameters(double[][][] weights, double[][] biases) {
        this.weights = weights;
        this.biases = biases;
    }

    /**
     * Takes copies of the arrays.
     *
     * @param weights {@code [l - 2][j - 1][i - 1]} is w<sup>l</sup><sub>ji</sub>
     * @param biases {@code [l - 2][j - 1]} is b<sup>l</sup><sub>j</sub>
     * @throws IllegalArgumentException if the shapes do not belong to one network
     */
    public static Parameters of(double[][][] weights, double[][] biases) {
        if (weights.length != biases.length) {
            throw new IllegalArgumentException("as many layers of weights as of biases");
        }
        for (var l = 0; l < weights.length; l++) {
            if (weights[l].length != biases[l].length) {
                throw new IllegalArgumentException("a bias for every neuron");
            }
            for (var row : weights[l]) {
                var expected = l == 0 ? weights[0][0].length : weights[l - 1].length;
                if (row.length != expected) {
                    throw new IllegalArgumentException("a weight for every neuron of the layer before");
                }
            }
        }
        return new Parameters(
                Arrays.stream(weights)
                        .map(layer -> Arrays.stream(layer).map(double[]::clone).toArray(double[][]::new))
                        .toArray(double[][][]::new),
                Arrays.stream(biases).map(double[]::clone).toArray(double[][]::new));
    }

    /**
     * Draws every parameter from a normal distribution, layer by layer, neuron by neuron, the weights before the bias. The same
     * seed gives the same parameters on every machine.
     *
     * @param sizes of the layers, the input layer first
     */
    public static Parameters normal(List<Integer> sizes, double mean, double deviation, long seed) {
        var random = new Random(seed);
        var parameters = zeros(sizes);
        for (var l = 0; l < parameters.weights.length; l++) {
            for (var j = 0; j < parameters.weights[l].length; j++) {
                for (var i = 0; i < parameters.weights[l][j].length; i++) {
                    parameters.weights[l][j][i] = mean + deviation * random.nextGaussian();
                }
                parameters.biases[l][j] = mean + deviation * random.nextGaussian();
            }
        }
        return parameters;
    }

    /** The parameters with a function applied to each. */
    public Parameters map(DoubleUnaryOperator function) {
        return new Parameters(
                Arrays.stream(weights)
                        .map(layer -> Arrays.stream(layer)
                                .map(row -> Arrays.stream(row).map(function).toArray())
                                .toArray(double[][]::new))
                        .toArray(double[][][]::new),
                Arrays.stream(biases)
                        .map(layer -> Arrays.stream(layer).map(function).toArray())
                        .toArray(double[][]::new));
    }

    private static Parameters zeros(List<Integer> sizes) {
        var layers = sizes.size() - 1;
        var weights = new double[layers][][];
        var biases = new double[layers][];
        for (var l = 0; l < layers; l++) {
            weights[l] = new double[sizes.get(l + 1)][sizes.get(l)];
            biases[l] = new double[sizes.get(l + 1)];
        }
        return new Parameters(weights, biases);
    }

    /** The sizes of the layers that these parameters fit, the input layer first. */
    public List<Integer> sizes() {
        var sizes = new Integer[weights.length + 1];
        sizes[0] = weights[0][0].length;
        for (var l = 0; l < weights.length; l++) {
            sizes[l + 1] = weights[l].length;
        }
        return List.of(sizes);
    }

    /** w<sup>l</sup><sub>ji</sub>, its layer l counted from 2, its neurons j and i from 1. */
    public double weight(int layer, int to, int from) {
        return weights[layer - 2][to - 1][from - 1];
    }

    /** b<sup>l</sup><sub>j</sub>, its layer l counted from 2, its neuron j from 1. */
    public double bias(int layer, int neuron) {
        return biases[layer - 2][neuron - 1];
    }

    /** The parameters after a step of gradient descent: every value less η times its derivative (seed 2.10). */
    public Parameters step(double learningRate, Parameters gradient) {
        var next = zeros(sizes());
        for (var l = 0; l < weights.length; l++) {
            for (var j = 0; j < weights[l].length; j++) {
                for (var i = 0; i < weights[l][j].length; i++) {
                    next.weights[l][j][i] = weights[l][j][i] - learningRate * gradient.weights[l][j][i];
                }
                next.biases[l][j] = biases[l][j] - learningRate * gradient.biases[l][j];
            }
        }
        return next;
    }

    /** Whether every value is a finite number. */
    public boolean isFinite() {
        return Stream.concat(Arrays.stream(weights).flatMap(Arrays::stream), Arrays.stream(biases))
                .flatMapToDouble(Arrays::stream)
                .allMatch(Double::isFinite);
    }

    /** Weighted inputs z = Wa + b of the layer that counts from 2. */
    double[] weightedInputs(int layer, double[] activations) {
        var rows = weights[layer - 2];
        var sums = new double[rows.length];
        for (var j = 0; j < rows.length; j++) {
            var sum = 0.0;
            for (var i = 0; i < activations.length; i++) {
                sum += rows[j][i] * activations[i];
            }
            sums[j] = sum + biases[layer - 2][j];
        }
        return sums;
    }

    /** Slopes ∂C/∂a of the layer before: Σ<sub>j</sub> δ<sub>j</sub> w<sub>ji</sub> (seed 4.3). */
    double[] slopesBefore(int layer, double[] deltas) {
        var rows = weights[layer - 2];
        var slopes = new double[rows[0].length];
        for (var i = 0; i < slopes.length; i++) {
            for (var j = 0; j < deltas.length; j++) {
                slopes[i] += deltas[j] * rows[j][i];
            }
        }
        return slopes;
    }

    /** Adds up the gradients of many samples. */
    public static final class Sum {
        private final Parameters total;

        public Sum(List<Integer> sizes) {
            total = zeros(sizes);
        }

        /** Adds ∂C/∂w = δ<sub>j</sub> a<sub>i</sub> and ∂C/∂b = δ<sub>j</sub> of one sample (seed 4.2). */
        public void add(SampleTrace trace) {
            for (var layer = 2; layer <= trace.layers(); layer++) {
                for (var j = 1; j <= total.biases[layer - 2].length; j++) {
                    var weights = total.weights[layer - 2][j - 1];
                    for (var i = 1; i <= weights.length; i++) {
                        weights[i - 1] += trace.weightGradient(layer, j, i);
                    }
                    total.biases[layer - 2][j - 1] += trace.biasGradient(layer, j);
                }
            }
        }

        /** What was added so far; the sum is spent. */
        public Parameters total() {
            return total;
        }
    }
}
