package io.gradsheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.check.TypedSheet.Program;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A block that was cut and pasted is told as what it is, and nothing is said where it may have been something else. */
class MovedBlockTest {
    private final TypedSheet sheet = TypedSheet.of(
            "k  | w   | x  | z      | a",
            "#1 | 0.5 | 1  | =B2*C2 | =1/(1+EXP(-D2))",
            "#2 | 0.5 | 0  | =B3*C3 | =1/(1+EXP(-D3))",
            "#3 | 0.7 | 1  | =B4*C4 | =1/(1+EXP(-D4))",
            "#4 | 0.9 | 0  | =B5*C5 | =1/(1+EXP(-D5))",
            "#5 | 0.1 | 1  | =B6*C6 | =1/(1+EXP(-D6))",
            "   |     |    |        | =SUM(E2:E6)");

    private void assertSaid(String said) {
        assertThat(MovedBlock.complaint(sheet.plan(), sheet.rows())).contains(said);
    }

    private void assertNothingSaid() {
        assertThat(MovedBlock.complaint(sheet.plan(), sheet.rows())).isEmpty();
    }

    private static String onto(String block, String target) {
        return "the cells " + block + " were moved onto " + target
                + ", over what stood there: undo that, or generate the workbook again";
    }

    @ParameterizedTest
    @CsvSource({
        // Formulas over formulas, and over some of their own.
        "D2:D3, E4:E5",
        "E3:E4, D2:D3",
        "D2:D4, D3:D5",
        "E3:E6, E2:E5",
        "D2:E3, E3:F4",
        // Inputs over inputs, some of them the same.
        "B2:C3, B5:C6",
        "B2:C4, B3:C5",
        "B2:C2, B3:C3",
        // Inputs, figures and formulas over each other.
        "B3:B4, D5:D6",
        "D5:D6, B3:B4",
        "A2:A3, D4:D5",
        // Rows, all of whose formulas are again what was planned there, and with their headings.
        "A2:E2, A5:E5",
        "A3:E6, A2:E5",
        "A1:E2, A4:E5",
        // Empty cells cover too.
        "D6:E7, D3:E4",
        "D6:E7, A3:B4"
    })
    void aBlockOverOthersIsTold(String block, String target) {
        sheet.move(block, target, Program.LIBREOFFICE);
        assertSaid(onto(block, target));
    }

    @ParameterizedTest
    @CsvSource({"D2:E3, D5:E6", "D3:E4, D2:E3", "B3:B4, D5:D6", "A1:E2, A4:E5"})
    void soItIsWhereTheCoveredCellsAreLost(String block, String target) {
        sheet.move(block, target, Program.EXCEL);
        assertSaid(onto(block, target));
    }

