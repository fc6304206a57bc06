package io.gradsheet.recalc;

import java.util.List;

/** The cells of a row, from left to right; the row's index counts from 0. Rows and cells that a file leaves out are not there. */
public record StoredRow(int index, List<StoredCell> cells) {
    public StoredRow {
        cells = List.copyOf(cells);
    }
}
