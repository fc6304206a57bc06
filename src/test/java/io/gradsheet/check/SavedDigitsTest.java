package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.recalc.Engine;
import io.gradsheet.sheet.Value;
import io.gradsheet.testing.EngineValues;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that saves fewer digits than a number has changes no input. */
class SavedDigitsTest {
    private static final Engine POI = Engine.named("poi").orElseThrow();

    @TempDir
    private Path folder;

    @Test
    void numbersThatWereDrawnHaveNoMoreDigitsThanEveryProgramSaves() {
        var experiment = Experiments.small(List.of(3, 3, 2), 4, 2, 0.5, 7, "en");
        var file = Workbooks.write(experiment, folder.resolve("saved.xlsx"));

        Workbooks.edit(file, workbook -> roundNumbers(workbook, 15));

        assertAgrees(file, POI);
        var verdict = PlannedCells.of(Lessons.of(experiment).plan()).verdict();
        assertThat(EngineValues.of(POI, file, "Check")).containsEntry(verdict, Value.of("The sheet agrees with Java."));
    }

    /** As if they had more digits: the sheet and Java mean the same by a change. */
    @Test
    void fewerDigitsStillAreNoChange() {
        var experiment = Experiments.small(List.of(3, 3, 2), 4, 2, 0.5, 7, "en");
        var planned = PlannedCells.of(Lessons.of(experiment).plan());
        var file = Workbooks.write(experiment, folder.resolve("saved.xlsx"));

        Workbooks.edit(file, workbook -> roundNumbers(workbook, 14));

        assertAgrees(file, POI);
        assertThat(EngineValues.of(POI, file, "Check"))
                .containsEntry(planned.verdict(), Value.of("The sheet agrees with Java."));
    }

    private static void roundNumbers(XSSFWorkbook workbook, int digits) {
        for (var sheet : workbook) {
            for (var row : sheet) {
                for (var cell : row) {
                    if (cell.getCellType() == CellType.NUMERIC) {
                        cell.setCellValue(new BigDecimal(cell.getNumericCellValue())
                                .round(new MathContext(digits))
                                .doubleValue());
                    }
                }
            }
        }
    }
}
