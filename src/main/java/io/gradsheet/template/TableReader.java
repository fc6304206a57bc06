package io.gradsheet.template;

import io.gradsheet.expression.Meaning;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads tables: what there is a row for, then column by column, then the totals, of which each sees what stands before it. */
final class TableReader {
    static final List<String> KEYS = List.of("table", "rows", "columns", "totals", "above", "remarks");

    private static final List<String> TOTAL =
            List.of("symbol", "caption", "meaning", "role", "gaps", "formula", "below");
    private static final int MOST_TOTALS = 50;

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
        var entries = section.optional("columns")
                .map(entry -> entry.items("column", 1, 1, ColumnsReader.MOST_COLUMNS).stream()
                        .map(column -> column.called("column"))
                        .toList())
                .orElse(List.of());
        var columns = new ColumnsReader(names, texts, definitions, name, rows, entries).read();
        names.addTable(name);
        columns.forEach(
                column -> names.addColumn(name, column.symbol(), rows.count(), column.width(), captionOf(column)));
        columns.stream().filter(ColumnsReader::hasGaps).forEach(column -> names.addGaps(column.id()));
        var totals = section.optional("totals")
                .map(entry -> entry.items("total", 1, 1, MOST_TOTALS).stream()
                        .map(total -> total(total.called("total"), columns))
                        .toList())
                .orElse(List.of());
        var above = section.optional("above").map(Entry::truth).orElse(false);
        return new Block.Table(name, rows.count(), columns, totals, above, remarks(section, rows.count()));
    }

    /** Of a vector, its symbol without the number of an element. */
    private static String captionOf(Column column) {
        return column.width() == 1 ? column.captions().get(0) : DefinitionReader.lowered(column.symbol());
    }

    // Totals and remarks ----------------------------------------------------------------------------------------------

    private Block.Total total(Entry entry, List<Column> columns) {
        var section = entry.section().only(TOTAL);
        var symbol = definitions.symbol(section);
        FormulaReader.single(section.entry("formula"), names.view());
        var quantity = definitions.quantity(section, symbol);
        names.add(
                symbol,
                quantity.cells().get(0).get(0).isTruth() ? new Meaning.Truth() : new Meaning.Number(),
                quantity.caption());
        return new Block.Total(quantity, below(section, quantity, columns));
    }

    /** The column that a total stands under: the one that is named, or the first that its formula uses. */
    private int below(Section section, Definition total, List<Column> columns) {
        var known = columns.stream().map(Column::symbol).toList();
        var named = section.optional("below").map(entry -> entry.choice(known, name -> name));
        var used = total.cells().get(0).get(0).references().values().stream()
                .map(WorksheetFormula.Reference::id)
                .toList();
        var place = 0;
        for (var column : columns) {
            if (named.isPresent() ? column.symbol().equals(named.get()) : used.contains(column.id())) {
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
