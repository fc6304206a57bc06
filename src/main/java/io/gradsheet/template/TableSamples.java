package io.gradsheet.template;

import io.gradsheet.network.Network;
import io.gradsheet.network.Sample;
import io.gradsheet.table.Table;
import io.gradsheet.table.TableText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Samples from a table: a row for each, in which columns hold the inputs and the label or the targets. */
final class TableSamples implements SampleSource {
    private final DataTable table;
    private final TableColumns columns;
    private final Missing missing;
    private final double unit;
    private final List<String> labels = new ArrayList<>();
    private final BitSet leftOut = new BitSet();

    /**
     * Reads the table.
     *
     * @param unit what inputs are divided by
     */
    TableSamples(TableText text, Section data, Network network, double unit) {
        this.unit = unit;
        this.missing = Missing.of(data);
        var form = TableForm.of(data);
        this.table = new DataTable(text, form);
        if (table.rows() == 0) {
            throw place().complaint("there are no samples in this file; it must have "
                    + (form.named() ? "a row of column names and " : "") + "rows of data");
        }
        this.columns = TableColumns.of(table, data, network);
        findLeftOut();
        if (columns.labelled()) {
            forEachKept(row -> labels.add(label(row)));
        }
    }

    private void findLeftOut() {
        if (missing == Missing.REFUSE) {
            return;
        }
        var needed = missing == Missing.SKIP ? columns.used() : columns.answers();
        var number = new int[1];
        table.forEach(row -> leftOut.set(number[0]++, needed.stream().anyMatch(row::isMissing)));
        if (leftOut.cardinality() == table.rows()) {
            throw place().complaint("a value is missing in every row, so that none is left; see to the file, or name"
                    + " other columns in data.inputs");
        }
    }

    private void forEachKept(Consumer<DataTable.Row> action) {
        var number = new int[1];
        table.forEach(row -> {
            if (!leftOut.get(number[0]++)) {
                action.accept(row);
            }
        });
    }

    private String label(DataTable.Row row) {
        var label = row.text(columns.answers().get(0));
        if (label.isEmpty()) {
            throw row.place(columns.answers().get(0)).complaint("the label is empty; write the name of a class");
        }
        return label;
    }

    @Override
    public int count() {
        return table.rows() - leftOut.cardinality();
    }

    @Override
    public int leftOut() {
        return leftOut.cardinality();
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public List<Sample> samples(BitSet picked, Optional<Classes> classes) {
        var samples = new ArrayList<Sample>();
        forEach(picked, row -> samples.add(new Sample(inputs(row), answer(row, classes))));
        return samples;
    }

    private void forEach(BitSet picked, Consumer<DataTable.Row> action) {
        var number = new int[1];
        forEachKept(row -> {
            if (picked.get(number[0]++)) {
                action.accept(row);
            }
        });
    }

    private double[] inputs(DataTable.Row row) {
        return columns.inputs().stream()
                .mapToDouble(input -> input(row, input) / unit)
                .toArray();
    }

    /** An input; NaN where it is missing and a mean is to stand for it. */
    private double input(DataTable.Row row, Feature input) {
        if (missing == Missing.MEAN && row.isMissing(input.column())) {
            return Double.NaN;
        }
        if (input.word().isEmpty()) {
            return number(row, input.column());
        }
        if (row.isMissing(input.column())) {
            throw complaint(row, input.column(), "a word");
        }
        return row.text(input.column()).equals(input.word().get()) ? 1 : 0;
    }

    private static double number(DataTable.Row row, int column) {
        if (row.isMissing(column)) {
            throw complaint(row, column, "a number");
        }
        return row.number(column);
    }

    private static TemplateException complaint(DataTable.Row row, int column, String needed) {
        var text = row.text(column);
        return row.place(column)
                .complaint(Wording.shown(row.columnName(column)) + " must be " + needed + ", but is "
                        + (text.isEmpty() ? "empty" : Wording.quoted(text))
                        + "; write it in, or say data.missing: skip or mean");
    }

    private double[] answer(DataTable.Row row, Optional<Classes> classes) {
        return classes.map(known -> targets(row, known))
                .orElseGet(() -> columns.answers().stream()
                        .mapToDouble(column -> number(row, column))
                        .toArray());
    }

    private double[] targets(DataTable.Row row, Classes classes) {
        var label = label(row);
        return classes.targets(label)
                .orElseThrow(() -> row.place(columns.answers().get(0))
                        .complaint("the label " + Wording.quoted(label) + " is none of data.classes: "
                                + Wording.shown(String.join(", ", classes.names()))));
    }

    @Override
    public List<String> inputNames() {
        return table.names().isEmpty()
                        && columns.inputs().stream()
                                .allMatch(input -> input.word().isEmpty())
                ? List.of()
                : columns.inputs().stream()
                        .map(input -> input.name(name(input.column())))
                        .toList();
    }

    private String name(int column) {
        return table.names().isEmpty()
                ? Integer.toString(column + 1)
                : table.names().get(column);
    }

    @Override
    public List<String> targetNames() {
        return columns.labelled() || table.names().isEmpty()
                ? List.of()
                : columns.answers().stream().map(table.names()::get).toList();
    }

    @Override
    public String text(BitSet picked) {
        var words = columns.inputs().stream().anyMatch(input -> input.word().isPresent());
        return words || !table.isPlain(columns.numbers()) ? rewritten(picked) : asWritten(picked);
    }

    private String asWritten(BitSet picked) {
        var lines = new ArrayList<String>();
        if (!table.names().isEmpty()) {
            lines.add(table.header());
        }
        forEachCarried(picked, row -> lines.add(row.line()));
        return String.join("\n", lines) + "\n";
    }

    /** With every number as it was read, and the words that columns had before rows were picked. */
    private String rewritten(BitSet picked) {
        var all = IntStream.range(0, table.columns()).boxed().toList();
        var numbers = columns.numbers();
        var rows = new ArrayList<List<String>>();
        forEachCarried(
                picked,
                row -> rows.add(all.stream()
                        .map(column -> numbers.contains(column) && !row.isMissing(column)
                                ? Double.toString(row.number(column))
                                : row.text(column))
                        .toList()));
        return Table.text(
                all.stream().map(this::name).toList(),
                all.stream()
                        .map(column -> columns.answers().contains(column) ? List.<String>of() : table.words(column))
                        .toList(),
                rows);
    }

    /** Hands out the picked rows, and those between them that were left out, so that they are counted again. */
    private void forEachCarried(BitSet picked, Consumer<DataTable.Row> action) {
        var number = new int[1];
        var kept = new int[1];
        table.forEach(row -> {
            if (leftOut.get(number[0]++) || picked.get(kept[0]++)) {
                action.accept(row);
            }
        });
    }

    @Override
    public Place place() {
        return table.wholePlace();
    }
}
