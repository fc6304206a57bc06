package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.RequiredProgram;
import io.gradsheet.sheet.Value;
import io.gradsheet.testing.EngineValues;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The book's main exercise as a workbook: every engine computes in every cell what Java does, in both languages. */
class EngineAgreementTest {
    @TempDir
    private Path folder;

    private static Engine engine(String name) {
        var engine = Engine.named(name).orElseThrow();
        RequiredProgram.of(engine);
        return engine;
    }

    @ParameterizedTest
    @CsvSource({
        "poi, en, The sheet agrees with Java.",
        "libreoffice, en, The sheet agrees with Java.",
        "gnumeric, en, The sheet agrees with Java.",
        "poi, zh, 工作表与 Java 一致。",
        "libreoffice, zh, 工作表与 Java 一致。",
        "gnumeric, zh, 工作表与 Java 一致。"
    })
    void everyEngineAgreesWithJavaAndSoDoesItsVerdict(String name, String language, String verdict) {
        var engine = engine(name);
        var experiment = Experiments.builtIn("epochs=4", "language=" + language);
        var file = Workbooks.write(experiment, folder.resolve("lesson.xlsx"));

        assertAgrees(file, engine);

        var place = PlannedCells.of(Lessons.of(experiment).plan()).verdict();
        assertThat(EngineValues.of(engine, file, "Check")).containsEntry(place, Value.of(verdict));
    }

    /** An engine that believed the file would differ in every cell. */
    @ParameterizedTest
    @ValueSource(strings = {"poi", "libreoffice", "gnumeric"})
    void noEngineBelievesTheValuesInTheFile(String name) {
        var engine = engine(name);
        var plan = Workbooks.withWrongValues(Lessons.of(Experiments.small()).plan());
        assertAgrees(Workbooks.write(plan, folder.resolve("wrong.xlsx")), engine);
    }

    @Test
    void savedValuesThatAreWrongAreReportedOneByOne() {
        var plan = Workbooks.withWrongValues(Lessons.of(Experiments.small()).plan());
        var file = Workbooks.write(plan, folder.resolve("wrong.xlsx"));
        var saved = Workbooks.asSavedBy("Microsoft Excel", file);

        var comparison = compareSaved(saved);

        assertThat(comparison.engine()).isEqualTo("saved");
        assertThat(comparison.version()).isEqualTo("Microsoft Excel");
        assertThat(comparison.cells()).isPositive();
        assertThat(comparison.differing()).isEqualTo(comparison.cells());
        assertThat(comparison.examples()).hasSize(Comparison.EXAMPLES);
    }

    @Test
    void savedValuesThatAreRightAgree() {
        var file = Workbooks.write(Experiments.small(), folder.resolve("right.xlsx"));
        assertAgrees(
                Workbooks.asSavedBy("Microsoft Excel", file),
                Engine.named("saved").orElseThrow());
    }

    private static Comparison compareSaved(Path file) {
        return Verification.of(file, Progress.SILENT)
                .compare(Engine.named("saved").orElseThrow(), Agreement.USUAL_TOLERANCE, Progress.SILENT);
    }
}
