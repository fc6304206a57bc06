package io.gradsheet.template;

import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.network.Network;
import io.gradsheet.network.Sample;
import io.gradsheet.template.NetworkExperiment.Zoom;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A network, its data and how to train it. */
final class NetworkKind implements ExperimentKind {
    static final int LARGEST_LAYER = 16_384;
    private static final int MOST_PARAMETERS = 1_000_000;

    /** How far shares that make 1 may be off, of which each has 15 digits. */
    private static final double ROUNDING = 1e-12;

    private final boolean trains;

    /**
     * The kind of some lessons.
     *
     * @param trains whether they go backward, too
     */
    NetworkKind(boolean trains) {
        this.trains = trains;
    }

    @Override
    public String name() {
        return "network";
    }

    @Override
    public List<String> keys() {
        return List.of("network", "cost", "data", "eta", "epochs", "train", "initial", "detail", "zoom");
    }

    @Override
    public List<String> subject() {
        return List.of("network", "data");
    }

    @Override
    public AssignmentKeys assignment() {
        return new AssignmentKeys("samples", List.of("epochs", "pick"));
    }

    @Override
    public NetworkExperiment read(Heading heading, Section section, Sources sources) {
        var network = network(section);
        var initial = new InitialParameters(network).read(section.entry("initial"));

        var data = new DataReader(section.entry("data").section(), network, sources).read();
        checkTargets(network, data, section);
        var hyperparameters = new HyperparameterKeys(network, data.samples().size()).read(section);
        var zoom = section.optional("zoom")
                .map(entry -> zoom(
                        entry.section().only(List.of("epoch", "sample")),
                        hyperparameters.epochs(),
                        data.samples().size(),
                        sources))
                .orElse(new Zoom(1, 1));
        var detail = section.optional("detail")
                .map(entry -> detail(entry.choice(List.of("full", "compact"), name -> name)))
                .orElseGet(() -> Detail.fitting(
                        NetworkExperiment.gradients(network, data.samples().size(), hyperparameters.epochs())));
        return new NetworkExperiment(
                heading, sources.provenance(), network, data, initial, hyperparameters, detail, zoom);
    }

    private static Detail detail(String name) {
        return new Detail(name.equals("compact"), false);
    }

    private Network network(Section section) {
        var entry = section.entry("network");
        var keys = entry.section();
        return keys.has("layers") ? ofLayers(section, entry, keys) : ofSizes(section, keys);
    }

    private Network ofSizes(Section section, Section network) {
        var keys = network.only(List.of("sizes", "activations"));
        var sizes = sizes(keys.entry("sizes"));
        var activations = activations(keys.entry("activations"), sizes);
        return Network.dense(sizes, activations, cost(section.entry("cost"), activations.get(activations.size() - 1)));
    }

    private Network ofLayers(Section section, Entry entry, Section network) {
        for (var key : List.of("sizes", "activations")) {
            network.optional(key).ifPresent(each -> {
                throw each.complaint("cannot go with network.layers, which says it layer by layer; keep one of them");
            });
        }
        var image = section.entry("data").section().optional("image");
        var read = LayerKeys.of(network.only(List.of("input", "layers")), image, new ActivationKeys(trains));
        var parameters = read.layers().stream()
                .mapToLong(layer -> layer.groups() * (layer.weights() + 1L))
                .sum();
        checkCount(entry, parameters);
        var output = read.layers().get(read.layers().size() - 1).activation();
        return new Network(read.inputs(), read.layers(), cost(section.entry("cost"), output));
    }

    private static void checkCount(Entry entry, long parameters) {
        if (parameters > MOST_PARAMETERS) {
            throw entry.complaint(String.format(
                    Locale.ROOT,
                    "makes a network of %,d weights and biases, but at most %,d are possible; make its layers smaller",
                    parameters,
                    MOST_PARAMETERS));
        }
    }

    private static Cost cost(Entry entry, Activation output) {
        var cost = entry.choice(Cost.all(), Cost::name);
        if (!cost.fits(output)) {
            throw entry.complaint("cannot be " + cost.name() + " where the last layer is " + output.name()
                    + ": it takes the logarithm of outputs, which must lie between 0 and 1; make the last layer sigmoid or"
                    + " softmax, or take the squared cost");
        }
        return cost;
    }

    /** Targets that are numbers of their own are not always what cross-entropy can come close to. */
    private static void checkTargets(Network network, DataSet data, Section section) {
        if (!(network.cost() instanceof Cost.CrossEntropy) || data.hasClasses()) {
            return;
        }
        var shares = network.outputActivation() instanceof Activation.Softmax;
        for (var k = 1; k <= data.samples().size(); k++) {
            for (var j = 1; j <= network.outputs(); j++) {
                var target = data.samples().get(k - 1).target(j);
                if (target < 0 || target > 1) {
                    throw section.entry("cost")
                            .complaint("cannot be cross-entropy here: it needs targets from 0 to 1, and sample " + k
                                    + " has the target " + target + "; take the squared cost");
                }
            }
            if (shares && !isOne(data.samples().get(k - 1))) {
                throw section.entry("cost")
                        .complaint(
                                "cannot be cross-entropy after softmax here: it compares shares of classes, which make 1"
                                        + " together, and the targets of sample " + k
                                        + " do not; take the squared cost, or a label");
            }
        }
    }

    private static boolean isOne(Sample sample) {
        var sum = IntStream.rangeClosed(1, sample.targetCount())
                .mapToDouble(sample::target)
                .sum();
        return Math.abs(sum - 1) <= ROUNDING;
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
        checkCount(entry, parameters);
        return sizes;
    }

    /** A list of one for each layer after the first, or a single one for all. */
    private List<Activation> activations(Entry entry, List<Integer> sizes) {
        var layers = sizes.size() - 1;
        var entries = entry.isList()
                ? entry.items("activation", 1, layers, "one for each layer after the first")
                : Collections.nCopies(layers, entry);
        return IntStream.range(0, layers)
                .mapToObj(l -> new ActivationKeys(trains).read(entries.get(l), l == layers - 1, sizes.get(l + 1)))
                .toList();
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
