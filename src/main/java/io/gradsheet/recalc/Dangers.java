package io.gradsheet.recalc;

import io.gradsheet.sheet.Address;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.openxml4j.opc.PackagePart;

/** Refuses a workbook that reaches out of itself: an engine is given only what GradSheet could have written. */
record Dangers(Path file) {
    /** What formulas are called in the parts of a workbook, and what they belong to; those of cells are read with their rows. */
    private static final Map<String, String> FORMULAS = Map.of(
            "formula", "a conditional format",
            "formula1", "a data validation",
            "formula2", "a data validation",
            "definedName", "a name",
            "calculatedColumnFormula", "a table",
            "totalsRowFormula", "a table",
            "f", "a formula");

    private static final int MOST_FORMULA = 8_192;

    /** Looks through the whole file. */
    void refuseAll() {
        try (var workbook = StoredWorkbook.open(file)) {
            refuseForeignContent(workbook);
            refuseNames(workbook);
            for (var sheet : workbook.sheetNames()) {
                try (var rows = workbook.rows(sheet)) {
                    for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                        refuseRow(sheet, row.get());
                    }
                }
            }
            workbook.xmlParts().forEach(this::refusePart);
        }
    }

    void refuseForeignContent(StoredWorkbook workbook) {
        workbook.foreignContent().ifPresent(content -> refuse("the file", content));
    }

    private void refusePart(PackagePart part) {
        var name = part.getPartName().getName();
        var cellsRead = false;
        try (var xml = new XmlPart(part, file + ": part " + name)) {
            while (xml.nextElement()) {
                if (xml.at("sheetData") && !cellsRead) {
                    xml.skip();
                    cellsRead = true;
                } else if (FORMULAS.containsKey(xml.name())) {
                    var holder = FORMULAS.get(xml.name());
                    FormulaText.dangerousFunction(xml.text(MOST_FORMULA))
                            .ifPresent(danger -> refuse(holder + " in part " + name, danger));
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
        throw new WorkbookException(
                WorkbookException.Kind.UNSAFE,
                file + ": " + holder + " contains " + danger
                        + ", which reaches out of the workbook: GradSheet never writes that, and no engine is given it; delete it"
                        + " and save the workbook");
    }
}
