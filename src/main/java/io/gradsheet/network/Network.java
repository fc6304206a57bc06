package io.gradsheet.network;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The shape of a fully connected network.
 *
 * @param sizes neurons of each layer, the input layer first; at least two layers
 * @param activations one for each layer from the second on
 * @param cost what training makes small
 */
public record Network(List<Integer> sizes, List<Activation> activations, Cost cost) {
    private static final double HALF = 0.5;

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if a layer is missing or empty, or lacks an activation, or has one that does not fit
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
        var hidden = activations.subList(0, activations.size() - 1);
        if (hidden.stream().anyMatch(Activation::isForOutput) || !cost.fits(activations.get(hidden.size()))) {
            throw new IllegalArgumentException(
                    "activations that can stand where they are, and a cost that fits the last");
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

    /** The sizes of the layers as one says them: {@code 12-3-2}. */
    public String shape() {
        return sizes.stream().map(Object::toString).collect(Collectors.joining("-"));
    }

    /** How many neurons the input layer has. */
    public int inputs() {
        return size(1);
    }

    /** How many neurons the output layer has. */
    public int outputs() {
        return size(layers());
    }

    /** The activation of a layer, which counts from 2. */
    public Activation activation(int layer) {
        return activations.get(layer - 2);
    }

    /** The activation of the output layer. */
    public Activation outputActivation() {
        return activation(layers());
    }

    /** Whether errors flow back through all layers. */
    public boolean isTrainable() {
        return activations.stream().allMatch(Activation::isTrainable);
    }

    /** How many weights and biases there are; 12-3-2 has 47. */
    public int parameterCount() {
        return IntStream.rangeClosed(2, layers())
                .map(layer -> size(layer) * (size(layer - 1) + 1))
                .sum();
    }

    /** Sends a sample forward and its error backward (Wakui 4.3). */
    public SampleTrace trace(Parameters parameters, Sample sample) {
        return new Pass(this, parameters, List.of(sample)).traces().get(0);
    }

    /**
     * The class, from 1, that an output names: that of the largest value, the first of equals. A single value names class 1 from ½
     * on, and else class 0. What is equal but for rounding is equal, see {@link Largest}.
     */
    static int answer(double[] output) {
        return answer(output, 0, output.length);
    }

    /** The same of one row of many outputs. */
    static int answer(double[] outputs, int from, int width) {
        if (width == 1) {
            return Largest.reaches(outputs[from], HALF) ? 1 : 0;
        }
        return Largest.of(outputs, from, width);
    }

    /** By how much outputs may change before they may name another class. */
    static double lead(double[] outputs, int from, int width) {
        return width == 1 ? Largest.lead(outputs[from], HALF) : Largest.lead(outputs, from, width);
    }
}
