package io.gradsheet.recalc;

import java.nio.file.Path;

/** The values that a spreadsheet program computed and saved in the file: how Excel, which cannot be run from here, is heard. */
final class SavedEngine implements Engine {
    @Override
    public String name() {
        return "saved";
    }

    @Override
    public boolean recalculates() {
        return false;
    }

    @Override
    public boolean isInstalled() {
        return true;
    }

    /** @throws WorkbookException also if no spreadsheet program has saved the file with values since GradSheet wrote it */
    @Override
    public Recalculation recalculate(Path workbook) {
        var stored = StoredWorkbook.open(workbook);
        if (!stored.isSavedByAProgram()) {
            stored.close();
            throw new WorkbookException(
                    workbook
                            + " has not been saved by a spreadsheet program since GradSheet wrote it: the values in it are Java's own and"
                            + " prove nothing. Open it in Excel or LibreOffice, save it, and verify again, or use --engine poi.");
        }
        if (!stored.holdsValues()) {
            stored.close();
            throw new WorkbookException(workbook
                    + " holds formulas without values: the program that saved it, as openpyxl and others do, does not calculate."
                    + " Open it in Excel or LibreOffice, save it, and verify again, or use --engine poi.");
        }
        return new StoredRecalculation(stored, () -> {});
    }
}
