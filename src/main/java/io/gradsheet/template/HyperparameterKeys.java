package io.gradsheet.template;

import io.gradsheet.network.Convolution;
import io.gradsheet.network.Dense;
import io.gradsheet.network.FrozenParameters;
import io.gradsheet.network.Network;
import io.gradsheet.training.Batches;
import io.gradsheet.training.Decay;
import io.gradsheet.training.Hyperparameters;
import io.gradsheet.training.Optimiser;
import io.gradsheet.training.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how a network is trained: the keys {@code eta}, {@code epochs} and {@code train}. */
final class HyperparameterKeys {
    private static final int MOST_EPOCHS = 1_000_000;

    /** A power of a factor below this is an error in LibreOffice. */
    private static final double LEAST_RATE = 1e-300;

    private static final List<String> KEYS =
            List.of("batch", "order", "gradient", "optimiser", "decay", "schedule", "biases", "frozen");
    private static final List<String> SCHEDULES = List.of("steps", "exponential", "inverse", "linear");

    /** w2_31, or w2_3_12 where an index has two digits. */
    private static final Pattern WEIGHT = Pattern.compile("w(\\d{1,5})_(?:(\\d)(\\d)|(\\d{1,5})_(\\d{1,5}))");

    private static final Pattern BIAS = Pattern.compile("b(\\d{1,5})_(\\d{1,5})");

    private final Network network;
    private final int samples;

    HyperparameterKeys(Network network, int samples) {
        this.network = network;
        this.samples = samples;
    }

    Hyperparameters read(Section template) {
        var learningRate = template.entry("eta").positive();
        var epochs = template.entry("epochs").integer(1, MOST_EPOCHS);
        if (!template.has("train")) {
            return Hyperparameters.plain(learningRate, epochs, samples, FrozenParameters.none(network.places()));
        }
        var entry = template.entry("train");
        var train = entry.section().only(KEYS);
        var schedule = train.optional("schedule")
                .map(key -> schedule(key, learningRate, epochs))
                .orElse(new Schedule.Constant());
        var size =
                train.optional("batch").map(batch -> batch.integer(1, samples)).orElse(samples);
        var order = train.optional("order").map(this::order).orElse(new Batches.AsGiven());
        var mean = train.optional("gradient")
                .map(key -> key.choice(List.of("sum", "mean"), name -> name).equals("mean"))
                .orElse(false);
        return new Hyperparameters(
                learningRate,
                schedule,
                epochs,
                new Batches(size, order),
                mean,
                train.optional("decay").map(HyperparameterKeys::decay).orElse(Decay.NONE),
                train.optional("optimiser").map(OptimiserKeys::read).orElse(new Optimiser.Plain()),
                frozen(entry, train));
    }

    /** λ alone, or λ and what it does. */
    private static Decay decay(Entry entry) {
        if (!entry.isSection()) {
            return Decay.ofWeights(strength(entry));
        }
        var keys = entry.section().only(List.of("lambda", "biases", "decoupled"));
        return new Decay(
                strength(keys.entry("lambda")),
                keys.optional("biases").map(Entry::truth).orElse(false),
                keys.optional("decoupled").map(Entry::truth).orElse(false));
    }

    private static double strength(Entry entry) {
        var strength = entry.number();
        if (strength < 0) {
            throw entry.complaint("must not be negative, but is " + entry.text());
        }
        return strength;
    }

    private Batches.Order order(Entry entry) {
        if (entry.isList()) {
            return listed(entry);
        }
        if (entry.isSection()) {
            var seed = entry.section().only(List.of("seed")).entry("seed");
            return new Batches.Shuffled(seed.integer(Long.MIN_VALUE, Long.MAX_VALUE));
        }
        entry.choice(List.of("given"), name -> name);
        return new Batches.AsGiven();
    }

    private Batches.Order listed(Entry entry) {
        var numbers = new ArrayList<Integer>();
        for (var item : entry.items("sample", 1, samples, "every sample once")) {
            var number = item.integer(1, samples);
            if (numbers.contains(number)) {
                throw item.complaint("is " + number + " again; every sample must be there once");
            }
            numbers.add(number);
        }
        return new Batches.Listed(numbers);
    }

    private static Schedule schedule(Entry entry, double learningRate, int epochs) {
        var kinds = entry.section().only(SCHEDULES);
        var found = SCHEDULES.stream().filter(kinds::has).toList();
        if (found.size() != 1) {
            throw entry.complaint("must have one of these keys: " + String.join(", ", SCHEDULES));
        }
        var keys = kinds.entry(found.get(0)).section();
        var schedule = switch (found.get(0)) {
            case "steps" ->
                new Schedule.Steps(
                        keys.only(List.of("factor", "every")).entry("factor").number(),
                        keys.entry("every").integer(1, MOST_EPOCHS));
            case "exponential" ->
                new Schedule.Steps(keys.only(List.of("factor")).entry("factor").number(), 1);
            case "inverse" ->
                new Schedule.Inverse(keys.only(List.of("rate")).entry("rate").positive());
            default ->
                new Schedule.Linear(keys.only(List.of("factor")).entry("factor").positive(), epochs);
        };
        for (var epoch = 1; epoch <= epochs; epoch++) {
            if (!(learningRate * schedule.share(epoch) >= LEAST_RATE)) {
                throw entry.complaint("reaches 0 in epoch " + epoch
                        + ", from where on nothing would be learned; take a larger factor, or fewer epochs");
            }
        }
        return schedule;
    }

    private FrozenParameters frozen(Entry entry, Section train) {
        var frozen = FrozenParameters.none(network.places());
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
                    layer, group(item, layer, weight.group(group)), from(item, layer, weight.group(group + 1)));
        }
        var bias = BIAS.matcher(name);
        if (bias.matches()) {
            var layer = layer(item, bias);
            return frozen.andBias(layer, group(item, layer, bias.group(2)));
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
        if (network.layer(layer).groups() == 0) {
            throw item.complaint("is in layer " + layer + ", which pools and has no parameters");
        }
        return layer;
    }

    /** The number of a neuron, or of a filter. */
    private int group(Entry item, int layer, String digits) {
        var noun = network.layer(layer) instanceof Convolution ? "filter" : "neuron";
        return number(item, noun, "layer " + layer, digits, network.layer(layer).groups());
    }

    /** The number of a weight: that of the neuron which it comes from, where it comes from a single one. */
    private int from(Entry item, int layer, String digits) {
        var most = network.layer(layer).weights();
        return network.layer(layer) instanceof Dense
                ? number(item, "neuron", "layer " + (layer - 1), digits, most)
                : number(
                        item,
                        "weight",
                        (network.layer(layer) instanceof Convolution ? "a filter" : "a neuron") + " of layer " + layer,
                        digits,
                        most);
    }

    private static int number(Entry item, String noun, String where, String digits, int most) {
        var number = Integer.parseInt(digits);
        if (number < 1 || number > most) {
            throw item.complaint("names " + noun + " " + number + " of " + where + ", but " + noun
                    + "s there count from 1 to " + most);
        }
        return number;
    }
}
