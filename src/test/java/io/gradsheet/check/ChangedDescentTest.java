package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertValuesAgree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.lesson.frame.InputException;
import io.gradsheet.recalc.Calculators;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.DescentExperiment;
import io.gradsheet.testing.Descents;
import io.gradsheet.testing.EngineValues;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import io.gradsheet.training.PathDescent;
import io.gradsheet.training.PathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A learner changes an input of a descent and saves: Java descends again from it. */
class ChangedDescentTest {
    private final DescentExperiment experiment = Descents.builtIn("2.10-two-valleys", "steps=6");
    private final PlannedCells planned = PlannedCells.of(Lessons.of(experiment).plan());

    @TempDir
    private Path folder;

    private Path file;

    /** Inputs, the number to put there, and whether the results that the Check sheet compares hang on it. */
    enum Change {
        ETA("Steps", 0, 0.03, true),
        H("Steps", 1, 0.25, true),
        START_X("Steps", 2, -1.5, true),
        START_Y("Steps", 3, 0.25, true),
        FIRST_RATE("Rates", 0, 5, false),
        LAST_RATE("Rates", 3, 0.02, false),
        LEFT("Map", 0, -1, false),
        TOP("Map", 3, 7.5, false);

        private final String sheet;
        private final int index;
        private final double number;
        private final boolean isWatched;

        Change(String sheet, int index, double number, boolean isWatched) {
            this.sheet = sheet;
            this.index = index;
            this.number = number;
            this.isWatched = isWatched;
        }
    }

    @BeforeEach
    void write() {
        file = Workbooks.write(experiment, folder.resolve("lesson.xlsx"));
    }

    private void put(Address input, double number) {
        Workbooks.edit(file, input, cell -> cell.setCellValue(number));
    }

    private void make(Change change) {
        put(planned.inputs(change.sheet).get(change.index), change.number);
    }

    @ParameterizedTest
    @EnumSource
    void theSheetFollowsAsJavaDoes(Change change) {
        make(change);

        assertSheetFollows(change, "poi");
    }

    @ParameterizedTest
    @CsvSource({
        "ETA, libreoffice",
        "FIRST_RATE, libreoffice",
        "START_X, gnumeric",
        "FIRST_RATE, gnumeric",
        "LEFT, gnumeric"
    })
    void inEveryProgram(Change change, String engine) {
        make(change);

        assertSheetFollows(change, engine);
    }

    private void assertSheetFollows(Change change, String name) {
        var engine = Calculators.named(name);
        assertThat(Verification.of(file, Progress.SILENT).findings()).isEmpty();
        assertValuesAgree(file, engine);
        var values = EngineValues.of(engine, file, "Steps", "Check", "Rates", "Map");
        assertThat(((Value.Text) values.get(planned.verdict())).text())
                .startsWith(change.isWatched ? "An input was changed: " : "The sheet agrees with Java.");
        // Where a chart is to draw nothing, and no other error.
        assertThat(values.values())
                .filteredOn(Value.Failure.class::isInstance)
                .allMatch(new Value.Failure("#N/A")::equals);
        assertPath(change, values);
    }

    /** The points on the sheet are those of a descent that knows nothing of sheets. */
    private void assertPath(Change change, Map<Address, Value> values) {
        var start = List.of(
                change == Change.START_X ? change.number : experiment.start().get(0),
                change == Change.START_Y ? change.number : experiment.start().get(1));
        var descent = new PathDescent(
                experiment.function(), start, change == Change.ETA ? change.number : experiment.learningRate());
        var points = planned.computed("Steps", Role.PARAMETER);
        assertThat(points).hasSize(2 * experiment.steps());
        for (var n = 0; n < experiment.steps(); n++) {
            var next = descent.next().next();
            for (var i = 0; i < 2; i++) {
                var sheet = (Value.Figure) values.get(points.get(2 * n + i));
                assertThat(sheet.number()).isCloseTo(next.get(i), within(1e-9));
            }
        }
    }

    @Test
    void aRateThatDivergesNowLeavesAGapInItsCurve() {
        make(Change.FIRST_RATE);

        var values = EngineValues.of(Calculators.named("poi"), file, "Rates");

        assertThat(planned.computed("Rates", Role.VERDICT))
                .extracting(values::get)
                .first()
                .isEqualTo(Value.of("diverges: leaves the representable range"));
        var column = planned.computed("Rates", Role.COST).get(0).column();
        var costs = planned.computed("Rates", Role.COST).stream()
                .filter(cell -> cell.column() == column)
                .toList();
        assertThat(costs).hasSize(7);
        assertThat(values.get(costs.get(6))).isEqualTo(new Value.Failure("#N/A"));
    }

    @Test
    void aDescentThatDivergesNowIsNamedWithItsStep() {
        put(planned.eta(), 10);

        assertThatExceptionOfType(PathException.class)
                .isThrownBy(() -> Verification.of(file, Progress.SILENT))
                .withMessageMatching("the descent cannot go on in step \\d: .* too large for a spreadsheet; "
                        + "take another start or a smaller eta");
    }

    @Test
    void anInputWithoutANumberIsNamedWithItsCell() {
        var eta = planned.eta();
        Workbooks.edit(file, eta, cell -> cell.setCellValue("fast"));

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Verification.of(file, Progress.SILENT))
                .withMessageContaining(eta.toString())
                .withMessageContaining("a number");
    }

    @Test
    void aSecondChangeBackToTheOriginalIsNoChange() {
        make(Change.START_X);
        put(planned.inputs("Steps").get(2), experiment.start().get(0));

        assertThat(EngineValues.of(Calculators.named("poi"), file, "Check"))
                .containsEntry(planned.verdict(), Value.of("The sheet agrees with Java."));
    }
}
