package io.gradsheet.classroom.roster;

import io.gradsheet.classroom.ExerciseException;
import io.gradsheet.classroom.roster.RosterTable.Row;
import io.gradsheet.recalc.StoredRow;
import io.gradsheet.recalc.StoredWorkbook;
import io.gradsheet.recalc.WorkbookException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rows of the first sheet of a workbook that holds any. */
final class WorkbookRows {
    /** More columns than a gradebook has. */
    private static final int MOST_COLUMNS = 2_000;

    private static final int MOST_CELLS = 4_000_000;

    private WorkbookRows() {}

    /**
     * The rows that are not empty; numbers are written as a spreadsheet shows them, with zeros at the front if their format
     * has them.
     *
     * @param most rows that may be read
     * @throws ExerciseException if it is no workbook that can be read
     */
    static List<Row> of(Path file, int most) {
        try (var workbook = StoredWorkbook.open(file)) {
            for (var sheet : workbook.sheetNames()) {
                var rows = rows(file, workbook, sheet, most);
                if (!rows.isEmpty()) {
                    return rows;
                }
            }
            return List.of();
        } catch (WorkbookException e) {
            throw new ExerciseException(e.getMessage());
        }
    }

    private static List<Row> rows(Path file, StoredWorkbook workbook, String sheet, int most) {
        var rows = new ArrayList<Row>();
        var cells = 0;
        try (var cursor = workbook.shownRows(sheet)) {
            for (var row = cursor.next(); row.isPresent() && rows.size() <= most; row = cursor.next()) {
                var read = new Row(row.get().index() + 1, cells(row.get()));
                if (!read.isEmpty()) {
                    rows.add(read);
                    cells += read.cells().size();
                }
                if (cells > MOST_CELLS) {
                    throw new ExerciseException(
                            file + " is too large for a list of students: save the class alone as CSV");
                }
            }
        }
        return rows;
    }

    private static List<String> cells(StoredRow row) {
        var cells = new ArrayList<String>();
        for (var cell : row.cells()) {
            if (cell.column() < MOST_COLUMNS) {
                while (cells.size() < cell.column()) {
                    cells.add("");
                }
                cells.add(cell.value().content());
            }
        }
        return cells;
    }
}
