package io.gradsheet.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * C_T, the sum of the costs of samples, as a function of the parameters (Wakui 3.4): the way forward and nothing else, so that a
 * gradient can be held against something that needs none.
 */
public final class TotalCost {
    private final Propagation propagation;
    private final Block block;

    public TotalCost(Network network, List<Sample> samples) {
        this.propagation = new Propagation(network, samples.size(), Team.ALONE);
        this.block = Block.of(network, samples);
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
        propagation.forward(block, parameters.toArray(), Touch.NONE);
        var pieces = LongStream.builder();
        propagation.pieces(pieces);
        return new Point(
                Arrays.stream(propagation.costs()).sum(), pieces.build().boxed().toList());
    }
}
