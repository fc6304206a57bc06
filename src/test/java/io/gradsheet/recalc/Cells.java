package io.gradsheet.recalc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All cells of a sheet, gathered. */
final class Cells {
    private Cells() {}

    static List<StoredCell> all(RowCursor rows) {
        try (rows) {
            var cells = new ArrayList<StoredCell>();
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                cells.addAll(row.get().cells());
            }
            return cells;
        }
    }

    static List<StoredCell> withFormulas(RowCursor rows) {
        return all(rows).stream().filter(StoredCell::hasFormula).toList();
    }

    /** As they are stored in sheet {@code Training} of a file. */
    static List<StoredCell> stored(Path file) {
        try (var workbook = StoredWorkbook.open(file)) {
            return all(workbook.rows("Training"));
        }
    }
}
