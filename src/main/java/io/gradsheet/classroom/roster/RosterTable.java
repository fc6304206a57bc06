package io.gradsheet.classroom.roster;

import java.nio.file.Path;
import java.util.List;

/**
 * A table as a file holds it, each cell as it came.
 *
 * @param file that it was read from
 * @param head the names of the columns
 * @param rows below it, without those that are empty
 */
record RosterTable(Path file, Row head, List<Row> rows) {
    RosterTable {
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param line of the file, or row of its sheet, from 1
     */
    record Row(int line, List<String> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        /** A cell; empty where the row ends before it. */
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }

        /** How many cells it has up to the last that holds something. */
        int width() {
            var width = cells.size();
            while (width > 0 && cells.get(width - 1).isBlank()) {
                width--;
            }
            return width;
        }
    }
}
