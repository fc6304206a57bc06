package io.gradsheet.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.recalc.Engine;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Role;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import io.gradsheet.testing.Worksheets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of one small workbook, from its hidden template to the comparison. */
class VerificationTest {
    private static final Plan PLAN = Lessons.of(Worksheets.of("""
            - inputs: [{symbol: p, value: 2}]
            - values: [{symbol: q, formula: 3*p, role: cost}, {symbol: r, formula: q+p}]
            """)).plan();

    private static final PlannedCells PLANNED = PlannedCells.of(PLAN);
    private static final Engine POI = Engine.named("poi").orElseThrow();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = Workbooks.write(PLAN, folder.resolve("trial.xlsx"));
    }

    private Verification verify() {
        return Verification.of(file, Progress.SILENT);
    }

    private void assertRefused(Consumer<XSSFWorkbook> change, String said) {
        Workbooks.edit(file, change);
        assertThatThrownBy(this::verify).isInstanceOf(CheckException.class).hasMessageContaining(said);
    }

    @Test
    void aWorkbookAsItWasMade() {
        var heard = new ArrayList<Long>();
        var verification = Verification.of(file, Progress.SILENT);
        var comparison = verification.compare(POI, Agreement.USUAL_TOLERANCE, heard::add);

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.findingCount()).isZero();
        assertThat(verification.isDamaged()).isFalse();
        assertThat(verification.remarks()).isEmpty();
        assertThat(comparison.engine()).isEqualTo("poi");
        assertThat(comparison.version()).startsWith("Apache POI ");
        assertThat(comparison.cells()).isEqualTo(PLANNED.computed().size());
        assertThat(comparison.differing()).isZero();
        assertThat(heard).isNotEmpty();
        assertThat(heard)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, heard.size()).boxed().toList());
        assertThat((long) heard.size()).isLessThanOrEqualTo(verification.rows());
    }

    @Test
    void theValuesFollowAnInput() {
        Workbooks.edit(file, PLANNED.inputs("Trial").get(0), cell -> cell.setCellValue(5));

        assertThat(verify().compare(POI, Agreement.USUAL_TOLERANCE, Progress.SILENT)
                        .differing())
                .isZero();
    }

    @Test
    void aFormulaThatGivesAnotherValueIsFound() {
        var cost = PLANNED.computed("Trial", Role.COST).get(0);
        Workbooks.edit(file, cost, cell -> cell.setCellFormula("1+1"));

        assertThat(verify().findings()).extracting(Finding::cell).containsExactly(cost);
        assertThat(verify().findingCount()).isEqualTo(1);
        assertThat(verify().isDamaged()).isFalse();
        assertThat(verify().compare(POI, Agreement.USUAL_TOLERANCE, Progress.SILENT)
                        .examples())
                .extracting(Comparison.Difference::cell)
                .contains(cost);
    }

    @Test
    void aFormulaThatIsGoneIsDamage() {
        Workbooks.edit(file, PLANNED.computed("Trial", Role.COST).get(0), XSSFCell::setBlank);

        assertThat(verify().isDamaged()).isTrue();
    }

    @Test
    void aRenamedSheetIsNamed() {
        assertRefused(
                workbook -> workbook.setSheetName(workbook.getSheetIndex("Trial"), "Mine"),
                "sheet Trial was renamed to Mine: give it its old name back");
    }

    @Test
    void aDeletedSheetIsNamed() {
        assertRefused(
                workbook -> workbook.removeSheetAt(workbook.getSheetIndex("Trial")),
                "sheet Trial was deleted: bring it back, or generate the workbook again");
    }

    @Test
    void aSheetDeletedWhileAnotherCameIsNamed() {
        assertRefused(
                workbook -> {
                    workbook.removeSheetAt(workbook.getSheetIndex("Trial"));
                    workbook.createSheet("Mine");
                },
                "sheet Trial was deleted or renamed: bring it back under that name, or generate the workbook again");
    }

    @Test
    void aWorkbookWithoutItsSourceIsAStrangers() {
        assertRefused(
                workbook -> workbook.removeSheetAt(workbook.getSheetIndex("Source")),
                file + " was not made by GradSheet, or its hidden sheet Source was deleted");
    }

    @Test
    void anExamHasNoSource() {
        assertRefused(
                workbook -> {
                    workbook.removeSheetAt(workbook.getSheetIndex("Source"));
                    workbook.createSheet("Exercise");
                },
                file + " is an exam, which holds no answers: verify the teacher's workbook");
    }

    @Test
    void aSheetOfThatNameDoesNotMakeAnExam() {
        Workbooks.edit(file, workbook -> workbook.createSheet("Exercise"));

        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void aWorkbookToPractiseInIsRefused() {
        assertRefused(
                workbook -> {
                    var source = workbook.getSheet("Source");
                    source.shiftRows(1, source.getLastRowNum(), 1);
                    var row = source.createRow(1);
                    row.createCell(0).setCellValue("edition");
                    row.createCell(1).setCellValue("practice");
                },
                file + " is a workbook to practise in, whose sheet Exercise marks the answers");
    }

    @Test
    void anotherFormOfTheSourceIsRefused() {
        assertRefused(
                workbook -> source(workbook, 0).setCellValue("2"),
                file + " was made by another version of GradSheet, or its hidden sheet Source was changed");
        assertRefused(workbook -> source(workbook, 0).setBlank(), "was made by another version of GradSheet");
    }

    /** A program may save the text 1 as a number. */
    @Test
    void aNumberInTheSourceIsReadAsItsText() {
        Workbooks.edit(file, workbook -> {
            source(workbook, 0).setBlank();
            source(workbook, 0).setCellValue(1);
        });

        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void aTemplateThatCannotBeReadAnyMoreIsNamedWithItsPlace() {
        assertRefused(
                workbook -> source(workbook, 2).setCellValue("lesson: none"),
                "the template inside " + file + " was changed and cannot be read: ");
    }

    private static XSSFCell source(XSSFWorkbook workbook, int row) {
        return workbook.getSheet("Source").getRow(row).getCell(1);
    }

    @Test
    void aProgramSavesValuesOfItsOwn() {
        assertThat(Verification.isSavedByAProgram(file)).isFalse();
        Workbooks.asSavedBy("Microsoft Excel", file);
        assertThat(Verification.isSavedByAProgram(file)).isTrue();
    }

    @Test
    void aProgramThatDoesNotCalculateSavesNone() {
        Workbooks.edit(
                file,
                workbook -> workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                    var inFile = ((XSSFCell) cell).getCTCell();
                    if (inFile.isSetF() && inFile.isSetV()) {
                        inFile.unsetV();
                    }
                }))));
        Workbooks.asSavedBy("Python", file);
        assertThat(Verification.isSavedByAProgram(file)).isFalse();
    }
}
