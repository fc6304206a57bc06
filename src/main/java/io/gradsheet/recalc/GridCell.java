package io.gradsheet.recalc;

import io.gradsheet.sheet.Value;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;

/** A cell of a {@link GridSheet} as POI's evaluator asks for it. */
record GridCell(GridSheet sheet, int row, int column, int slot) implements EvaluationCell {
    @Override
    public Object getIdentityKey() {
        return (long) sheet.index() << Integer.SIZE | slot;
    }

    @Override
    public GridSheet getSheet() {
        return sheet;
    }

    @Override
    public int getRowIndex() {
        return row;
    }

    @Override
    public int getColumnIndex() {
        return column;
    }

    @Override
    public CellType getCellType() {
        if (sheet.isFormula(slot)) {
            return CellType.FORMULA;
        }
        var value = sheet.value(slot);
        if (value instanceof Value.Figure) {
            return CellType.NUMERIC;
        } else if (value instanceof Value.Truth) {
            return CellType.BOOLEAN;
        } else if (value instanceof Value.Text) {
            return CellType.STRING;
        } else if (value instanceof Value.Failure) {
            return CellType.ERROR;
        }
        return CellType.BLANK;
    }

    @Override
    public double getNumericCellValue() {
        return sheet.value(slot) instanceof Value.Figure figure ? figure.number() : 0;
    }

    @Override
    public String getStringCellValue() {
        return sheet.value(slot) instanceof Value.Text text ? text.text() : "";
    }

    @Override
    public boolean getBooleanCellValue() {
        return sheet.value(slot) instanceof Value.Truth truth && truth.truth();
    }

    @Override
    public int getErrorCellValue() {
        if (sheet.value(slot) instanceof Value.Failure failure) {
            for (var known : FormulaError.values()) {
                if (known.getString().equals(failure.code())) {
                    return known.getCode();
                }
            }
        }
        return FormulaError.VALUE.getCode();
    }

    @Override
    public CellRangeAddress getArrayFormulaRange() {
        return new CellRangeAddress(row, row, column, column);
    }

    @Override
    public boolean isPartOfArrayFormulaGroup() {
        return sheet.isArray(slot);
    }

    @Override
    public CellType getCachedFormulaResultType() {
        // Asked for only where links to missing workbooks are to be overlooked, which is never.
        throw new IllegalStateException("stored results are not read");
    }
}
