package io.gradsheet.template;

import io.gradsheet.expression.Digits;
import io.gradsheet.network.Convolution;
import io.gradsheet.network.Initialization;
import io.gradsheet.network.Initialization.Distribution;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Recurrent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
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
        return ofLayers(
                        entry,
                        new double[0][],
                        (layer, list) -> groups(layer, "row", list).stream()
                                .map(row -> row(layer, row))
                                .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    /** The weights of a neuron; those of a filter as well row by row, or map by map and row by row. */
    private double[] row(int layer, Entry entry) {
        var weights = network.layer(layer).weights();
        if (network.layer(layer) instanceof Convolution && entry.isList()) {
            var numbers = new ArrayList<Double>();
            gather(entry, weights, numbers);
            if (numbers.size() != weights) {
                throw entry.complaint("has " + Wording.count(numbers.size(), "weight") + ", but must have " + weights
                        + ", one for each place of the filter's window in each map of layer " + (layer - 1));
            }
            return numbers.stream().mapToDouble(number -> number).toArray();
        }
        return numbers(entry.items("weight", 1, weights, "one for each " + reads(layer)));
    }

    private String reads(int layer) {
        return network.layer(layer) instanceof Recurrent
                ? "unit of a step of layer " + (layer - 1) + ", and one for each neuron of its own"
                : "neuron of layer " + (layer - 1);
    }

    /** No more than one number too many, for aliases make long lists cheap to write. */
    private static void gather(Entry entry, int most, List<Double> numbers) {
        if (entry.length() == 0) {
            throw entry.complaint("must not be empty");
        }
        for (var item : entry.items("weight", 1)) {
            if (numbers.size() > most) {
                return;
            }
            if (item.isList()) {
                gather(item, most, numbers);
            } else {
                numbers.add(item.number());
            }
        }
    }

    private double[][] biases(Entry entry) {
        return ofLayers(entry, new double[0], (layer, list) -> numbers(groups(layer, "bias", list)))
                .toArray(double[][]::new);
    }

    private List<Entry> groups(int layer, String noun, Entry list) {
        var of = network.layer(layer) instanceof Convolution ? "filter" : "neuron";
        return list.items(noun, 1, network.layer(layer).groups(), "one for each " + of + " of the layer");
    }

    /** What is said of each layer that has weights; of the others, nothing. */
    private <T> Stream<T> ofLayers(Entry entry, T nothing, BiFunction<Integer, Entry, T> reader) {
        var learning = IntStream.rangeClosed(2, network.layers())
                .filter(layer -> network.layer(layer).groups() > 0)
                .boxed()
                .toList();
        var all = learning.size() == network.layers() - 1;
        var items = entry.items(
                "layer",
                2,
                learning.size(),
                "one for each layer of the network after the first" + (all ? "" : " that has weights"));
        return IntStream.rangeClosed(2, network.layers()).mapToObj(layer -> {
            var place = learning.indexOf(layer);
            return place < 0
                    ? nothing
                    : reader.apply(layer, items.get(place).called("layer " + layer + " of " + entry.name()));
        });
    }

    private static double[] numbers(List<Entry> entries) {
        return entries.stream().mapToDouble(Entry::number).toArray();
    }
}
