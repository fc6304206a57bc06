package io.gradsheet.xlsx;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** The rows of one sheet: those of the head, which know of heights and merged cells, and those of the body, which stream. */
final class SheetRows {
    private final SheetPlan sheet;
    private final Styles styles;
    private final TreeMap<Integer, Row> head = new TreeMap<>();

    /** Styles by row and column of cells that are shown as one with another: the frame of all is made of the frames of each. */
    private final Map<Integer, Map<Integer, Integer>> merged = new HashMap<>();

    SheetRows(SheetPlan sheet, Styles styles) {
        this.sheet = sheet;
        this.styles = styles;
        sheet.head().forEach(row -> head.put(row.index(), row));
        for (var feature : sheet.features()) {
            if (feature instanceof Feature.Merge merge) {
                merge(merge.range());
            }
        }
    }

    private void merge(Range range) {
        var row = head.get(range.first().row());
        var column = range.first().column();
        if (row == null || column >= row.cells().size() || row.cells().get(column) instanceof Cell.Empty) {
            return;
        }
        var style = styles.of(row.cells().get(column));
        for (var index = range.first().row(); index <= Math.min(range.last().row(), head.lastKey()); index++) {
            head.putIfAbsent(index, Row.of(index, List.of()));
            var columns = merged.computeIfAbsent(index, i -> new HashMap<>());
            for (var covered = column; covered <= range.last().column(); covered++) {
                columns.put(covered, style);
            }
        }
    }

    /** Writes all rows; {@code done} hears the number of those that are written. */
    void write(RowWriter writer, LongConsumer done) throws IOException {
        var heights = RowHeights.of(sheet);
        for (var row : head.values()) {
            writer.write(row, heights.getOrDefault(row.index(), 0.0), merged.getOrDefault(row.index(), Map.of()));
        }
        try {
            sheet.body().pushTo(row -> {
                check(row);
                try {
                    writer.write(row, row.look().height(), Map.of());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                done.accept(row.index() + 1L);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        done.accept(sheet.rows());
    }

    private void check(Row row) {
        var level = row.look().outlineLevel();
        if (row.index() >= sheet.rows() || level > sheet.outlineLevels()) {
            throw new IllegalArgumentException("sheet " + sheet.name() + " announced " + sheet.rows() + " rows and "
                    + sheet.outlineLevels() + " levels of groups, and pushes row " + row.index() + " of level "
                    + level);
        }
    }
}
