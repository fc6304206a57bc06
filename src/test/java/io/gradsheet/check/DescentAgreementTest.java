package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.recalc.Calculators;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.testing.Descents;
import io.gradsheet.testing.EngineValues;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The workbooks of the templates of lesson 2.10: every engine computes in every cell what Java does. */
class DescentAgreementTest {
    private static final String BOOK = "2.10-gradient-descent";
    private static final String ROSENBROCK = "2.10-rosenbrock";

    private static final String SLOW = "too small: its last move is still more than a tenth of its first";
    private static final String GOOD = "good: its last move is less than a tenth of its first";
    private static final String OVERSHOOTS = "overshoots: its moves turn back";
    private static final String DIVERGES = "diverges: f ends higher than it began";
    private static final String LEAVES = "diverges: leaves the representable range";

    @TempDir
    private static Path folder;

    private static Stream<Arguments> everyTemplateAndLanguage() {
        return Descents.names().flatMap(name -> Stream.of("en", "zh").map(language -> Arguments.of(name, language)));
    }

    /** The workbook of a template, the same for all tests. */
    private static Path workbook(String name, String language) {
        var file = folder.resolve(name + "-" + language + ".xlsx");
        return Files.exists(file) ? file : Workbooks.write(Descents.builtIn(name, "language=" + language), file);
    }

    private static PlannedCells planned(String name, String language) {
        return PlannedCells.of(
                Lessons.of(Descents.builtIn(name, "language=" + language)).plan());
    }

    @ParameterizedTest
    @MethodSource("everyTemplateAndLanguage")
    void everyEngineAgreesEverywhere(String name, String language) {
        var planned = planned(name, language);
        // So it is with every value that is planned: the engine's is the same.
        assertThat(planned.value(planned.verdict()))
                .isEqualTo(Value.of(language.equals("en") ? "The sheet agrees with Java." : "工作表与 Java 一致。"));
        assertThat(planned.computed("Rates", Role.COST)).isNotEmpty();

        assertAgrees(workbook(name, language), Calculators.installed());
    }

    @ParameterizedTest
    @MethodSource("io.gradsheet.recalc.Calculators#names")
    void theBooksDescentShrinksByTheSameFactorInEveryStep(String engine) {
        var values = EngineValues.of(Calculators.named(engine), workbook(BOOK, "en"), "Steps", "Rates");
        var planned = planned(BOOK, "en");
        var points = planned.computed("Steps", Role.PARAMETER);
        assertThat(points).hasSize(2 * 30);
        for (var n = 1; n <= 30; n++) {
            assertFigure(values, points.get(2 * n - 2), 3 * Math.pow(0.8, n));
            assertFigure(values, points.get(2 * n - 1), 2 * Math.pow(0.8, n));
        }
        assertThat(planned.computed("Rates", Role.VERDICT))
                .extracting(values::get)
                .containsExactly(Value.of(SLOW), Value.of(GOOD), Value.of(OVERSHOOTS), Value.of(DIVERGES));
        assertThat(values.values()).noneMatch(value -> value instanceof Value.Failure);
    }

    private static void assertFigure(Map<Address, Value> values, Address address, double expected) {
        assertThat(values.get(address)).as("%s", address).isInstanceOf(Value.Figure.class);
        assertThat(((Value.Figure) values.get(address)).number())
                .as("%s", address)
                .isCloseTo(expected, within(1e-12 * expected));
    }

    @ParameterizedTest
    @MethodSource("io.gradsheet.recalc.Calculators#names")
    void rosenbrocksLastRateLeavesTheRangeAtTheStepThatPlainArithmeticSays(String engine) {
        var values = EngineValues.of(Calculators.named(engine), workbook(ROSENBROCK, "en"), "Rates");
        var planned = planned(ROSENBROCK, "en");

        assertThat(values.get(last(planned.computed("Rates", Role.VERDICT)))).isEqualTo(Value.of(LEAVES));
        assertThat(planned.computed("Rates", Role.INDEX))
                .extracting(values::get)
                .containsExactly(Value.of("–"), Value.of("–"), Value.of("–"), Value.of(stepWithoutValue(0.01)));
        // Where a chart is to draw nothing, and no other error.
        assertThat(values.values())
                .filteredOn(Value.Failure.class::isInstance)
                .isNotEmpty()
                .containsOnly(new Value.Failure("#N/A"));
    }

    private static Address last(List<Address> addresses) {
        return addresses.get(addresses.size() - 1);
    }

    /** The first step of Rosenbrock's descent whose value is not below 1E+300. */
    private static int stepWithoutValue(double eta) {
        var x = -1.2;
        var y = 1.0;
        for (var n = 0; ; n++) {
            var valley = y - x * x;
            if (!(100 * valley * valley + (1 - x) * (1 - x) < 1e300)) {
                return n;
            }
            x += eta * (400 * x * valley + 2 * (1 - x));
            y -= eta * 200 * valley;
        }
    }
}
