package io.gradsheet.check;

import io.gradsheet.sheet.Address;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Sheet;

/** A sheet whose formulas depend on themselves, gone through as Excel does with one iteration: each cell once, with what others hold. */
final class SelfReferringBlock {
    private static final int FIRST_ROW_OF_BLOCK = 20;

    private record Calculated(Cell cell, String formula) {}

    private final Sheet sheet;
    private final Cell scratch;
    private final FormulaEvaluator evaluator;
    private final List<Calculated> cells = new ArrayList<>();

    /**
     * Takes the formulas out of the cells, which keep their values.
     *
     * @param blockFirst whether the rows above the block are gone through last
     */
    SelfReferringBlock(Sheet sheet, boolean blockFirst) {
        this.sheet = sheet;
        this.evaluator = sheet.getWorkbook().getCreationHelper().createFormulaEvaluator();
        sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.FORMULA) {
                cells.add(new Calculated(cell, cell.getCellFormula()));
            }
        }));
        cells.forEach(one -> one.cell().removeFormula());
        if (blockFirst) {
            var above = cells.stream()
                    .filter(one -> one.cell().getRowIndex() < FIRST_ROW_OF_BLOCK)
                    .toList();
            cells.removeAll(above);
            cells.addAll(above);
        }
        this.scratch = sheet.createRow(sheet.getLastRowNum() + 10).createCell(0);
    }

    void put(Address place, double number) {
        cell(place).setCellValue(number);
    }

    double number(Address place) {
        return cell(place).getNumericCellValue();
    }

    private Cell cell(Address place) {
        return sheet.getRow(place.row()).getCell(place.column());
    }

    /** One calculation of the workbook. */
    void goThrough() {
        for (var one : cells) {
            scratch.setCellFormula(one.formula());
            evaluator.clearAllCachedResultValues();
            one.cell().setCellValue(evaluator.evaluate(scratch).getNumberValue());
        }
    }
}
