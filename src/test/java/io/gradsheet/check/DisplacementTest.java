package io.gradsheet.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradsheet.check.TypedSheet.Program;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Plan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where cells are in a workbook whose sheets were renamed and whose rows were shifted. */
class DisplacementTest {
    private final TypedSheet data =
            TypedSheet.of("k | x", "#1 | 0.5", "#2 | 0.7", " | =SUM(B2:B3)").named("Data");
    private final TypedSheet result = TypedSheet.of("y", "=Data!B4*2", "=B2").named("Result");
    private final Plan plan =
            new Plan("Trial", "", "en", List.of(data.plan(), result.plan(), data.hiddenPlan("Source")), List.of());

    private Displacement displacement(String... sheets) {
        return Displacement.of(
                plan,
                List.of(sheets),
                sheet -> Map.of(sheets[0], data, sheets[1], result).get(sheet).rows());
    }

    private Displacement displacement() {
        return displacement("Data", "Result", "Source");
    }

    private static Address cell(String sheet, int row) {
        return new Address(sheet, row, 1);
    }

    @Test
    void whereNothingHappenedAllIsInItsPlace() {
        var displacement = displacement();
        assertThat(displacement.words()).isEmpty();
        assertThat(displacement.now(cell("Data", 3))).isEqualTo(cell("Data", 3));
        assertThat(displacement.now("Data!B4*2", "Result")).isEqualTo("Data!B4*2");
    }

    @Test
    void insertedRowsMoveWhatIsBelowThem() {
        data.shift(3, 2);
        var displacement = displacement();
        assertThat(displacement.words()).contains("2 rows were inserted on sheet Data");
        assertThat(displacement.now(cell("Data", 1))).isEqualTo(cell("Data", 1));
        assertThat(displacement.now(cell("Data", 2))).isEqualTo(cell("Data", 4));
        assertThat(displacement.now(cell("Data", 3))).isEqualTo(cell("Data", 5));
        assertThat(displacement.now(cell("Result", 3))).isEqualTo(cell("Result", 3));
        assertThat(displacement.now("SUM(B2:B3)", "Data")).isEqualTo("SUM(B2:B5)");
        assertThat(displacement.now("Data!B4*2", "Result")).isEqualTo("Data!B6*2");
    }

    @Test
    void sheetsThatWereRenamedAreFoundInTheirPlace() {
        result.shift(1, 1);
        var displacement = displacement("My data", "Result", "Source");
        assertThat(displacement.words())
                .contains("sheet Data is now called My data; a row was inserted on sheet Result");
        assertThat(displacement.now(cell("Data", 3))).isEqualTo(cell("My data", 3));
        assertThat(displacement.now("Data!B4*2", "Result")).isEqualTo("'My data'!B4*2");
        assertThat(displacement.now("B2", "Result")).isEqualTo("B3");
    }

    @Test
    void aSheetThatIsGoneIsNamed() {
        assertThatThrownBy(() -> displacement("Data", "Source"))
                .isInstanceOf(CheckException.class)
                .hasMessage("sheet Result was deleted: bring it back, or generate the workbook again");
        assertThatThrownBy(() -> Displacement.of(plan, List.of("Data"), sheet -> data.rows()))
                .isInstanceOf(CheckException.class)
                .hasMessage("sheet Result was deleted: bring it back, or generate the workbook again");
    }

    @Test
    void deletedRowsAreRefused() {
        data.shift(2, -1);
        assertThatThrownBy(this::displacement)
                .isInstanceOf(CheckException.class)
                .hasMessage("on sheet Data, row 2 was deleted: undo that, or generate the workbook again");
    }

    @Test
    void aMovedBlockIsRefused() {
        data.move("A1:B2", "D5:E6", Program.EXCEL);
        assertThatThrownBy(this::displacement)
                .isInstanceOf(CheckException.class)
                .hasMessage("on sheet Data, the cells A1:B2 were moved to D5:E6: move them back, and save the"
                        + " workbook");
    }

    @Test
    void deletedRowsOfNumbersOrFormulasAloneAreRefused() {
        data.shift(4, -1);
        assertThatThrownBy(this::displacement)
                .hasMessage("on sheet Data, row 4 was deleted: undo that, or generate the workbook again");
    }

    @Test
    void deletedNumbersAreRefused() {
        var numbers = TypedSheet.of("k", "#1", "#2").named("Data").shift(3, -1);
        var plan = new Plan("Trial", "", "en", List.of(numbers.plan()), List.of());
        assertThatThrownBy(() -> Displacement.of(plan, List.of("Data"), sheet -> numbers.rows()))
                .hasMessage("on sheet Data, row 3 was deleted: undo that, or generate the workbook again");
    }

    /** An answer that was typed over a formula, a label that says something else, an input without a value: all in their places. */
    @Test
    void whatLearnersDoDisplacesNothing() {
        data.type("B4", "1.2")
                .type("A1", "number")
                .type("B2", "")
                .type("A3", "#7")
                .type("C9", "note");
        assertThat(displacement().words()).isEmpty();
    }

    @Test
    void aFormulaOrAFigureThatIsGoneIsNoDisplacementByItself() {
        data.type("B4", "").type("A2", "");
        assertThat(displacement().words()).isEmpty();
    }
}
