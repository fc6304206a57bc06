package io.gradsheet.xlsx;

/** Hears how far the writing of a workbook is. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress SILENT = done -> {};

    /** {@code done} rows are written, of the sum of {@link io.gradsheet.sheet.SheetPlan#rows} over all sheets. */
    void rows(long done);
}
