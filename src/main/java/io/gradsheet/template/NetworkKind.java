package io.gradsheet.template;

import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.network.Network;
import io.gradsheet.template.NetworkExperiment.Zoom;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A network, its data and how to train it. */
final class NetworkKind implements ExperimentKind {
    private static final int LARGEST_LAYER = 16_384;
    private static final int MOST_PARAMETERS = 1_000_000;
    private static final int MOST_EPOCHS = 1_000_000;

    @Override
    public List<String> keys() {
        return List.of("network", "cost", "data", "eta", "epochs", "initial", "zoom");
    }

    @Override
    public List<String> subject() {
        return List.of("network", "data");
    }

    @Override
    public NetworkExperiment read(Heading heading, Section section, Sources sources) {
        var network = network(section);
        var initial =
                new InitialParameters(network).read(section.entry("initial").section());
        var learningRate = section.entry("eta").positive();
        var epochs = section.entry("epochs").integer(1, MOST_EPOCHS);

        var data = new DataReader(section.entry("data").section(), network, sources).read();
        var zoom = section.optional("zoom")
                .map(entry -> zoom(
                        entry.section().only(List.of("epoch", "sample")),
                        epochs,
                        data.samples().size(),
                        sources))
                .orElse(new Zoom(1, 1));
        return new NetworkExperiment(heading, sources.provenance(), network, data, initial, learningRate, epochs, zoom);
    }

    private static Network network(Section section) {
        var keys = section.entry("network").section().only(List.of("sizes", "activations"));
        var sizes = sizes(keys.entry("sizes"));
        var activations = activations(keys.entry("activations"), sizes.size() - 1);
        return new Network(sizes, activations, section.entry("cost").choice(Cost.all(), Cost::name));
    }

    private static List<Integer> sizes(Entry entry) {
        var sizes = entry.items("layer", 1).stream()
                .map(item -> item.integer(1, LARGEST_LAYER))
                .toList();
        if (sizes.size() < 2) {
            throw entry.complaint("must have at least two layers, the input layer and the output layer");
        }
        var parameters = IntStream.range(1, sizes.size())
                .mapToLong(l -> sizes.get(l) * (sizes.get(l - 1) + 1L))
                .sum();
        if (parameters > MOST_PARAMETERS) {
            throw entry.complaint(String.format(
                    Locale.ROOT,
                    "makes a network of %,d weights and biases, but at most %,d are possible; make its layers smaller",
                    parameters,
                    MOST_PARAMETERS));
        }
        return sizes;
    }

    /** A list of one for each layer after the first, or a single one for all. */
    private static List<Activation> activations(Entry entry, int layers) {
        if (!entry.isList()) {
            return Collections.nCopies(layers, activation(entry));
        }
        return entry.items("activation", 1, layers, "one for each layer after the first").stream()
                .map(NetworkKind::activation)
                .toList();
    }

    private static Activation activation(Entry entry) {
        return entry.choice(Activation.all(), Activation::name);
    }

    private static Zoom zoom(Section zoom, int epochs, int samples, Sources sources) {
        return new Zoom(
                zoom.optional("epoch")
                        .map(entry -> within(entry, epochs, sources.isSet(List.of("epochs"))))
                        .orElse(1),
                zoom.optional("sample")
                        .map(entry -> within(entry, samples, sources.isSet(List.of("data"))))
                        .orElse(1));
    }

    /** A number from 1 to a limit. A limit that a setting lowered does not make the template wrong. */
    private static int within(Entry entry, int limit, boolean lowered) {
        return lowered && !entry.place().isSetting()
                ? Math.min(entry.integer(1, Integer.MAX_VALUE), limit)
                : entry.integer(1, limit);
    }
}
