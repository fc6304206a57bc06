package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static io.gradsheet.check.CheckAssertions.assertFinds;
import static io.gradsheet.check.CheckAssertions.assertFormulaChanged;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.recalc.Calculators;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.DescentExperiment;
import io.gradsheet.testing.Descents;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A workbook of a descent with a wrong formula, and one with wrong values. */
class CorruptedDescentTest {
    private static Path folder;
    private static Path sound;
    private static PlannedCells planned;

    private static DescentExperiment experiment() {
        return Descents.builtIn("2.10-two-valleys", "steps=5");
    }

    @BeforeContainer
    static void write() throws IOException {
        folder = Files.createTempDirectory("gradsheet-corrupted-");
        sound = Workbooks.write(experiment(), folder.resolve("sound.xlsx"));
        planned = PlannedCells.of(Lessons.of(experiment()).plan());
    }

    @AfterContainer
    static void remove() throws IOException {
        Files.delete(sound);
        Files.delete(folder);
    }

    @Provide
    Arbitrary<Address> figures() {
        return Arbitraries.of(planned.computed().stream()
                .filter(cell -> planned.value(cell) instanceof Value.Figure)
                .toList());
    }

    @Property(seed = "1", tries = 20)
    void aFormulaWithASlipIsFound(@ForAll("figures") Address cell) throws IOException {
        var file = Files.copy(sound, folder.resolve("slip.xlsx"));
        try {
            var formula = planned.computedAt(cell).formula();
            Workbooks.edit(file, cell, found -> found.setCellFormula(formula + "+0.001"));

            assertFormulaChanged(file, planned, cell);
            assertFinds(file, Calculators.named("poi"), cell);
        } finally {
            Files.delete(file);
        }
    }

    @Example
    void noEngineBelievesTheValuesInTheFile() throws IOException {
        var plan = Workbooks.withWrongValues(Lessons.of(experiment()).plan());
        var wrong = Workbooks.write(plan, folder.resolve("wrong.xlsx"));
        try {
            Calculators.installed().forEach(engine -> assertAgrees(wrong, engine));
        } finally {
            Files.delete(wrong);
        }
    }
}
