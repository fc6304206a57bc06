package io.gradsheet.lesson.network;

import io.gradsheet.network.Cost;
import io.gradsheet.network.Network;

/** The ends of the keys of texts that depend on the functions of a network: what a layer or its error is called in words. */
public final class FunctionKeys {
    private final Network network;

    public FunctionKeys(Network network) {
        this.network = network;
    }

    /** Of what a layer does: {@code a.sigmoid}. */
    public String activation(int layer) {
        return "a." + network.activation(layer).name();
    }

    /** Of how a layer's δ comes about: {@code delta.hidden.sigmoid}, or {@code delta.output.squared.sigmoid}. */
    public String error(int layer) {
        if (layer < network.layers()) {
            return "delta.hidden." + network.activation(layer).name();
        }
        return "delta.output." + outputFunctions();
    }

    /** Of the cost of a sample: {@code cost.squared}, or {@code cost.cross-entropy.softmax}. */
    public String cost() {
        return "cost."
                + (network.cost() instanceof Cost.Squared ? network.cost().name() : outputFunctions());
    }

    private String outputFunctions() {
        return network.cost().name() + "." + network.outputActivation().name();
    }
}
