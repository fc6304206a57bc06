package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do to workbooks, and what {@code verify} says of it: the cell or the sheet, and what to do. */
class DamagedWorkbookTest {
    @TempDir
    private static Path folder;

    private static Path sound;
    private static PlannedCells planned;

    private Path file;

    @BeforeAll
    static void write() {
        var experiment = Experiments.small();
        sound = Workbooks.write(experiment, folder.resolve("sound.xlsx"));
        planned = PlannedCells.of(Lessons.of(experiment).plan());
    }

    @BeforeEach
    void copy() throws IOException {
        file = Files.createTempFile(folder, "damaged", ".xlsx");
        Files.write(file, Files.readAllBytes(sound));
    }

    private void edit(Address cell, Consumer<XSSFCell> change) {
        Workbooks.edit(file, cell, change);
    }

    private void assertRefused(String sentence) {
        assertThat(Shell.run("verify", file)).isEqualTo(new Shell.Result(2, "", "gradsheet: " + sentence + "\n"));
    }

    private static String written(Address cell) {
        return "; it was written as =" + planned.computedAt(cell).formula() + "\n";
    }

    /** The number is right: what is lost is the formula. */
    @Test
    void aFormulaOverwrittenByItsOwnValueIsDamage() {
        var error = planned.computed("Training", Role.ERROR).get(1);
        var value = ((Value.Figure) planned.value(error)).number();
        edit(error, cell -> {
            cell.removeFormula();
            cell.setCellValue(value);
        });
        var result = Shell.run("verify", file);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith(error + ": the formula was overwritten by " + Value.of(value) + written(error) + "poi (")
                .contains(" cells agree, ");
    }

    @Test
    void aFormulaOverwrittenByAnotherNumberIsDamageAndADifference() {
        var sum = planned.computed("Training", Role.WEIGHTED_INPUT).get(4);
        edit(sum, cell -> {
            cell.removeFormula();
            cell.setCellValue(5);
        });
        var result = Shell.run("verify", file);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .startsWith(sum + ": the formula was overwritten by 5" + written(sum))
                .containsPattern("poi \\(.*\\): [\\d,]+ of [\\d,]+ cells differ, ")
                .contains(" of sample 1 in epoch 1 (" + sum + "): the sheet has 5, Java has ");
    }

    @Test
    void anEmptiedCellIsDamage() {
        var gradient = planned.computed("Training", Role.GRADIENT).get(0);
        edit(gradient, XSSFCell::setBlank);
        var result = Shell.run("verify", file);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .startsWith(gradient + ": the cell is empty" + written(gradient))
                .contains(" of sample 1 in epoch 1 (" + gradient + "): the sheet has nothing, Java has ");
    }

