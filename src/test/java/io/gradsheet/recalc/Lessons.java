package io.gradsheet.recalc;

import io.gradsheet.sheet.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A small workbook whose formulas are those of the lessons, and in which every stored result is wrong. */
final class Lessons {
    static final double WRONG = 99;

    /** Formulas of column C of sheet {@code Training}, with what they come to. */
    static final Map<String, Value> EXPECTED = expected();

    private Lessons() {}

    private static Map<String, Value> expected() {
        var expected = new LinkedHashMap<String, Value>();
        expected.put("eta*2", Value.of(0.4));
        expected.put("SUMPRODUCT($A$2:$A$4,$B$2:$B$4)+$A$1", Value.of(1 * 0.5 - 2 * 1.5 + 3 * 2.5 + 0.2));
        expected.put("1/(1+EXP(-C2))", Value.of(1 / (1 + Math.exp(-5.2))));
        expected.put("SUMXMY2(A2:A4,B2:B4)", Value.of(0.25 + 0.25 + 0.25 + 12));
        expected.put("INDEX($A$2:$A$4,2,1)", Value.of(-2));
        expected.put("MATCH(3,$A$2:$A$4,0)", Value.of(3));
        expected.put("IF(A2>0,\"fires\",\"rests\")", Value.of("fires"));
        expected.put("TEXT(A1,\"0.00\")", Value.of("0.20"));
        expected.put("MAX(A1:B4)", Value.of(3));
        expected.put("'My Data'!A1&\" \"&'My Data'!B1", Value.of("7 seven"));
        expected.put("SUMPRODUCT(--($A$2:$A$4>0),$B$2:$B$4)", Value.of(3));
        expected.put("A2>0", new Value.Truth(true));
        expected.put("SUM(C1:C2)", Value.of(5.6));
        expected.put("1/0", new Value.Failure("#DIV/0!"));
        expected.put("IFERROR(C14,-1)", Value.of(-1));
        return expected;
    }

    static Path write(Path file) {
        try (var workbook = new XSSFWorkbook();
                var output = Files.newOutputStream(file)) {
            var training = workbook.createSheet("Training");
            var inputs = new double[][] {{0.2, 0}, {1, 0.5}, {-2, 1.5}, {3, 2.5}};
            for (var row = 0; row < Math.max(inputs.length, EXPECTED.size()); row++) {
                training.createRow(row);
            }
            for (var row = 0; row < inputs.length; row++) {
                training.getRow(row).createCell(0).setCellValue(inputs[row][0]);
                training.getRow(row).createCell(1).setCellValue(inputs[row][1]);
            }
            var data = workbook.createSheet("My Data").createRow(0);
            data.createCell(0).setCellValue(7);
            data.createCell(1).setCellValue("seven");
            var eta = workbook.createName();
            eta.setNameName("eta");
            eta.setRefersToFormula("Training!$A$1");
            var row = 0;
            for (var formula : EXPECTED.keySet()) {
                var cell = training.getRow(row++).createCell(2);
                cell.setCellFormula(formula);
                cell.setCellValue(WRONG);
            }
            workbook.write(output);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
