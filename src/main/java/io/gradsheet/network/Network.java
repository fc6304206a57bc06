package io.gradsheet.network;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A network: its inputs, and the layers that follow.
 *
 * @param inputs how many there are: they are layer 1
 * @param following the layers after the first, in order; at least one
 * @param cost what training makes small
 */
public record Network(int inputs, List<Layer> following, Cost cost) {
    private static final double HALF = 0.5;

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if a layer is missing or empty, or does not fit to the one before, or has an activation that does
     *     not fit
     */
    public Network {
        following = List.copyOf(following);
        if (inputs < 1 || following.isEmpty() || following.stream().anyMatch(layer -> layer.size() < 1)) {
            throw new IllegalArgumentException("a network has an input and an output layer, none of them empty");
        }
        var before = inputs;
        for (var layer : following) {
            if (layer.before() != before) {
                throw new IllegalArgumentException("a layer reads all units of the one before");
            }
            before = layer.size();
        }
        if (following.get(0) instanceof Dense dense && dense.inputs() < inputs) {
            throw new IllegalArgumentException("the second layer reads all inputs");
        }
        var last = following.size() - 1;
        if (following.stream().limit(last).anyMatch(layer -> layer.activation().isForOutput())
                || !cost.fits(following.get(last).activation())) {
            throw new IllegalArgumentException(
                    "activations that can stand where they are, and a cost that fits the last");
        }
    }

    /**
     * A fully connected network.
     *
     * @param sizes neurons of each layer, the input layer first; at least two layers
     * @param activations one for each layer from the second on
     * @throws IllegalArgumentException if a layer is missing or empty, or lacks an activation, or has one that does not fit
     */
    public static Network dense(List<Integer> sizes, List<Activation> activations, Cost cost) {
        if (activations.size() != sizes.size() - 1) {
            throw new IllegalArgumentException("an activation for each layer from the second on");
        }
        var following = IntStream.range(0, activations.size())
                .<Layer>mapToObj(l -> new Dense(sizes.get(l), sizes.get(l + 1), activations.get(l)))
                .toList();
        return new Network(sizes.get(0), following, cost);
    }

    /** The number of layers, which is also the number of the output layer. */
    public int layers() {
        return following.size() + 1;
    }

    /** A layer, which counts from 2. */
    public Layer layer(int number) {
        return following.get(number - 2);
    }

    /** How many units a layer has; layers count from 1. */
    public int size(int layer) {
        return layer == 1 ? inputs : layer(layer).size();
    }

    /** How many units each layer has. */
    public List<Integer> sizes() {
        return IntStream.rangeClosed(1, layers()).mapToObj(this::size).toList();
    }

    /** Whether every unit of a layer flows into every one of the next, each with a weight of its own. */
    public boolean isDense() {
        return following.stream().allMatch(layer -> layer instanceof Dense dense && dense.inputs() == dense.before());
    }

    /** Where each parameter stands among all. */
    public Places places() {
        return Places.of(following);
    }

    /** All weights and biases in the order in which they stand. */
    public List<Parameter> parameters() {
        return places().list();
    }

    /** The sizes of the layers as one says them: {@code 12-3-2}. */
    public String shape() {
        return sizes().stream().map(Object::toString).collect(Collectors.joining("-"));
    }

    /** How many neurons the output layer has. */
    public int outputs() {
        return size(layers());
    }

    /** The activation of a layer, which counts from 2. */
    public Activation activation(int layer) {
        return layer(layer).activation();
    }

    /** The activation of the output layer. */
    public Activation outputActivation() {
        return activation(layers());
    }

    /** Whether errors flow back through all layers. */
    public boolean isTrainable() {
        return following.stream().map(Layer::activation).allMatch(Activation::isTrainable);
    }

    /** How many weights and biases there are; 12-3-2 has 47. */
    public int parameterCount() {
        return places().count();
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
