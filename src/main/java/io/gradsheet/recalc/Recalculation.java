package io.gradsheet.recalc;

import java.io.Closeable;

/** A workbook with the values that an engine computed. Temporary files, if any, go when it is closed. */
public interface Recalculation extends Closeable {
    /** The engine's program and version as it names itself, such as {@code LibreOffice/7.4.7.2}. */
    String version();

    /**
     * The rows of a sheet, with formulas and the engine's values.
     *
     * @throws WorkbookException if there is no such sheet
     */
    RowCursor rows(String sheet);

    @Override
    void close();
}
