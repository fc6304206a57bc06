package io.gradsheet.template;

import io.gradsheet.expression.Digits;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import java.util.List;
import java.util.stream.IntStream;

/** Reads the parameters that epoch 1 starts from: listed, or drawn from a normal distribution. */
final class InitialParameters {
    private final Network network;

    InitialParameters(Network network) {
        this.network = network;
    }

    Parameters read(Section initial) {
        initial.only(List.of("weights", "biases", "normal"));
        if (!initial.has("normal")) {
            return Parameters.of(weights(initial.entry("weights")), biases(initial.entry("biases")));
        }
        if (initial.has("weights") || initial.has("biases")) {
            throw initial.complaint("has both a list of parameters and 'normal', which draws them; keep one of them");
        }
        return drawn(initial.entry("normal").section().only(List.of("mean", "deviation", "seed")));
    }

    private Parameters drawn(Section normal) {
        return Parameters.normal(
                        network.sizes(),
                        normal.optional("mean").map(Entry::number).orElse(0.0),
                        normal.optional("deviation").map(Entry::positive).orElse(1.0),
                        normal.entry("seed").integer(Long.MIN_VALUE, Long.MAX_VALUE))
                .map(Digits::kept);
    }

    private double[][][] weights(Entry entry) {
        var layers = layers(entry);
        return IntStream.rangeClosed(2, network.layers())
                .mapToObj(layer -> rows(layer, layers.get(layer - 2)))
                .toArray(double[][][]::new);
    }

    private double[][] rows(int layer, Entry entry) {
        var reason = "one for each neuron of layer " + (layer - 1);
        return entry.items("row", 1, network.size(layer), "one for each neuron of the layer").stream()
                .map(row -> numbers(row.items("weight", 1, network.size(layer - 1), reason)))
                .toArray(double[][]::new);
    }

    private double[][] biases(Entry entry) {
        var layers = layers(entry);
        return IntStream.rangeClosed(2, network.layers())
                .mapToObj(layer -> numbers(layers.get(layer - 2)
                        .items("bias", 1, network.size(layer), "one for each neuron of the layer")))
                .toArray(double[][]::new);
    }

    private List<Entry> layers(Entry entry) {
        return entry.items("layer", 2, network.layers() - 1, "one for each layer of the network after the first");
    }

    private static double[] numbers(List<Entry> entries) {
        return entries.stream().mapToDouble(Entry::number).toArray();
    }
}
