package io.gradsheet.recalc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.sheet.Value;
import java.nio.file.Path;

/** What is asked of every engine that computes. */
final class EngineAssertions {
    private EngineAssertions() {}

    /** The engine must find every value of {@link Lessons}, though the file says otherwise. */
    static void assertIgnoresStoredResults(Engine engine, Path folder) {
        var file = Lessons.write(folder.resolve("lesson.xlsx"));
        try (var recalculation = engine.recalculate(file)) {
            var cells = Cells.withFormulas(recalculation.rows("Training"));
            assertThat(cells).hasSameSizeAs(Lessons.EXPECTED.keySet());
            var at = 0;
            for (var expected : Lessons.EXPECTED.entrySet()) {
                var cell = cells.get(at++);
                assertThat(FormulaText.sameFormula(cell.formula(), expected.getKey()))
                        .as("%s is %s", cell.formula(), expected.getKey())
                        .isTrue();
                assertSame(cell, expected.getValue());
            }
        }
    }

    private static void assertSame(StoredCell cell, Value expected) {
        if (expected instanceof Value.Figure figure) {
            assertThat(cell.value()).as(cell.formula()).isInstanceOf(Value.Figure.class);
            assertThat(((Value.Figure) cell.value()).number())
                    .as(cell.formula())
                    .isCloseTo(figure.number(), within(1e-12));
        } else {
            assertThat(cell.value()).as(cell.formula()).isEqualTo(expected);
        }
    }
}
