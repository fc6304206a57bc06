package io.gradsheet.check;

import io.gradsheet.recalc.RowCursor;
import io.gradsheet.recalc.StoredCell;
import io.gradsheet.recalc.StoredRow;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.RowSink;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import java.util.Optional;

/** Walks a planned sheet and the rows of a file together, from the top; neither is ever in memory as a whole. */
final class SideBySide implements RowSink {
    /** Takes a planned cell and the cell of the file in its place, which may be empty. */
    @FunctionalInterface
    interface Pair {
        void cells(Address address, Cell planned, StoredCell found);

        /** Hears of a cell of the file where none was planned. */
        default void stray(Address address, StoredCell found) {}
    }

    private final String sheet;
    private final RowCursor file;
    private final Pair pair;
    private final Runnable afterRow;
    private Optional<StoredRow> current;

    private SideBySide(String sheet, RowCursor file, Pair pair, Runnable afterRow) {
        this.sheet = sheet;
        this.file = file;
        this.pair = pair;
        this.afterRow = afterRow;
        this.current = file.next();
    }

    static void walk(SheetPlan plan, RowCursor file, Pair pair, Runnable afterRow) {
        var walk = new SideBySide(plan.name(), file, pair, afterRow);
        plan.pushTo(walk);
        walk.passUntil(Integer.MAX_VALUE);
    }

    /** Goes on to the file's row of that index, past rows of which nothing was planned. */
    private void passUntil(int index) {
        while (current.isPresent() && current.get().index() < index) {
            var row = current.get();
            row.cells().forEach(cell -> pair.stray(new Address(sheet, row.index(), cell.column()), cell));
            current = file.next();
        }
    }

    @Override
    public void row(Row row) {
        passUntil(row.index());
        var cells = row.cells();
        var column = 0;
        if (current.isPresent() && current.get().index() == row.index()) {
            for (var found : current.get().cells()) {
                missing(row, column, found.column());
                column = found.column();
                var address = new Address(sheet, row.index(), column);
                if (column < cells.size() && !(cells.get(column) instanceof Cell.Empty)) {
                    pair.cells(address, cells.get(column), found);
                } else {
                    pair.stray(address, found);
                }
                column++;
            }
            current = file.next();
        }
        missing(row, column, cells.size());
        afterRow.run();
    }

    /** The planned cells from a column to before another, of which the file has none. */
    private void missing(Row row, int start, int end) {
        for (var column = start; column < Math.min(end, row.cells().size()); column++) {
            var planned = row.cells().get(column);
            if (!(planned instanceof Cell.Empty)) {
                pair.cells(new Address(sheet, row.index(), column), planned, new StoredCell(column, "", Value.NOTHING));
            }
        }
    }
}
