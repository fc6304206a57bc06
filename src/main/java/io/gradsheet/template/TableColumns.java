package io.gradsheet.template;

import io.gradsheet.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which columns of a table are what, counted from 0.
 *
 * @param inputs what each of the network's inputs is read from, in order
 * @param answers the one column of labels, or those of the targets in the order of the outputs
 * @param labelled whether it is labels
 */
record TableColumns(List<Feature> inputs, List<Integer> answers, boolean labelled) {
    private static final String EACH = "one for each neuron of the first layer";

    static TableColumns of(DataTable table, Section data, Network network) {
        var targets = data.optional("targets");
        targets.ifPresent(entry -> {
            for (var key : List.of("label", "classes")) {
                if (data.has(key)) {
                    throw entry.complaint("cannot go with data." + key
                            + ": targets are numbers, and labels name classes; keep one of them");
                }
            }
        });
        var answers = targets.map(entry -> targets(table, entry, network.outputs()))
                .orElseGet(() ->
                        List.of(data.optional("label").map(table::column).orElse(Math.max(0, table.columns() - 1))));
        var inputs = data.optional("inputs")
                .map(entry -> inputs(table, entry, answers, network.inputs()))
                .orElseGet(() -> others(table, answers, network.inputs(), targets.isEmpty()));
        return new TableColumns(inputs, answers, targets.isEmpty());
    }

    /** The columns that are read, each once. */
    List<Integer> used() {
        return Stream.concat(inputs.stream().map(Feature::column), answers.stream())
                .distinct()
                .toList();
    }

    /** The columns of numbers among them. */
    List<Integer> numbers() {
        return Stream.concat(
                        inputs.stream().filter(input -> input.word().isEmpty()).map(Feature::column),
                        labelled ? Stream.empty() : answers.stream())
                .toList();
    }

    /** A list of columns, or a single one. */
    private static List<Integer> targets(DataTable table, Entry entry, int outputs) {
        if (!entry.isList() && outputs == 1) {
            return List.of(table.column(entry));
        }
        return distinct(
                table,
                entry.items("column", 1, outputs, "one for each neuron of the last layer"),
                List.of(),
                "a column once");
    }

    private static List<Feature> inputs(DataTable table, Entry entry, List<Integer> answers, int inputs) {
        // Counted before an entry is made of each: aliases make long lists cheap to write.
        var named = entry.length() > Math.max(inputs, table.columns())
                ? entry.items("column", 1, inputs, EACH)
                : entry.items("column", 1);
        var columns = distinct(table, named, answers, "a column once, and none that is the label or a target");
        var features = features(table, columns);
        if (features.size() == inputs) {
            return features;
        }
        throw entry.complaint(
                features.size() == columns.size()
                        ? "has " + Wording.count(columns.size(), "column") + ", but must have "
                                + String.format(Locale.ROOT, "%,d", inputs) + ", " + EACH
                        : "makes " + Wording.count(features.size(), "input") + ", but the first layer has "
                                + String.format(Locale.ROOT, "%,d", inputs)
                                + " neurons: a column of words makes an input for each word, and one for two words; change"
                                + " network.sizes");
    }

    private static List<Feature> features(DataTable table, List<Integer> columns) {
        return columns.stream()
                .flatMap(column -> features(column, table.words(column)))
                .toList();
    }

    private static Stream<Feature> features(int column, List<String> words) {
        return words.isEmpty()
                ? Stream.of(new Feature(column, Optional.empty()))
                : words.stream().skip(words.size() == 2 ? 1 : 0).map(word -> new Feature(column, Optional.of(word)));
    }

    private static List<Integer> distinct(DataTable table, List<Entry> entries, List<Integer> taken, String rule) {
        var columns = new ArrayList<Integer>();
        for (var entry : entries) {
            var column = table.column(entry);
            if (taken.contains(column) || columns.contains(column)) {
                throw entry.complaint(
                        "is " + Wording.shown(table.columnName(column)) + ", which is in use already; take " + rule);
            }
            columns.add(column);
        }
        return columns;
    }

    private static List<Feature> others(DataTable table, List<Integer> answers, int inputs, boolean labelled) {
        var features = features(
                table,
                IntStream.range(0, table.columns())
                        .filter(column -> !answers.contains(column))
                        .boxed()
                        .toList());
        if (features.size() != inputs) {
            var words = features.stream().anyMatch(feature -> feature.word().isPresent());
            throw table.place()
                    .complaint(String.format(
                            Locale.ROOT,
                            "the file has %s%s, but %,d are needed: the network's %s and %s; change the file or"
                                    + " network.sizes, or list the columns in data.inputs",
                            Wording.count(table.columns(), "column"),
                            words
                                    ? ", which make " + Wording.count(features.size(), "input")
                                            + " (a column of words makes one for each word, and one for two words)"
                                    : "",
                            inputs + (words ? 0 : answers.size()),
                            Wording.count(inputs, "input"),
                            labelled ? "the label" : Wording.count(answers.size(), "target")));
        }
        return features;
    }
}
