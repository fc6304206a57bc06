package io.gradsheet.network;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * C_T, the sum of the costs of samples, as a function of the parameters (Wakui 3.4): the way forward and nothing else, so that a
 * gradient can be held against something that needs none.
 */
public final class TotalCost {
    private final Network network;
    private final int rows;
    private final double[] inputs;
    private final double[] targets;

    public TotalCost(Network network, List<Sample> samples) {
        this.network = network;
        this.rows = samples.size();
        this.inputs = new double[rows * network.inputs()];
        this.targets = new double[rows * network.outputs()];
        for (var row = 0; row < rows; row++) {
            samples.get(row).copyTo(inputs, targets, row);
        }
    }

    /**
     * C_T, and where the samples are beside the kinks of ReLU and its leaky relative.
     *
     * @param cost C_T
     * @param sides of every weighted input of a layer whose activation has a kink at 0: whether it is above; the same for two
     *     points between which C_T is smooth
     */
    public record Point(double cost, BitSet sides) {}

    /** C_T at a point. */
    public Point at(Parameters parameters) {
        var sides = new BitSet();
        var before = 0;
        var z = inputs;
        var a = inputs;
        for (var layer = 2; layer <= network.layers(); layer++) {
            var width = network.size(layer);
            var below = a;
            z = new double[rows * width];
            a = new double[z.length];
            parameters.weightedInputs(layer, below, z, rows);
            network.activation(layer).activate(z, a, rows, width);
            if (network.activation(layer).hasKink()) {
                for (var i = 0; i < z.length; i++) {
                    sides.set(before + i, z[i] > 0);
                }
                before += z.length;
            }
        }
        var costs = new double[rows];
        network.cost().of(network.outputActivation(), z, a, targets, costs, rows, network.outputs());
        return new Point(Arrays.stream(costs).sum(), sides);
    }
}
