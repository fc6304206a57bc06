package io.gradsheet.template;

import io.gradsheet.network.Network;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads the data of a network: which files, which of their rows and columns, and what they mean. */
final class DataReader {
    private static final List<String> KEYS =
            List.of("file", "header", "inputs", "label", "targets", "classes", "image", "pick");
    private static final int LARGEST_SIDE = 16_384;

    private final Section data;
    private final Network network;
    private final Sources sources;

    DataReader(Section data, Network network, Sources sources) {
        this.data = data.only(KEYS);
        this.network = network;
        this.sources = sources;
    }

    DataSet read() {
        var listed = data.optional("classes").map(entry -> Classes.listed(entry, network.outputs()));
        var image = data.optional("image").map(this::image);
        var source = new CsvSamples(sources.data(data.entry("file")), data, network);
        var picked = data.optional("pick")
                .map(pick -> Pick.of(pick.section(), source, listed))
                .orElseGet(() -> Pick.all(source));
        var classes = source.labels().isEmpty()
                ? Optional.<Classes>empty()
                : listed.or(() -> Optional.of(Classes.found(
                        picked.stream().mapToObj(source.labels()::get).toList(), network.outputs(), source.place())));
        var samples = source.samples(picked, classes);
        if (data.has("pick")) {
            sources.carry(data.entry("file"), source.text(picked));
        }
        return new DataSet(
                samples,
                image.isPresent() ? List.of() : shown(source.inputNames(), "x"),
                shown(source.targetNames(), "t"),
                classes.map(Classes::names).orElse(List.of()),
                image.orElse(new ImageShape(1, network.inputs())));
    }

    /** Names as a sheet shows them; none where they only number the columns: x1, x2, … */
    private static List<String> shown(List<String> names, String letter) {
        var numbered = IntStream.range(0, names.size())
                .allMatch(i -> names.get(i).equalsIgnoreCase(letter + (i + 1))
                        || names.get(i).isBlank());
        return numbered ? List.of() : names.stream().map(Wording::shown).toList();
    }

    private ImageShape image(Entry entry) {
        var keys = entry.section().only(List.of("rows", "columns"));
        var image = new ImageShape(
                keys.entry("rows").integer(1, LARGEST_SIDE),
                keys.entry("columns").integer(1, LARGEST_SIDE));
        if (image.rows() * image.columns() != network.inputs()) {
            throw entry.complaint(String.format(
                    Locale.ROOT,
                    "has %,d pixels (%d rows of %d), but the network has %s; change one of them",
                    image.rows() * image.columns(),
                    image.rows(),
                    image.columns(),
                    Wording.count(network.inputs(), "input")));
        }
        return image;
    }
}
