package io.gradsheet.recalc;

/**
 * The values that stand in a file.
 *
 * @param afterwards what is left to do once the file is closed
 */
record StoredRecalculation(StoredWorkbook workbook, Runnable afterwards) implements Recalculation {
    @Override
    public String version() {
        return workbook.application();
    }

    @Override
    public RowCursor rows(String sheet) {
        return workbook.rows(sheet);
    }

    @Override
    public void close() {
        workbook.close();
        afterwards.run();
    }
}
