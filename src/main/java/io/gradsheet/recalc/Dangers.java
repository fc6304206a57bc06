package io.gradsheet.recalc;

import io.gradsheet.sheet.Address;
import java.nio.file.Path;

/** Refuses a workbook that reaches out of itself: an engine is given only what GradSheet could have written. */
record Dangers(Path file) {
    /** Looks through the whole file. */
    void refuseAll() {
        try (var workbook = StoredWorkbook.open(file)) {
            workbook.foreignContent().ifPresent(content -> refuse("the file", content));
            refuseNames(workbook);
            for (var sheet : workbook.sheetNames()) {
                try (var rows = workbook.rows(sheet)) {
                    for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                        refuseRow(sheet, row.get());
                    }
                }
            }
        }
    }

    void refuseNames(StoredWorkbook workbook) {
        workbook.names()
                .forEach((name, formula) ->
                        FormulaText.dangerousFunction(formula).ifPresent(danger -> refuse("the name " + name, danger)));
    }

    void refuseRow(String sheet, StoredRow row) {
        for (var cell : row.cells()) {
            FormulaText.dangerousFunction(cell.formula())
                    .ifPresent(danger -> refuse("cell " + new Address(sheet, row.index(), cell.column()), danger));
        }
    }

    private void refuse(String holder, String danger) {
        throw new WorkbookException(file + ": " + holder + " contains " + danger
                + ", which reaches out of the workbook: GradSheet never writes that, and no engine is given it; delete it"
                + " and save the workbook");
    }
}
