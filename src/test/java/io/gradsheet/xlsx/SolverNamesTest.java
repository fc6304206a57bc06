package io.gradsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import io.gradsheet.testing.Workbooks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Excel's Solver finds its model in hidden names of the sheet. */
class SolverNamesTest {
    @TempDir
    private Path folder;

    private XSSFWorkbook workbook(String template, Setting... settings) throws IOException {
        var plan =
                Lessons.of(Template.builtIn(template).read(List.of(settings))).plan();
        return new XSSFWorkbook(
                Workbooks.write(plan, folder.resolve("lesson.xlsx")).toFile().toString());
    }

    /** Of names that begin as Solver's do, each checked to be hidden and the sheet's own. */
    private static Map<String, String> names(XSSFWorkbook workbook) {
        var names = new TreeMap<String, String>();
        for (var name : workbook.getAllNames()) {
            if (name.getNameName().startsWith("solver")) {
                assertThat(name.isHidden()).as(name.getNameName()).isTrue();
                assertThat(name.getSheetName()).as(name.getNameName()).isEqualTo("Solver");
                names.put(name.getNameName(), name.getRefersToFormula());
            }
        }
        return names;
    }

    @Test
    void excelsSolverIsSetUpToMinimiseTheTotalCost() throws IOException {
        try (var workbook = workbook("3.5-solver")) {
            var names = names(workbook);
            assertThat(names)
                    .hasSize(27)
                    .containsEntry("solver_opt", "Solver!$B$7")
                    .containsEntry("solver_adj", "Solver!$B$13:$AV$13")
                    .containsEntry("solver_typ", "2")
                    .containsEntry("solver_val", "0")
                    .containsEntry("solver_eng", "1")
                    .containsEntry("solver_neg", "2")
                    .containsEntry("solver_num", "0")
                    .containsEntry("solver_ver", "3");
            names.forEach((name, value) -> {
                if (!name.equals("solver_opt") && !name.equals("solver_adj")) {
                    assertThat(Double.parseDouble(value)).as(name).isNotNegative();
                }
            });
            var sheet = workbook.getSheet("Solver");
            assertThat(sheet.getRow(6).getCell(1).getCellFormula()).startsWith("SUM(");
            var changing = new AreaReference(names.get("solver_adj"), SpreadsheetVersion.EXCEL2007);
            assertThat(changing.getAllReferencedCells())
                    .hasSize(47)
                    .allSatisfy(cell -> assertThat(sheet.getRow(cell.getRow())
                                    .getCell(cell.getCol())
                                    .getNumericCellValue())
                            .isNotZero());
        }
    }

    @Test
    void aWorksheetSetsSolverUpForItsInputs() throws IOException {
        try (var workbook = workbook("2.12-regression")) {
            assertThat(workbook.getAllNames())
                    .filteredOn(name -> name.getNameName().matches("solver_(adj|opt)"))
                    .extracting(name -> name.getSheetName() + ": " + name.getRefersToFormula())
                    .containsExactlyInAnyOrder("Line: Line!$F$9", "Line: Line!$B$4,Line!$B$5");
            assertThat(workbook.getSheet("Line").getRow(8).getCell(5).getCellFormula())
                    .startsWith("SUM(");
        }
    }

    @Test
    void frozenParametersAreLeftOut() throws IOException {
        try (var workbook = workbook("mazur", Setting.parse("lesson=3.5-solver"))) {
            assertThat(names(workbook))
                    .containsEntry(
                            "solver_adj",
                            "Solver!$B$13:$C$13,Solver!$E$13:$F$13,Solver!$H$13:$I$13,Solver!$K$13:$L$13");
        }
    }

    @Test
    void moreCellsThanSolverTakesAreNotSetUp() throws IOException {
        try (var workbook = workbook("digits123", Setting.parse("lesson=3.5-solver"))) {
            assertThat(names(workbook)).isEmpty();
            assertThat(workbook.getSheet("Solver").getRow(2).getCell(1).getStringCellValue())
                    .contains("at most 200 cells")
                    .contains("203 parameters");
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "201"})
    void noModelIsMadeThatSolverWouldRefuse(int cells) {
        var ranges = cells == 0 ? List.<Range>of() : List.of(Range.of(Ref.at(1, 0), 1, cells));
        assertThatIllegalArgumentException().isThrownBy(() -> new Feature.Solver(Ref.at(0, 0), ranges));
    }
}
