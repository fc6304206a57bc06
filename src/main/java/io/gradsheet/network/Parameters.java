package io.gradsheet.network;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A value for every weight and bias of a network: its parameters, or the gradient of a cost with respect to them. Immutable.
 */
public final class Parameters {
    private final Places order;
    private final double[] values;

    private Parameters(Places order, double[] values) {
        this.order = order;
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
        return of(Places.ofDense(List.of(sizes)), weights, biases);
    }

    /**
     * Takes copies of the arrays.
     *
     * @param weights {@code [l - 2][j - 1][i - 1]} is w<sup>l</sup><sub>ji</sub>
     * @param biases {@code [l - 2][j - 1]} is b<sup>l</sup><sub>j</sub>
     * @throws IllegalArgumentException if there are others than the network has
     */
    public static Parameters of(Places order, double[][][] weights, double[][] biases) {
        var values = new double[order.count()];
        for (var layer = 2; layer <= order.layers(); layer++) {
            if (biases[layer - 2].length != order.groups(layer)) {
                throw new IllegalArgumentException("a bias for every neuron");
            }
            for (var j = 1; j <= order.groups(layer); j++) {
                var row = weights[layer - 2][j - 1];
                if (row.length != order.weights(layer)) {
                    throw new IllegalArgumentException("a weight for every neuron of the layer before");
                }
                System.arraycopy(row, 0, values, order.weight(layer, j, 1), row.length);
                values[order.bias(layer, j)] = biases[layer - 2][j - 1];
            }
        }
        return new Parameters(order, values);
    }

    /**
     * Takes a copy of the array.
     *
     * @throws IllegalArgumentException if there are not as many as the network has
     */
    public static Parameters of(Places order, double[] values) {
        if (values.length != order.count()) {
            throw new IllegalArgumentException("a value for every weight and bias");
        }
        return new Parameters(order, values.clone());
    }

    /** Nothing but zeros. */
    public static Parameters zeros(Places order) {
        return new Parameters(order, new double[order.count()]);
    }

    /** Others of the same network. */
    public Parameters with(double[] others) {
        return of(order, others);
    }

    /** The value of one of them. */
    public double value(Parameter parameter) {
        return values[parameter.place()];
    }

    /** w<sup>l</sup><sub>ji</sub>, its layer l counted from 2, its neurons j and i from 1. */
    public double weight(int layer, int to, int from) {
        return values[order.weight(layer, to, from)];
    }

    /** b<sup>l</sup><sub>j</sub>, its layer l counted from 2, its neuron j from 1. */
    public double bias(int layer, int neuron) {
        return values[order.bias(layer, neuron)];
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
        return new Parameters(order, Arrays.stream(values).map(function).toArray());
    }

    /** These and so many times the weights of others; the biases stay. */
    public Parameters plusWeights(double factor, Parameters others) {
        var sums = values.clone();
        var next = 0;
        for (var bias : order.biases().toArray()) {
            for (var place = next; place < bias; place++) {
                sums[place] += factor * others.values[place];
            }
            next = bias + 1;
        }
        return new Parameters(order, sums);
    }

    /** These and so many times others. */
    public Parameters plus(double factor, Parameters others) {
        var sums = values.clone();
        for (var place = 0; place < sums.length; place++) {
            sums[place] += factor * others.values[place];
        }
        return new Parameters(order, sums);
    }

    /** Whether every value is a finite number. */
    public boolean isFinite() {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }
}
