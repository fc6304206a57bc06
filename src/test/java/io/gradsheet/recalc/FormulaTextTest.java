package io.gradsheet.recalc;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.sheet.Address;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A1 | A1 | B3",
                "$A1 | $A1 | $A3",
                "A$1 | A$1 | B$1",
                "$A$1 | $A$1 | $A$1",
                "SUM(A1:$B$2) | - | SUM(B3:$B$2)",
                "A:A+$A:B+1:1+$1:2 | - | B:B+$A:C+3:3+$1:4",
                "LOG10(A1) | - | LOG10(B3)",
                "ATAN2(A1,X2Y) | - | ATAN2(B3,X2Y)",
                "\"A1 \"\"A1\"\"\"&A1 | - | \"A1 \"\"A1\"\"\"&B3",
                "'A1'!A1+'it''s A1'!A1 | - | 'A1'!B3+'it''s A1'!B3",
                "Data1!A1:A2 | - | Data1!B3:B4",
                "Table1[A1]+A1 | - | Table1[A1]+B3",
                "eta1_A1*A1.5+_A1 | - | eta1_A1*A1.5+_A1",
                "1E5+A1 | - | 1E5+B3",
                "#REF!+#N/A+A1 | - | #REF!+#N/A+B3",
                "AAAA1+XFE1+A1048577 | - | AAAA1+XFE1+A1048577",
                "XFD1048576 | - | A2",
                "TRUE+A1%  | - | TRUE+B3%",
                "[it']s]+A1 | - | [it']s]+B3",
                "'it''s | - | 'it''s"
            })
    void movesReferencesTwoRowsDownAndAColumnRight(String formula, String unused, String moved) {
        assertThat(FormulaText.parse(formula).shifted(2, 1)).isEqualTo(moved);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A1+B1 | =A1 + B1",
                "SUM(A1:A4) | sum( a1:a4 )",
                "'Training'!A1 | Training!A1",
                "'My Data'!A1 | 'my data'!a1",
                "_xlfn.NORM.DIST(A1,0,1,TRUE) | NORM.DIST(A1,0,1,TRUE)",
                "_xlfn._xlws.SORT(A1) | SORT(A1)",
                "0.50*A1 | .5*A1",
                "1E-09+A1 | 0.000000001+A1",
                "1E-09+A1 | 9.99999999999999999981e-10+A1",
                "1E+20*A1 | 1E+020*A1",
                "0.1234567890123456+A1 | 0.123456789012346+A1",
                "IF(TRUE,A1) | IF(TRUE(),A1)",
                "SUMPRODUCT(--(A1:A4>1),A1:A4) | SUMPRODUCT(-(-(A1:A4>1)),A1:A4)",
                "--A1 | -(-A1)",
                "--EXP(A1) | -(-EXP(A1))",
                "SUMXMY2(Data!A1:A1,$B$2:$B$2) | SUMXMY2(Data!A1,$B$2)",
                "STDEV(A1:A4) | _xlfn.STDEV.S(A1:A4)",
                "1+TRUE | 1+TRUE()",
                "-(-(A1+1)) | --(A1+1)",
                "A1 | A1:A1"
            })
    void areTheSame(String a, String b) {
        assertThat(FormulaText.sameFormula(a, b)).isTrue();
        assertThat(FormulaText.sameFormula(b, a)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A1+B1 | A1+B2",
                "A1 | $A1",
                "A1-B1-C1 | A1-(B1-C1)",
                "-(-A1+B1) | --A1+B1",
                "-(-A1)^2 | -(-A1^2)",
                "\"a b\" | \"ab\"",
                "\"a\" | \"A\"",
                "A1 B1 | A1B1",
                "1 2 | 12",
                "0.5*A1 | 0.05*A1",
                "My!A1 | Data!A1",
                "SUM(A1) | SUM A1",
                "A1 | ` `",
                "A1+1 | 1+A1",
                "eta | etas",
                "TRUE | TRUE(1)",
                "TRUE+1 | TRUE()",
                "RAND() | RAND",
                "--A1 | -(-A1",
                "A1:A2 | A1",
                "'' | '"
            })
    void areNotTheSame(String a, String b) {
        assertThat(FormulaText.sameFormula(a, b)).isFalse();
        assertThat(FormulaText.sameFormula(b, a)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WEBSERVICE(\"http://localhost/\")",
                "1+_xlfn.WEBSERVICE(A1)",
                "webservice(A1)",
                "DDE(\"a\",\"b\",\"c\")",
                "cmd|'/c calc'!A0",
                "RTD(\"a\",,\"b\")",
                "CALL(\"a\",\"b\")",
                "REGISTER.ID(\"a\",\"b\")",
                "FILTERXML(A1,\"x\")",
                "INFO(\"directory\")",
                "INDIRECT(A1)",
                "[1]Sheet!A1",
                "SUM(A1,[Book.xlsx]Sheet!A1)",
                "'[1]My Data'!A1",
                "'C:\\[x.xlsx]S'!A1",
                "'file:///etc/passwd'#$Sheet1.A1",
                "[1]!name"
            })
    void reachOutOfTheWorkbook(String formula) {
        assertThat(FormulaText.dangerousFunction(formula)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SUM(A1:A4)",
                "\"WEBSERVICE(1)\"",
                "\"[1]\"&A1",
                "'My Data'!A1",
                "webservice+1",
                "INFORMATION(A1)",
                "Table1[Cost]",
                "[@Cost]*2",
                "{1,2;3,4}",
                ""
            })
    void stayInTheWorkbook(String formula) {
        assertThat(FormulaText.dangerousFunction(formula)).isEmpty();
    }

    @Test
    void namesWhatReachesOut() {
        assertThat(FormulaText.dangerousFunction("1+_xlfn.WebService(A1)")).contains("_XLFN.WEBSERVICE");
        assertThat(FormulaText.dangerousFunction("[1]Sheet!A1")).contains("[1]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A1+A2*2 | A1+A4*2",
                "SUM(A1:$B$3)-B9% | SUM(A1:$B$5)-B11%",
                "Data!A3+A3 | 'My data'!A4+A5",
                "SUM(Data!A1:A3,A3) | SUM('My data'!A2:A4,A5)",
                "'Data'!$A$3&\"A3\"&Other!A3 | 'My data'!$A$4&\"A3\"&Other!A3",
                "LOG10(A3)+eta+#REF! | LOG10(A5)+eta+#REF!",
                "A1:A+AAAA3 | A1:A+AAAA3"
            })
    void aFormulaReadsAsItsCellsAreNow(String before, String now) {
        assertThat(FormulaText.moved(before, "Training", cell -> switch (cell.sheet()) {
                    case "Training" -> new Address("Training", cell.row() > 0 ? cell.row() + 2 : 0, cell.column());
                    case "Data" -> new Address("My data", cell.row() + 1, cell.column());
                    default -> cell;
                }))
                .isEqualTo(now);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A1 | true",
                "1+SUM(A:B) | true",
                "SUM(1:2) | true",
                "eta*2 | true",
                "Table1[Cost] | true",
                "1+2 | false",
                "EXP(1)&\"A1\" | false",
                "#N/A | false",
                "-2.5e3% | false"
            })
    void aFormulaRefersToCellsOrIsANumberWrittenAsOne(String formula, boolean refers) {
        assertThat(FormulaText.refersToCells(formula)).isEqualTo(refers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"A1", "'A1", "[A1", "['", "[[A1]", "1E999999999999+A1", "((((", "", "'", "\"\"\""})
    void whatIsNoFormulaIsReadNevertheless(String text) {
        assertThat(FormulaLexer.tokens(text).stream().map(FormulaToken::text).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(FormulaText.sameFormula(text, "=" + text)).isTrue();
        assertThat(FormulaText.sameFormula(text, text + "+1")).isFalse();
    }

    @Test
    void aFormulaThatIsNotMovedIsTheSame() {
        assertThat(FormulaText.parse("a1 + B2").shifted(0, 0)).isEqualTo("a1 + B2");
        assertThat(FormulaText.parse("A1").shifted(0, 1)).isEqualTo("B1");
        assertThat(FormulaText.parse("A1").shifted(1, 0)).isEqualTo("A2");
    }

    /** What the real programs make of formulas when they save. */
    @ParameterizedTest
    @EnumSource(ExternalEngineTest.Program.class)
    void areTheSameAfterARealProgramSavedThem(ExternalEngineTest.Program program, @TempDir Path folder) {
        var engine = program.installed(Duration.ofMinutes(2), folder);
        var formulas = List.of(
                "(A1)+A2",
                "((A1+A2))*eta",
                "A1-(A2-A3)",
                "1/(1+EXP(-A1))",
                "-(A1^2)",
                "0.50*A1",
                ".5+A1",
                "1E-09+A1",
                "0.0000001+A1",
                "1E+20*A1",
                "'Training'!A1",
                "IF(A1>0,\"yes \"\"q\"\" A1\",\"no\")",
                "IF(TRUE,,1)",
                "SUM($A$1:A4,A:A)",
                "50%*A1",
                "+A1",
                "SUMPRODUCT(--(A1:A4>1),A1:A4)",
                "STDEV(A1:A4)",
                "NORMDIST(A1,0,1,FALSE)",
                "_xlfn.NORM.DIST(A1,0,1,TRUE)",
                "LOG10(A1)",
                "A1:A4 A2:A3",
                "RANK(A1,A1:A4)",
                "SUM({1,2;3,4})",
                "2^-A1",
                "HYPERLINK(\"#Training!A1\",\"go\")");
        var rows = new StringBuilder();
        for (var row = 1; row <= formulas.size(); row++) {
            // Gnumeric passes over cells that do not say where they are.
            rows.append("<row r=\"%1$d\"><c r=\"A%1$d\"><v>1</v></c><c r=\"B%1$d\"><f>%2$s</f></c></row>"
                    .formatted(row, formulas.get(row - 1).replace("&", "&amp;").replace("<", "&lt;")));
        }
        var file = Parts.ofRows(rows.toString()).write(folder.resolve("w.xlsx"));
        try (var recalculation = engine.recalculate(file)) {
            var saved = Cells.withFormulas(recalculation.rows("Training"));
            assertThat(saved).hasSameSizeAs(formulas);
            for (var at = 0; at < formulas.size(); at++) {
                var after = saved.get(at).formula();
                assertThat(FormulaText.sameFormula(formulas.get(at), after))
                        .as("%s saved as %s", formulas.get(at), after)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ABS(A1)<1.00000000000000000001e+300 | ABS(A1)<1E+300",
                "1.5e-3+e1*2e3 | 0.0015+e1*2E+3",
                "IF(A1=1,\"1e5\",1E+5) | IF(A1=1,\"1e5\",1E+5)"
            })
    void numbersAreSpelledSoThatTheEmbeddedEngineReadsThem(String written, String plain) {
        assertThat(FormulaText.withPlainNumbers(written)).isEqualTo(plain);
    }

    @Test
    void whatAFormulaReadsIsListed() {
        assertThat(FormulaText.readings("SUM(Data!$B$4:$D$7)+B13*eta-LOG10(C1)"))
                .extracting(reading -> reading.sheet().orElse("") + "|" + reading.cells())
                .containsExactly("Data|$B$4:$D$7", "|B13:B13", "|C1:C1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SUMPRODUCT(A1:A3*2)",
                "SUMPRODUCT(--(A1:A3>0),B1:B3)",
                "SUMPRODUCT(A1:A3)*SUMPRODUCT(A1:A3,-B1:B3)",
                "1+MMULT(TRANSPOSE(A1:A3),B1:B3)",
                "SUMPRODUCT((A1:A3),(B1:B3)*2)"
            })
    void moreThanRangesIsGivenForAnArray(String formula) {
        assertThat(FormulaText.givesExpressionForArray(formula)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A1*2",
                "SUMPRODUCT(A1:A3,B1:B3)",
                "-SUMPRODUCT(A1:A3)*2+EXP(A1)",
                "SUM(A1*2)+SUMPRODUCT((A1:A3),B1:B3)-1",
                "SUMPRODUCT(A1:A3)*SUMXMY2(A1:A3,B1:B3)",
                "\"SUMPRODUCT\"&A1"
            })
    void onlyRangesAreGivenForAnArray(String formula) {
        assertThat(FormulaText.givesExpressionForArray(formula)).isFalse();
    }
}
