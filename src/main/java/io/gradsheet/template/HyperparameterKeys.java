package io.gradsheet.template;

import io.gradsheet.network.FrozenParameters;
import io.gradsheet.network.Network;
import io.gradsheet.training.Hyperparameters;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how a network is trained: the keys {@code eta}, {@code epochs} and {@code train}. */
final class HyperparameterKeys {
    private static final int MOST_EPOCHS = 1_000_000;

    /** w2_31, or w2_3_12 where an index has two digits. */
    private static final Pattern WEIGHT = Pattern.compile("w(\\d{1,5})_(?:(\\d)(\\d)|(\\d{1,5})_(\\d{1,5}))");

    private static final Pattern BIAS = Pattern.compile("b(\\d{1,5})_(\\d{1,5})");

    private final Network network;

    HyperparameterKeys(Network network) {
        this.network = network;
    }

    Hyperparameters read(Section template) {
        var learningRate = template.entry("eta").positive();
        var epochs = template.entry("epochs").integer(1, MOST_EPOCHS);
        var frozen = template.optional("train")
                .map(train -> frozen(train, train.section().only(List.of("biases", "frozen"))))
                .orElse(FrozenParameters.none(network.sizes()));
        return new Hyperparameters(learningRate, epochs, frozen);
    }

    private FrozenParameters frozen(Entry entry, Section train) {
        var frozen = FrozenParameters.none(network.sizes());
        if (train.has("biases") && !train.entry("biases").truth()) {
            frozen = frozen.andBiases();
        }
        if (train.has("frozen")) {
            for (var item : train.entry("frozen").items("parameter", 1)) {
                frozen = with(frozen, item);
            }
        }
        if (frozen.isAll()) {
            throw entry.complaint("leaves nothing to train: every parameter is frozen; leave one out");
        }
        return frozen;
    }

    private FrozenParameters with(FrozenParameters frozen, Entry item) {
        var name = item.text();
        var weight = WEIGHT.matcher(name);
        if (weight.matches()) {
            var layer = layer(item, weight);
            var group = weight.group(2) == null ? 4 : 2;
            return frozen.andWeight(
                    layer, neuron(item, layer, weight.group(group)), neuron(item, layer - 1, weight.group(group + 1)));
        }
        var bias = BIAS.matcher(name);
        if (bias.matches()) {
            var layer = layer(item, bias);
            return frozen.andBias(layer, neuron(item, layer, bias.group(2)));
        }
        throw item.complaint("must be the name of a weight, such as w2_31 (layer 2, to neuron 3, from neuron 1; w2_3_12"
                + " where a number has two digits), or of a bias, such as b2_3, but is " + Wording.quoted(name));
    }

    private int layer(Entry item, Matcher name) {
        var layer = Integer.parseInt(name.group(1));
        if (layer < 2 || layer > network.layers()) {
            throw item.complaint(
                    "is in layer " + layer + ", but layers with parameters count from 2 to " + network.layers());
        }
        return layer;
    }

    private int neuron(Entry item, int layer, String digits) {
        var neuron = Integer.parseInt(digits);
        if (neuron < 1 || neuron > network.size(layer)) {
            throw item.complaint("names neuron " + neuron + " of layer " + layer
                    + ", but neurons there count from 1 to " + network.size(layer));
        }
        return neuron;
    }
}
