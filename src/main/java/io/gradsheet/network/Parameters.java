package io.gradsheet.network;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A value for every weight and bias of a network: its parameters, or the gradient of a cost with respect to them. Immutable.
 */
public final class Parameters {
    private final Shape shape;
    private final double[] values;

    private Parameters(Shape shape, double[] values) {
        this.shape = shape;
        this.values = values;
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
        var sizes = new Integer[weights.length + 1];
        sizes[0] = weights[0][0].length;
        for (var l = 0; l < weights.length; l++) {
            sizes[l + 1] = weights[l].length;
        }
        var shape = new Shape(List.of(sizes));
        var values = new double[shape.count()];
        for (var layer = 2; layer <= shape.layers(); layer++) {
            if (biases[layer - 2].length != shape.size(layer)) {
                throw new IllegalArgumentException("a bias for every neuron");
            }
            for (var j = 1; j <= shape.size(layer); j++) {
                var row = weights[layer - 2][j - 1];
                if (row.length != shape.size(layer - 1)) {
                    throw new IllegalArgumentException("a weight for every neuron of the layer before");
                }
                System.arraycopy(row, 0, values, shape.weight(layer, j, 1), row.length);
                values[shape.bias(layer, j)] = biases[layer - 2][j - 1];
            }
        }
        return new Parameters(shape, values);
    }

    /**
     * Takes a copy of the array.
     *
     * @param sizes of the layers, the input layer first
     * @param values layer by layer, neuron by neuron, the weights of a neuron before its bias
     * @throws IllegalArgumentException if there are not as many as the network has
     */
    public static Parameters of(List<Integer> sizes, double[] values) {
        var shape = new Shape(sizes);
        if (values.length != shape.count()) {
            throw new IllegalArgumentException("a value for every weight and bias");
        }
        return new Parameters(shape, values.clone());
    }

    /** Nothing but zeros; {@code sizes} are those of the layers, the input layer first. */
    public static Parameters zeros(List<Integer> sizes) {
        var shape = new Shape(sizes);
        return new Parameters(shape, new double[shape.count()]);
    }

    /** The sizes of the layers that these parameters fit, the input layer first. */
    public List<Integer> sizes() {
        return shape.sizes();
    }

    /** w<sup>l</sup><sub>ji</sub>, its layer l counted from 2, its neurons j and i from 1. */
    public double weight(int layer, int to, int from) {
        return values[shape.weight(layer, to, from)];
    }

    /** b<sup>l</sup><sub>j</sub>, its layer l counted from 2, its neuron j from 1. */
    public double bias(int layer, int neuron) {
        return values[shape.bias(layer, neuron)];
    }

    /** A copy of all values: layer by layer, neuron by neuron, the weights of a neuron before its bias. */
    public double[] toArray() {
        return values.clone();
    }

    /** All values in the same order. */
    public List<Double> toList() {
        return Arrays.stream(values).boxed().toList();
    }

    /** The parameters with a function applied to each. */
    public Parameters map(DoubleUnaryOperator function) {
        return new Parameters(shape, Arrays.stream(values).map(function).toArray());
    }

    /** These and so many times the weights of others; the biases stay. */
    public Parameters plusWeights(double factor, Parameters others) {
        var sums = values.clone();
        for (var layer = 2; layer <= shape.layers(); layer++) {
            for (var j = 1; j <= shape.size(layer); j++) {
                for (var place = shape.weight(layer, j, 1); place < shape.bias(layer, j); place++) {
                    sums[place] += factor * others.values[place];
                }
            }
        }
        return new Parameters(shape, sums);
    }

    /** These and so many times others. */
    public Parameters plus(double factor, Parameters others) {
        var sums = values.clone();
        for (var place = 0; place < sums.length; place++) {
            sums[place] += factor * others.values[place];
        }
        return new Parameters(shape, sums);
    }

    /** Whether every value is a finite number. */
    public boolean isFinite() {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    /** Weighted inputs z = Wa + b of {@code rows} samples; the layer counts from 2. */
    void weightedInputs(int layer, double[] activations, double[] weightedInputs, int rows) {
        var inputs = shape.size(layer - 1);
        var outputs = shape.size(layer);
        for (var row = 0; row < rows; row++) {
            var at = shape.start(layer);
            for (var j = 0; j < outputs; j++) {
                var sum = 0.0;
                for (var i = 0; i < inputs; i++) {
                    sum += values[at + i] * activations[row * inputs + i];
                }
                weightedInputs[row * outputs + j] = sum + values[at + inputs];
                at += inputs + 1;
            }
        }
    }

    /** Slopes ∂C/∂a of the layer before, Σ<sub>j</sub> δ<sub>j</sub> w<sub>ji</sub>, of {@code rows} samples (Wakui 4.3). */
    void slopes(int layer, double[] deltas, double[] slopes, int rows) {
        var inputs = shape.size(layer - 1);
        var outputs = shape.size(layer);
        for (var row = 0; row < rows; row++) {
            var at = shape.start(layer);
            for (var j = 0; j < outputs; j++) {
                var delta = deltas[row * outputs + j];
                for (var i = 0; i < inputs; i++) {
                    slopes[row * inputs + i] += delta * values[at + i];
                }
                at += inputs + 1;
            }
        }
    }

    /**
     * The sums over {@code rows} samples of ∂C/∂w = δ<sub>j</sub> a<sub>i</sub> and ∂C/∂b = δ<sub>j</sub> (Wakui 4.2).
     *
     * @param activations {@code [l - 1]} is layer l
     * @param deltas the same
     */
    Parameters gradient(double[][] activations, double[][] deltas, int rows) {
        var sums = new double[values.length];
        for (var layer = 2; layer <= shape.layers(); layer++) {
            for (var row = 0; row < rows; row++) {
                addGradient(layer, activations[layer - 2], deltas[layer - 1], row, sums);
            }
        }
        return new Parameters(shape, sums);
    }

    /**
     * Adds ∂C/∂ of the parameters of a layer for the sample in a row.
     *
     * @param activations of the layer before
     * @param deltas of the layer
     * @param sums in the order of {@link #toArray}
     */
    void addGradient(int layer, double[] activations, double[] deltas, int row, double[] sums) {
        var inputs = shape.size(layer - 1);
        var outputs = shape.size(layer);
        var at = shape.start(layer);
        for (var j = 0; j < outputs; j++) {
            var delta = deltas[row * outputs + j];
            for (var i = 0; i < inputs; i++) {
                sums[at + i] += delta * activations[row * inputs + i];
            }
            sums[at + inputs] += delta;
            at += inputs + 1;
        }
    }
}
