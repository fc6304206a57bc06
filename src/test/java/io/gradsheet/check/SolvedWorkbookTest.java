package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertAgrees;
import static io.gradsheet.check.CheckAssertions.assertValuesAgree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Pass;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.SavedByProgram;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import io.gradsheet.testing.EngineValues;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody ran Excel's Solver in the workbook of lesson 3.5 and saved it: other parameters stand in the yellow row. */
class SolvedWorkbookTest {
    private static final String SHEET = "Solver";
    private static final Address TOTAL_COST = new Address(SHEET, 6, 1);
    private static final int NOW_ROW = 12;
    private static final int JAVA_ROW = 14;

    @TempDir
    private Path folder;

    private final NetworkExperiment experiment = experiment("3.5-solver");
    private final PlannedCells planned = PlannedCells.of(Lessons.of(experiment).plan());
    private Path file;

    private static NetworkExperiment experiment(String template, String... settings) {
        return (NetworkExperiment) Template.builtIn(template)
                .read(Stream.of(settings).map(Setting::parse).toList());
    }

    @BeforeEach
    void write() {
        file = Workbooks.write(experiment, folder.resolve("lesson.xlsx"));
    }

    private List<Address> row(int row) {
        return planned.inputs(SHEET).stream().filter(cell -> cell.row() == row).toList();
    }

    private double[] found() {
        return row(JAVA_ROW).stream()
                .mapToDouble(cell -> ((Value.Figure) ((Cell.Input) planned.at(cell)).value()).number())
                .toArray();
    }

    private void putIntoTheYellowRow(double[] parameters) {
        var cells = row(NOW_ROW);
        assertThat(cells).hasSize(parameters.length).hasSize(47);
        Workbooks.edit(file, workbook -> {
            for (var i = 0; i < parameters.length; i++) {
                Workbooks.cell(workbook, cells.get(i)).setCellValue(parameters[i]);
            }
        });
    }

    @Test
    void whatJavaFoundIsNearlyFree() {
        var traces = new Pass(
                        experiment.network(),
                        Parameters.of(experiment.network().places(), found()),
                        experiment.samples())
                .traces();
        assertThat(traces.stream().mapToDouble(SampleTrace::cost).sum()).isLessThanOrEqualTo(1e-6);
        assertThat(traces).allMatch(SampleTrace::hit);
    }

    @Test
    void asMadeItAgrees() {
        assertAgrees(file, Engine.named("poi").orElseThrow());
        assertThat(Verification.of(file, Progress.SILENT).remarks())
                .singleElement()
                .asString()
                .startsWith("cost is 16.5389 with the parameters as they stand; it was 16.5389 at the start, and Java's"
                        + " solver found ");
    }

    @ParameterizedTest
    @EnumSource
    void howLowSolverCameIsSaidBesideJavas(SavedByProgram program) {
        putIntoTheYellowRow(found());
        var saved = program.save(file, folder.resolve("saved.xlsx"));

        var verification = Verification.of(saved, Progress.SILENT);
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.remarks())
                .singleElement()
                .asString()
                .matches("cost is (\\S+) with the parameters as they stand; it was 16\\.5389 at the start, and Java's"
                        + " solver found \\1");
        assertValuesAgree(saved, Engine.named("saved").orElseThrow());
        var values = EngineValues.of(Engine.named("saved").orElseThrow(), saved, SHEET, "Check");
        assertThat(((Value.Figure) values.get(TOTAL_COST)).number()).isCloseTo(0, within(1e-6));
        assertThat(((Value.Text) values.get(planned.verdict())).text()).startsWith("An input was changed: ");
    }

    /** Another machine may find other digits: what the file has counts, and is no input that somebody changed. */
    @Test
    void otherDigitsOfJavasSolutionAreNoDamage() {
        var first = row(JAVA_ROW).get(0);
        Workbooks.edit(file, first, cell -> cell.setCellValue(cell.getNumericCellValue() * (1 + 1e-7)));

        assertAgrees(file, Engine.named("poi").orElseThrow());
        assertThat(EngineValues.of(Engine.named("poi").orElseThrow(), file, "Check"))
                .containsEntry(planned.verdict(), Value.of("The sheet agrees with Java."));
    }

    @Test
    void aChangedLabelChangesEverySetOfParameters() {
        var label = planned.inputs("Data").get(experiment.network().inputs());
        Workbooks.edit(file, label, cell -> cell.setCellValue(1 - cell.getNumericCellValue()));

        assertValuesAgree(file, Engine.named("poi").orElseThrow());
    }

    /** Softmax, a single output, targets that are numbers, frozen parameters, scaled columns, means. */
    @ParameterizedTest
    @CsvSource({"flowers, ''", "xor, ''", "curve, epochs=1", "mazur, ''", "and, train.gradient=mean"})
    void otherNetworksAgreeToo(String template, String setting) {
        var settings =
                setting.isEmpty() ? new String[] {"lesson=3.5-solver"} : new String[] {"lesson=3.5-solver", setting};
        assertAgrees(
                Workbooks.write(experiment(template, settings), folder.resolve(template + ".xlsx")),
                Engine.named("poi").orElseThrow());
    }
}
