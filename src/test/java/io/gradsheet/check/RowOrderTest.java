package io.gradsheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that were inserted, deleted or sorted are told; where rows are not known by their leftmost cells, nothing is said. */
class RowOrderTest {
    private final TypedSheet sheet = TypedSheet.of(
            "title",
            "  ",
            "  | eta | 0.5",
            "#1| 7   | =B4*2",
            "#2| 8   | =B5*2",
            "#3| 9   | =B6*2",
            "  |     | =SUM(C4:C6)",
            "0.5 | x",
            "0.7 | x",
            "end");

    private void assertSaid(String said) {
        assertThat(RowOrder.complaint(sheet.plan(), sheet.rows())).contains(said);
    }

    private void assertNothingSaid() {
        assertThat(RowOrder.complaint(sheet.plan(), sheet.rows())).isEmpty();
        assertThat(RowOrder.insertion(sheet.plan(), sheet.rows())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 3", "3, 1", "5, 2", "7, 1", "8, 1", "10, 1", "10, 2000"})
    void insertedRows(int first, int count) {
        sheet.shift(first, count);
        assertSaid(
                count == 1
                        ? "row " + first + " was inserted: delete it, and save the workbook"
                        : "rows " + first + " to " + (first + count - 1)
                                + " were inserted: delete them, and save the workbook");
        assertThat(RowOrder.insertion(sheet.plan(), sheet.rows())).contains(new RowOrder.Insertion(first - 1, count));
    }

    @Test
    void insertedRowsThatWereFilled() {
        sheet.shift(5, 2).type("A5", "note").type("B6", "0.25");
        assertSaid("rows 5 to 6 were inserted: delete them, and save the workbook");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "4, 2", "7, 1", "9, 2", "10, 1"})
    void deletedRows(int first, int count) {
        sheet.shift(first, -count);
        assertSaid((count == 1
                        ? "row " + first + " was deleted"
                        : "rows " + first + " to " + (first + count - 1) + " were deleted")
                + ": undo that, or generate the workbook again");
    }

    @Test
    void aDeletedRowIsNoInsertion() {
        sheet.shift(4, -1);
        assertThat(RowOrder.insertion(sheet.plan(), sheet.rows())).isEmpty();
    }

    @Test
    void sortedRows() {
        sheet.type("A4", "3").type("A6", "1");
        assertSaid("rows 4 to 6 are no longer in their order: undo the sorting or moving, and save the workbook");
    }

    @Test
    void rowsMovedToTheEnd() {
        sheet.type("A1", "end").type("A10", "title");
        assertNothingSaid();
        var alike = TypedSheet.of("a", "b", "c").type("A1", "c").type("A3", "a");
        assertThat(RowOrder.complaint(alike.plan(), alike.rows()))
                .contains(
                        "rows 1 to 3 are no longer in their order: undo the sorting or moving, and save the workbook");
    }

    @Test
    void rowsAsPlanned() {
        assertNothingSaid();
    }

    @Test
    void inputsMayChange() {
        sheet.type("A8", "0.25").type("A9", "-1").type("B4", "3").type("C3", "0.1");
        assertNothingSaid();
    }

    @Test
    void notesBelowAndBesideAreNoRowsInserted() {
        sheet.type("A12", "my note").type("C13", "0.5").type("H4", "another");
        assertNothingSaid();
    }

    @Test
    void aFormulaOverwrittenOrAnInputMadeAFormulaIsNoMatterOfRows() {
        sheet.type("C7", "5");
        assertNothingSaid();
        sheet.type("C7", "=SUM(C4:C6)").type("A8", "=1/3");
        assertNothingSaid();
    }

    @Test
    void otherNumbersAreNoSorting() {
        sheet.type("A4", "98").type("A6", "99");
        assertNothingSaid();
    }

    @Test
    void aCellPutBeforeARowIsNoMatterOfRows() {
        sheet.type("A3", "note");
        assertNothingSaid();
    }

    /** So many, and something else besides, nobody can tell from a workbook of another kind. */
    @Test
    void farTooManyRows() {
        sheet.shift(5, 2001);
        assertNothingSaid();
    }
}
