package io.gradsheet.network;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The gradient of many samples and nothing else: what {@link Pass} computes, but no trace of any sample, in arrays that are made
 * once. The bits are the same whatever the team's size.
 */
public final class BatchGradient {
    private final Network network;
    private final Places places;
    private final Team team;
    private final Propagation propagation;

    /** Of each layer from the second on, and of each of its groups, its weights and then its bias. */
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
     * @param rows most samples of a block
     */
    public BatchGradient(Network network, int rows, Team team) {
        this.network = network;
        this.places = network.places();
        this.team = team;
        this.propagation = new Propagation(network, rows, team);
        this.sums = propagation.sums();
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
            forward(samples, parameters);
            propagation.backward(parameters);
            team.run(part -> {
                gradients(samples.count(), part, isFirst);
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

    private void forward(Block block, double[] parameters) {
        propagation.forward(block, parameters, Touch.NONE);
        var outputs = network.outputs();
        for (var k = 0; k < block.count(); k++) {
            cost += propagation.cost(k);
            hits += Network.answer(propagation.outputs(), k * outputs, outputs) == block.answer(k) ? 1 : 0;
        }
    }

    private void gradients(int count, int part, boolean isFirst) {
        for (var layer = 2; layer <= network.layers(); layer++) {
            var groups = sums[layer - 2];
            if (isFirst) {
                for (var j = team.begin(part, groups.length); j < team.begin(part + 1, groups.length); j++) {
                    Arrays.fill(groups[j], 0);
                }
            }
            propagation.gradients(layer, part, 0, count, groups);
        }
    }

    private void visit(int part, Visitor visitor) {
        for (var layer = 2; layer <= network.layers(); layer++) {
            var groups = sums[layer - 2];
            for (var j = team.begin(part, groups.length); j < team.begin(part + 1, groups.length); j++) {
                visitor.visit(groups[j], places.weight(layer, j + 1, 1), places.bias(layer, j + 1) + 1);
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
}
