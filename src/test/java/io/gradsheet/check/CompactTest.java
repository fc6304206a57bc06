package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.RequiredProgram;
import io.gradsheet.sheet.Role;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks with one sum for each gradient: smaller, with the same numbers, and checked like any other. */
class CompactTest {
    private static final int PARAMETERS = 47;

    @TempDir
    private Path folder;

    private static PlannedCells planned(String... settings) {
        return PlannedCells.of(Lessons.of(Experiments.builtIn(settings)).plan());
    }

    @Test
    void trainingHasATotalForEachParameterAndNoGradientOfASample() {
        var compact = planned("epochs=2", "detail=compact").computed("Training", Role.GRADIENT);
        assertThat(compact).hasSize(2 * PARAMETERS);
    }

    @Test
    void theNumbersAreThoseOfTheFullWorkbook() {
        var compact = planned("epochs=2", "detail=compact");
        var full = planned("epochs=2");
        for (var sheet : List.of("Zoom", "Predict", "Check")) {
            for (var role : List.of(Role.HEAT, Role.GRADIENT, Role.ERROR, Role.ACTIVATION, Role.CHECK)) {
                assertThat(compact.computed(sheet, role)).isEqualTo(full.computed(sheet, role));
                assertThat(compact.computed(sheet, role))
                        .allSatisfy(cell -> assertThat(compact.value(cell)).isEqualTo(full.value(cell)));
            }
        }
    }

    @Test
    void itIsChosenWhereTheGradientsOfSamplesWouldBeTooMany() {
        assertThat(Experiments.builtIn("epochs=160").detail().compact()).isFalse();
        var many = Experiments.builtIn("epochs=170");
        assertThat(many.detail().compact()).isTrue();
        assertThat(many.remarks())
                .singleElement()
                .asString()
                .contains("detail is compact", "511,360 cells", "detail: full");
        assertThat(Experiments.builtIn("epochs=170", "detail=full").remarks()).isEmpty();
    }

    /** Wide layers: abridged on Zoom, in lines on Predict, and with more texts than Gnumeric's table takes a hundredth of. */
    @ParameterizedTest
    @ValueSource(strings = {"poi", "libreoffice", "gnumeric"})
    void everyEngineAgreesOnAWideNetwork(String name) {
        var engine = Engine.named(name).orElseThrow();
        RequiredProgram.of(engine);
        var experiment = Experiments.small(List.of(64, 30, 4), 4, 1, 0.1, 7, "en");
        assertAgrees(Workbooks.write(experiment, folder.resolve("wide.xlsx")), engine);
        assertAgrees(
                Workbooks.write(Experiments.builtIn("epochs=1", "detail=compact"), folder.resolve("compact.xlsx")),
                engine);
    }
}
