package io.gradsheet.network;

import java.util.List;

/**
 * How the outputs of a network follow its parameters: ∂a/∂w and ∂a/∂b of every output of every sample. An output's derivatives come from
 * the same way back that errors take (Wakui 4.3), which begins with 1 at that output and 0 at the others.
 */
public final class OutputSlopes {
    private final Network network;
    private final Parameters parameters;
    private final int samples;
    private final double[][] weightedInputs;
    private final double[][] activations;
    private final double[] targets;

    /** Sends samples forward. */
    public OutputSlopes(Network network, Parameters parameters, List<Sample> samples) {
        this.network = network;
        this.parameters = parameters;
        this.samples = samples.size();
        this.weightedInputs = new double[network.layers()][];
        this.activations = new double[network.layers()][];
        this.targets = new double[this.samples * network.outputs()];
        activations[0] = new double[this.samples * network.inputs()];
        for (var row = 0; row < this.samples; row++) {
            samples.get(row).copyTo(activations[0], targets, row);
        }
        for (var layer = 2; layer <= network.layers(); layer++) {
            weightedInputs[layer - 1] = new double[this.samples * network.size(layer)];
            activations[layer - 1] = new double[this.samples * network.size(layer)];
            parameters.weightedInputs(layer, activations[layer - 2], weightedInputs[layer - 1], this.samples);
            network.activation(layer)
                    .activate(weightedInputs[layer - 1], activations[layer - 1], this.samples, network.size(layer));
        }
    }

    /** a − t of every output, the outputs of the first sample first. */
    public double[] differences() {
        var differences = activations[network.layers() - 1].clone();
        for (var i = 0; i < differences.length; i++) {
            differences[i] -= targets[i];
        }
        return differences;
    }

    /** A row of derivatives for each of {@link #differences}, in the order of {@link Parameters#toArray}. */
    public double[][] rows() {
        var rows = new double[targets.length][network.parameterCount()];
        for (var output = 0; output < network.outputs(); output++) {
            var deltas = new double[targets.length];
            for (var sample = 0; sample < samples; sample++) {
                deltas[sample * network.outputs() + output] = 1;
            }
            fill(rows, output, deltas);
        }
        return rows;
    }

    /** Takes slopes by the activations of the output layer back through all layers. */
    private void fill(double[][] rows, int output, double[] slopes) {
        var deltas = slopes;
        for (var layer = network.layers(); layer >= 2; layer--) {
            network.activation(layer)
                    .toErrors(weightedInputs[layer - 1], activations[layer - 1], deltas, samples, network.size(layer));
            for (var sample = 0; sample < samples; sample++) {
                parameters.addGradient(
                        layer, activations[layer - 2], deltas, sample, rows[sample * network.outputs() + output]);
            }
            if (layer > 2) {
                var before = new double[samples * network.size(layer - 1)];
                parameters.slopes(layer, deltas, before, samples);
                deltas = before;
            }
        }
    }
}
