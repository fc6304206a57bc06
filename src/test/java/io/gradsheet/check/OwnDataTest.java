package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static io.gradsheet.check.CheckAssertions.assertValuesAgree;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.RequiredProgram;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.testing.EngineValues;
import io.gradsheet.testing.OwnData;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks for data of one's own: every engine computes in every cell what Java does. */
class OwnDataTest {
    @TempDir
    private Path folder;

    private static Engine engine(String name) {
        var engine = Engine.named(name).orElseThrow();
        RequiredProgram.of(engine);
        return engine;
    }

    private Path write(NetworkExperiment experiment) {
        return Workbooks.write(experiment, folder.resolve("own.xlsx"));
    }

    private static List<String> labels(NetworkExperiment experiment, String sheet) {
        var planned = PlannedCells.of(Lessons.of(experiment).plan());
        return planned.labels(sheet).stream()
                .map(cell -> ((Cell.Label) planned.at(cell)).text().text())
                .toList();
    }

    @Test
    void columnsOfAFileKeepTheirNames() {
        assertThat(labels(OwnData.kinds(), "Data")).contains("height", "leaf width", "x1", "x2");
        assertThat(labels(OwnData.numbers(), "Data")).contains("height", "flowers", "leaf width", "t1", "t2");
        assertThat(labels(OwnData.numbers(), "Predict")).contains("flowers", "leaf width");
    }

    @Test
    void numbersAreNeitherRightNorWrong() {
        for (var sheet : List.of("Training", "Cost", "Zoom")) {
            assertThat(labels(OwnData.numbers(), sheet))
                    .noneMatch(text -> text.matches("hit|right\\?|samples right|accuracy|label"));
            assertThat(labels(OwnData.kinds(), sheet))
                    .anyMatch(text -> text.matches("hit|right\\?|samples right|accuracy|label"));
        }
    }

    @ParameterizedTest
    @CsvSource({"poi", "libreoffice", "gnumeric"})
    void everyEngineAgreesOnNumbers(String name) {
        assertAgrees(write(OwnData.numbers()), engine(name));
    }

    @Test
    void aTargetCanBeChanged() {
        var experiment = OwnData.numbers();
        var target = new Address("Data", 6, 3);
        assertThat(PlannedCells.of(Lessons.of(experiment).plan()).at(target)).isEqualTo(Cell.input(0.1));
        var file = write(experiment);
        Workbooks.edit(file, target, cell -> cell.setCellValue(0.75));

        assertThat(Verification.of(file, Progress.SILENT).findings()).isEmpty();
        assertValuesAgree(file, engine("poi"));
        var verdict = PlannedCells.of(Lessons.of(experiment).plan()).verdict();
        assertThat(((Value.Text) EngineValues.of(engine("poi"), file, "Check").get(verdict)).text())
                .startsWith("An input was changed: ");
    }
}