    @Test
    void javasFiguresCannotBeChanged() {
        var java = planned.figures("Check", Role.CHECK).get(0);
        edit(java, cell -> cell.setCellValue(99));
        var result = Shell.run("verify", file);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).startsWith(java + ": the cell holds 99; it was written as ");
    }

    @Test
    void quietSaysTheVerdictWithoutTheCells() {
        edit(planned.computed("Training", Role.GRADIENT).get(0), XSSFCell::setBlank);
        var result = Shell.run("verify", file, "-q");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).matches("poi \\(.+\\): [\\d,]+ of [\\d,]+ cells differ, .+\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Guide", "Data", "Training", "Cost", "Zoom", "Predict", "Check"})
    void aDeletedSheetIsNamed(String sheet) {
        Workbooks.edit(file, workbook -> workbook.removeSheetAt(workbook.getSheetIndex(sheet)));
        assertRefused(file + ": sheet " + sheet + " was deleted: bring it back, or generate the workbook again");
    }

    @Test
    void aRenamedSheetIsNamed() {
        Workbooks.edit(file, workbook -> workbook.setSheetName(workbook.getSheetIndex("Zoom"), "My zoom"));
        assertRefused(file + ": sheet Zoom was renamed to My zoom: give it its old name back");
    }

    @Test
    void aDeletedSheetBesideANewOneIsNotTakenForRenamed() {
        Workbooks.edit(file, workbook -> {
            workbook.removeSheetAt(workbook.getSheetIndex("Cost"));
            workbook.createSheet("Notes");
        });
        assertRefused(file + ": sheet Cost was deleted or renamed: bring it back under that name, or generate the"
                + " workbook again");
    }

    @Test
    void aTextInAnInputIsNamed() {
        edit(planned.eta(), cell -> cell.setCellValue("fast"));
        assertRefused(planned.eta() + " holds \"fast\", but this input must be a number; correct the cell and save the"
                + " workbook");
    }

    @Test
    void aTruthInAnInputIsNamed() {
        var weight = planned.initial().get(3);
        edit(weight, cell -> cell.setCellValue(true));
        assertRefused(weight + " holds TRUE, but this input must be a number; correct the cell and save the workbook");
    }

    @Test
    void aNumberInALabelIsNamedAsItWasTyped() {
        var label = planned.sampleLabels(2).get(0);
        edit(label, cell -> {
            cell.setBlank();
            cell.setCellValue(8);
        });
        assertRefused(label + " holds 8, but this input must be one of cat, 7; correct the cell and save the workbook");
    }

    @Test
    void anEmptiedInputIsNamed() {
        var weight = planned.initial().get(3);
        edit(weight, XSSFCell::setBlank);
        assertRefused(
                weight + " holds nothing, but this input must be a number; correct the cell and save the workbook");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e200, -1e200, 1.7e308})
    void anInputOfAbsurdSizeIsComparedOrRefusedInASentence(double absurd) {
        for (var input : List.of(
                planned.eta(), planned.initial().get(0), planned.pixels(2).get(0))) {
            Workbooks.edit(file, workbook -> {
                Workbooks.cell(workbook, planned.eta()).setCellValue(0.5);
                Workbooks.cell(workbook, planned.initial().get(0)).setCellValue(0);
                Workbooks.cell(workbook, planned.pixels(2).get(0)).setCellValue(0);
                Workbooks.cell(workbook, input).setCellValue(absurd);
            });
            assertThat(Shell.run("verify", file).err())
                    .as("%s at %s", absurd, input)
                    .doesNotContain("this is a bug");
        }
    }

    @Test
    void aLabelThatIsNoClassIsNamed() {
        var label = planned.sampleLabels(2).get(0);
        edit(label, cell -> {
            // POI would leave the old text beside the new one.
            cell.setBlank();
            cell.setCellValue("dog");
        });
        assertRefused(label + " holds \"dog\", but this input must be one of cat, 7; correct the cell and save the"
                + " workbook");
    }

    @Test
    void withoutItsSourceAWorkbookIsAStrangers() {
        Workbooks.edit(file, workbook -> workbook.removeSheetAt(workbook.getSheetIndex("Source")));
        assertRefused(
                file + " was not made by GradSheet, or its hidden sheet Source was deleted: choose a workbook that"
                        + " gradsheet generate wrote");
    }

    @Test
    void aTemplateInsideThatCannotBeReadIsNamedWithItsPlace() {
        Workbooks.edit(file, workbook -> source(workbook, "eta: 0.5").setCellValue("eta: fast"));
        var result = Shell.run("verify", file);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("gradsheet: the template inside " + file + " was changed and cannot be read: ")
                .contains("small.yaml:7:6: ")
                .hasLineCount(1);
    }

    @Test
    void dataInsideThatCannotBeReadIsNamedWithItsPlace() {
        Workbooks.edit(file, workbook -> source(workbook, "x1,x2,label").setCellValue("x1,label"));
        var result = Shell.run("verify", file);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("gradsheet: the template inside " + file + " was changed and cannot be read: ")
                .contains("samples.csv:2:1: this row has 3 values, but the first row names 2 columns");
    }

    /** The recorded computation is another one then: what the file shows is no longer what would be written. */
    @Test
    void anotherEtaInTheTemplateInsideIsSeenOnTheSheets() {
        Workbooks.edit(file, workbook -> source(workbook, "eta: 0.5").setCellValue("eta: 0.6"));
        var result = Shell.run("verify", file);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).containsPattern("(?m)^Check!\\w+: the cell holds 0\\.5; it was written as 0\\.6$");
    }

    @Test
    void aLaterFormOfTheSourceIsRefused() {
        Workbooks.edit(file, workbook -> source(workbook, "1").setCellValue("2"));
        assertRefused(
                file + " was made by another version of GradSheet, or its hidden sheet Source was changed: generate"
                        + " the workbook again");
    }

    /** The cell of the hidden sheet that holds a line of the template or its data. */
    private static XSSFCell source(XSSFWorkbook workbook, String line) {
        for (var row : workbook.getSheet("Source")) {
            if (row.getCell(1).getStringCellValue().equals(line)) {
                return (XSSFCell) row.getCell(1);
            }
        }
        throw new AssertionError("no such line: " + line);
    }
}
