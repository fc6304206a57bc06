package io.gradsheet.template;

import io.gradsheet.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Which columns of a table are what, counted from 0.
 *
 * @param inputs in the order of the network's inputs
 * @param answers the one column of labels, or those of the targets in the order of the outputs
 * @param labelled whether it is labels
 */
record CsvColumns(List<Integer> inputs, List<Integer> answers, boolean labelled) {
    static CsvColumns of(CsvTable table, Section data, Network network) {
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
        return new CsvColumns(inputs, answers, targets.isEmpty());
    }

    /** A list of columns, or a single one. */
    private static List<Integer> targets(CsvTable table, Entry entry, int outputs) {
        if (!entry.isList() && outputs == 1) {
            return List.of(table.column(entry));
        }
        return distinct(
                table,
                entry.items("column", 1, outputs, "one for each neuron of the last layer"),
                List.of(),
                "a column once");
    }

    private static List<Integer> inputs(CsvTable table, Entry entry, List<Integer> answers, int inputs) {
        return distinct(
                table,
                entry.items("column", 1, inputs, "one for each neuron of the first layer"),
                answers,
                "a column once, and none that is the label or a target");
    }

    private static List<Integer> distinct(CsvTable table, List<Entry> entries, List<Integer> taken, String rule) {
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

    private static List<Integer> others(CsvTable table, List<Integer> answers, int inputs, boolean labelled) {
        if (table.columns() != inputs + answers.size()) {
            throw table.place()
                    .complaint(String.format(
                            Locale.ROOT,
                            "the file has %s, but %,d are needed: the network's %s and %s; change the file or"
                                    + " network.sizes, or list the columns in data.inputs",
                            Wording.count(table.columns(), "column"),
                            inputs + answers.size(),
                            Wording.count(inputs, "input"),
                            labelled ? "the label" : Wording.count(answers.size(), "target")));
        }
        return IntStream.range(0, table.columns())
                .filter(column -> !answers.contains(column))
                .boxed()
                .toList();
    }
}
