package io.gradsheet.template;

import io.gradsheet.network.Network;
import io.gradsheet.network.Sample;
import io.gradsheet.network.Scaling;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Reads the data of a network: which files, which of their rows and columns, and what they mean. */
final class DataReader {
    private static final List<String> KEYS =
            List.of("file", "header", "inputs", "label", "targets", "classes", "image", "scale", "pick", "test");
    private static final int LARGEST_SIDE = 16_384;

    private final Section data;
    private final Network network;
    private final Sources sources;
    private final Optional<Classes> listed;

    DataReader(Section data, Network network, Sources sources) {
        this.data = data.only(KEYS);
        this.network = network;
        this.sources = sources;
        this.listed = data.optional("classes").map(entry -> Classes.listed(entry, network.outputs()));
    }

    /** Rows of a source. */
    private record Part(SampleSource source, BitSet rows) {
        List<String> labels() {
            return source.labels().isEmpty()
                    ? List.of()
                    : rows.stream().mapToObj(source.labels()::get).toList();
        }
    }

    DataSet read() {
        var image = data.optional("image").map(this::image);
        var picked = picked(data);
        var test = data.optional("test").map(entry -> test(entry.section(), picked));
        test.filter(part -> part.source() == picked.source())
                .ifPresent(part -> picked.rows().andNot(part.rows()));

        var labels = new ArrayList<>(picked.labels());
        test.ifPresent(part -> labels.addAll(part.labels()));
        var classes = labels.isEmpty()
                ? Optional.<Classes>empty()
                : listed.or(() -> Optional.of(
                        Classes.found(labels, network.outputs(), picked.source().place())));
        var samples = picked.source().samples(picked.rows(), classes);
        var rows = new ArrayList<>(samples);
        test.ifPresent(part -> rows.addAll(part.source().samples(part.rows(), classes)));
        classes.ifPresent(known -> checkLearned(known, rows, samples.size()));
        return scalable(new DataSet(rows, samples.size(), meaning(picked.source(), classes, image)));
    }

    /** The rows of a section's file that it asks for; what is left out does not travel either. */
    private Part picked(Section section) {
        var file = section.entry("file");
        var source = new CsvSamples(sources.data(file), data, network);
        if (!section.has("pick")) {
            return new Part(source, Pick.all(source));
        }
        var rows = Pick.of(section.entry("pick").section(), source, listed);
        sources.carry(file, source.text(rows));
        return new Part(source, rows);
    }

    private Part test(Section test, Part picked) {
        test.only(List.of("share", "last", "seed", "file", "pick"));
        if (test.has("file")) {
            for (var key : List.of("share", "last", "seed")) {
                test.optional(key).ifPresent(entry -> {
                    throw entry.complaint(
                            "cannot go with data.test.file, all of whose rows are for the test;" + " keep one of them");
                });
            }
            if (test.entry("file").text().equals(data.entry("file").text())) {
                throw test.entry("file")
                        .complaint("is also the file to learn from; keep a part of it for the test with share or last");
            }
            return picked(test);
        }
        test.optional("pick").ifPresent(entry -> {
            throw entry.complaint("needs data.test.file; write share or last to keep a part of data.file");
        });
        return new Part(
                picked.source(), Pick.test(test, picked.rows(), picked.source().labels()));
    }

    private DataSet.Meaning meaning(SampleSource source, Optional<Classes> classes, Optional<ImageShape> image) {
        var scale = data.optional("scale");
        var inputs =
                scale.flatMap(entry -> entry.isSection() ? entry.section().optional("inputs") : Optional.of(entry));
        var targets = scale.filter(Entry::isSection)
                .flatMap(entry ->
                        entry.section().only(List.of("inputs", "targets")).optional("targets"));
        targets.filter(entry -> classes.isPresent()).ifPresent(entry -> {
            throw entry.complaint("has no meaning where labels name classes; leave it out");
        });
        inputs.filter(entry -> image.isPresent()).ifPresent(entry -> {
            throw entry.complaint("would scale each pixel on its own; leave it out, and give pixels from 0 to 1");
        });
        return new DataSet.Meaning(
                image.isPresent() ? List.of() : shown(source.inputNames(), "x"),
                shown(source.targetNames(), "t"),
                classes.map(Classes::names).orElse(List.of()),
                image.orElse(new ImageShape(1, network.inputs())),
                inputs.map(DataReader::scaling).orElse(Scaling.NONE),
                targets.map(DataReader::scaling).orElse(Scaling.NONE));
    }

    private static Scaling scaling(Entry entry) {
        return entry.choice(Scaling.all(), Scaling::word);
    }

    /** Names as a sheet shows them; none where they only number the columns: x1, x2, … */
    private static List<String> shown(List<String> names, String letter) {
        var numbered = IntStream.range(0, names.size())
                .allMatch(i -> names.get(i).equalsIgnoreCase(letter + (i + 1))
                        || names.get(i).isBlank());
        return numbered ? List.of() : names.stream().map(Wording::shown).toList();
    }

    private void checkLearned(Classes classes, List<Sample> rows, int learned) {
        var known = rows.subList(0, learned).stream().map(Sample::answer).toList();
        rows.subList(learned, rows.size()).stream()
                .map(Sample::answer)
                .filter(answer -> !known.contains(answer))
                .findFirst()
                .ifPresent(answer -> {
                    var name = classes.names().get(network.outputs() == 1 ? answer : answer - 1);
                    throw data.entry("test")
                            .complaint("has samples of class " + Wording.quoted(name)
                                    + ", but there are none to learn from; keep some, or take the class out");
                });
    }

    private DataSet scalable(DataSet set) {
        checkScales("input", network.inputs(), i -> set.inputScale(i).isPossible());
        checkScales("target", network.outputs(), j -> set.targetScale(j).isPossible());
        return set;
    }

    private void checkScales(String noun, int count, IntPredicate possible) {
        IntStream.rangeClosed(1, count)
                .filter(i -> !possible.test(i))
                .findFirst()
                .ifPresent(i -> {
                    throw data.entry("scale")
                            .complaint("cannot be done: " + noun + " " + i
                                    + " is the same in all samples to learn from; leave its column out");
                });
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
