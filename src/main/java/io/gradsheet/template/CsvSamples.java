package io.gradsheet.template;

import io.gradsheet.network.Network;
import io.gradsheet.network.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Samples from a CSV table: a row for each, in which columns hold the inputs and the label or the targets. */
final class CsvSamples implements SampleSource {
    private final CsvTable table;
    private final CsvColumns columns;
    private final double unit;
    private final List<String> labels = new ArrayList<>();

    /**
     * Reads the table.
     *
     * @param unit what inputs are divided by
     */
    CsvSamples(TextFile file, Section data, Network network, double unit) {
        this.unit = unit;
        var named = data.optional("header").map(Entry::truth).orElse(true);
        this.table = new CsvTable(file, named);
        if (table.rows() == 0) {
            throw place().complaint("there are no samples in this file; it must have "
                    + (named ? "a row of column names and " : "") + "rows of data");
        }
        this.columns = CsvColumns.of(table, data, network);
        if (columns.labelled()) {
            table.forEach(row -> labels.add(label(row)));
        }
    }

    private String label(CsvTable.Row row) {
        var label = row.text(columns.answers().get(0));
        if (label.isEmpty()) {
            throw row.place(columns.answers().get(0)).complaint("the label is empty; write the name of a class");
        }
        return label;
    }

    @Override
    public int count() {
        return table.rows();
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public List<Sample> samples(BitSet picked, Optional<Classes> classes) {
        var samples = new ArrayList<Sample>();
        forEach(
                picked,
                row -> samples.add(new Sample(
                        inputs(row),
                        classes.map(known -> targets(row, known)).orElseGet(() -> numbers(row, columns.answers())))));
        return samples;
    }

    private void forEach(BitSet picked, Consumer<CsvTable.Row> action) {
        var number = new int[1];
        table.forEach(row -> {
            if (picked.get(number[0]++)) {
                action.accept(row);
            }
        });
    }

    private double[] inputs(CsvTable.Row row) {
        return Arrays.stream(numbers(row, columns.inputs())).map(x -> x / unit).toArray();
    }

    private static double[] numbers(CsvTable.Row row, List<Integer> columns) {
        return columns.stream().mapToDouble(row::number).toArray();
    }

    private double[] targets(CsvTable.Row row, Classes classes) {
        var label = label(row);
        return classes.targets(label)
                .orElseThrow(() -> row.place(columns.answers().get(0))
                        .complaint("the label " + Wording.quoted(label) + " is none of data.classes: "
                                + Wording.shown(String.join(", ", classes.names()))));
    }

    @Override
    public List<String> inputNames() {
        return names(columns.inputs());
    }

    @Override
    public List<String> targetNames() {
        return columns.labelled() ? List.of() : names(columns.answers());
    }

    private List<String> names(List<Integer> numbers) {
        return table.names().isEmpty()
                ? List.of()
                : numbers.stream().map(table.names()::get).toList();
    }

    @Override
    public String text(BitSet picked) {
        var lines = new ArrayList<String>();
        if (!table.names().isEmpty()) {
            lines.add(table.header());
        }
        forEach(picked, row -> lines.add(row.line()));
        return String.join("\n", lines) + "\n";
    }

    @Override
    public Place place() {
        return table.wholePlace();
    }
}
