package io.gradsheet.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

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
     * C_T, and where the samples are beside the kinks of activations such as ReLU.
     *
     * @param cost C_T
     * @param pieces of every weighted input of a layer whose activation has kinks, the one that it lies in: the same for two points
     *     between which C_T is smooth
     */
    public record Point(double cost, List<Long> pieces) {}

    /** C_T at a point. */
    public Point at(Parameters parameters) {
        var pieces = LongStream.builder();
        var z = inputs;
        var a = inputs;
        for (var layer = 2; layer <= network.layers(); layer++) {
            var width = network.size(layer);
            var below = a;
            z = new double[rows * width];
            a = new double[z.length];
            parameters.weightedInputs(layer, below, z, rows);
            network.activation(layer).activate(z, a, rows, width);
            if (network.activation(layer).hasKinks()) {
                for (var each : z) {
                    pieces.add(network.activation(layer).piece(each));
                }
            }
        }
        var costs = new double[rows];
        network.cost().of(network.outputActivation(), z, a, targets, costs, rows, network.outputs());
        return new Point(Arrays.stream(costs).sum(), pieces.build().boxed().toList());
    }
}
