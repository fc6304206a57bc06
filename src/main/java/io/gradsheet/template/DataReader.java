package io.gradsheet.template;

import io.gradsheet.network.Activation;
import io.gradsheet.network.Network;
import io.gradsheet.network.Sample;
import io.gradsheet.network.Scaling;
import io.gradsheet.table.TableText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Reads the data of a network: which files, which of their rows and columns, and what they mean. */
final class DataReader {
    private static final List<String> KEYS = List.of(
            "file",
            "sheet",
            "labels",
            "folder",
            "header",
            "separator",
            "comments",
            "decimal",
            "missing",
            "inputs",
            "label",
            "targets",
            "classes",
            "image",
            "scale",
            "pick",
            "test");

    /** Keys that speak of a table. */
    private static final List<String> COLUMNS = List.of(
            "sheet", "header", "separator", "comments", "decimal", "missing", "inputs", "label", "targets", "scale");

    private final Section data;
    private final Network network;
    private final Sources sources;
    private final Optional<Classes> listed;
    private final Optional<ImageKeys> image;

    DataReader(Section data, Network network, Sources sources) {
        this.data = data.only(KEYS);
        this.network = network;
        this.sources = sources;
        this.listed = data.optional("classes").map(entry -> Classes.listed(entry, network.outputs()));
        this.image = data.optional("image").map(entry -> ImageKeys.of(entry, network.inputs()));
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
        var shares = classes.or(() -> ofShares(rows, picked.source().targetNames()));
        shares.ifPresent(known -> checkLearned(known, rows, samples.size()));
        var names = picked.source().inputNames();
        var filled = new MeanFiller(data, names, network.inputs()).fill(rows, samples.size());
        var leftOut = picked.source().leftOut()
                + test.map(Part::source)
                        .filter(source -> source != picked.source())
                        .map(SampleSource::leftOut)
                        .orElse(0);
        return scalable(new DataSet(rows, samples.size(), meaning(picked.source(), shares), new Gaps(leftOut, filled)));
    }

    /** Columns of which each row has a single 1 name a class each, where the outputs are shares of classes. */
    private Optional<Classes> ofShares(List<Sample> rows, List<String> names) {
        var scaled = data.optional("scale").filter(Entry::isSection).map(Entry::section);
        var known = shown(names, "t");
        return network.outputActivation() instanceof Activation.Softmax
                        && scaled.filter(section -> section.has("targets")).isEmpty()
                        && rows.stream().allMatch(this::isOneHot)
                ? Optional.of(Classes.named(
                        known.isEmpty()
                                ? IntStream.rangeClosed(1, network.outputs())
                                        .mapToObj(Integer::toString)
                                        .toList()
                                : known))
                : Optional.empty();
    }

    private boolean isOneHot(Sample row) {
        var ones = IntStream.rangeClosed(1, network.outputs())
                .filter(j -> row.target(j) == 1)
                .count();
        return ones == 1
                && IntStream.rangeClosed(1, network.outputs()).allMatch(j -> row.target(j) == 1 || row.target(j) == 0);
    }

    /** The rows of a section's files that it asks for; what is left out does not travel either. */
    private Part picked(Section section) {
        var isPicture = section.has("folder") || section.has("labels");
        var name = section.has("folder") ? section.entry("folder") : section.entry("file");
        var source = isPicture
                ? sources.carried(name)
                        .<SampleSource>map(text -> new TableSamples(text, data, network, 1))
                        .orElseGet(() -> pictures(section))
                : table(section == data ? sources.data(name, data.optional("sheet")) : sources.data(name));
        var rows = section.optional("pick")
                .map(pick -> Pick.of(pick.section(), source, listed))
                .orElseGet(() -> Pick.all(source));
        if (isPicture || section.has("pick")) {
            sources.carry(name, source.text(rows));
        }
        return new Part(source, rows);
    }

    private SampleSource table(TableText file) {
        image.flatMap(ImageKeys::shrink).ifPresent(entry -> {
            throw entry.complaint("is for files of pictures; leave it out");
        });
        return new TableSamples(file, data, network, image.map(ImageKeys::full).orElse(1.0));
    }

    private SampleSource pictures(Section section) {
        for (var key : COLUMNS) {
            data.optional(key).ifPresent(entry -> {
                throw entry.complaint("is for the columns of a table; pictures have no columns: leave it out");
            });
        }
        if (image.isEmpty()) {
            throw data.complaint("has no key 'image'; say how many rows and columns of pixels the network sees");
        }
        var wanted = image.get().wanted(section.has("folder"));
        if (!section.has("folder")) {
            return new PictureSamples(
                    new IdxPictures(section.entry("file"), section.entry("labels"), wanted, sources), wanted);
        }
        for (var key : List.of("file", "labels")) {
            section.optional(key).ifPresent(entry -> {
                throw entry.complaint(
                        "cannot go with " + section.entry("folder").name() + "; keep one of them");
            });
        }
        return new PictureSamples(new PngPictures(section.entry("folder"), wanted, sources), wanted);
    }

    private Part test(Section test, Part picked) {
        test.only(List.of("share", "last", "seed", "file", "labels", "folder", "pick"));
        if (test.has("file") || test.has("folder")) {
            for (var key : List.of("share", "last", "seed")) {
                test.optional(key).ifPresent(entry -> {
                    throw entry.complaint("cannot go with files for the test alone; keep one of them");
                });
            }
            for (var key : List.of("file", "folder")) {
                test.optional(key)
                        .filter(entry -> data.has(key) && data.entry(key).text().equals(entry.text()))
                        .ifPresent(entry -> {
                            throw entry.complaint(
                                    "is also what to learn from; keep a part of it for the test with share"
                                            + " or last");
                        });
            }
            return picked(test);
        }
        test.optional("pick").ifPresent(entry -> {
            throw entry.complaint(
                    "needs files for the test alone; write share or last to keep a part of what there is");
        });
        return new Part(
                picked.source(), Pick.test(test, picked.rows(), picked.source().labels()));
    }

    private DataSet.Meaning meaning(SampleSource source, Optional<Classes> classes) {
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
                image.map(ImageKeys::shape).orElse(new ImageShape(1, network.inputs())),
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
                            .complaint("cannot be done: the numbers of " + noun + " " + i
                                    + " are too near to each other, or too far apart; leave its column out");
                });
    }
}
