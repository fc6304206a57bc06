package io.gradsheet.template;

import io.gradsheet.network.Activation;

/**
 * Reads activation functions.
 *
 * @param trains whether errors must flow back through them
 */
record ActivationKeys(boolean trains) {
    /**
     * Reads that of one layer.
     *
     * @param isOutput whether it is the last
     * @param neurons how many the layer has
     */
    Activation read(Entry entry, boolean isOutput, int neurons) {
        var activation = ActivationFormula.isFormula(entry.text())
                ? new Activation.Written(ActivationFormula.read(entry))
                : entry.choice(Activation.all(), Activation::name);
        if (trains && !activation.isTrainable()) {
            throw entry.complaint("cannot be " + activation.name()
                    + ": its derivative is 0, so no error flows back and nothing can be learned; take sigmoid, its smooth"
                    + " relative");
        }
        if (activation.isForOutput() && !isOutput) {
            throw entry.complaint(
                    "cannot be " + activation.name()
                            + " in a hidden layer: it shares 1 among the classes, which only the last layer has; take another there");
        }
        if (activation.isForOutput() && neurons == 1) {
            throw entry.complaint("cannot be " + activation.name()
                    + " for a single neuron, whose share is always 1; take sigmoid, or a neuron for each class");
        }
        return activation;
    }
}
