package io.gradsheet.recalc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradsheet.sheet.Value;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredWorkbookTest {
    @TempDir
    private Path folder;

    private List<StoredCell> cells(String rows) {
        return Cells.stored(Parts.ofRows(rows).write(folder.resolve("w.xlsx")));
    }

    private Value value(String cell) {
        return cells("<row>" + cell + "</row>").get(0).value();
    }

    @Test
    void listsSheetsAndNames() {
        var file = Lessons.write(folder.resolve("w.xlsx"));
        try (var workbook = StoredWorkbook.open(file)) {
            assertThat(workbook.sheetNames()).containsExactly("Training", "My Data");
            assertThat(workbook.names()).containsExactly(java.util.Map.entry("eta", "Training!$A$1"));
            assertThat(workbook.application()).isEqualTo("Apache POI");
            assertThat(workbook.foreignContent()).isEmpty();
            assertThatThrownBy(() -> workbook.rows("Zoom"))
                    .isInstanceOf(WorkbookException.class)
                    .hasMessageContaining("no sheet named Zoom");
        }
    }

    @Test
    void namesNoApplicationWhereTheFileNamesNone() {
        try (var workbook = StoredWorkbook.open(Parts.ofRows("").write(folder.resolve("w.xlsx")))) {
            assertThat(workbook.application()).isEmpty();
        }
    }

    @Test
    void readsTheEditionOfTheFormatThatIsCalledStrict() {
        var strict = Parts.ofRows("<row><c><v>1</v></c></row>");
        for (var part : List.of("_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")) {
            strict.replace(
                    part,
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    "http://purl.oclc.org/ooxml/officeDocument/relationships");
        }
        assertThat(Cells.stored(strict.write(folder.resolve("w.xlsx"))))
                .containsExactly(new StoredCell(0, "", Value.of(1)));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "-1e-9, -1e-9", "1E+20, 1E20", "' 7 ', 7", ".25, .25"})
    void readsNumbers(String text, double number) {
        assertThat(value("<c><v>" + text + "</v></c>")).isEqualTo(Value.of(number));
        assertThat(value("<c t=\"n\"><v>" + text + "</v></c>")).isEqualTo(Value.of(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "-1e999", "NaN", "nan", "-nan", "inf", "-Infinity", "1.#INF"})
    void readsWhatNoCellCanHoldAsAFailure(String text) {
        assertThat(value("<c><v>" + text + "</v></c>")).isEqualTo(new Value.Failure("#NUM!"));
    }

    @Test
    void readsTextsTruthsFailuresAndNothing() {
        assertThat(value("<c t=\"str\"><f>A2</f><v>a &lt; b</v></c>")).isEqualTo(Value.of("a < b"));
        assertThat(value("<c t=\"str\"><f>A2</f><v></v></c>")).isEqualTo(Value.of(""));
        assertThat(value("<c t=\"inlineStr\"><is><r><t>δ</t></r><r><rPr><b/></rPr><t>²</t></r>"
                        + "<rPh sb=\"0\" eb=\"1\"><t>delta</t></rPh></is></c>"))
                .isEqualTo(Value.of("δ²"));
        assertThat(value("<c t=\"n\"><is><t>left behind</t></is><v>7</v></c>")).isEqualTo(Value.of(7));
        assertThat(value("<c t=\"b\"><v>1</v></c>")).isEqualTo(new Value.Truth(true));
        assertThat(value("<c t=\"b\"><v>0</v></c>")).isEqualTo(new Value.Truth(false));
        assertThat(value("<c t=\"e\"><v>#DIV/0!</v></c>")).isEqualTo(new Value.Failure("#DIV/0!"));
        assertThat(value("<c><f>A2</f></c>")).isEqualTo(Value.NOTHING);
        assertThat(value("<c s=\"3\"/>")).isEqualTo(Value.NOTHING);
    }

    @Test
    void readsSharedTexts() {
        var file = Parts.ofRows("<row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c><c t=\"s\"><v>2</v></c></row>")
                .putSharedTexts("<si><t>neuron</t></si>"
                        + "<si><r><t xml:space=\"preserve\">the </t></r><r><t>网络</t></r><rPh sb=\"0\" eb=\"2\"><t>x</t></rPh></si>"
                        + "<si/>")
                .write(folder.resolve("w.xlsx"));
        assertThat(Cells.stored(file))
                .extracting(StoredCell::value)
                .containsExactly(Value.of("the 网络"), Value.of("neuron"), Value.of(""));
    }

    @Test
    void readsManySharedTexts() {
        var items = new StringBuilder();
        var rows = new StringBuilder();
        for (var text = 0; text < 1_000; text++) {
            items.append("<si><t>").append("δ".repeat(text % 90)).append(text).append("</t></si>");
            rows.append("<row><c t=\"s\"><v>").append(text).append("</v></c></row>");
        }
        items.append("<si><t>").append("x".repeat(32_767)).append("</t></si>");
        rows.append("<row><c t=\"s\"><v>1000</v></c></row>");
        var file =
                Parts.ofRows(rows.toString()).putSharedTexts(items.toString()).write(folder.resolve("w.xlsx"));
        var texts = Cells.stored(file);
        for (var text = 0; text < 1_000; text++) {
            assertThat(texts.get(text).value()).isEqualTo(Value.of("δ".repeat(text % 90) + text));
        }
        assertThat(texts.get(1_000).value()).isEqualTo(Value.of("x".repeat(32_767)));
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        var file = Parts.ofRows(
                        "<odd><row r=\"9\"/></odd><row r=\"10\"><odd/><c r=\"A10\"><odd><v>3</v></odd></c></row>")
                .replace("xl/worksheets/sheet1.xml", "<sheetData>", "<odd><row r=\"1\"/><c/></odd><sheetData>")
                .replace("xl/worksheets/sheet1.xml", "</sheetData>", "</sheetData><odd><row r=\"11\"/></odd>")
                .write(folder.resolve("w.xlsx"));
        try (var workbook = StoredWorkbook.open(file);
                var rows = workbook.rows("Training")) {
            assertThat(rows.next().orElseThrow().index()).isEqualTo(8);
            assertThat(rows.next().orElseThrow().index()).isEqualTo(9);
            assertThat(rows.next()).isEmpty();
            assertThat(rows.next()).isEmpty();
        }
    }

    @Test
    void aTextIsTakenWithoutWhatStandsWithinIt() {
        assertThat(value("<c t=\"str\"><v>a<odd>x<odd>y</odd>z</odd>b</v></c>")).isEqualTo(Value.of("ab"));
        assertThat(value("<c t=\"inlineStr\"><is><t>left behind</t></is><v>typed</v></c>"))
                .isEqualTo(Value.of("typed"));
        assertThat(value("<c t=\"inlineStr\"><v>typed</v><is><t>left behind</t></is></c>"))
                .isEqualTo(Value.of("typed"));
    }

    @Test
    void knowsWhetherAProgramPutValuesIntoIt() {
        for (var values : List.of("<c><f>1+1</f><v>2</v></c>", "<c><f>1+1</f></c>", "<c><v>2</v></c>")) {
            var file = Parts.ofRows("<row>" + values + "</row>").write(folder.resolve("w.xlsx"));
            try (var workbook = StoredWorkbook.open(file)) {
                assertThat(workbook.holdsValues()).isEqualTo(values.contains("f") && values.contains("v"));
            }
        }
    }

    @Test
    void refusesSheetsWithoutNamesOfTheirOwn() {
        for (var name : List.of("", " ", "TRAINING")) {
            var file = Parts.ofRows("")
                    .replace(
                            "xl/workbook.xml",
                            "</sheets>",
                            "<sheet name=\"" + name + "\" sheetId=\"2\" r:id=\"rId1\"/></sheets>")
                    .write(folder.resolve("w.xlsx"));
            assertThatThrownBy(() -> StoredWorkbook.open(file))
                    .isInstanceOf(WorkbookException.class)
                    .hasMessage(file + " is damaged: a sheet has no name of its own: \"" + name + "\"");
        }
    }

    @Test
    void saysAfterWhichRowOneIsOutOfItsOrder() {
        assertThatThrownBy(() -> cells("<row r='7'/><row r='5'/>"))
                .hasMessageEndingWith("after row 7, sheet Training has a row numbered 5");
        assertThatThrownBy(() -> cells("<row r='1048576'/><row/>"))
                .hasMessageEndingWith("after row 1048576, sheet Training has a row numbered past the last");
        assertThatThrownBy(() -> cells("<row r='" + "1".repeat(41) + "'/>"))
                .hasMessageEndingWith("has a row numbered " + "1".repeat(40) + "…");
        assertThatThrownBy(() -> cells("<row r='" + "1".repeat(40) + "'/>"))
                .hasMessageEndingWith("has a row numbered " + "1".repeat(40));
    }

    @Test
    void countsRowsAndCellsThatDoNotSayWhereTheyAre() {
        var file = Parts.ofRows("<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row>"
                        + "<row r=\"7\"/><row><c r=\"AF8\"><v>4</v></c></row>")
                .write(folder.resolve("w.xlsx"));
        try (var workbook = StoredWorkbook.open(file);
                var rows = workbook.rows("Training")) {
            var first = rows.next().orElseThrow();
            assertThat(first.index()).isZero();
            assertThat(first.cells()).extracting(StoredCell::column).containsExactly(0, 3, 4);
            assertThat(rows.next().orElseThrow()).isEqualTo(new StoredRow(6, List.of()));
            var third = rows.next().orElseThrow();
            assertThat(third.index()).isEqualTo(7);
            assertThat(third.cells()).containsExactly(new StoredCell(31, "", Value.of(4)));
            assertThat(rows.next()).isEmpty();
            assertThat(rows.next()).isEmpty();
        }
    }

    @Test
    void writesOutSharedFormulasAsExcelDoes() {
        var rows = "<row r=\"2\"><c r=\"B2\"><f t=\"shared\" ref=\"B2:C4\" si=\"0\">"
                + "SUM($A1:A$3)+LOG10(A2)&amp;\"A1\"&amp;'A1'!A1+eta</f></c>"
                + "<c r=\"C2\"><f t=\"shared\" si=\"0\"/></c></row>"
                + "<row r=\"4\"><c r=\"B4\"><f t=\"shared\" si=\"0\"/></c></row>";
        assertThat(cells(rows))
                .extracting(StoredCell::formula)
                .containsExactly(
                        "SUM($A1:A$3)+LOG10(A2)&\"A1\"&'A1'!A1+eta",
                        "SUM($A1:B$3)+LOG10(B2)&\"A1\"&'A1'!B1+eta",
                        "SUM($A3:A$3)+LOG10(A4)&\"A1\"&'A1'!A3+eta");
    }

    @Test
    void keepsSharedFormulasOfManyBlocksApart() {
        var rows = new StringBuilder();
        for (var block = 0; block < 3_000; block++) {
            var row = 2 * block + 1;
            rows.append("<row><c><v>1</v></c><c><f t=\"shared\" ref=\"B%d:B%d\" si=\"%d\">A%d*%d</f></c></row>"
                    .formatted(row, row + 1, block, row, block));
            rows.append("<row><c><v>1</v></c><c><f t=\"shared\" si=\"%d\"/></c></row>".formatted(block));
        }
        var formulas =
                cells(rows.toString()).stream().filter(StoredCell::hasFormula).toList();
        assertThat(formulas).hasSize(6_000);
        assertThat(formulas.get(5_999).formula()).isEqualTo("A6000*2999");
    }

    @Test
    void showsAnArrayFormulaInAllItsCells() {
        var rows = "<row><c r=\"A1\"><f t=\"array\" ref=\"A1:A2\">B1:B2*2</f><v>1</v></c><c><v>5</v></c></row>"
                + "<row><c><v>2</v></c></row><row><c><v>3</v></c></row>";
        assertThat(cells(rows)).extracting(StoredCell::formula).containsExactly("B1:B2*2", "", "B1:B2*2", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<c r='C3'><v>1</v></c> | C3",
                "<c r='C2x'><v>1</v></c> | C2x",
                "<c r='C2'/><c r='B2'/> | B2",
                "<c r='C2'/><c r='C2'/> | C2",
                "<c r='XFD2'/><c/> | row 2",
                "<c r='C2'><v>one</v></c> | Training!C2",
                "<c r='C2'><v>0x1p3</v></c> | Training!C2",
                "<c r='C2'><v>1d</v></c> | Training!C2",
                "<c r='C2'><v>1e</v></c> | Training!C2",
                "<c r='C2' t='b'><v>2</v></c> | Training!C2",
                "<c r='C2' t='s'><v>0</v></c> | Training!C2",
                "<c r='C2' t='s'><v>-1</v></c> | Training!C2",
                "<c r='C2' t='x'><v>0</v></c> | Training!C2",
                "<c r='C2'><f t='shared' si='9'/></c> | Training!C2"
            })
    void saysWhichCellCannotBeRead(String cells, String named) {
        assertThatThrownBy(() -> cells("<row r=\"2\">" + cells + "</row>"))
                .isInstanceOf(WorkbookException.class)
                .hasMessageContaining("w.xlsx")
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='2'/><row r='2'/>",
                "<row r='2'/><row r='1'/>",
                "<row r='0'/>",
                "<row r='1048577'/>",
                "<row r='1048576'/><row/>",
                "<row r='x'/>"
            })
    void refusesRowsOutOfTheirOrder(String rows) {
        assertThatThrownBy(() -> cells(rows))
                .isInstanceOf(WorkbookException.class)
                .hasMessageContaining("Training");
    }

    @Test
    void readsATextAsLongAsACellCanHold() {
        assertThat(value("<c t=\"str\"><v>" + "x".repeat(32_767) + "</v></c>")).isEqualTo(Value.of("x".repeat(32_767)));
    }

    @Test
    void refusesATextLongerThanACellCanHold() {
        assertThatThrownBy(() -> value("<c t=\"str\"><v>" + "x".repeat(32_768) + "</v></c>"))
                .isInstanceOf(WorkbookException.class)
                .hasMessageContaining("32767");
    }
}
