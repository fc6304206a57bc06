package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.SavedByProgram;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.testing.EngineValues;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Reference;
import io.gradsheet.testing.Workbooks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole of the book's main exercise, all of its stored values wrong, as programs open, recalculate and save it. */
class SavedWorkbookTest {
    @TempDir
    private static Path folder;

    private static Path wrong;
    private static PlannedCells planned;

    @BeforeAll
    static void write() {
        var plan = Lessons.of(Experiments.builtIn()).plan();
        wrong = Workbooks.write(Workbooks.withWrongValues(plan), folder.resolve("wrong.xlsx"));
        planned = PlannedCells.of(plan);
    }

    @ParameterizedTest
    @EnumSource
    void whatAProgramSavesAgreesWithJavaAndTheReference(SavedByProgram program) {
        var saved = program.save(wrong, folder.resolve(program + ".xlsx"));
        var engine = Engine.named("saved").orElseThrow();

        assertAgrees(saved, engine);
        assertReference(EngineValues.of(engine, saved, "Training", "Cost", "Check"));
    }

    @Test
    void whatTheEmbeddedEngineComputesIsTheReference() {
        assertReference(EngineValues.of(Engine.named("poi").orElseThrow(), wrong, "Training", "Cost", "Check"));
    }

    private static void assertReference(Map<Address, Value> values) {
        var reference = Reference.read();
        var costs = planned.computed("Cost", Role.COST);
        assertThat(costs).hasSize(51);
        assertFigures(values, costs, reference.costs());
        var updates = planned.computed("Training", Role.UPDATE);
        var last = updates.subList(updates.size() - 47, updates.size());
        assertThat(last).extracting(Address::row).containsOnly(last.get(0).row());
        assertFigures(values, last, reference.trained().inOrder());
        assertThat(values).containsEntry(planned.verdict(), Value.of("The sheet agrees with Java."));
    }

    private static void assertFigures(Map<Address, Value> values, List<Address> cells, List<Double> expected) {
        for (var at = 0; at < cells.size(); at++) {
            assertThat(values.get(cells.get(at))).as("%s", cells.get(at)).isInstanceOf(Value.Figure.class);
            assertThat(((Value.Figure) values.get(cells.get(at))).number())
                    .as("%s", cells.get(at))
                    .isCloseTo(expected.get(at), within(1e-9 * Math.max(1, Math.abs(expected.get(at)))));
        }
    }
}
