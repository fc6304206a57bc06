package io.gradsheet.check;

import static io.gradsheet.check.CheckAssertions.assertFinds;
import static io.gradsheet.check.CheckAssertions.assertValuesAgree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.lesson.frame.InputException;
import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.recalc.Calculators;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.WorksheetExperiment;
import io.gradsheet.testing.EngineValues;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import io.gradsheet.testing.Worksheets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A learner changes the inputs of a worksheet and saves: Java evaluates it again from them. */
class ChangedWorksheetTest {
    private final WorksheetExperiment experiment =
            Worksheets.of("{f(x): x^2}", """
            - inputs:
                - {symbol: a, value: 3, from: 0, to: 9}
                - {symbol: way, choice: [sum, product]}
                - {symbol: n, value: 2, whole: true, from: 1, to: 5}
            - table: data
              rows: {csv: points.csv}
              columns:
                - {symbol: y, formula: 'IF(way="sum", a+q, a*q)', role: activation}
              totals: [{symbol: all, formula: SUM(y), role: cost}]
            - values: [{symbol: root, formula: LN(a), gaps: true}]
            - same: ["f'(a)", 2*a]
              because: It is a square.
            """, Map.of("points.csv", "q\n1\n2\n3.5\n4\n0\n-1\n0\n"));

    private final PlannedCells planned = PlannedCells.of(Lessons.of(experiment).plan());

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = Workbooks.write(experiment, folder.resolve("trial.xlsx"));
    }

    private Address input(int index) {
        return planned.inputs("Trial").get(index);
    }

    private Map<Address, Value> values(String engine) {
        return EngineValues.of(Calculators.named(engine), file, "Trial", "Check");
    }

    private Value total(Map<Address, Value> values) {
        return values.get(planned.computed("Trial", Role.COST).get(0));
    }

    @ParameterizedTest
    @MethodSource("io.gradsheet.recalc.Calculators#names")
    void theSheetFollowsAWordANumberAndARowOfTheData(String engine) {
        Workbooks.edit(file, workbook -> {
            Workbooks.cell(workbook, input(0)).setCellValue(5);
            Workbooks.cell(workbook, input(1)).setCellValue("product");
            Workbooks.cell(workbook, input(4)).setCellValue(10);
        });

        assertValuesAgree(file, Calculators.named(engine));
        var values = values(engine);
        assertThat(total(values)).isEqualTo(Value.of(5 * (1 + 10 + 3.5 + 4 - 1)));
        assertThat(((Value.Text) values.get(planned.verdict())).text()).startsWith("An input was changed: ");
    }

    @Test
    void aWordAloneIsAChangeToo() {
        Workbooks.edit(file, input(1), cell -> cell.setCellValue("Product"));

        assertValuesAgree(file, Calculators.named("poi"));
        assertThat(((Value.Text) values("poi").get(planned.verdict())).text()).startsWith("An input was changed: ");
    }

    @Test
    void aCellWithGapsIsEmptyWhereItsFormulaHasNoValue() {
        Workbooks.edit(file, input(0), cell -> cell.setCellValue(0));

        assertValuesAgree(file, Calculators.named("poi"));
        var root = planned.computed("Trial", Role.VALUE).stream()
                .filter(cell -> ((Cell.Computed) planned.at(cell)).text().contains("LN"))
                .findFirst()
                .orElseThrow();
        assertThat(values("poi")).containsEntry(root, Value.of(""));
    }

    @Test
    void anInputOutsideItsRangeIsNamed() {
        Workbooks.edit(file, input(0), cell -> cell.setCellValue(12));

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Verification.of(file, Progress.SILENT))
                .withMessage(
                        input(0)
                                + " holds 12, but this input must be a number from 0 to 9; correct the cell and save the workbook");
    }

    @Test
    void aWordThatIsNoOptionIsNamed() {
        Workbooks.edit(file, input(1), cell -> cell.setCellValue("power"));

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Verification.of(file, Progress.SILENT))
                .withMessageContaining(input(1) + " holds \"power\", but this input must be one of: sum, product");
    }

    @ParameterizedTest
    @MethodSource("io.gradsheet.recalc.Calculators#names")
    void whatMustBeTheSameAndIsNotAnyMoreIsFound(String engine) {
        var distance = planned.computed("Trial", Role.DIFFERENCE).get(0);
        Workbooks.edit(file, distance, cell -> cell.setCellFormula(cell.getCellFormula() + "+0.5"));

        assertFinds(file, Calculators.named(engine), distance);
        assertFinds(
                file, Calculators.named(engine), new Address(distance.sheet(), distance.row(), distance.column() + 1));
    }

    @Test
    void aTemplateWhoseTwoWaysPartIsRefused() {
        var wrong = Worksheets.of("- same: [2+2, 5]\n  because: It is said.\n");

        assertThatExceptionOfType(UnrepresentableException.class)
                .isThrownBy(() -> Lessons.of(wrong).plan())
                .withMessage(
                        "trial.yaml:10:15: 2+2 = 5 does not hold: the sides differ by 0.2; correct one of them, or widen"
                                + " its tolerance");
    }

    @Test
    void aTemplateThatComputesNothingIsRefused() {
        var empty = Worksheets.of("- inputs: [{symbol: p, value: 1}]\n");

        assertThatExceptionOfType(UnrepresentableException.class)
                .isThrownBy(() -> Lessons.of(empty).plan())
                .withMessage("there is nothing for sheet Check to compare: the template has no formula; give it one at"
                        + " least");
    }

    @Test
    void aValueThatLeavesTheRangeOfNumbersIsNamedWithItsRow() {
        var wrong = Worksheets.of("""
                - table: growth
                  rows: {n: 1..20}
                  columns: [{symbol: a, first: 10, formula: "a[n-1]^3"}]
                """);

        assertThatExceptionOfType(UnrepresentableException.class)
                .isThrownBy(() -> Lessons.of(wrong).plan())
                .withMessageStartingWith("trial.yaml:12:51: ")
                .withMessageContaining("in row 7 of table growth")
                .withMessageContaining("too large for a spreadsheet");
    }
}
