package io.gradsheet.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gradsheet.recalc.StoredWorkbook;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.testing.TypedCells;
import io.gradsheet.testing.Workbooks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in a file that is not as it was planned, and what its inputs are. */
class InspectionTest {
    private static final Address ETA = cell(0, 0);
    private static final Address FIGURE = cell(0, 1);
    private static final Address FORMULA = cell(0, 2);
    private static final Address ROUNDS = cell(1, 2);
    private static final Plan SMALL = plan(List.of(
            List.of(
                    Cell.input(0.5),
                    new Cell.Figure(3, Role.CHECK),
                    TypedCells.computed("A1*2", 1, Role.VALUE),
                    Cell.label("note", Role.NOTE)),
            List.of(
                    Cell.label("a", Role.CAPTION),
                    Cell.label("b", Role.CAPTION),
                    TypedCells.computed("C2+1", 4, Role.ROUNDS))));

    @TempDir
    private Path folder;

    private static Address cell(int row, int column) {
        return new Address("Sheet", row, column);
    }

    private static Plan plan(List<List<Cell>> cells) {
        var rows = IntStream.range(0, cells.size())
                .mapToObj(row -> Row.of(row, cells.get(row)))
                .toList();
        return new Plan(
                "Trial", "", "en", List.of(SheetPlan.named("Sheet").head(rows).build()), List.of());
    }

    private static Inspection inspect(Path file, Plan plan, Progress progress) {
        try (var workbook = StoredWorkbook.open(file)) {
            return Inspection.of(file, workbook, plan, progress);
        }
    }

    private Inspection after(Address place, Consumer<XSSFCell> change) {
        var file = Workbooks.write(SMALL, folder.resolve("small.xlsx"));
        return inspect(Workbooks.edit(file, place, change), SMALL, Progress.SILENT);
    }

    private static void assertFinds(Inspection inspection, Address cell, Finding.Kind kind, String sentence) {
        assertThat(inspection.findings())
                .extracting(Finding::cell, Finding::kind, Finding::sentence)
                .containsExactly(tuple(cell, kind, cell + ": " + sentence));
        assertThat(inspection.count()).isEqualTo(1);
        assertThat(inspection.isDamaged()).isEqualTo(kind != Finding.Kind.FORMULA_CHANGED);
    }

    @Test
    void aFileAsPlanned() {
        var heard = new ArrayList<Long>();
        var inspection = inspect(Workbooks.write(SMALL, folder.resolve("small.xlsx")), SMALL, heard::add);

        assertThat(inspection.findings()).isEmpty();
        assertThat(inspection.count()).isZero();
        assertThat(inspection.isDamaged()).isFalse();
        assertThat(heard).containsExactly(1L, 2L);
        assertThat(inspection.inputs().value(ETA)).isEqualTo(Value.of(0.5));
        assertThat(inspection.inputs().value(ROUNDS)).isEqualTo(Value.of(4));
    }

    @Test
    void aChangedInputIsAnInput() {
        var inspection = after(ETA, cell -> cell.setCellValue(0.25));

        assertThat(inspection.findings()).isEmpty();
        assertThat(inspection.inputs().value(ETA)).isEqualTo(Value.of(0.25));
    }

    @Test
    void anotherFormulaIsNoDamage() {
        assertFinds(
                after(FORMULA, cell -> cell.setCellFormula("A1*3")),
                FORMULA,
                Finding.Kind.FORMULA_CHANGED,
                "the formula was changed to =A1*3; it was written as =A1*2");
    }

    @Test
    void theSameFormulaSpelledOtherwiseIsTheSame() {
        assertThat(after(FORMULA, cell -> cell.setCellFormula("a1 * 2.0")).findings())
                .isEmpty();
    }

    @Test
    void aFormulaOverwritten() {
        assertFinds(
                after(FORMULA, cell -> {
                    cell.removeFormula();
                    cell.setCellValue(1);
                }),
                FORMULA,
                Finding.Kind.OVERWRITTEN,
                "the formula was overwritten by 1; it was written as =A1*2");
    }

    @Test
    void aFormulaEmptied() {
        assertFinds(
                after(FORMULA, XSSFCell::setBlank),
                FORMULA,
                Finding.Kind.EMPTIED,
                "the cell is empty; it was written as =A1*2");
    }

    @Test
    void anotherFigure() {
        assertFinds(
                after(FIGURE, cell -> cell.setCellValue(3.5)),
                FIGURE,
                Finding.Kind.FIGURE_CHANGED,
                "the cell holds 3.5; it was written as 3");
    }

    @Test
    void aFigureEmptied() {
        assertFinds(
                after(FIGURE, XSSFCell::setBlank),
                FIGURE,
                Finding.Kind.EMPTIED,
                "the cell is empty; it was written as 3");
    }

    @Test
    void anotherLabelIsNoMatter() {
        assertThat(after(cell(0, 3), cell -> cell.setCellValue("mine")).findings())
                .isEmpty();
    }

    @Test
    void anInputThatIsGoneIsAskedForAmongTheMoved() {
        var row = List.<Cell>of(Cell.input(0.5), Cell.input(0.25), TypedCells.computed("A1+B1", 0.75, Role.VALUE));
        var plan = plan(List.of(row));
        var file = Workbooks.write(plan, folder.resolve("moved.xlsx"));
        Workbooks.edit(file, workbook -> {
            for (var column = 0; column < 2; column++) {
                var old = Workbooks.cell(workbook, cell(0, column));
                Workbooks.cell(workbook, cell(0, column + 4)).setCellValue(old.getNumericCellValue());
                old.setBlank();
            }
        });

        assertThatThrownBy(() -> inspect(file, plan, Progress.SILENT))
                .isInstanceOf(CheckException.class)
                .hasMessage(file + ": on sheet Sheet, the cells A1:B1 were moved to E1:F1: move them back, and save the"
                        + " workbook");
    }

    @Test
    void ofAllThatIsFoundTheFirstIsKeptAndTheRestCounted() {
        var figures = IntStream.range(0, Verification.MOST_FINDINGS + 2)
                .<List<Cell>>mapToObj(i -> List.of(Cell.label("x", Role.CAPTION), new Cell.Figure(i, Role.CHECK)))
                .toList();
        var others = IntStream.range(0, Verification.MOST_FINDINGS + 2)
                .<List<Cell>>mapToObj(i -> List.of(Cell.label("x", Role.CAPTION), new Cell.Figure(i + 1, Role.CHECK)))
                .toList();
        var inspection =
                inspect(Workbooks.write(plan(figures), folder.resolve("many.xlsx")), plan(others), Progress.SILENT);

        assertThat(inspection.findings()).hasSize(Verification.MOST_FINDINGS);
        assertThat(inspection.findings().get(0).cell()).isEqualTo(cell(0, 1));
        assertThat(inspection.count()).isEqualTo(Verification.MOST_FINDINGS + 2);
    }
}
