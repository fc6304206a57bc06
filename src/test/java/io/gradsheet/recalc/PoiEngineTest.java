package io.gradsheet.recalc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.gradsheet.sheet.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoiEngineTest {
    private final Engine engine = Engine.named("poi").orElseThrow();

    @TempDir
    private Path folder;

    private StoredCell last(String rows) {
        var file = Parts.ofRows(rows).write(folder.resolve("w.xlsx"));
        try (var recalculation = engine.recalculate(file)) {
            var cells = Cells.all(recalculation.rows("Training"));
            return cells.get(cells.size() - 1);
        }
    }

    private static String formulas(String... formulas) {
        var rows = new StringBuilder();
        for (var formula : formulas) {
            rows.append("<row><c><f>").append(formula).append("</f><v>99</v></c></row>");
        }
        return rows.toString();
    }

    @Test
    void ignoresStoredResults() {
        EngineAssertions.assertIgnoresStoredResults(engine, folder);
    }

    @ParameterizedTest
    @CsvSource({
        "TANH(1000), 1",
        "TANH(-1000), -1",
        "TANH(0.5), 0.46211715726000975",
        "SINH(710), 1.1169973830808557E308",
        "SINH(-710), -1.1169973830808557E308",
        "COSH(-710), 1.1169973830808557E308"
    })
    void computesFarOutWhatOtherProgramsDo(String formula, double expected) {
        var value = last(formulas(formula)).value();
        assertThat(((Value.Figure) value).number()).isCloseTo(expected, withinPercentage(1e-10));
    }

    @Test
    void hasAnErrorWhereANumberIsTooLarge() {
        for (var formula : List.of("SINH(711)", "COSH(711)", "EXP(711)", "TANH(1/0)")) {
            assertThat(last(formulas(formula)).value()).isInstanceOf(Value.Failure.class);
        }
    }

    @Test
    void namesItsVersion() {
        try (var recalculation = engine.recalculate(Lessons.write(folder.resolve("w.xlsx")))) {
            assertThat(recalculation.version()).startsWith("Apache POI 5.");
        }
    }

    @Test
    void followsALongChainDownTheColumn() {
        var rows = new StringBuilder("<row><c><v>1</v></c></row>");
        for (var row = 1; row < 100_000; row++) {
            rows.append("<row><c><f>A").append(row).append("+1</f></c></row>");
        }
        assertThat(last(rows.toString()).value()).isEqualTo(Value.of(100_000));
    }

    @Test
    void followsALongChainUpTheColumn() {
        var rows = new StringBuilder();
        for (var row = 1; row < 100_000; row++) {
            rows.append("<row><c><f>A").append(row + 1).append("+1</f></c></row>");
        }
        rows.append("<row><c><v>1</v></c></row>");
        var file = Parts.ofRows(rows.toString()).write(folder.resolve("w.xlsx"));
        try (var recalculation = engine.recalculate(file)) {
            assertThat(Cells.all(recalculation.rows("Training")).get(0).value()).isEqualTo(Value.of(100_000));
        }
    }

    @Test
    void showsThatAFunctionIsUnknownAndLetsOthersHandleIt() {
        assertThat(last(formulas("NOSUCH(1)", "IFERROR(A1,7)", "A1")).value()).isEqualTo(new Value.Failure("#NAME?"));
        assertThat(last(formulas("NOSUCH(1)", "IFERROR(A1,7)")).value()).isEqualTo(Value.of(7));
        assertThat(last(formulas("1+*2")).value()).isEqualTo(new Value.Failure("#NAME?"));
    }

    @Test
    void showsThatACellDependsOnItself() {
        assertThat(last(formulas("A2", "A1")).value()).isEqualTo(new Value.Failure("#CIRCULAR!"));
    }

    @Test
    void keepsTruthValuesApartFromNumbers() {
        var truths = "<row><c t=\"b\"><v>1</v></c></row><row><c><f>A1</f></c></row><row><c><f>SUM(A1:A2)</f></c></row>";
        assertThat(last(truths).value()).isEqualTo(Value.of(0));
        assertThat(last(formulas("1=1")).value()).isEqualTo(new Value.Truth(true));
    }

    @Test
    void readsTruthsFailuresAndNothingAsSuch() {
        var cells = "<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#DIV/0!</v></c>"
                + "<c t=\"e\"><v>#ODD!</v></c><c s=\"0\"/></row>";
        assertThat(last(cells + formulas("IF(A1,1,2)+IF(B1,10,20)")).value()).isEqualTo(Value.of(21));
        assertThat(last(cells + formulas("C1")).value()).isEqualTo(new Value.Failure("#DIV/0!"));
        assertThat(last(cells + formulas("D1")).value()).isEqualTo(new Value.Failure("#VALUE!"));
        assertThat(last(cells + formulas("IF(ISBLANK(E1),7,8)")).value()).isEqualTo(Value.of(7));
    }

    /** Without arrays, a range in a scalar's place is its cell in the same row. */
    @Test
    void computesOtherFunctionsAsTheyAreTyped() {
        assertThat(
                        last("<row><c><v>1</v></c></row><row><c><v>5</v></c></row><row><c><v>7</v></c><c><f>SUM(A1:A3*1)</f></c></row>")
                                .value())
                .isEqualTo(Value.of(7));
    }

    @Test
    void findsCellsBelowRowsThatAreNotThere() {
        var rows = "<row r=\"2\"><c r=\"B2\"><v>3</v></c></row><row r=\"600\"><c r=\"A600\"><v>4</v></c>"
                + "<c r=\"C600\"><f>B2+A600+A1+A3+A599+B600+A601+D700+SUM(A:B)</f></c></row>";
        var file = Parts.ofRows(rows).write(folder.resolve("w.xlsx"));
        try (var recalculation = engine.recalculate(file);
                var cursor = recalculation.rows("Training")) {
            assertThat(cursor.next().orElseThrow().index()).isEqualTo(1);
            var second = cursor.next().orElseThrow();
            assertThat(second.index()).isEqualTo(599);
            assertThat(second.cells().get(1).value()).isEqualTo(Value.of(14));
            assertThat(cursor.next()).isEmpty();
        }
    }

    @Test
    void keepsTheSheetsApart() {
        var file = Parts.ofRows("<row r=\"1\"><c r=\"A1\"><f>Data!A1*2</f></c></row>")
                .replace("xl/workbook.xml", "</sheets>", "<sheet name=\"Data\" sheetId=\"2\" r:id=\"rId2\"/></sheets>")
                .replace(
                        "[Content_Types].xml",
                        "</Types>",
                        "<Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\""
                                + "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>")
                .put(
                        "xl/_rels/workbook.xml.rels",
                        Parts.relationships(
                                Parts.relationship("rId1", "worksheet", "worksheets/sheet1.xml"),
                                Parts.relationship("rId2", "worksheet", "worksheets/sheet2.xml")))
                .put(
                        "xl/worksheets/sheet2.xml",
                        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><f>B1+1</f></c><c r=\"B1\"><v>3</v></c></row>"
                                + "</sheetData></worksheet>")
                .write(folder.resolve("w.xlsx"));
        try (var recalculation = engine.recalculate(file)) {
            assertThat(Cells.all(recalculation.rows("Training")).get(0).value()).isEqualTo(Value.of(8));
            assertThat(Cells.all(recalculation.rows("Data")).get(0).value()).isEqualTo(Value.of(4));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Training!#REF!", "Training!#REF!!", "1+", "Zoom!$A$1", ""})
    void aNameForWhatIsNotThereIsNoName(String formula) {
        var file = Parts.ofRows("<row r=\"1\"><c r=\"A1\"><f>eta+1</f></c></row>")
                .replace("xl/workbook.xml", "Training!$A$1", formula)
                .write(folder.resolve("w.xlsx"));
        try (var recalculation = engine.recalculate(file)) {
            assertThat(Cells.all(recalculation.rows("Training")).get(0).value()).isInstanceOf(Value.Failure.class);
        }
    }

    @Test
    void itStopsWhereItIsInterrupted() {
        Thread.currentThread().interrupt();
        var file = Lessons.write(folder.resolve("w.xlsx"));
        assertThatThrownBy(() -> engine.recalculate(file))
                .isInstanceOf(EngineException.class)
                .hasMessage("the poi engine was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void givesExpressionsToFunctionsThatTakeArrays() {
        var inputs = "<row><c><v>1</v></c></row><row><c><v>-2</v></c></row><row><c><v>3</v></c></row>";
        for (var formula : List.of(
                "SUMPRODUCT((A1:A3-1)^2)-11",
                "SUMPRODUCT(A1:A3*A1:A3)-12",
                "IF(A1&gt;0,SUMPRODUCT(--(A1:A3&gt;0)),9)",
                "SUMPRODUCT(INDEX(A1:A3,0,1),A1:A3)-12",
                "SUMPRODUCT(IF(A1:A3&gt;0,1,0))",
                "SUMPRODUCT(-A1:A3,A1:A3)+A3*A3+A2+9",
                "SUMXMY2(A1:A3,2*A1:A3)-(9+3)")) {
            assertThat(last(inputs + formulas(formula)).value()).as(formula).isEqualTo(Value.of(2));
        }
    }

    @Test
    void readsSharedFormulas() {
        var rows = "<row><c><v>2</v></c><c><f t=\"shared\" ref=\"B1:B3\" si=\"0\">A1*A1</f></c></row>"
                + "<row><c><v>3</v></c><c><f t=\"shared\" si=\"0\"/></c></row>";
        assertThat(last(rows).value()).isEqualTo(Value.of(9));
    }

    @Test
    void refusesArrayFormulas() {
        assertThatThrownBy(() -> last("<row><c><f t=\"array\" ref=\"A1:A2\">B1:B2*2</f></c></row>"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("Training!A1")
                .hasMessageContaining("--engine libreoffice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"[1]Sheet1!A1 | [1]", "'[Other.xlsx]S'!A1 | [Other.xlsx]", "WEBSERVICE(A1) | WEBSERVICE"})
    void refusesWhatReachesOutOfTheWorkbook(String formula, String named) {
        assertThatThrownBy(() -> last(formulas("A2", formula)))
                .isInstanceOf(WorkbookException.class)
                .hasMessageContaining("cell Training!A2 contains ")
                .hasMessageContaining(named)
                .hasMessageContaining("reaches out of the workbook");
    }

    @Test
    void showsAnErrorWhereAFormulaIsBeyondIt() {
        for (var formula : List.of("SUMPRODUCT(LN(A1:A2))", "SUMPRODUCT(A1:A2,A1)", "SUMPRODUCT(\"x\")")) {
            assertThat(last(formulas("1", "2", formula)).value()).as(formula).isEqualTo(new Value.Failure("#VALUE!"));
            assertThat(last(formulas("1", "2", formula, "IFERROR(A3,7)")).value())
                    .as(formula)
                    .isEqualTo(Value.of(7));
        }
    }

    @Test
    void hasNoRowsOfASheetThatIsNotThere() {
        try (var recalculation = engine.recalculate(Lessons.write(folder.resolve("w.xlsx")))) {
            assertThatThrownBy(() -> recalculation.rows("Zoom"))
                    .isInstanceOf(WorkbookException.class)
                    .hasMessageContaining("Zoom");
        }
    }

    @Test
    void itIsStoppedWhenItsTimeIsOver() {
        // Sums of sums: work for much longer than the time that is allowed.
        var rows = IntStream.rangeClosed(1, 3000)
                .mapToObj(
                        "<row r=\"%1$d\"><c r=\"A%1$d\"><v>1</v></c><c r=\"B%1$d\"><f>SUM($A$1:$A$3000)</f></c></row>"
                                ::formatted)
                .collect(Collectors.joining());
        var file = Parts.ofRows(rows).write(folder.resolve("slow.xlsx"));
        assertThatThrownBy(() -> new PoiEngine(Duration.ofNanos(1)).recalculate(file))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "the poi engine did not finish within 0 ms and was stopped: allow more with --timeout, or take"
                                + " fewer epochs");
    }
}
