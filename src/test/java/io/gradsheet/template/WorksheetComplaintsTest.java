package io.gradsheet.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.lesson.frame.UnrepresentableException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each wrong worksheet is refused with the place and in the words of its template. */
class WorksheetComplaintsTest {
    private static final String HEAD = """
            lesson: worksheet
            title: Trial
            about: A trial.
            functions: {f(x): x^2, g(x): f(x)+1}
            sheets:
              - name: Trial
                title: Trial
                about: A trial.
                content:
            """;

    private static WorksheetExperiment read(String yaml) {
        return (WorksheetExperiment)
                Template.of(new Provenance("trial", yaml, List.of(), Map.of("data.csv", "a,b\n1,2\n3,4\n")))
                        .read(List.of());
    }

    private static void assertComplaint(String yaml, String message) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read(yaml))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            solver: p, changing: [p] | 12:18 | solver must be the name of one cell with a formula, which Solver is to make small
            solver: c, changing: [c] | 12:32 | input 1 of changing must be the name of an input that holds numbers: Solver changes nothing else
            solver: c, changing: [] | 12:31 | changing has 0 inputs, but must have from 1 to 200
            """)
    void whatSolverCannotWorkOnIsSaid(String solver, String place, String complaint) {
        assertComplaint(HEAD + """
                          - inputs: [{symbol: p, value: 1}]
                          - values: [{symbol: c, formula: p^2}]
                          - {%s}
                    """.formatted(solver), "trial.yaml:" + place + ": " + complaint);
    }

    @Test
    void solverWorksOnOneSheetOnly() {
        var lesson = read(HEAD + """
                      - inputs: [{symbol: p, value: 1}]
                      - values: [{symbol: c, formula: p^2}]
                  - name: Other
                    title: Other
                    about: Another.
                    content:
                      - {solver: c, changing: [p]}
                """);
        assertThatExceptionOfType(UnrepresentableException.class)
                .isThrownBy(() -> Lessons.of(lesson).plan())
                .withMessage(
                        "trial.yaml:16:18: solver is on sheet Other, but a cell that it names is on sheet Trial; Solver"
                                + " works on one sheet only");
    }

    /** The content begins in line 10. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # symbols
            - values: [{symbol: v, formula: a+1}] | 10:47 | in value.formula: unknown name a at column 1: there are f, g
            - values: [{symbol: v, formula: v+1}] | 10:47 | in value.formula: v at column 1: it would be defined by itself, in a circle; use what stands above it
            - values: [{symbol: v, formula: w}, {symbol: w, formula: 1}] | 10:47 | in value.formula: w at column 1: it stands further down (trial.yaml:10:60); a formula uses what stands above it, so move it up
            - inputs: [{symbol: a, value: 1}, {symbol: a, value: 2}] | 10:58 | input.symbol is 'a', which stands for something else already; take another
            - inputs: [{symbol: sum, value: 1}] | 10:35 | input.symbol is no name for formulas: sum cannot be a variable: it is the name of a function; take another
            - inputs: [{symbol: i, value: 1}] | 10:35 | input.symbol cannot be 'i', which is the number of an element; take another letter
            # inputs
            - inputs: [{symbol: a}] | 10:26 | input has no number; add 'value', 'values', 'normal' or 'uniform'
            - inputs: [{symbol: a, value: 1, values: [1]}] | 10:26 | input has both 'value' and 'values'; keep one of them
            - inputs: [{symbol: a, value: 5, from: 0, to: 2}] | 10:26 | input holds 5, which its own from, to or whole does not allow
            - inputs: [{symbol: a, value: 1, from: 2, to: 0}] | 10:61 | input.to must be larger than 'from'
            - inputs: [{symbol: a, values: [[1, 2], [3]]}] | 10:55 | row 2 of input.values has 1 number, but must have 2, as many as the first row
            - inputs: [{symbol: a, choice: [yes, no], value: maybe}] | 10:64 | input.value cannot be 'maybe'; there are: yes, no
            - inputs: [{symbol: a, choice: [yes, no], from: 1}] | 10:63 | input.from does not go with 'choice'; remove one of them
            - inputs: [{symbol: a, choice: [yes, no], draw: false}] | 10:63 | input.draw does not go with 'choice'; remove one of them
            - inputs: [{symbol: a, value: 1, draw: [2, 0]}] | 10:54 | input.draw must have its low end first and a higher one after it
            - inputs: [{symbol: a, value: 1, draw: [1, 1]}] | 10:54 | input.draw must have its low end first and a higher one after it
            - inputs: [{symbol: a, value: 1, draw: [1]}] | 10:54 | input.draw has 1 end, but must have 2, a low and a high one
            - inputs: [{symbol: a, value: 1, draw: [1, 2, 3]}] | 10:54 | input.draw has 3 ends, but must have 2, a low and a high one
            - inputs: [{symbol: a, value: 1, draw: [1, much]}] | 10:58 | end 2 of input.draw must be a number, but is 'much'
            - inputs: [{symbol: a, value: 1, draw: sometimes}] | 10:54 | input.draw must be true, false, or a low and a high end, [0.5, 2], but is 'sometimes'
            - inputs: [{symbol: a, value: 1, draw: 0.5}] | 10:54 | input.draw must be true, false, or a low and a high end, [0.5, 2], but is 0.5
            - inputs: [{symbol: a, value: 1, draw: {from: 0, to: 1}}] | 10:54 | input.draw must be true, false, or a low and a high end, [0.5, 2], but is a group of keys
            - inputs: [{symbol: a, value: 1, draw: ~}] | 10:54 | input.draw must be true, false, or a low and a high end, [0.5, 2], but is '~'
            - inputs: [{symbol: a, value: 1, from: 0, to: 2, draw: [1, 3]}] | 10:70 | input.draw holds a number that its own from, to or whole does not allow
            - inputs: [{symbol: a, value: 1, whole: true, draw: [0.5, 3]}] | 10:67 | input.draw holds a number that its own from, to or whole does not allow
            - inputs: [{symbol: a, normal: {mean: 1}}] | 10:46 | input.normal has no key 'seed'; add it
            # shapes
            - values: [{symbol: v, formula: "TRANSPOSE(3)"}] | 10:58 | in value.formula: 3 at column 11 is a single number, and TRANSPOSE needs a vector or a matrix
            # tables
            - {table: t, rows: {n: 1..3}, columns: [{symbol: a, formula: b}, {symbol: b, formula: n}]} | 10:76 | in column.formula: b at column 1: it stands further right; a column uses those to its left
            - {table: t, rows: {n: 1..3}, columns: [{symbol: a, formula: 'a[n-1]+1'}]} | 10:77 | in column.formula: a at column 1: a column cannot use itself; with 'first' it may use its value in the row above, a[n-1]
            - {table: t, rows: {n: 1..2}, columns: [{symbol: a, formulas: [1]}]} | 10:77 | column.formulas has 1 formula, but must have 2, one for each row of the table
            - {table: t, rows: {n: 1..2}, columns: [{symbol: a, formulas: [1, 2], formula: 1}]} | 10:94 | column.formula does not go with 'formulas'; remove one of them
            - {table: t, rows: {x: [1, 2]}, columns: [{symbol: a, first: 1, formula: 'a[x-1]'}]} | 10:76 | column.first needs rows that count, such as {n: 1..10}
            - {table: t, rows: {n: one}, columns: []} | 10:38 | table.rows.n must be a range such as 1..10, a list of numbers, or {from: …, to: …, steps: …}
            - {table: t, rows: {n: 1..200000}, columns: [{symbol: a, formula: n}]} | 10:38 | table.rows.n makes a table of 200,000 rows, but it may have 100,000; take fewer
            - {table: t, rows: {n: 1..2}, columns: [{symbol: a, values: [1, 2, 3]}]} | 10:75 | column.values has 3 rows, but must have 2, one for each row of the table
            - {table: t, rows: {n: 1..2}, columns: [{symbol: a, formula: n}], remarks: {3: Look.}} | 10:94 | table.remarks.3 stands beside no row: its key must be a number from 1 to 2
            - {table: t, rows: {csv: data.csv}, columns: [{symbol: a, formula: b}]} | 10:70 | column.symbol is 'a', and the table has such a column already; take another
            - {table: t, rows: {csv: none.csv}, columns: []} | 10:40 | the workbook holds no data file called 'none.csv'; generate it again
            - {table: t, rows: {images: data.csv, image: {rows: 2, columns: 2}}} | 10:60 | table.rows.image has 4 pixels, but the file has 2 columns; it must have one for each pixel and one for the label
            # what shows cells
            - {chart: C, lines: [{y: q}]} | 10:40 | in series.y: unknown name q at column 1: there are f, g
            - {beside: [{table: t, rows: {n: 1..3}, columns: [{symbol: a, gaps: true, formula: LN(n)}]}, {chart: C, lines: [{y: a}]}]} | 10:131 | series.y is empty in some rows ('gaps'), which programs would draw as 0; take a column without gaps
            - {chart: C} | 10:17 | chart shows nothing; add 'lines', 'points', 'paths' or 'columns'
            - {table: r, rows: {csv: data.csv, captions: {c: length}}} | 10:64 | table.rows.captions.c is for no column of the file; it has k, a, b
            - {map: M, formula: x, over: {x: [0, 1]}} | 10:44 | map.over must have two variables, such as {x: [-4, 4], y: [-4, 4]}
            # claims
            - {same: [1, 2], because: Why., tolerance: 0} | 10:58 | same.tolerance must be larger than 0, but is 0
            - {same: [1], because: Why.} | 10:24 | same has 1 formula, but must have 2, two that must give the same
            - {verdict: 1, then: A, else: B} | 10:27 | verdict gives a number, but must be true or false; write a comparison such as x>0
            # texts and words
            - {text: {}} | 10:24 | text has no text in any language; add 'en: …'
            - {txt: Hm.} | 10:18 | there is no key 'txt' in the item; did you mean 'text'? there are: heading, text, try, link, inputs, values, table, chart, map, image, network, same, verdict, solver, show, beside
            - {link: Elsewhere} | 10:24 | link cannot be 'Elsewhere'; there are: Trial
            - {show: ["h(x)"]} | 10:26 | in function 1 of show: unknown function h at column 1: the functions are EXP, LN, LOG10, SQRT, SIN, COS, TAN, ATAN, SINH, COSH, TANH, ABS, SIGN, INT, MOD, ROUND, SUM, SUMSQ, AVERAGE, MIN, MAX, COUNT, SLOPE, INTERCEPT, IF, AND, OR, NOT, SUMPRODUCT, COUNTIFS, MMULT, TRANSPOSE, MINVERSE, MDETERM
            """)
    void isRefused(String content, String where, String message) {
        assertComplaint(HEAD + "              " + content + "\n", "trial.yaml:" + where + ": " + message);
    }

    @Test
    void functionsThatUseEachOtherAreCircular() {
        var yaml = HEAD.replace("g(x): f(x)+1", "g(x): h(x), h(x): g(x)")
                + "              - values: [{symbol: v, formula: g(1)}]\n";
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> read(yaml))
                .withMessageContaining("trial.yaml:10:47: in value.formula:")
                .withMessageContaining("circular");
    }

    @Test
    void sheetsNeedNamesThatFormulasCanUse() {
        assertComplaint(
                HEAD.replace("name: Trial", "name: A1") + "              - text: x\n",
                "trial.yaml:6:11: sheet.name cannot be 'A1'; take a word of at most 31 letters and digits that is not the name"
                        + " of a cell");
        assertComplaint(
                HEAD.replace("name: Trial", "name: Check") + "              - text: x\n",
                "trial.yaml:6:11: sheet.name is 'Check', the name of another sheet; take another");
    }

    @Test
    void aMapOfAMatrixHasACellForEachElement() {
        assertComplaint(
                HEAD + """
                              - map: M
                                formula: v
                                over: {x: [0, 1], y: [0, 1]}
                                cells: 7
                              - inputs: [{symbol: v, values: [[1, 2], [3, 4], [5, 6]]}]
                """,
                "trial.yaml:11:26: map.formula gives 3 × 2 values, but the map has 7 × 7 cells; it must give a number, or"
                        + " a matrix of that size");
    }

    @Test
    void aRightOneIsRead() {
        assertThat(read(HEAD + "              - values: [{symbol: v, formula: g(2)}]\n")
                        .pages())
                .hasSize(1);
    }
}
