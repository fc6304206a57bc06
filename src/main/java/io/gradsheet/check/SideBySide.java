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
        plan.pushTo(new SideBySide(plan.name(), file, pair, afterRow));
    }

    @Override
    public void row(Row row) {
        while (current.isPresent() && current.get().index() < row.index()) {
            current = file.next();
        }
        var found = current.filter(next -> next.index() == row.index())
                .map(next -> next.cells().iterator())
                .orElseGet(java.util.Collections::emptyIterator);
        var cell = found.hasNext() ? found.next() : null;
        for (var column = 0; column < row.cells().size(); column++) {
            while (cell != null && cell.column() < column) {
                cell = found.hasNext() ? found.next() : null;
            }
            var planned = row.cells().get(column);
            if (!(planned instanceof Cell.Empty)) {
                pair.cells(
                        new Address(sheet, row.index(), column),
                        planned,
                        cell != null && cell.column() == column ? cell : new StoredCell(column, "", Value.NOTHING));
            }
        }
        afterRow.run();
    }
}
