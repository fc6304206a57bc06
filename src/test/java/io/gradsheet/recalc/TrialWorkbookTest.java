package io.gradsheet.recalc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a formula would give in the place of a cell, all others being as they are. */
class TrialWorkbookTest {
    private static final String ROWS = "<row r=\"1\"><c r=\"A1\"><v>2</v></c><c r=\"B1\"><f>A1*3</f><v>99</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\"><v>5</v></c><c r=\"B3\"/><c r=\"C3\"><f>B3+D3</f></c></row>";

    @TempDir
    private Path folder;

    private <T> T use(Function<TrialWorkbook, T> work) {
        return TrialWorkbook.use(Parts.ofRows(ROWS).write(folder.resolve("w.xlsx")), Duration.ofMinutes(1), work);
    }

    private static Address at(int row, int column) {
        return new Address("Training", row, column);
    }

    @Test
    void whatTheWorkComesToIsHandedOut() {
        assertThat(use(TrialWorkbook::cells)).isEqualTo(5);
    }

    @Test
    void itsContents() {
        use(workbook -> {
            assertThat(workbook.sheetNames()).containsExactly("Training");
            assertThat(workbook.names()).isEqualTo(Map.of("eta", "Training!$A$1"));
            assertThat(workbook.cells()).isEqualTo(5);
            assertThat(workbook.rows("Zoom")).isEmpty();
            assertThat(Cells.all(workbook.rows("training").orElseThrow()))
                    .extracting(StoredCell::formula)
                    .containsExactly("", "A1*3", "", "", "B3+D3");
            return true;
        });
    }

    @Test
    void aCellIsAsStoredOrComputed() {
        use(workbook -> {
            assertThat(workbook.stored(at(0, 1))).contains(new StoredCell(1, "A1*3", Value.NOTHING));
            assertThat(workbook.cell(at(0, 1))).contains(new StoredCell(1, "A1*3", Value.of(6)));
            assertThat(workbook.cell(at(2, 0))).contains(new StoredCell(0, "", Value.of(5)));
            assertThat(workbook.cell(at(1, 0))).isEmpty();
            assertThat(workbook.cell(at(9, 0))).isEmpty();
            assertThat(workbook.stored(new Address("Zoom", 0, 0))).isEmpty();
            return true;
        });
    }

    @Test
    void aFormulaIsTriedWithoutBeingThere() {
        use(workbook -> {
            assertThat(workbook.tried(at(0, 1), "A1+A3")).isEqualTo(Value.of(7));
            assertThat(workbook.tried(at(7, 7), "B1*2")).isEqualTo(Value.of(12));
            assertThat(workbook.tried(new Address("Zoom", 0, 0), "1")).isEqualTo(Value.NOTHING);
            assertThat(workbook.cell(at(0, 1))).contains(new StoredCell(1, "A1*3", Value.of(6)));
            assertThat(workbook.cell(at(7, 7))).isEmpty();
            return true;
        });
    }

    @Test
    void formulasAreSuppliedWhereNothingIs() {
        use(workbook -> {
            assertThat(workbook.cell(at(2, 2)).orElseThrow().value()).isEqualTo(Value.of(0));
            workbook.supply(Map.of(
                    at(2, 1),
                    "A3*10",
                    at(2, 3),
                    "SUMPRODUCT(A1:A3*2)",
                    at(0, 0),
                    "100",
                    at(0, 1),
                    "100",
                    new Address("Zoom", 0, 0),
                    "1"));
            assertThat(workbook.cell(at(2, 2)).orElseThrow().value()).isEqualTo(Value.of(64));
            assertThat(workbook.cell(at(2, 3)).orElseThrow().value()).isEqualTo(Value.of(14));
            assertThat(workbook.cell(at(0, 1)).orElseThrow().value()).isEqualTo(Value.of(6));
            assertThat(Cells.all(workbook.rows("Training").orElseThrow())).hasSize(5);
            return true;
        });
    }

    @Test
    void itIsNotUsedWhereAFormulaReachesOut() {
        var file = Parts.ofRows("<row><c><f>WEBSERVICE(1)</f></c></row>").write(folder.resolve("w.xlsx"));
        assertThatThrownBy(() -> TrialWorkbook.use(file, Duration.ofMinutes(1), TrialWorkbook::cells))
                .isInstanceOf(WorkbookException.class)
                .hasMessageContaining("cell Training!A1 contains WEBSERVICE");
    }

    @Test
    void itIsNotUsedWhereAPartReachesOut() {
        var file = Parts.ofRows("")
                .put(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        Parts.relationships(Parts.relationship("rId1", "vbaProject", "x.bin")))
                .put("xl/worksheets/x.bin", "x")
                .write(folder.resolve("w.xlsx"));
        assertThatThrownBy(() -> TrialWorkbook.use(file, Duration.ofMinutes(1), TrialWorkbook::cells))
                .isInstanceOf(WorkbookException.class)
                .hasMessageContaining("the file contains macros");
    }
}
