package io.gradsheet.classroom.marking;

import io.gradsheet.recalc.Recalculation;
import io.gradsheet.recalc.StoredRow;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows below a row of captions, wherever on its sheet that has got to. */
record StoredTable(List<Line> lines) {
    /** Captions stand near the top, or below a list of tasks. */
    private static final int LAST_HEAD = 1_000;

    StoredTable {
        lines = List.copyOf(lines);
    }

    /** A row: by caption what is in its cells; nothing is where nothing is. */
    record Line(String sheet, int row, Map<String, Integer> columns, Map<Integer, Value> values) {
        Value value(String caption) {
            return values.getOrDefault(columns.get(caption), Value.NOTHING);
        }

        String text(String caption) {
            return value(caption).content();
        }

        Address place(String caption) {
            return new Address(sheet, row, columns.get(caption));
        }
    }

    /** All rows of a sheet as they stand. */
    static List<StoredRow> rows(Recalculation workbook, String sheet) {
        var all = new ArrayList<StoredRow>();
        try (var rows = workbook.rows(sheet)) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                all.add(row.get());
            }
        }
        return all;
    }

    /**
     * Finds a table.
     *
     * @param captions all of them must stand in the row above it
     * @throws MarkingException if they do not
     */
    static StoredTable below(List<StoredRow> rows, String sheet, List<String> captions) {
        for (var head = 0; head < Math.min(rows.size(), LAST_HEAD); head++) {
            var columns = new HashMap<String, Integer>();
            rows.get(head).cells().stream()
                    .filter(cell -> captions.contains(cell.value().content()))
                    .forEach(cell -> columns.putIfAbsent(cell.value().content(), cell.column()));
            if (columns.keySet().containsAll(captions)) {
                return new StoredTable(rows.subList(head + 1, rows.size()).stream()
                        .map(row -> line(sheet, row, columns))
                        .toList());
            }
        }
        throw new MarkingException("the sheet " + sheet + " has lost its row of captions, or one of the columns "
                + String.join(", ", captions));
    }

    private static Line line(String sheet, StoredRow row, Map<String, Integer> columns) {
        var values = new HashMap<Integer, Value>();
        row.cells().forEach(cell -> values.put(cell.column(), cell.value()));
        return new Line(sheet, row.index(), columns, values);
    }
}
