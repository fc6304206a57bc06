package io.gradsheet.template;

import io.gradsheet.expression.Digits;
import io.gradsheet.network.Initialization;
import io.gradsheet.network.Initialization.Distribution;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the parameters that epoch 1 starts from: listed, drawn, or all zero. */
final class InitialParameters {
    private static final String ZEROS = "zeros";
    private static final String BIASES = "biases";
    private static final List<String> LISTS = List.of("weights", BIASES);
    private static final List<String> DRAWS = List.of("normal", "uniform", "xavier", "he", "lecun", "fan-in");

    private final Network network;

    InitialParameters(Network network) {
        this.network = network;
    }

    Parameters read(Entry entry) {
        if (!entry.isSection()) {
            entry.choice(List.of(ZEROS), name -> name);
            return Parameters.zeros(network.places());
        }
        var initial = entry.section()
                .only(Stream.of(LISTS, DRAWS).flatMap(List::stream).toList());
        var draws = DRAWS.stream().filter(initial::has).toList();
        if (draws.isEmpty()) {
            return Parameters.of(network.places(), weights(initial.entry("weights")), biases(initial.entry(BIASES)));
        }
        if (LISTS.stream().anyMatch(initial::has)) {
            throw initial.complaint(
                    "has both a list of parameters and '" + draws.get(0) + "', which draws them; keep one of them");
        }
        if (draws.size() > 1) {
            throw initial.complaint("has both '" + draws.get(0) + "' and '" + draws.get(1)
                    + "', and each draws all parameters; keep one of them");
        }
        return drawn(draws.get(0), initial.entry(draws.get(0)).section());
    }

    private Parameters drawn(String name, Section draw) {
        var how = switch (name) {
            case "normal" -> biased(draw, normal(draw.only(List.of("mean", "deviation", "truncated", BIASES, "seed"))));
            case "uniform" -> biased(draw, uniform(draw.only(List.of("from", "to", BIASES, "seed"))));
            case "xavier" -> new Initialization.Xavier(distribution(draw, Distribution.UNIFORM));
            case "he" -> new Initialization.He(distribution(draw, Distribution.NORMAL));
            case "lecun" -> new Initialization.LeCun(distribution(draw, Distribution.NORMAL));
            default -> {
                draw.only(List.of("seed"));
                yield new Initialization.FanIn();
            }
        };
        return how.draw(network, draw.entry("seed").integer(Long.MIN_VALUE, Long.MAX_VALUE))
                .map(Digits::kept);
    }

    private static Initialization normal(Section draw) {
        var mean = draw.optional("mean").map(Entry::number).orElse(0.0);
        var deviation = draw.optional("deviation").map(Entry::positive).orElse(1.0);
        return draw.optional("truncated").map(Entry::truth).orElse(false)
                ? new Initialization.CutNormal(mean, deviation)
                : new Initialization.Normal(mean, deviation);
    }

    /** Biases are drawn as well, unless they are to be zeros. */
    private static Initialization biased(Section draw, Initialization all) {
        return draw.has(BIASES)
                        && draw.entry(BIASES)
                                .choice(List.of("drawn", ZEROS), name -> name)
                                .equals(ZEROS)
                ? new Initialization.WeightsAlone(all)
                : all;
    }

    private static Initialization uniform(Section draw) {
        var least = draw.optional("from").map(Entry::number).orElse(-1.0);
        var most = draw.optional("to").map(Entry::number).orElse(1.0);
        if (least >= most) {
            throw draw.complaint(
                    "must go from a smaller number to a larger one, but goes from " + least + " to " + most);
        }
        return new Initialization.Uniform(least, most);
    }

    private static Distribution distribution(Section draw, Distribution otherwise) {
        return draw.only(List.of("distribution", "seed"))
                .optional("distribution")
                .map(entry -> entry.choice(
                        List.of(Distribution.values()), each -> each.name().toLowerCase(Locale.ROOT)))
                .orElse(otherwise);
    }

    private double[][][] weights(Entry entry) {
        var layers = layers(entry);
        return IntStream.rangeClosed(2, network.layers())
                .mapToObj(layer -> rows(layer, layers.get(layer - 2)))
                .toArray(double[][][]::new);
    }

    private double[][] rows(int layer, Entry entry) {
        var reason = "one for each neuron of layer " + (layer - 1);
        return entry.items("row", 1, network.layer(layer).groups(), "one for each neuron of the layer").stream()
                .map(row -> numbers(row.items("weight", 1, network.layer(layer).weights(), reason)))
                .toArray(double[][]::new);
    }

    private double[][] biases(Entry entry) {
        var layers = layers(entry);
        return IntStream.rangeClosed(2, network.layers())
                .mapToObj(layer -> numbers(layers.get(layer - 2)
                        .items("bias", 1, network.layer(layer).groups(), "one for each neuron of the layer")))
                .toArray(double[][]::new);
    }

    private List<Entry> layers(Entry entry) {
        return entry.items("layer", 2, network.layers() - 1, "one for each layer of the network after the first");
    }

    private static double[] numbers(List<Entry> entries) {
        return entries.stream().mapToDouble(Entry::number).toArray();
    }
}
