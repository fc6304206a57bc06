package io.gradsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import java.io.IOException;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputLooksTest {
    private static XSSFCellStyle look(Cell cell) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            return workbook.getCellStyleAt(new Styles(workbook).of(cell));
        }
    }

    /** A drawn number would be drawn too small to read; a tiny one would lose all that is in it. */
    @ParameterizedTest
    @CsvSource({
        "-0.182454782102058, 0.0000",
        "1234.56789012, 0.0000",
        "0.35, General",
        "-1.23456, General",
        "0.000123456789, General",
        "123456.789012, General",
        "0, General"
    })
    void aNumberWithManyDigitsShowsFourDecimals(double number, String format) throws IOException {
        assertThat(look(Cell.input(number)).getDataFormatString()).isEqualTo(format);
    }

    @Test
    void aWordStandsClearOfTheNumberBesideIt() throws IOException {
        assertThat(look(new Cell.Input(Value.of("poppy"), Role.INPUT)).getAlignment())
                .isEqualTo(HorizontalAlignment.CENTER);
    }
}
