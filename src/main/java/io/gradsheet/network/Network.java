package io.gradsheet.network;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The shape of a fully connected network.
 *
 * @param sizes neurons of each layer, the input layer first; at least two layers
 * @param activations one for each layer from the second on
 * @param cost what training makes small
 */
public record Network(List<Integer> sizes, List<Activation> activations, Cost cost) {
    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if a layer is missing or empty, or lacks an activation
     */
    public Network {
        sizes = List.copyOf(sizes);
        activations = List.copyOf(activations);
        if (sizes.size() < 2 || sizes.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("a network has an input and an output layer, none of them empty");
        }
        if (activations.size() != sizes.size() - 1) {
            throw new IllegalArgumentException("an activation for each layer from the second on");
        }
    }

    /** The number of layers, which is also the number of the output layer. */
    public int layers() {
        return sizes.size();
    }

    /** How many neurons a layer has; layers count from 1. */
    public int size(int layer) {
        return sizes.get(layer - 1);
    }

    public int inputs() {
        return size(1);
    }

    public int outputs() {
        return size(layers());
    }

    /** The activation of a layer, which counts from 2. */
    public Activation activation(int layer) {
        return activations.get(layer - 2);
    }

    /** How many weights and biases there are; 12-3-2 has 47. */
    public int parameterCount() {
        return IntStream.rangeClosed(2, layers())
                .map(layer -> size(layer) * (size(layer - 1) + 1))
                .sum();
    }

    /** Sends a sample forward and its error backward (seed 4.3). */
    public SampleTrace trace(Parameters parameters, Sample sample) {
        var z = new double[layers() - 1][];
        var a = new double[layers() - 1][];
        var below = sample.inputs();
        for (var layer = 2; layer <= layers(); layer++) {
            z[layer - 2] = parameters.weightedInputs(layer, below);
            a[layer - 2] = activation(layer).activations(z[layer - 2]);
            below = a[layer - 2];
        }
        var deltas = new double[layers() - 1][];
        var slopes = cost.slopes(below, sample.targets());
        for (var layer = layers(); layer >= 2; layer--) {
            deltas[layer - 2] = activation(layer).deltas(z[layer - 2], a[layer - 2], slopes);
            slopes = parameters.slopesBefore(layer, deltas[layer - 2]);
        }
        return new SampleTrace(sample, z, a, deltas, cost.of(below, sample.targets()));
    }

    /**
     * The class, from 1, that an output or a target names: that of the largest value, the first of equals. A single value
     * names class 1 from ½ on, and else class 0.
     */
    public static int answer(double[] output) {
        if (output.length == 1) {
            return output[0] >= 0.5 ? 1 : 0;
        }
        var best = 0;
        for (var j = 1; j < output.length; j++) {
            if (output[j] > output[best]) {
                best = j;
            }
        }
        return best + 1;
    }
}
