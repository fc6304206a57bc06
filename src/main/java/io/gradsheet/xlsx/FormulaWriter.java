package io.gradsheet.xlsx;

import io.gradsheet.sheet.Ref;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.streaming.StreamingSheetWriter;

/**
 * Writes the cells that stream. Formulas are written here: there may be millions, and POI breaks the file where one yields an
 * error and forgets the value where one yields an empty text.
 */
final class FormulaWriter extends StreamingSheetWriter {
    private final List<String> columnNames = new ArrayList<>();

    FormulaWriter(OutputStream out) throws IOException {
        super(out);
    }

    @Override
    public void writeCell(int column, Cell cell) throws IOException {
        if (cell == null || cell.getCellType() != CellType.FORMULA) {
            super.writeCell(column, cell);
            return;
        }
        _out.write("<c r=\"");
        _out.write(columnName(column));
        _out.write(Integer.toString(cell.getRowIndex() + 1));
        _out.write("\" s=\"");
        _out.write(Integer.toString(cell.getCellStyle().getIndex()));
        var yields = cell.getCachedFormulaResultType();
        if (yields == CellType.NUMERIC) {
            formula("n", cell.getCellFormula());
            _out.write(Double.toString(cell.getNumericCellValue()));
        } else if (yields == CellType.ERROR) {
            formula("e", cell.getCellFormula());
            _out.write(FormulaError.forInt(cell.getErrorCellValue()).getString());
        } else {
            formula("str", cell.getCellFormula());
            outputEscapedString(cell.getStringCellValue());
        }
        _out.write("</v></c>");
    }

    private void formula(String type, String formula) throws IOException {
        _out.write("\" t=\"");
        _out.write(type);
        _out.write("\"><f>");
        outputEscapedString(formula);
        _out.write("</f><v>");
    }

    @Override
    protected void outputEscapedString(String text) throws IOException {
        if (standsForItself(text)) {
            _out.write(text);
        } else {
            super.outputEscapedString(text);
        }
    }

    private static boolean standsForItself(String text) {
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter < ' ' || letter > '~' || letter == '<' || letter == '>' || letter == '&' || letter == '"') {
                return false;
            }
        }
        return true;
    }

    private String columnName(int column) {
        while (columnNames.size() <= column) {
            columnNames.add(Ref.columnName(columnNames.size()));
        }
        return columnNames.get(column);
    }
}