    @ParameterizedTest
    @CsvSource({"D2:E3, D5:E6", "A2:E2, A5:E5", "A2:C3, A4:C5"})
    void soItIsWhereNoFormulaFollows(String block, String target) {
        sheet.move(block, target, Program.CARELESS);
        assertSaid(onto(block, target));
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void aBlockBesideTheOthersIsTold(Program program) {
        sheet.move("B2:C3", "H4:I5", program);
        assertSaid("the cells B2:C3 were moved to H4:I5: move them back, and save the workbook");
    }

    @Test
    void aBlockThatMadeWayForNothingElseCoversNothing() {
        sheet.move("D1:E6", "E1:F6", Program.EXCEL);
        assertSaid("the cells D1:E6 were moved to E1:F6: move them back, and save the workbook");
    }

    @Test
    void oneCellIsToldWhereItsFormulasFollow() {
        sheet.move("B4", "H9", Program.EXCEL);
        assertSaid("the cell B4 was moved to H9: move it back, and save the workbook");
    }

    @Test
    void oneCellOverAnotherIsToldWhereItsFormulasFollow() {
        sheet.move("B4", "B5", Program.LIBREOFFICE);
        assertSaid("the cell B4 was moved onto B5, over what stood there: undo that, or generate the workbook again");
    }

    /** What a learner does otherwise is no reason to be silent. */
    @Test
    void otherChangesHideNoMove() {
        sheet.move("D2:E3", "D5:E6", Program.EXCEL)
                .type("B3", "0.8")
                .type("C4", "0.3")
                .type("D4", "=C4*B4+0")
                .type("H3", "my note");
        assertSaid(onto("D2:E3", "D5:E6"));
    }

    /** The sums lose what they read, and the activations follow the sums. */
    @Test
    void aBlockOverWhatItReadsIsTold() {
        sheet.move("D2:E3", "B2:C3", Program.EXCEL);
        assertSaid(onto("D2:E3", "B2:C3"));
    }

    /** Nobody misses them. */
    @Test
    void inputsToBeFilledInAreNoContent() {
        var form = TypedSheet.of("a | 1 | =B1*2", "b | 2 | =B2*2", "\" \" | \"\" | =B3*2")
                .type("A3", "")
                .type("B3", "")
                .type("E1", "my note")
                .move("A1:C1", "A2:C2", Program.EXCEL);
        assertThat(MovedBlock.complaint(form.plan(), form.rows())).contains(onto("A1:C1", "A2:C2"));
    }

    @Test
    void blocksOnFarTooManyChangedRowsAreNotLookedFor() {
        var rows = IntStream.rangeClosed(1, 5_001)
                .mapToObj(row -> "#" + row + " | =A" + row + "+1")
                .toArray(String[]::new);
        var large = TypedSheet.of(rows).move("A1:B5001", "D1:E5001", Program.EXCEL);
        assertThat(MovedBlock.complaint(large.plan(), large.rows())).isEmpty();
        var fewer = TypedSheet.of(Arrays.copyOf(rows, 5_000)).move("A1:B5000", "D1:E5000", Program.EXCEL);
        assertThat(MovedBlock.complaint(fewer.plan(), fewer.rows()))
                .contains("the cells A1:B5000 were moved to D1:E5000: move them back, and save the workbook");
    }

    @Test
    void whatIsAsPlannedWasNotMoved() {
        assertNothingSaid();
    }

    @Test
    void emptiedCellsWereNotMoved() {
        sheet.type("D2", "").type("E2", "").type("B4", "");
        assertNothingSaid();
    }

    @Test
    void changedCellsWereNotMoved() {
        sheet.type("B2", "0.9").type("D3", "=B2*C2").type("E5", "5").type("H1", "note");
        assertNothingSaid();
    }

    /** A picture is drawn anew with the pixels it had, in other places: nothing was moved. */
    @Test
    void inputsThatAreTheSameByChanceWereNotMoved() {
        sheet.type("B2", "").type("B3", "").type("B5", "0.5").type("B6", "0.5");
        assertNothingSaid();
    }

    @Test
    void oneFormulaMayHaveBeenTypedAnew() {
        sheet.type("D2", "").type("D5", "=B2*C2");
        assertNothingSaid();
        // The activation beside it is as it was planned.
        sheet.type("E2", "");
        assertNothingSaid();
    }

    /** As many cells in the same shape, but not the same: as when weights are deleted and notes made. */
    @Test
    void otherCellsInTheSameShapeWereNotMoved() {
        sheet.type("B2", "").type("B3", "").type("H2", "0.25").type("H3", "0.75");
        assertNothingSaid();
    }

    @Test
    void aBlockThatIsStillThereWasCopied() {
        sheet.type("D4", "=B2*C2").type("D5", "=B3*C3");
        assertNothingSaid();
    }

    @Test
    void aBlockOfWhichACellIsMissingWasNotMovedAsAWhole() {
        sheet.move("D2:E4", "G2:H4", Program.EXCEL).type("H3", "");
        assertNothingSaid();
    }

    @Test
    void aBlockOfWhichACellIsStillThereWasNotMovedAsAWhole() {
        sheet.move("D2:E4", "G2:H4", Program.EXCEL).type("E3", "=1/(1+EXP(-D3))");
        assertNothingSaid();
    }

    @Test
    void nothingIsSaidWhereMoreIsGoneThanTheBlock() {
        sheet.move("D2:E3", "D5:E6", Program.EXCEL).type("B4", "");
        assertNothingSaid();
    }

    @Test
    void twoBlocksAreTooMuchForOneSentence() {
        sheet.move("D2:E2", "G2:H2", Program.EXCEL).move("D6:E6", "G5:H5", Program.EXCEL);
        assertNothingSaid();
    }
}
