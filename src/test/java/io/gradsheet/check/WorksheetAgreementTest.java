package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.recalc.Calculators;
import io.gradsheet.sheet.Value;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import io.gradsheet.testing.Worksheets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The lessons that are said in templates: every engine computes in every cell what Java does. */
class WorksheetAgreementTest {
    @TempDir
    private static Path folder;

    private static Stream<Arguments> everyTemplateAndEngine() {
        return Worksheets.names().flatMap(name -> Calculators.names().map(engine -> Arguments.of(name, engine)));
    }

    private static Path workbook(String name) {
        var file = folder.resolve(name + ".xlsx");
        return Files.exists(file) ? file : Workbooks.write(Worksheets.builtIn(name), file);
    }

    @ParameterizedTest
    @MethodSource("everyTemplateAndEngine")
    void everyEngineAgreesEverywhere(String name, String engine) {
        assertAgrees(workbook(name), Calculators.named(engine));
    }

    @ParameterizedTest
    @MethodSource("io.gradsheet.testing.Worksheets#names")
    void theChineseOneAgreesToo(String name) {
        var experiment = Worksheets.builtIn(name, "language=zh");
        var planned = PlannedCells.of(Lessons.of(experiment).plan());
        assertThat(planned.value(planned.verdict())).isEqualTo(Value.of("工作表与 Java 一致。"));
        assertAgrees(Workbooks.write(experiment, folder.resolve(name + "-zh.xlsx")), Calculators.named("poi"));
    }
}
