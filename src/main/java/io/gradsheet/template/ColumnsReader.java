package io.gradsheet.template;

import io.gradsheet.expression.Meaning;
import io.gradsheet.template.Names.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads the columns of a table one after another, of which each sees those to its left. */
final class ColumnsReader {
    static final int MOST_COLUMNS = 200;

    private static final List<String> COLUMN = List.of(
            "symbol",
            "caption",
            "meaning",
            "role",
            "gaps",
            "formula",
            "formulas",
            "first",
            "count",
            "value",
            "values",
            "normal",
            "uniform",
            "from",
            "to",
            "whole");
    private static final int MOST_FIRST = 20;

    private final Names names;
    private final WorksheetTexts texts;
    private final DefinitionReader definitions;
    private final String name;
    private final RowsReader.Rows rows;
    private final List<Entry> entries;
    private final List<String> symbols;
    private final List<Column> columns = new ArrayList<>();

    /**
     * Begins with the columns that say what there is a row for.
     *
     * @param name of the table
     */
    ColumnsReader(
            Names names,
            WorksheetTexts texts,
            DefinitionReader definitions,
            String name,
            RowsReader.Rows rows,
            List<Entry> entries) {
        this.names = names;
        this.texts = texts;
        this.definitions = definitions;
        this.name = name;
        this.rows = rows;
        this.entries = entries;
        this.symbols = entries.stream()
                .map(entry -> DefinitionReader.name(entry.section().entry("symbol")))
                .toList();
        columns.addAll(rows.columns());
    }

    /** All columns of the table, from left to right. */
    List<Column> read() {
        for (var i = 0; i < entries.size(); i++) {
            columns.add(column(i));
        }
        return columns;
    }

    private Column column(int index) {
        var section = entries.get(index).section().only(COLUMN);
        var symbol = symbols.get(index);
        if (columns.stream().anyMatch(column -> column.symbol().equals(symbol))) {
            throw section.entry("symbol")
                    .complaint(
                            "is " + Wording.quoted(symbol) + ", and the table has such a column already; take another");
        }
        var count = section.optional("count").map(entry -> entry.integer(1, MOST_COLUMNS));
        var caption = definitions.caption(section, symbol);
        var captions = count.map(width -> IntStream.rangeClosed(1, width)
                        .mapToObj(i -> caption + "_{" + i + "}")
                        .toList())
                .orElse(List.of(caption));
        return new Column(
                name + "." + symbol,
                captions,
                texts.of(section.optional("meaning")),
                DefinitionReader.kind(section),
                content(section, index, count));
    }

    private Column.Content content(Section section, int index, Optional<Integer> count) {
        if (section.has("formulas")) {
            refuse(
                    section,
                    "formulas",
                    "formula",
                    "first",
                    "count",
                    "value",
                    "values",
                    "normal",
                    "uniform",
                    "from",
                    "to",
                    "whole");
            return ofEachRow(section, index);
        }
        if (section.has("formula")) {
            refuse(section, "formula", "value", "values", "normal", "uniform", "from", "to", "whole");
            return formulas(section, index, count);
        }
        return givens(section, count.orElse(1));
    }

    private static void refuse(Section section, String key, String... others) {
        for (var other : others) {
            section.optional(other).ifPresent(entry -> {
                throw entry.complaint("does not go with '" + key + "'; remove one of them");
            });
        }
    }

    /** A formula for every row: all of them are what stands in the first rows. */
    private Column.Formulas ofEachRow(Section section, int index) {
        var items = section.entry("formulas").items("formula", 1, rows.count(), "one for each row of the table");
        var formulas = items.stream()
                .map(item -> FormulaReader.number(item, view(index, 0)))
                .toList();
        return new Column.Formulas(
                formulas.subList(rows.count() - 1, rows.count()), formulas, DefinitionReader.gaps(section));
    }

    private Column.Formulas formulas(Section section, int index, Optional<Integer> count) {
        var first = section.optional("first")
                .map(entry -> first(entry, index, count))
                .orElse(List.of());
        var formula = section.entry("formula");
        var formulas = count.isPresent()
                ? IntStream.rangeClosed(1, count.get())
                        .mapToObj(i ->
                                FormulaReader.number(formula, view(index, 0).withFixed("i", i)))
                        .toList()
                : List.of(FormulaReader.single(formula, view(index, first.size())));
        return new Column.Formulas(formulas, first, DefinitionReader.gaps(section));
    }

