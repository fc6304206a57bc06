package io.gradsheet.lesson.network;

import io.gradsheet.network.Activation;
import io.gradsheet.network.Layer;
import io.gradsheet.network.Network;
import io.gradsheet.network.Pooling;
import java.util.stream.IntStream;

/**
 * The columns of a sample's way forward: its number, inputs, targets, the weighted inputs and activations of each layer, its cost, and
 * whether the answer is right. Layers and neurons count as in the book, columns from 0.
 */
public final class ForwardLayout {
    private final Network network;
    private final boolean classes;

    /**
     * Lays the columns out.
     *
     * @param classes whether samples belong to classes, so that an answer is right or wrong
     */
    public ForwardLayout(Network network, boolean classes) {
        this.network = network;
        this.classes = classes;
    }

    /** The sample's number, from 1. */
    public int number() {
        return 0;
    }

    /** x<sub>i</sub>. */
    public int input(int i) {
        return i;
    }

    /** t<sub>j</sub>. */
    public int target(int j) {
        return network.inputs() + j;
    }

    /** z<sup>l</sup><sub>j</sub>; a pooled unit has none but its a. */
    public int weightedInput(int layer, int neuron) {
        return before(layer) + neuron;
    }

    /** What softmax shares; only a layer that has it has these columns. */
    public int exponential(int layer, int neuron) {
        return before(layer) + network.size(layer) + neuron;
    }

    /** a<sup>l</sup><sub>j</sub>; that of layer 1 is x<sub>j</sub>. */
    public int activation(int layer, int neuron) {
        if (layer == 1) {
            return input(neuron);
        }
        return network.layer(layer) instanceof Pooling
                ? before(layer) + neuron
                : before(layer + 1) - network.size(layer) + neuron;
    }

    /** Which of its window a pooled unit is; only a layer that takes the largest has these columns. */
    public int place(int layer, int unit) {
        return before(layer) + network.size(layer) + unit;
    }

    /** What flows into a layer. */
    int source(int layer, Layer.Source source) {
        return activation(source.isOwn() ? layer : layer - 1, source.unit());
    }

    /** The column before z and a of a layer. */
    private int before(int layer) {
        return network.inputs()
                + network.outputs()
                + IntStream.range(2, layer)
                        .map(each -> groups(each) * network.size(each))
                        .sum();
    }

    /** Groups of columns that lead through a layer: z, a, and between them what softmax shares; or what is pooled, and from where. */
    private int groups(int layer) {
        if (network.layer(layer) instanceof Pooling pooling) {
            return pooling.isMax() ? 2 : 1;
        }
        return network.activation(layer) instanceof Activation.Softmax ? 3 : 2;
    }

    /** C of the sample. */
    public int cost() {
        return before(network.layers() + 1) + 1;
    }

    /** Whether the output is right; there is no such column without classes. */
    public int hit() {
        return cost() + 1;
    }

    /** Whether there is a column {@link #hit}. */
    public boolean hasHit() {
        return classes;
    }

    /** The last of the columns. */
    public int last() {
        return classes ? hit() : cost();
    }

    /** δ, in the columns that follow, where a sheet has them: those of the output layer first. */
    public int delta(int layer, int neuron) {
        return last()
                + IntStream.rangeClosed(layer + 1, network.layers())
                        .map(network::size)
                        .sum()
                + neuron;
    }

    /** The columns of the parameters that follow the errors. */
    public ParameterColumns parametersAfterErrors() {
        return new ParameterColumns(network, delta(2, network.size(2)) + 1);
    }
}
