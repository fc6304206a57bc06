package io.gradsheet.template;

import io.gradsheet.expression.Meaning;
import io.gradsheet.template.Names.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads tables: what there is a row for, then column by column, then the totals, of which each sees what stands before it. */
final class TableReader {
    static final List<String> KEYS = List.of("table", "rows", "columns", "totals", "above", "remarks");

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
    private static final List<String> TOTAL =
            List.of("symbol", "caption", "meaning", "role", "gaps", "formula", "below");
    private static final int MOST_COLUMNS = 200;
    private static final int MOST_TOTALS = 50;
    private static final int MOST_FIRST = 20;

    private final Names names;
    private final WorksheetTexts texts;
    private final DefinitionReader definitions;
    private final RowsReader rowsReader;

    TableReader(Names names, WorksheetTexts texts, DefinitionReader definitions, RowsReader rowsReader) {
        this.names = names;
        this.texts = texts;
        this.definitions = definitions;
        this.rowsReader = rowsReader;
    }

    Block.Table read(Section section) {
        section.only(KEYS);
        var name = DefinitionReader.name(section.entry("table"));
        if (names.hasTable(name)) {
            throw section.entry("table").complaint("is the name of another table; take another");
        }
        var rows = rowsReader.read(section.entry("rows"), name);
        var table = new Unfinished(
                name,
                rows,
                section.optional("columns")
                        .map(entry -> entry.items("column", 1, 1, MOST_COLUMNS).stream()
                                .map(column -> column.called("column"))
                                .toList())
                        .orElse(List.of()));
        table.readColumns();
        names.addTable(name);
        table.columns.forEach(
                column -> names.addColumn(name, symbolOf(column), rows.count(), column.width(), captionOf(column)));
        table.columns.stream().filter(TableReader::hasGaps).forEach(column -> names.addGaps(column.id()));
        var totals = section.optional("totals")
                .map(entry -> entry.items("total", 1, 1, MOST_TOTALS).stream()
                        .map(total -> total(total.called("total"), table))
                        .toList())
                .orElse(List.of());
        var above = section.optional("above").map(Entry::truth).orElse(false);
        return new Block.Table(name, rows.count(), table.columns, totals, above, remarks(section, rows.count()));
    }

    private static String symbolOf(Column column) {
        return column.id().substring(column.id().indexOf('.') + 1);
    }

    private static boolean hasGaps(Column column) {
        return column.content() instanceof Column.Formulas formulas && formulas.gaps();
    }

    /** Of a vector, its symbol without the number of an element. */
    private static String captionOf(Column column) {
        return column.width() == 1 ? column.captions().get(0) : DefinitionReader.lowered(symbolOf(column));
    }

    // Columns ---------------------------------------------------------------------------------------------------------

    /** A table of which some columns have been read. */
    private final class Unfinished {
        private final String name;
        private final RowsReader.Rows rows;
        private final List<Entry> entries;
        private final List<String> symbols;
        private final List<Column> columns = new ArrayList<>();

        Unfinished(String name, RowsReader.Rows rows, List<Entry> entries) {
            this.name = name;
            this.rows = rows;
            this.entries = entries;
            this.symbols = entries.stream()
                    .map(entry -> DefinitionReader.name(entry.section().entry("symbol")))
                    .toList();
            columns.addAll(rows.columns());
        }

        void readColumns() {
            for (var i = 0; i < entries.size(); i++) {
                columns.add(column(i));
            }
        }

        private Column column(int index) {
            var section = entries.get(index).section().only(COLUMN);
            var symbol = symbols.get(index);
            if (columns.stream().anyMatch(column -> symbolOf(column).equals(symbol))) {
                throw section.entry("symbol")
                        .complaint("is " + Wording.quoted(symbol)
                                + ", and the table has such a column already; take another");
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

        private List<Formula> first(Entry entry, int index, Optional<Integer> count) {
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
                view = view.withInRow(symbolOf(column), meaning(column, reach), column.id());
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
                return new Meaning.Barred(
                        "the column is empty in some rows ('gaps'); only SUM, AVERAGE, MIN, MAX and COUNT"
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
            return rows.vectors().contains(symbolOf(column));
        }
    }

    // Totals and remarks ----------------------------------------------------------------------------------------------

    private Block.Total total(Entry entry, Unfinished table) {
        var section = entry.section().only(TOTAL);
        var symbol = definitions.symbol(section);
        FormulaReader.single(section.entry("formula"), names.view());
        var quantity = definitions.quantity(section, symbol);
        names.add(
                symbol,
                quantity.cells().get(0).get(0).isTruth() ? new Meaning.Truth() : new Meaning.Number(),
                quantity.caption());
        return new Block.Total(quantity, below(section, quantity, table));
    }

    /** The column that a total stands under: the one that is named, or the first that its formula uses. */
    private int below(Section section, Quantity total, Unfinished table) {
        var known = table.columns.stream().map(TableReader::symbolOf).toList();
        var named = section.optional("below").map(entry -> entry.choice(known, name -> name));
        var used = total.cells().get(0).get(0).references().values().stream()
                .map(Formula.Reference::id)
                .toList();
        var place = 0;
        for (var column : table.columns) {
            if (named.isPresent() ? symbolOf(column).equals(named.get()) : used.contains(column.id())) {
                return place;
            }
            place += column.width();
        }
        return place - 1;
    }

    private Map<Integer, String> remarks(Section section, int rows) {
        var remarks = new HashMap<Integer, String>();
        section.optional("remarks").ifPresent(entry -> {
            if (entry.isSection()) {
                entry.section().all().forEach((key, text) -> remarks.put(row(key, text, rows) - 1, texts.of(text)));
            } else {
                var items = entry.items("remark", 1, 1, rows);
                for (var i = 0; i < items.size(); i++) {
                    remarks.put(i, texts.of(items.get(i)));
                }
            }
        });
        return remarks;
    }

    private static int row(String key, Entry text, int rows) {
        if (key.matches("[0-9]{1,7}")) {
            var row = Integer.parseInt(key);
            if (row >= 1 && row <= rows) {
                return row;
            }
        }
        throw text.complaint(
                String.format(Locale.ROOT, "stands beside no row: its key must be a number from 1 to %,d", rows));
    }
}