    private List<WorksheetFormula> first(Entry entry, int index, Optional<Integer> count) {
        if (count.isPresent()) {
            throw entry.complaint("does not go with 'count'; give each of the columns a symbol of its own");
        }
        if (rows.step() == 0) {
            throw entry.complaint("needs rows that count, such as {n: 1..10}");
        }
        if (!entry.isList()) {
            return List.of(FormulaReader.number(entry, view(index, 0)));
        }
        var items = entry.items("value", 1, 1, MOST_FIRST);
        if (items.size() > rows.count()) {
            throw entry.complaint("has more values than the table has rows; remove some");
        }
        return IntStream.range(0, items.size())
                .mapToObj(row -> FormulaReader.number(items.get(row), view(index, row)))
                .toList();
    }

    private Column.Givens givens(Section section, int width) {
        section.optional("first").ifPresent(entry -> {
            throw entry.complaint("goes with a 'formula'; add one");
        });
        var bounds = DefinitionReader.bounds(section);
        var values = values(section, width);
        if (!values.numbers().stream().allMatch(bounds::allows)) {
            throw section.complaint("holds a number that its own from, to or whole does not allow");
        }
        return new Column.Givens(values, bounds);
    }

    private Matrix values(Section section, int width) {
        var drawn = Drawn.from(section);
        if (drawn.isPresent()) {
            return Matrix.filled(rows.count(), width, i -> drawn.get().getAsDouble());
        }
        if (section.has("value")) {
            var number = section.entry("value").number();
            return Matrix.filled(rows.count(), width, i -> number);
        }
        if (!section.has("values")) {
            throw section.complaint("has neither 'formula' nor 'value', 'values', 'normal' or 'uniform'; add one");
        }
        var items = section.entry("values").items("row", 1, rows.count(), "one for each row of the table");
        var numbers = new ArrayList<List<Double>>();
        for (var item : items) {
            numbers.add(
                    item.isList()
                            ? item.items("number", 1, width, "one for each column").stream()
                                    .map(Entry::number)
                                    .toList()
                            : List.of(item.number()));
        }
        if (numbers.stream().anyMatch(row -> row.size() != width)) {
            throw section.entry("values").complaint("must have " + width + " numbers for each row");
        }
        return new Matrix(numbers);
    }

    /** What the formula of a column sees, which may look so many rows up. */
    private View view(int index, int reach) {
        var view = names.view();
        for (var column : columns) {
            view = view.withInRow(column.symbol(), meaning(column, reach), column.id());
        }
        for (var i = index; i < symbols.size(); i++) {
            var meaning = reach > 0
                    ? new Meaning.ColumnAbove(rows.variable(), rows.step(), reach)
                    : new Meaning.Barred(
                            i == index
                                    ? "a column cannot use itself; with 'first' it may use its value in the row above, "
                                            + symbols.get(i) + "[n-1]"
                                    : "it stands further right; a column uses those to its left");
            view = view.withInRow(symbols.get(i), meaning, name + "." + symbols.get(i));
        }
        return view;
    }

    private Meaning meaning(Column column, int reach) {
        if (hasGaps(column)) {
            return new Meaning.Barred("the column is empty in some rows ('gaps'); only SUM, AVERAGE, MIN, MAX and COUNT"
                    + " of the whole column can use it, below the table");
        }
        if (column.width() > 1 || isVector(column)) {
            return new Meaning.Array(1, column.width());
        }
        if (column.content() instanceof Column.Formulas formulas
                && formulas.formulas().get(0).isTruth()) {
            return new Meaning.Truth();
        }
        return new Meaning.Column(rows.variable(), rows.step(), reach);
    }

    private boolean isVector(Column column) {
        return rows.vectors().contains(column.symbol());
    }

    static boolean hasGaps(Column column) {
        return column.content() instanceof Column.Formulas formulas && formulas.gaps();
    }
}
