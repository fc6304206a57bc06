package io.gradsheet.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.recalc.Calculators;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.DescentExperiment;
import io.gradsheet.testing.Descents;
import io.gradsheet.testing.EngineValues;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DescentMapTest {
    private static final int CELLS = 41;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("io.gradsheet.recalc.Calculators#names")
    void everyCellIsTheFunctionAtItsPoint(String engine) {
        var experiment = Descents.builtIn("2.10-two-valleys", "steps=2");

        assertMap(experiment, engine, (x, y) -> x * x * x * x - 3 * x * x + x + y * y);
    }

    @ParameterizedTest
    @MethodSource("io.gradsheet.recalc.Calculators#names")
    void whereTheFunctionHasNoValueTheCellsAreEmpty(String engine) {
        var experiment = Descents.builtIn(
                "2.10-gradient-descent", "f=LN(x)+y^2/(y-1)", "start=[3, 2]", "eta=0.01", "steps=2", "rates=[0.01]");

        assertMap(experiment, engine, (x, y) -> x > 0 && y != 1 ? Math.log(x) + y * y / (y - 1) : Double.NaN);
    }

    @Test
    void aMapWithAPointThatProgramsDisagreeAboutIsRefused() {
        var experiment = Descents.builtIn(
                "2.10-gradient-descent", "f=IF(x>=0.3,x^2,0.09)+y^2", "window={x: [-0.1, 3.9], y: [-1, 3]}");
        var lesson = Lessons.of(experiment);

        assertThatExceptionOfType(UnrepresentableException.class)
                .isThrownBy(lesson::plan)
                .withMessageContaining("sheet Map has the point (0.3")
                .withMessageContaining("programs do not agree which of numbers that near is greater")
                .withMessageEndingWith("take another window");
    }

    private void assertMap(DescentExperiment experiment, String name, DoubleBinaryOperator f) {
        var engine = Calculators.named(name);
        var file = Workbooks.write(experiment, folder.resolve("map.xlsx"));
        var values = EngineValues.of(engine, file, "Map");
        assertThat(values.values()).noneMatch(value -> value instanceof Value.Failure);

        var map = map(experiment);
        var window = experiment.window().orElseThrow();
        for (var i = 0; i < CELLS; i++) {
            for (var j = 0; j < CELLS; j++) {
                // From the top left corner to the right and down.
                var x = window.left() + (window.right() - window.left()) * j / (CELLS - 1);
                var y = window.top() - (window.top() - window.bottom()) * i / (CELLS - 1);
                assertCell(values, map.get(i * CELLS + j), f.applyAsDouble(x, y));
            }
        }
    }

    /** The cells of the map are those on the sheet that may stay empty. */
    private static List<Address> map(DescentExperiment experiment) {
        var planned = PlannedCells.of(Lessons.of(experiment).plan());
        var cells = planned.computed("Map", Role.MAP).stream()
                .filter(cell -> planned.computedAt(cell).text().startsWith("IFERROR("))
                .toList();
        assertThat(cells).hasSize(CELLS * CELLS);
        return cells;
    }

    private static void assertCell(Map<Address, Value> values, Address cell, double expected) {
        var value = values.getOrDefault(cell, Value.NOTHING);
        if (Double.isNaN(expected)) {
            assertThat(value).as("%s", cell).isIn(Value.of(""), Value.NOTHING);
        } else {
            assertThat(value).as("%s", cell).isInstanceOf(Value.Figure.class);
            assertThat(((Value.Figure) value).number())
                    .as("%s", cell)
                    .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
        }
    }

    @ParameterizedTest
    @CsvSource({"x^2, 1", "x^2+y^2, 2", "x^2+y^2+z^2, 3"})
    void onlyAFunctionOfTwoVariablesHasAMap(String function, int variables) {
        var start = List.of(1.0, 2.0, 3.0).subList(0, variables);
        var plan =
                Lessons.of(Descents.of(function, start, 0.1, 2, List.of(0.1))).plan();

        assertThat(plan.sheets().stream().map(SheetPlan::name).anyMatch("Map"::equals))
                .isEqualTo(variables == 2);
    }
}
