package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gradsheet.template.Template;
import io.gradsheet.testing.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the workbook of xor, row 9 of Training is sample 1 of epoch 1, and row 8 has the parameters that it starts from. */
class ExplainCommandTest {
    @TempDir
    private static Path folder;

    private static Path workbook;

    @BeforeAll
    static void write() {
        workbook = Workbooks.write(Template.find("xor").read(List.of()), folder.resolve("xor.xlsx"));
    }

    private static String explain(Object... rest) {
        var arguments = new ArrayList<>(List.<Object>of("explain", workbook));
        arguments.addAll(List.of(rest));
        var result = Shell.run(arguments.toArray());
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        return result.out();
    }

    @FunctionalInterface
    private interface Change {
        void to(Workbook workbook);
    }

    private static Path changed(String name, Change change) throws IOException {
        var file = folder.resolve(name);
        try (var in = Files.newInputStream(workbook);
                var opened = new XSSFWorkbook(in);
                var out = Files.newOutputStream(file)) {
            change.to(opened);
            opened.write(out);
        }
        return file;
    }

    @Test
    void aWeightedInputIsNamedAndWrittenInSymbolsInCellsAndInNumbers() {
        assertThat(explain("Training!E9"))
                .startsWith("Training!E9: z²₁ of sample 1 in epoch 1\n")
                .contains("in symbols     x₁ · w²₁₁ + x₂ · w²₁₂ + b²₁\n")
                .contains("in cells       =SUMPRODUCT(")
                .containsPattern("in numbers     0 · .*\n")
                .containsPattern("the sheet has  -?\\d+\\.\\d+\n  Java has       -?\\d+\\.\\d+\n")
                .containsPattern("from\n +Training!B9 +x₁ of sample 1 in epoch 1 +0\n")
                .containsPattern("read by\n +Training!G9 +a²₁ of sample 1 in epoch 1\n");
    }

    @Test
    void withMoreDepthWhatAFormulaReadsIsExplainedAsWell() {
        assertThat(explain("Training!G9", "--depth", 2))
                .contains("in symbols     tanh(z²₁)\n")
                .contains("    Training!E9: z²₁ of sample 1 in epoch 1\n")
                .contains("      in symbols     x₁ · w²₁₁ + x₂ · w²₁₂ + b²₁\n");
    }

    @Test
    void ofAnInputItSaysWhatFollows() {
        assertThat(explain("eta"))
                .startsWith("Training!B3: learning rate η, an input")
                .containsPattern("what follows from it at once\n +Training!\\w+ +next w²₁₁ in epoch 1\n");
    }

    @Test
    void ofARangeEveryCellIsExplained() {
        assertThat(explain("Training!E9:F9")).contains("Training!E9: z²₁").contains("Training!F9: z²₂");
    }

    @Test
    void aTextANumberThatIsGivenAndAnEmptyCellAreSaidToBeWhatTheyAre() {
        assertThat(explain("Training!A8")).startsWith("Training!A8: a text, \"epoch 1: value\"\n");
        assertThat(explain("Training!A9")).startsWith("Training!A9: k of sample 1 in epoch 1\n");
        assertThat(explain("Training!ZZ900")).isEqualTo("Training!ZZ900: an empty cell\n");
    }

    @Test
    void aProgramGetsTheSame() throws IOException {
        var cell = new ObjectMapper()
                .readTree(explain("Training!E9", "--json"))
                .get("cells")
                .get(0);
        assertThat(cell.get("name").asText()).isEqualTo("z²₁ of sample 1 in epoch 1");
        assertThat(cell.get("sheet").asDouble()).isEqualTo(cell.get("java").asDouble());
        assertThat(cell.get("sources")).hasSize(5);
        assertThat(cell.get("uses").get(0).get("cell").asText()).isEqualTo("Training!G9");
        assertThat(cell.get("agrees").asBoolean()).isTrue();
    }

    @Test
    void anInputThatWasChangedLeadsToOtherNumbersThatStillAgree() throws IOException {
        var file = changed(
                "eta.xlsx", of -> of.getSheet("Training").getRow(2).getCell(1).setCellValue(0.25));
        var result = Shell.run("explain", file, "Training!Q13");
        assertThat(result.code()).isZero();
        assertThat(Shell.run("explain", file, "eta").out()).contains("it holds       0.25\n");
    }

    @Test
    void ofAWrongCellItNamesTheFirstOneThatIsWrong() throws IOException {
        var file = changed("wrong.xlsx", of -> {
            var cell = of.getSheet("Training").getRow(8).getCell(4);
            cell.setCellFormula("SUMPRODUCT($B9:$C9,P$8:Q$8)");
        });
        var result = Shell.run("explain", file, "Cost!B10");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("(they differ)")
                .containsPattern(
                        "it begins at   Training!E9, z²₁ of sample 1 in epoch 1: the sheet has .*, Java has .*;"
                                + " the formula was changed; it was written as =SUMPRODUCT\\(");
    }

    @Test
    void aNumberInPlaceOfAFormulaIsSaid() throws IOException {
        var file = changed("typed.xlsx", of -> {
            var cell = of.getSheet("Training").getRow(8).getCell(6);
            cell.removeFormula();
            cell.setCellValue(0.5);
        });
        var result = Shell.run("explain", file, "Training!G9");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("changed        there is no formula any more; it was written as =TANH(")
                .contains("the sheet has  0.5\n");
    }

    @Test
    void aPlaceThatIsNoneIsRefusedWithWhatToWrite() {
        assertThat(Shell.run("explain", workbook, "F9").err())
                .isEqualTo("gradsheet: F9 may be on any sheet: write which, such as Data!B7\n");
        var nowhere = Shell.run("explain", workbook, "Nowhere!F9");
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err()).startsWith("gradsheet: there is no sheet Nowhere: the workbook has Guide, Data,");
        assertThat(Shell.run("explain", workbook, "z21").err()).startsWith("gradsheet: z21 may be on any sheet");
        assertThat(Shell.run("explain", workbook, "rate").err())
                .startsWith(
                        "gradsheet: there is no cell rate: write the sheet and the cell, such as Data!B7, or a name: eta");
        assertThat(Shell.run("explain", workbook, "Training!A1:Z99").err())
                .isEqualTo("gradsheet: Training!A1:Z99 has 2574 cells: ask about 100 or fewer at a time\n");
    }
}
