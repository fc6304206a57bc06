package io.gradsheet.recalc;

import java.io.Closeable;
import java.util.Optional;

/** The rows of a sheet, one at a time from the top. */
public interface RowCursor extends Closeable {
    /**
     * The next row, or empty after the last.
     *
     * @throws WorkbookException if the file breaks off or a cell of it cannot be read
     */
    Optional<StoredRow> next();

    @Override
    void close();
}
