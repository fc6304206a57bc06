package io.gradsheet.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Role;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows and blocks that are no longer where they were are told as what they are, not cell by cell. */
class MovedCellsTest {
    @TempDir
    private Path folder;

    private Path file;
    private PlannedCells planned;

    @BeforeEach
    void write() {
        var experiment = Experiments.small(List.of(2, 3, 2), 6, 3, 0.5, 1, "en");
        planned = PlannedCells.of(Lessons.of(experiment).plan());
        file = Workbooks.write(experiment, folder.resolve("moved.xlsx"));
    }

    private void edit(String sheet, Consumer<Sheet> change) {
        Workbooks.edit(file, workbook -> change.accept(workbook.getSheet(sheet)));
    }

    private void assertSaid(String said) {
        assertThatThrownBy(() -> Verification.of(file, Progress.SILENT))
                .isInstanceOf(CheckException.class)
                .hasMessage(file + ": on sheet " + said);
    }

    private int firstSample() {
        return planned.pixels(1).get(0).row();
    }

    @Test
    void anInsertedRow() {
        var row = firstSample() + 2;
        edit("Data", sheet -> sheet.shiftRows(row, sheet.getLastRowNum(), 1));
        assertSaid("Data, row " + (row + 1) + " was inserted: delete it, and save the workbook");
    }

    @Test
    void insertedRowsAmongFormulas() {
        var row = planned.initial().get(0).row() + 3;
        edit("Training", sheet -> sheet.shiftRows(row, sheet.getLastRowNum(), 2));
        assertSaid("Training, rows " + (row + 1) + " to " + (row + 2)
                + " were inserted: delete them, and save the workbook");
    }

    @Test
    void aDeletedRow() {
        var row = firstSample() + 2;
        edit("Data", sheet -> {
            sheet.removeRow(sheet.getRow(row));
            sheet.shiftRows(row + 1, sheet.getLastRowNum(), -1);
        });
        assertSaid("Data, row " + (row + 1) + " was deleted: undo that, or generate the workbook again");
    }

    @Test
    void theLastRowsDeleted() {
        edit("Training", sheet -> {
            var last = sheet.getLastRowNum();
            sheet.removeRow(sheet.getRow(last));
            sheet.removeRow(sheet.getRow(last - 1));
        });
        assertThatThrownBy(() -> Verification.of(file, Progress.SILENT))
                .isInstanceOf(CheckException.class)
                .hasMessageMatching(".*: on sheet Training, rows \\d+ to \\d+ were deleted: undo that, or generate the"
                        + " workbook again");
    }

    /** Other numbers are another matter than the same in another order. */
    @Test
    void changedNumbersAreNoSorting() {
        var first = firstSample();
        edit("Data", sheet -> {
            sheet.getRow(first).getCell(0).setCellValue(98);
            sheet.getRow(first + 2).getCell(0).setCellValue(99);
        });
        assertThat(Verification.of(file, Progress.SILENT).findings())
                .extracting(Finding::cell, Finding::kind)
                .containsExactly(
                        tuple(new Address("Data", first, 0), Finding.Kind.FIGURE_CHANGED),
                        tuple(new Address("Data", first + 2, 0), Finding.Kind.FIGURE_CHANGED));
    }

    @Test
    void sortedRows() {
        var first = firstSample();
        edit("Data", sheet -> {
            for (var up = first; up < first + 3; up++) {
                exchange(sheet, up, 2 * first + 5 - up);
            }
        });
        assertSaid("Data, rows " + (first + 1) + " to " + (first + 6)
                + " are no longer in their order: undo the sorting or moving, and save the workbook");
    }

    private static void exchange(Sheet sheet, int one, int other) {
        var number = sheet.getRow(one).getCell(0);
        var kept = number.getNumericCellValue();
        number.setCellValue(sheet.getRow(other).getCell(0).getNumericCellValue());
        sheet.getRow(other).getCell(0).setCellValue(kept);
    }

    @Test
    void aMovedBlock() {
        var weights = planned.initial().subList(0, 3);
        Workbooks.edit(
                file,
                workbook -> weights.forEach(cell -> {
                    var old = Workbooks.cell(workbook, cell);
                    var elsewhere = new Address(cell.sheet(), cell.row(), cell.column() + 200);
                    Workbooks.cell(workbook, elsewhere).setCellValue(old.getNumericCellValue());
                    old.setBlank();
                }));
        assertThatThrownBy(() -> Verification.of(file, Progress.SILENT))
                .isInstanceOf(CheckException.class)
                .hasMessageMatching(".*: on sheet Training, the cells [A-Z]+\\d+:[A-Z]+\\d+ were moved to"
                        + " [A-Z]+\\d+:[A-Z]+\\d+: move them back, and save the workbook");
    }

    @Test
    void aBlockMovedOntoOthers() {
        var sums = planned.computed("Training", Role.WEIGHTED_INPUT);
        var block = List.of(sums.get(0), sums.get(1));
        Workbooks.edit(
                file,
                workbook -> block.forEach(cell -> {
                    var old = Workbooks.cell(workbook, cell);
                    Workbooks.cell(workbook, new Address(cell.sheet(), cell.row() + 2, cell.column()))
                            .setCellFormula(old.getCellFormula());
                    old.setBlank();
                }));
        assertThatThrownBy(() -> Verification.of(file, Progress.SILENT))
                .isInstanceOf(CheckException.class)
                .hasMessageMatching(".*: on sheet Training, the cells [A-Z]+\\d+:[A-Z]+\\d+ were moved onto"
                        + " [A-Z]+\\d+:[A-Z]+\\d+, over what stood there: undo that, or generate the workbook again");
    }

    /** A learner may write beside the cells, and change what is an input. */
    @Test
    void notesAndChangedInputsAreNoMove() {
        var pixel = planned.pixels(1).get(0);
        Workbooks.edit(file, workbook -> {
            Workbooks.cell(workbook, pixel).setCellValue(0.25);
            Workbooks.cell(workbook, new Address(pixel.sheet(), pixel.row(), 300))
                    .setCellValue("my note");
        });
        assertThatNoException().isThrownBy(() -> Verification.of(file, Progress.SILENT));
    }

    @Test
    void oneEmptiedInputIsStillNamed() {
        Workbooks.edit(file, planned.initial().get(1), XSSFCell::setBlank);
        assertThatThrownBy(() -> Verification.of(file, Progress.SILENT))
                .hasMessageContaining(planned.initial().get(1) + " holds nothing");
    }
}
