package io.gradsheet.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.DeferredSXSSFWorkbook;
import org.apache.poi.xssf.streaming.StreamingSheetWriter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Apache POI's streaming workbook, with the same bytes at any time and with two faults of its sheet writer mended. */
final class StreamedWorkbook extends DeferredSXSSFWorkbook {
    StreamedWorkbook(XSSFWorkbook skeleton) {
        super(skeleton, -1);
        setShouldCalculateSheetDimensions(false);
    }

    @Override
    protected StreamingSheetWriter createSheetDataWriter(OutputStream out) throws IOException {
        return new SheetWriter(out);
    }

    @Override
    protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
        return new TimelessZip(out);
    }

    /** A zip file whose entries all bear the first moment that the format knows. */
    private static final class TimelessZip extends ZipArchiveOutputStream {
        // The format holds local times: the same digits everywhere are another moment in every zone.
        private final long dawn = LocalDate.of(1980, 1, 1)
                .atStartOfDay(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();

        TimelessZip(OutputStream out) {
            super(out);
        }

        @Override
        public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
            entry.setTime(dawn);
            super.putArchiveEntry(entry);
        }
    }

    /** Writes formulas that yield an error, which the original breaks, or an empty text, which it forgets. */
    private static final class SheetWriter extends StreamingSheetWriter {
        SheetWriter(OutputStream out) throws IOException {
            super(out);
        }

        @Override
        public void writeCell(int columnIndex, Cell cell) throws IOException {
            if (cell != null && cell.getCellType() == CellType.FORMULA) {
                if (cell.getCachedFormulaResultType() == CellType.ERROR) {
                    var code = FormulaError.forInt(cell.getErrorCellValue()).getString();
                    writeFormula(columnIndex, cell, "e", code);
                    return;
                }
                if (cell.getCachedFormulaResultType() == CellType.STRING
                        && cell.getStringCellValue().isEmpty()) {
                    writeFormula(columnIndex, cell, "str", "");
                    return;
                }
            }
            super.writeCell(columnIndex, cell);
        }

        private void writeFormula(int column, Cell cell, String type, String value) throws IOException {
            _out.write("<c r=\"" + CellReference.convertNumToColString(column) + (cell.getRowIndex() + 1) + "\" s=\""
                    + cell.getCellStyle().getIndex() + "\" t=\"" + type + "\"><f>");
            outputEscapedString(cell.getCellFormula());
            _out.write("</f><v>" + value + "</v></c>");
        }
    }
}
