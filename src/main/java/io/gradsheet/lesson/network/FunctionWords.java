package io.gradsheet.lesson.network;

import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.network.Network;
import io.gradsheet.network.Pooling;
import io.gradsheet.template.ActivationFormula;

/**
 * The functions of a network in words: what a layer does, how its error comes about, what a sample costs. Each is said in several
 * styles, such as {@code words} and {@code zoom.words}, by which the keys of the texts begin.
 */
public final class FunctionWords {
    private static final String WRITTEN = "written";

    private final Network network;
    private final Texts texts;

    public FunctionWords(Network network, Texts texts) {
        this.network = network;
        this.texts = texts;
    }

    /** What a layer does: 1/(1 + e^{−z}). */
    public String activation(String style, int layer) {
        return get(style + ".a." + key(layer), layer);
    }

    /** How a layer's δ comes about. */
    public String error(String style, int layer) {
        if (layer < network.layers() && network.layer(layer + 1) instanceof Pooling pooling) {
            var slope = network.activation(layer) instanceof Activation.Linear ? "" : ".sloped";
            return get(style + ".delta.pooled." + (pooling.isMax() ? "max" : "average") + slope, layer);
        }
        return get(
                style
                        + (layer < network.layers()
                                ? ".delta.hidden." + key(layer)
                                : ".delta.output." + outputFunctions()),
                layer);
    }

    /** The cost of a sample. */
    public String cost(String style) {
        var key = network.cost() instanceof Cost.Squared squared
                ? squares(squared).name()
                : outputFunctions();
        return get(style + ".cost." + key, network.layers());
    }

    /** The activation of a layer in a few letters: σ(z). */
    public String symbol(int layer) {
        return get("function." + key(layer), layer);
    }

    /** The formulas of written activations and of their derivatives, a sentence for each; empty if there are none. */
    public String written() {
        var sentences = new StringBuilder();
        for (var layer = 2; layer <= network.layers(); layer++) {
            if (network.activation(layer) instanceof Activation.Written written
                    && written.curve() instanceof ActivationFormula formula) {
                sentences.append('\n').append(texts.get("guide.written", layer, formula.value(), formula.derivative()));
            }
        }
        return sentences.toString();
    }

    private String get(String key, int layer) {
        return texts.get(key, network.activation(layer).name(), slope(), network.outputs());
    }

    /** What stands before a − t where the cost is no half of the squares. */
    private String slope() {
        return Formulas.slope(network).map(factor -> factor + " ").orElse("");
    }

    /** What a cost other than the book's, or a mean in place of a sum, does to η: a sentence for each; empty if there is none. */
    public String scale(boolean mean) {
        var sentences = new StringBuilder();
        if (network.cost() instanceof Cost.Squared squared && squared.share() != Cost.Squared.Share.HALF) {
            sentences
                    .append('\n')
                    .append(texts.get("guide.scale." + squares(squared).name(), network.outputs()));
        }
        if (mean) {
            sentences.append('\n').append(texts.get("guide.scale.mean"));
        }
        return sentences.toString();
    }

    /** The mean over a single output is the sum. */
    private Cost.Squared squares(Cost.Squared cost) {
        return cost.share() == Cost.Squared.Share.MEAN && network.outputs() == 1
                ? new Cost.Squared(Cost.Squared.Share.WHOLE)
                : cost;
    }

    private String key(int layer) {
        var activation = network.activation(layer);
        return activation instanceof Activation.Written ? WRITTEN : activation.name();
    }

    private String outputFunctions() {
        var cost = network.cost() instanceof Cost.Squared
                ? "squared"
                : network.cost().name();
        var isScaled = network.outputActivation() instanceof Activation.Linear && !slope().isEmpty();
        return cost + "." + key(network.layers()) + (isScaled ? ".scaled" : "");
    }
}
