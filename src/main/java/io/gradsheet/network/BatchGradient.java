package io.gradsheet.network;

import java.util.Arrays;

/**
 * The gradient of many samples and nothing else: what {@link Pass} computes, but no trace of any sample, in arrays that are made
 * once. In the innermost loops run the samples of a block, or the neurons of a layer, side by side. There every array is read from
 * its beginning: only such loops does the compiler turn into vector instructions.
 */
public final class BatchGradient {
    private final Network network;
    private final Shape shape;
    private final int rows;
    private final int last;

    // Of each layer from the second on, neuron by neuron: [l - 1][j][k].
    private final double[][][] weightedInputs;
    private final double[][][] activations;
    private final double[][][] deltas;

    /** Of each hidden layer, sample by sample: {@code [l - 1][k][j]}. */
    private final double[][][] lines;

    // Of the output layer, sample by sample, all in one array.
    private final double[] outputZ;
    private final double[] outputA;
    private final double[] outputDelta;
    private final double[] costs;

    /** Of each neuron, its weights and then its bias: {@code [l - 1][j][i]}. */
    private final double[][][] sums;

    private double cost;
    private int hits;

    /**
     * Makes room.
     *
     * @param rows samples of a block
     */
    public BatchGradient(Network network, int rows) {
        this.network = network;
        this.shape = new Shape(network.sizes());
        this.rows = rows;
        this.last = network.layers();
        this.weightedInputs = new double[last][][];
        this.activations = new double[last][][];
        this.deltas = new double[last][][];
        this.lines = new double[last][][];
        this.sums = new double[last][][];
        for (var l = 1; l < last; l++) {
            var size = network.size(l + 1);
            weightedInputs[l] = new double[size][rows];
            activations[l] = new double[size][rows];
            deltas[l] = new double[size][rows];
            lines[l] = new double[rows][size];
            sums[l] = new double[size][network.size(l) + 1];
        }
        var output = network.outputs() * rows;
        this.outputZ = new double[output];
        this.outputA = new double[output];
        this.outputDelta = new double[output];
        this.costs = new double[rows];
    }

    /** Forgets what was added. */
    public void clear() {
        for (var l = 1; l < last; l++) {
            for (var neuron : sums[l]) {
                Arrays.fill(neuron, 0);
            }
        }
        cost = 0;
        hits = 0;
    }

    /** Adds Σ ∂C/∂ of every parameter to an array in the order of {@link Parameters#toArray}. */
    public void addTo(double[] gradient) {
        var at = 0;
        for (var l = 1; l < last; l++) {
            for (var neuron : sums[l]) {
                for (var i = 0; i < neuron.length; i++) {
                    gradient[at + i] += neuron[i];
                }
                at += neuron.length;
            }
        }
    }

    /** Σ C. */
    public double cost() {
        return cost;
    }

    /** How many samples were answered as their targets want. */
    public int hits() {
        return hits;
    }

    /** Adds the samples of a block. */
    public void add(Block block, double[] parameters) {
        var below = block.columns();
        for (var layer = 2; layer <= last; layer++) {
            forward(layer, parameters, below);
            below = activations[layer - 1];
        }
        output(block);
        for (var layer = last; layer >= 2; layer--) {
            gradient(layer, layer == 2 ? block.lines() : lines[layer - 2], block.count());
            if (layer > 2) {
                backward(layer, parameters);
            }
        }
    }

    private void forward(int layer, double[] parameters, double[][] below) {
        var inputs = shape.size(layer - 1);
        for (var j = 0; j < shape.size(layer); j++) {
            var at = shape.weight(layer, j + 1, 1);
            var z = weightedInputs[layer - 1][j];
            Arrays.fill(z, parameters[at + inputs]);
            addWeighted(z, below, parameters, at, 1);
            if (layer < last) {
                network.activation(layer).activate(z, activations[layer - 1][j], 1, rows);
            }
        }
        if (layer < last) {
            turn(activations[layer - 1], lines[layer - 1]);
        }
    }

