package io.gradsheet.template;

import io.gradsheet.network.Activation;
import io.gradsheet.network.Convolution;
import io.gradsheet.network.Dense;
import io.gradsheet.network.Layer;
import io.gradsheet.network.Pooling;
import io.gradsheet.network.Recurrent;
import io.gradsheet.network.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the layers of a network one by one, each from what the layers before have come to: the key {@code network.layers}. */
final class LayerKeys {
    private static final int LARGEST_SIDE = 16_384;
    private static final int MOST_UNITS = 100_000;

    /** Products of weights and units that a sample takes in one layer. */
    private static final long MOST_PRODUCTS = 50_000_000;

    private static final List<String> KINDS = List.of("dense", "convolution", "pool", "recurrent");

    private final ActivationKeys activations;
    private final List<Layer> layers = new ArrayList<>();

    /** What the layers so far have come to, as somebody would say it. */
    private String story;

    private Shape shape;

    /** Units, and in which order they lie. */
    private sealed interface Shape {
        /** How many units there are. */
        int size();
    }

    /** They lie side by side, or in maps whose layer is the last of its kind. */
    private record Row(int size) implements Shape {}

    private record Maps(Volume volume) implements Shape {
        @Override
        public int size() {
            return volume.size();
        }
    }

    /** Step by step, so many at each. */
    private record Steps(int steps, int units) implements Shape {
        @Override
        public int size() {
            return Math.multiplyExact(steps, units);
        }
    }

    private LayerKeys(Shape input, ActivationKeys activations) {
        this.shape = input;
        this.activations = activations;
        this.story = input instanceof Maps maps ? maps.volume().toString() : "";
    }

    /** What is read. */
    record Read(int inputs, List<Layer> layers) {}

    /**
     * Reads.
     *
     * @param image what {@code data.image} says, if it is there
     */
    static Read of(Section network, Optional<Entry> image, ActivationKeys activations) {
        var input = network.optional("input").map(LayerKeys::input).or(() -> image.map(LayerKeys::picture));
        var list = network.entry("layers");
        var items = list.items("layer", 2);
        if (items.isEmpty()) {
            throw list.complaint("must have at least one layer, which gives the outputs");
        }
        var keys = new LayerKeys(
                input.orElseThrow(
                        () -> network.complaint("has no key 'input'; say how many inputs there are, as input: 12,"
                                + " input: {rows: 6, columns: 6} or input: {steps: 5, units: 1}; or give data.image")),
                activations);
        var inputs = keys.shape.size();
        for (var i = 0; i < items.size(); i++) {
            keys.read(items.get(i), i == items.size() - 1);
        }
        return new Read(inputs, keys.layers);
    }

    /** So many inputs, or how they lie. */
    private static Shape input(Entry entry) {
        if (!entry.isSection()) {
            return new Row(entry.integer(1, LARGEST_SIDE));
        }
        var keys = entry.section();
        if (keys.has("steps")) {
            keys.only(List.of("steps", "units"));
            var steps = new Steps(
                    keys.entry("steps").integer(1, LARGEST_SIDE),
                    keys.optional("units")
                            .map(units -> units.integer(1, LARGEST_SIDE))
                            .orElse(1));
            return checked(entry, (long) steps.steps() * steps.units(), steps);
        }
        keys.only(List.of("rows", "columns", "maps"));
        return maps(
                entry,
                keys,
                keys.optional("maps").map(maps -> maps.integer(1, LARGEST_SIDE)).orElse(1));
    }

    private static Shape picture(Entry image) {
        return maps(image, image.section(), 1);
    }

    private static Shape maps(Entry entry, Section keys, int maps) {
        var volume = new Volume(
                maps,
                keys.entry("rows").integer(1, LARGEST_SIDE),
                keys.entry("columns").integer(1, LARGEST_SIDE));
        return checked(entry, (long) volume.rows() * volume.columns() * maps, new Maps(volume));
    }

    private static Shape checked(Entry entry, long units, Shape shape) {
        if (units > MOST_UNITS) {
            throw tooMany(entry, units);
        }
        return shape;
    }

    private static TemplateException tooMany(Entry entry, long units) {
        return entry.complaint(String.format(
                Locale.ROOT, "makes %,d units, but at most %,d are possible; make it smaller", units, MOST_UNITS));
    }

    private void read(Entry item, boolean isLast) {
        var keys = item.section();
        var kinds = KINDS.stream().filter(keys::has).toList();
        if (kinds.size() != 1) {
            throw item.complaint("must have one of these keys: " + String.join(", ", KINDS));
        }
        switch (kinds.get(0)) {
            case "convolution" -> convolution(item, keys.only(List.of("convolution", "activation")));
            case "pool" -> pooling(item, keys.only(List.of("pool", "size")), isLast);
            case "recurrent" -> recurrent(item, keys.only(List.of("recurrent", "activation")));
            default -> dense(keys.only(List.of("dense", "activation")), isLast);
        }
    }

