package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static io.gradsheet.check.CheckAssertions.assertFinds;
import static io.gradsheet.check.CheckAssertions.compare;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.RequiredProgram;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.testing.EngineValues;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.NumbersData;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training that magnifies how programs round, from step to step: it is judged by what any two of them have in common. */
class GrowingRoundingTest {
    private static final NetworkExperiment GROWING = NumbersData.read("stairs", "epochs=24", "data.pick={first: 10}");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"poi", "libreoffice", "gnumeric"})
    void everyEngineAgreesAsFarAsRoundingAllowsAndTheSheetSaysSoItself(String name) {
        var engine = engine(name);
        var file = write(GROWING);

        assertAgrees(file, engine);
        var verdict = PlannedCells.of(Lessons.of(GROWING).plan()).verdict();
        assertThat(EngineValues.of(engine, file, "Check"))
                .containsEntry(verdict, Value.of("The sheet agrees with Java as far as two programs agree here."));
    }

    @Test
    void cellsThatAgreeAsFarAsRoundingAllowsAreCounted() {
        assertThat(compare(write(GROWING), engine("poi")).allowed()).isPositive();
        assertThat(compare(write(Experiments.builtIn("epochs=2")), engine("poi"))
                        .allowed())
                .isZero();
    }

    @Test
    void whatIsKnownOfItIsSaidBeforehand() {
        assertThat(Lessons.of(GROWING).cautions())
                .singleElement()
                .asString()
                .matches(
                        "rounding grows from epoch to epoch: from epoch \\d+ on programs agree to 8 digits only, and from epoch"
                                + " \\d+ on to \\w+: scale the columns \\(data.scale\\), or take a smaller eta than 0.1");
        assertThat(Lessons.of(NumbersData.read("stairs", "data.scale=range", "epochs=24"))
                        .cautions())
                .as("scaled, all is well")
                .isEmpty();
    }

    @Test
    void aNumberThatSomebodyTypedOverAFormulaIsFoundInEpochsThatAreNotBlurredAsEver() {
        var sums = PlannedCells.of(Lessons.of(GROWING).plan()).computed("Training", Role.WEIGHTED_INPUT);
        var early = sums.get(3);
        var file = write(GROWING);
        Workbooks.edit(file, early, cell -> cell.setCellFormula(cell.getCellFormula() + "+0.00000001"));
        assertFinds(file, engine("poi"), early);
    }

    @Test
    void aFormulaThatIsWrongIsFoundInBlurredEpochsToo() {
        var errors = PlannedCells.of(Lessons.of(GROWING).plan()).computed("Training", Role.ERROR);
        var late = errors.get(errors.size() - 1);
        var file = write(GROWING);
        Workbooks.edit(file, late, cell -> cell.setCellFormula("0.1+" + cell.getCellFormula()));
        assertFinds(file, engine("poi"), late);
    }

    private Path write(NetworkExperiment experiment) {
        return Workbooks.write(experiment, folder.resolve("growing.xlsx"));
    }

    private static Engine engine(String name) {
        var engine = Engine.named(name).orElseThrow();
        RequiredProgram.of(engine);
        return engine;
    }
}