    /** y += Σ w x over all x; the weights lie at a distance from each other. */
    private static void addWeighted(double[] y, double[][] x, double[] w, int from, int distance) {
        var at = from;
        var i = 0;
        for (; i + 4 <= x.length; i += 4) {
            add(
                    y,
                    x[i],
                    x[i + 1],
                    x[i + 2],
                    x[i + 3],
                    w[at],
                    w[at + distance],
                    w[at + 2 * distance],
                    w[at + 3 * distance]);
            at += 4 * distance;
        }
        for (; i < x.length; i++) {
            add(y, x[i], w[at]);
            at += distance;
        }
    }

    /** y += w x. */
    private static void add(double[] y, double[] x, double w) {
        for (var k = 0; k < x.length; k++) {
            y[k] += w * x[k];
        }
    }

    /** y += Σ w x over four x of the same length; what y has beyond it stays. */
    private static void add(
            double[] y,
            double[] x0,
            double[] x1,
            double[] x2,
            double[] x3,
            double w0,
            double w1,
            double w2,
            double w3) {
        for (var k = 0; k < x0.length; k++) {
            y[k] += (w0 * x0[k] + w1 * x1[k]) + (w2 * x2[k] + w3 * x3[k]);
        }
    }

    /** Rows become columns. */
    private static void turn(double[][] from, double[][] to) {
        for (var j = 0; j < from.length; j++) {
            var row = from[j];
            for (var k = 0; k < row.length; k++) {
                to[k][j] = row[k];
            }
        }
    }

    private void output(Block block) {
        var outputs = network.outputs();
        var activation = network.outputActivation();
        var count = block.count();
        for (var j = 0; j < outputs; j++) {
            var z = weightedInputs[last - 1][j];
            for (var k = 0; k < count; k++) {
                outputZ[k * outputs + j] = z[k];
            }
        }
        activation.activate(outputZ, outputA, count, outputs);
        network.cost().of(activation, outputZ, outputA, block.targets(), costs, count, outputs);
        network.cost().errors(activation, outputZ, outputA, block.targets(), outputDelta, count, outputs);
        for (var k = 0; k < count; k++) {
            cost += costs[k];
            hits += Network.answer(outputA, k * outputs, outputs) == block.answer(k) ? 1 : 0;
        }
        for (var j = 0; j < outputs; j++) {
            var delta = deltas[last - 1][j];
            for (var k = 0; k < count; k++) {
                delta[k] = outputDelta[k * outputs + j];
            }
            // Rows without a sample add nothing to any gradient.
            Arrays.fill(delta, count, rows, 0);
        }
    }

    /** ∂C/∂w = δ a, and ∂C/∂b = δ, summed over the samples. */
    private void gradient(int layer, double[][] below, int count) {
        for (var j = 0; j < shape.size(layer); j++) {
            var delta = deltas[layer - 1][j];
            var sum = sums[layer - 1][j];
            var total = 0.0;
            var k = 0;
            for (; k + 4 <= count; k += 4) {
                add(
                        sum,
                        below[k],
                        below[k + 1],
                        below[k + 2],
                        below[k + 3],
                        delta[k],
                        delta[k + 1],
                        delta[k + 2],
                        delta[k + 3]);
                total += (delta[k] + delta[k + 1]) + (delta[k + 2] + delta[k + 3]);
            }
            for (; k < count; k++) {
                add(sum, below[k], delta[k]);
                total += delta[k];
            }
            sum[sum.length - 1] += total;
        }
    }

    /** δ of the layer before. */
    private void backward(int layer, double[] parameters) {
        var distance = shape.size(layer - 1) + 1;
        for (var i = 0; i < shape.size(layer - 1); i++) {
            var slopes = deltas[layer - 2][i];
            Arrays.fill(slopes, 0);
            addWeighted(slopes, deltas[layer - 1], parameters, shape.weight(layer, 1, i + 1), distance);
            network.activation(layer - 1)
                    .toErrors(weightedInputs[layer - 2][i], activations[layer - 2][i], slopes, 1, rows);
        }
    }
}
