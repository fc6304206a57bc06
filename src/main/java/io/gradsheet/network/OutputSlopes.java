package io.gradsheet.network;

import java.util.List;

/**
 * How the outputs of a network follow its parameters: ∂a/∂w and ∂a/∂b of every output of every sample. An output's derivatives come from
 * the same way back that errors take (Wakui 4.3), which begins with 1 at that output and 0 at the others.
 */
public final class OutputSlopes {
    private final Network network;
    private final double[] parameters;
    private final Block block;
    private final Propagation propagation;

    /** Sends samples forward. */
    public OutputSlopes(Network network, Parameters parameters, List<Sample> samples) {
        this.network = network;
        this.parameters = parameters.toArray();
        this.block = Block.of(network, samples);
        this.propagation = new Propagation(network, samples.size(), Team.ALONE);
        propagation.forward(block, this.parameters, Touch.NONE);
    }

    /** a − t of every output, the outputs of the first sample first. */
    public double[] differences() {
        var differences = propagation.outputs().clone();
        for (var i = 0; i < differences.length; i++) {
            differences[i] -= block.targets()[i];
        }
        return differences;
    }

    /** A row of derivatives for each of {@link #differences}, in the order of {@link Parameters#toArray}. */
    public double[][] rows() {
        var rows = new double[block.count() * network.outputs()][];
        for (var output = 0; output < network.outputs(); output++) {
            propagation.backward(parameters, output);
            for (var sample = 0; sample < block.count(); sample++) {
                rows[sample * network.outputs() + output] = propagation.gradient(sample, sample + 1);
            }
        }
        return rows;
    }
}
