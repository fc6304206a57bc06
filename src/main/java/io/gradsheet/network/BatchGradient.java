package io.gradsheet.network;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The gradient of many samples and nothing else: what {@link Pass} computes, but no trace of any sample, in arrays that are made
 * once. A team shares out the neurons of a layer; so every sum is one member's, and its bits are the same whatever the team's size.
 */
public final class BatchGradient {
    private final Network network;
    private final Shape shape;
    private final int rows;
    private final Team team;
    private final int last;

    // Of each layer from the second on, neuron by neuron: [l - 1][j][k].
    private final double[][][] weightedInputs;
    private final double[][][] activations;
    private final double[][][] deltas;

    /** Of each layer, all in one array: {@code [l - 1][j * rows + k]}. */
    private final double[][] flatDeltas;

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

    /** Looks at the sums of one neuron. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Looks.
         *
         * @param sums Σ ∂C/∂ of its weights and then its bias; what lies beyond means nothing
         * @param from the place of its first weight in {@link Parameters#toArray}
         * @param to the place after its bias
         */
        void visit(double[] sums, int from, int to);
    }

    /**
     * Makes room.
     *
     * @param rows most samples of a block, a multiple of 4
     */
    public BatchGradient(Network network, int rows, Team team) {
        this.network = network;
        this.shape = new Shape(network.sizes());
        this.rows = rows;
        this.team = team;
        this.last = network.layers();
        this.weightedInputs = new double[last][][];
        this.activations = new double[last][][];
        this.deltas = new double[last][][];
        this.flatDeltas = new double[last][];
        this.lines = new double[last][][];
        this.sums = new double[last][][];
        for (var l = 1; l < last; l++) {
            var size = network.size(l + 1);
            weightedInputs[l] = Block.matrix(size, rows);
            activations[l] = Block.matrix(size, rows);
            deltas[l] = Block.matrix(size, rows);
            flatDeltas[l] = new double[size * rows];
            lines[l] = Block.matrix(rows, size);
            sums[l] = Block.matrix(size, network.size(l) + 1);
        }
        var output = network.outputs() * rows;
        this.outputZ = new double[output];
        this.outputA = new double[output];
        this.outputDelta = new double[output];
        this.costs = new double[rows];
    }

    /**
     * Goes through samples, and shows the sums of each neuron to the visitor: side by side, when no one reads the parameters any more.
     *
     * @param blocks how many blocks there are, at least one
     * @param block one of them, from 0; it is done with when the next is asked for
     * @param parameters what {@link Parameters#toArray} gives
     */
    public void visit(int blocks, IntFunction<Block> block, double[] parameters, Visitor visitor) {
        cost = 0;
        hits = 0;
        for (var i = 0; i < blocks; i++) {
            var isFirst = i == 0;
            var isLast = i == blocks - 1;
            var samples = block.apply(i);
            propagate(samples, parameters);
            team.run(part -> {
                gradients(samples, part, isFirst);
                if (isLast) {
                    visit(part, visitor);
                }
            });
        }
    }

    /**
     * Sends samples forward, for their costs and hits alone.
     *
     * @param blocks how many blocks there are, at least one
     * @param block one of them, from 0; it is done with when the next is asked for
     * @param parameters what {@link Parameters#toArray} gives
     */
    public void measure(int blocks, IntFunction<Block> block, double[] parameters) {
        cost = 0;
        hits = 0;
        for (var i = 0; i < blocks; i++) {
            forward(block.apply(i), parameters);
        }
    }

    private void visit(int part, Visitor visitor) {
        for (var layer = 2; layer <= last; layer++) {
            for (var j = begin(part, layer); j < begin(part + 1, layer); j++) {
                visitor.visit(sums[layer - 1][j], shape.weight(layer, j + 1, 1), shape.bias(layer, j + 1) + 1);
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

    private int begin(int part, int layer) {
        return team.begin(part, shape.size(layer));
    }

    /** Forward to the cost, and back to the errors of the second layer. */
    private void propagate(Block block, double[] parameters) {
        forward(block, parameters);
        for (var l = last; l > 2; l--) {
            var layer = l;
            team.run(part -> backward(layer, part, block.count(), parameters));
        }
    }

    private void forward(Block block, double[] parameters) {
        for (var l = 2; l <= last; l++) {
            var layer = l;
            var below = layer == 2 ? block.columns() : activations[layer - 2];
            team.run(part -> forward(layer, part, below, block.count(), parameters));
        }
        output(block);
    }

    /** z = Σ w a + b, and a of it. */
    private void forward(int layer, int part, double[][] below, int count, double[] parameters) {
        if (layer > 2) {
            turn(layer - 1, part, count);
        }
        var from = begin(part, layer);
        var to = begin(part + 1, layer);
        var inputs = shape.size(layer - 1);
        var z = weightedInputs[layer - 1];
        for (var j = from; j < to; j++) {
            Arrays.fill(z[j], 0, count, parameters[shape.bias(layer, j + 1)]);
        }
        Products.add(
                z, from, to, below, inputs, count, new Products.Factors(parameters, shape.start(layer), inputs + 1, 1));
        if (layer < last) {
            for (var j = from; j < to; j++) {
                network.activation(layer).activate(z[j], activations[layer - 1][j], 1, count);
            }
        }
    }

    /** Turns the activations of some samples into lines. Each line is one member's, or they would wait for each other's writing. */
    private void turn(int layer, int part, int count) {
        var to = team.begin(part + 1, count);
        for (var j = 0; j < shape.size(layer); j++) {
            var a = activations[layer - 1][j];
            for (var k = team.begin(part, count); k < to; k++) {
                lines[layer - 1][k][j] = a[k];
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
            keep(last, j, count);
        }
    }

    private void keep(int layer, int j, int count) {
        System.arraycopy(deltas[layer - 1][j], 0, flatDeltas[layer - 1], j * rows, count);
    }

    /** δ of the layer before. */
    private void backward(int layer, int part, int count, double[] parameters) {
        var from = begin(part, layer - 1);
        var to = begin(part + 1, layer - 1);
        var slopes = deltas[layer - 2];
        for (var i = from; i < to; i++) {
            Arrays.fill(slopes[i], 0, count, 0);
        }
        var step = shape.size(layer - 1) + 1;
        Products.add(
                slopes,
                from,
                to,
                deltas[layer - 1],
                shape.size(layer),
                count,
                new Products.Factors(parameters, shape.start(layer), 1, step));
        for (var i = from; i < to; i++) {
            network.activation(layer - 1)
                    .toErrors(weightedInputs[layer - 2][i], activations[layer - 2][i], slopes[i], 1, count);
            keep(layer - 1, i, count);
        }
    }

    private void gradients(Block block, int part, boolean isFirst) {
        for (var layer = 2; layer <= last; layer++) {
            if (isFirst) {
                for (var j = begin(part, layer); j < begin(part + 1, layer); j++) {
                    Arrays.fill(sums[layer - 1][j], 0);
                }
            }
            gradient(layer, part, layer == 2 ? block.lines() : lines[layer - 2], block.count());
        }
    }

    /** ∂C/∂w = δ a, and ∂C/∂b = δ, summed over the samples. */
    private void gradient(int layer, int part, double[][] below, int count) {
        var from = begin(part, layer);
        var to = begin(part + 1, layer);
        var inputs = shape.size(layer - 1);
        var errors = flatDeltas[layer - 1];
        Products.add(sums[layer - 1], from, to, below, count, inputs, new Products.Factors(errors, 0, rows, 1));
        for (var j = from; j < to; j++) {
            sums[layer - 1][j][inputs] += sum(errors, j * rows, count);
        }
    }

    /** Four sums side by side, for an addition that waits for the one before takes long. */
    private static double sum(double[] numbers, int from, int count) {
        var sum0 = 0.0;
        var sum1 = 0.0;
        var sum2 = 0.0;
        var sum3 = 0.0;
        var i = from;
        for (; i + 4 <= from + count; i += 4) {
            sum0 += numbers[i];
            sum1 += numbers[i + 1];
            sum2 += numbers[i + 2];
            sum3 += numbers[i + 3];
        }
        for (; i < from + count; i++) {
            sum0 += numbers[i];
        }
        return (sum0 + sum1) + (sum2 + sum3);
    }
}
