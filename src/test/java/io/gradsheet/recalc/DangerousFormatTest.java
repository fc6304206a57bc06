package io.gradsheet.recalc;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas that stand beside the cells are searched for what reaches out of the workbook before a program is given the file. */
class DangerousFormatTest {
    private static final String ROWS = "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c></row>";

    @TempDir
    private Path folder;

    private Path withAfterwards(String xml) {
        return Parts.ofRows(ROWS)
                .replace("xl/worksheets/sheet1.xml", "</sheetData>", "</sheetData>" + xml)
                .write(folder.resolve("strange.xlsx"));
    }

    private static void look(Path file) {
        new Dangers(file).refuseAll();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<conditionalFormatting sqref='A1'><cfRule type='expression' priority='1'><formula>WEBSERVICE(A1)=1</formula></cfRule></conditionalFormatting> | a conditional format",
                "<dataValidations><dataValidation sqref='A1'><formula1>WEBSERVICE(A1)</formula1></dataValidation></dataValidations> | a data validation",
                "<dataValidations><dataValidation sqref='A1'><formula1>1</formula1><formula2>webservice(A1)</formula2></dataValidation></dataValidations> | a data validation",
                "<extLst><ext><f>WEBSERVICE(A1)</f></ext></extLst> | a formula",
                "<sheetData><row r='9'><c r='A9'><f>WEBSERVICE(A1)</f></c></row></sheetData> | a formula"
            })
    void aFormulaBesideTheCellsIsRefused(String xml, String holder) {
        var file = withAfterwards(xml);
        assertThatThrownBy(() -> look(file))
                .isInstanceOf(WorkbookException.class)
                .hasMessageStartingWith(
                        file + ": " + holder + " in part /xl/worksheets/sheet1.xml contains WEBSERVICE");
    }

    @Test
    void aFormulaOfACellIsRefused() {
        var file = Parts.ofRows(ROWS + "<row r=\"2\"><c r=\"B2\"><f>1+WEBSERVICE(A1)</f></c></row>")
                .write(folder.resolve("strange.xlsx"));
        assertThatThrownBy(() -> look(file))
                .isInstanceOf(WorkbookException.class)
                .hasMessageStartingWith(
                        file + ": cell Training!B2 contains WEBSERVICE, which reaches out of the workbook");
    }

    @Test
    void aNameOfTheWorkbookIsRefused() {
        var file = Parts.ofRows(ROWS)
                .replace("xl/workbook.xml", "Training!$A$1<", "WEBSERVICE(\"a\")<")
                .write(folder.resolve("strange.xlsx"));
        assertThatThrownBy(() -> look(file))
                .isInstanceOf(WorkbookException.class)
                .hasMessageStartingWith(file + ": the name eta contains WEBSERVICE");
        assertThatThrownBy(() -> new PoiEngine(Engine.USUAL_LIMIT).recalculate(file))
                .isInstanceOf(WorkbookException.class)
                .hasMessageStartingWith(file + ": the name eta contains WEBSERVICE");
    }

    @Test
    void aPartThatReachesOutIsRefused() {
        var file = Parts.ofRows(ROWS)
                .put(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        Parts.relationships(Parts.relationship("rId1", "externalLink", "x.bin")))
                .put("xl/worksheets/x.bin", "x")
                .write(folder.resolve("strange.xlsx"));
        assertThatThrownBy(() -> look(file))
                .isInstanceOf(WorkbookException.class)
                .hasMessageStartingWith(file + ": the file contains a link to another workbook or program");
    }

    @Test
    void aNameOfOneSheetIsRefused() {
        var file = Parts.ofRows(ROWS)
                .replace(
                        "xl/workbook.xml",
                        "</definedNames>",
                        "<definedName name=\"x\" localSheetId=\"0\">WEBSERVICE(\"a\")</definedName></definedNames>")
                .write(folder.resolve("strange.xlsx"));
        assertThatThrownBy(() -> look(file))
                .isInstanceOf(WorkbookException.class)
                .hasMessageStartingWith(file + ": a name in part /xl/workbook.xml contains WEBSERVICE");
    }

    @Test
    void harmlessOnesPass() {
        assertThatNoException()
                .isThrownBy(() -> look(withAfterwards(
                        "<conditionalFormatting sqref='A1'><cfRule type='expression' priority='1'><formula>A1&gt;2</formula></cfRule>"
                                + "</conditionalFormatting>")));
    }
}
