package io.gradsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts from outside cannot break the file, and are never taken for formulas; in the head, in a body, and as inputs alike. */
class HostileTextTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://example.org\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1+1"})
    void aTextThatBeginsLikeAFormulaStaysAText(String text) throws Exception {
        for (var cell : writtenAs(text)) {
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(text);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a <b> & \"c\" ]]> </t></is></c>",
                "_x0041_ is not A",
                "  spaces around  ",
                "two\nlines",
                "梯度下降 𝛿 🙂"
            })
    void anyOtherTextComesBackAsItWas(String text) throws Exception {
        for (var cell : writtenAs(text)) {
            assertThat(cell.getStringCellValue()).isEqualTo(text);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isFalse();
        }
    }

    @Test
    void whatTheFormatCannotHoldIsReplaced() throws Exception {
        for (var cell : writtenAs("a\u0000b\u001Bc\uD800d\uFFFEe\r\nf")) {
            assertThat(cell.getStringCellValue()).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\nf");
        }
    }

    @Test
    void aTextTooLongForACellIsCut() throws Exception {
        var text = IntStream.range(0, 10_000).mapToObj(Integer::toString).collect(Collectors.joining());
        for (var cell : writtenAs(text)) {
            assertThat(cell.getStringCellValue()).isEqualTo(text.substring(0, 32_767));
        }
    }

    @Test
    void titlesWithCodesAndMarksAreTakenLiterally() throws Exception {
        var file = folder.resolve("title.xlsx");
        var sheet = SheetPlan.named("A").build();
        new WorkbookFile(file, false)
                .write(new Plan("R&D <&P>", "\u0001", "en", List.of(sheet), List.of()), Progress.SILENT);
        try (var workbook = new XSSFWorkbook(file.toFile())) {
            assertThat(workbook.getSheetAt(0).getFooter().getLeft()).isEqualTo("R&&D <&&P> · \uFFFD");
            assertThat(workbook.getProperties().getCoreProperties().getTitle()).isEqualTo("R&D <&P>");
            assertThat(workbook.getProperties().getCoreProperties().getSubject())
                    .isEqualTo("\uFFFD");
        }
    }

    private List<XSSFCell> writtenAs(String text) throws Exception {
        var label = new Cell.Label(RichText.plain(text), Role.TEXT);
        var row = List.<Cell>of(label, new Cell.Input(Value.of(text), Role.INPUT));
        var sheet = SheetPlan.named("A")
                .head(List.of(Row.of(0, row)))
                .body(sink -> sink.row(Row.of(1, row)), 1, 2)
                .build();
        var file = folder.resolve("hostile.xlsx");
        new WorkbookFile(file, false).write(new Plan("t", "s", "en", List.of(sheet), List.of()), Progress.SILENT);
        try (var workbook = new XSSFWorkbook(file.toFile())) {
            var read = workbook.getSheet("A");
            return List.of(
                    read.getRow(0).getCell(0),
                    read.getRow(0).getCell(1),
                    read.getRow(1).getCell(0),
                    read.getRow(1).getCell(1));
        }
    }
}