    private void dense(Section keys, boolean isLast) {
        var size = keys.entry("dense").integer(1, NetworkKind.LARGEST_LAYER);
        var activation = activations.read(keys.entry("activation"), isLast, size);
        var read = shape instanceof Steps steps ? steps.units() : shape.size();
        layers.add(new Dense(shape.size(), layers.isEmpty() ? shape.size() : read, size, activation));
        shape = new Row(size);
    }

    private Activation ofUnits(Entry entry) {
        var activation = activations.read(entry, true, 2);
        if (activation.isForOutput()) {
            throw entry.complaint("cannot be " + activation.name()
                    + " here: it shares 1 among the classes, which only a dense last layer has; take another");
        }
        return activation;
    }

    private void convolution(Entry item, Section layer) {
        var entry = layer.entry("convolution");
        var keys = entry.section().only(List.of("filters", "size", "stride", "padding"));
        if (!(shape instanceof Maps maps)) {
            throw item.complaint("cannot be a convolution: its filters slide over rows and columns, and there are none"
                    + where("input: {rows: …, columns: …}, or data.image"));
        }
        var before = maps.volume();
        var filters = keys.entry("filters").integer(1, NetworkKind.LARGEST_LAYER);
        var window = window(keys.entry("size"));
        var stride = keys.optional("stride")
                .map(each -> each.integer(1, LARGEST_SIDE))
                .orElse(1);
        var isPadded = keys.optional("padding")
                .map(each -> each.choice(List.of("valid", "same"), name -> name).equals("same"))
                .orElse(false);
        if (!isPadded && (window[0] > before.rows() || window[1] > before.columns())) {
            throw keys.entry("size")
                    .complaint("is " + window[0] + " × " + window[1] + ", but there is nothing but " + story
                            + " to slide over; make it smaller, or write padding: same");
        }
        var activation = ofUnits(layer.entry("activation"));
        var plain = new Convolution(before, 1, window[0], window[1], stride, isPadded, activation);
        var units = (long) filters * plain.size();
        if (units > MOST_UNITS) {
            throw tooMany(item, units);
        }
        if (units * plain.weights() > MOST_PRODUCTS) {
            throw item.complaint(String.format(
                    Locale.ROOT,
                    "takes %,d products a sample, but at most %,d are possible; make it smaller",
                    units * plain.weights(),
                    MOST_PRODUCTS));
        }
        var made = new Convolution(before, filters, window[0], window[1], stride, isPadded, activation);
        layers.add(made);
        shape = new Maps(made.output());
        story = before.rows() + " × " + before.columns() + " with " + window[0] + " × " + window[1]
                + (stride == 1 ? "" : " and stride " + stride) + (isPadded ? " and padding" : "") + " gives "
                + made.output().rows() + " × " + made.output().columns();
    }

    /** Rows and columns. */
    private static int[] window(Entry entry) {
        return entry.items("number", 1, 2, "rows and columns").stream()
                .mapToInt(item -> item.integer(1, LARGEST_SIDE))
                .toArray();
    }

    private void pooling(Entry item, Section keys, boolean isLast) {
        var by = keys.entry("pool")
                .choice(List.of(Pooling.By.values()), each -> each.name().toLowerCase(Locale.ROOT));
        if (!(shape instanceof Maps maps)) {
            throw item.complaint("cannot pool: its windows lie on rows and columns, and there are none"
                    + where("input: {rows: …, columns: …}, or data.image"));
        }
        if (isLast) {
            throw item.complaint("cannot be the last layer, which gives the outputs: add {dense: …}");
        }
        var window = window(keys.entry("size"));
        var before = maps.volume();
        if (before.rows() % window[0] != 0 || before.columns() % window[1] != 0) {
            throw keys.entry("size")
                    .complaint("does not fit: " + story + "; " + window[0] + " × " + window[1] + " pooling needs "
                            + multiples(window));
        }
        var made = new Pooling(before, by, window[0], window[1]);
        layers.add(made);
        shape = new Maps(made.output());
        story = made.output().rows() + " × " + made.output().columns() + " after pooling";
    }

    private static String multiples(int[] window) {
        return window[0] == 2 && window[1] == 2
                ? "an even number of rows and of columns"
                : "rows in multiples of " + window[0] + " and columns in multiples of " + window[1];
    }

    private void recurrent(Entry item, Section layer) {
        var keys = layer.entry("recurrent").section().only(List.of("units"));
        if (!(shape instanceof Steps steps)) {
            throw item.complaint("cannot be recurrent: it reads a sequence step by step, and there is none"
                    + where("input: {steps: …, units: …}"));
        }
        var units = keys.entry("units").integer(1, NetworkKind.LARGEST_LAYER);
        if ((long) steps.steps() * units > MOST_UNITS) {
            throw tooMany(item, (long) steps.steps() * units);
        }
        layers.add(new Recurrent(steps.steps(), steps.units(), units, ofUnits(layer.entry("activation"))));
        shape = new Steps(steps.steps(), units);
    }

    private String where(String keys) {
        return layers.isEmpty() ? "; say in network how the inputs lie: " + keys : " after the layer before";
    }
}
