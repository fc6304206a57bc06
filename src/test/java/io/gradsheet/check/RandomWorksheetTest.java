package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static io.gradsheet.check.CheckAssertions.assertValuesAgree;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.recalc.Calculators;
import io.gradsheet.template.WorksheetExperiment;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.RandomWorksheets;
import io.gradsheet.testing.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Worksheets of any inputs, values and tables, as made and with inputs changed: every engine computes what Java does. */
class RandomWorksheetTest {
    @Provide
    Arbitrary<WorksheetExperiment> worksheets() {
        return RandomWorksheets.any();
    }

    @Property(seed = "1", tries = 40)
    void theEmbeddedEngineAgreesInEveryCell(
            @ForAll("worksheets") WorksheetExperiment experiment, @ForAll("changes") double change) throws IOException {
        assertEngineAgrees("poi", experiment, change);
    }

    // A run of a program takes seconds: few are tried, and none is shrunk.

    @Property(seed = "1", tries = 2, shrinking = ShrinkingMode.OFF)
    void libreOfficeAgreesInEveryCell(
            @ForAll("worksheets") WorksheetExperiment experiment, @ForAll("changes") double change) throws IOException {
        assertEngineAgrees("libreoffice", experiment, change);
    }

    @Property(seed = "1", tries = 5, shrinking = ShrinkingMode.OFF)
    void gnumericAgreesInEveryCell(
            @ForAll("worksheets") WorksheetExperiment experiment, @ForAll("changes") double change) throws IOException {
        assertEngineAgrees("gnumeric", experiment, change);
    }

    @Provide
    Arbitrary<Double> changes() {
        return net.jqwik.api.Arbitraries.doubles().between(-1.9, 1.9).ofScale(3);
    }

    private static void assertEngineAgrees(String name, WorksheetExperiment experiment, double change)
            throws IOException {
        var engine = Calculators.named(name);
        var file = Files.createTempFile("gradsheet-random-", ".xlsx");
        try {
            assertAgrees(Workbooks.write(experiment, file), engine);
            var input = PlannedCells.of(Lessons.of(experiment).plan())
                    .inputs("Trial")
                    .get(0);
            Workbooks.edit(file, input, cell -> cell.setCellValue(change));
            assertValuesAgree(file, engine);
        } finally {
            Files.delete(file);
        }
    }
}
