package io.gradsheet.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Ref;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a formula of names whose parts do not fit together. */
class CellComplaintTest {
    private static final Scope SCOPE = new TestScope();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            p+P | 3 | unknown name P at column 3: did you mean p?
            z | 1 | unknown name z at column 1: did you mean neuron.z?
            foo(p) | 1 | unknown function foo at column 1: the functions are EXP, LN, LOG10, SQRT, SIN, COS, TAN, ATAN, SINH, COSH, TANH, ABS, SIGN, INT, MOD, ROUND, SUM, SUMSQ, AVERAGE, MIN, MAX, COUNT, SLOPE, INTERCEPT, IF, AND, OR, NOT, SUMPRODUCT, COUNTIFS, MMULT, TRANSPOSE, MINVERSE, MDETERM
            1+late | 3 | late at column 3: it stands further down
            1+on | 3 | on at column 3 is true or false, and + needs a number: write IF(on, 1, 0)
            -(p>1) | 2 | (p>1) at column 2 is true or false, and - needs a number: write IF((p>1), 1, 0)
            SUM(p>1) | 5 | p>1 at column 5 is true or false, and SUM needs a number: write IF(p>1, 1, 0)
            IF(p, 1, 0) | 4 | p at column 4 is a number, and IF needs a condition: write p<>0
            AND(on, q) | 9 | q at column 9 is a number, and AND needs a condition: write q<>0
            IF(on, p>1, 2) | 8 | p>1 at column 8 is true or false, and the other branch needs a number: write IF(p>1, 1, 0)
            IF(on, 1) | 1 | the function IF at column 1 takes 3 arguments (condition, then, else), and has 2
            on<(p>1) | 1 | on at column 1 is true or false, and < needs a number: write IF(on, 1, 0)
            0<p<1 | 4 | a second comparison at column 4: join two with AND(…, …)
            p= | 2 | a value is missing after = at column 2
            kind="relu" | 6 | kind has no option "relu" at column 6: there are sigmoid, tanh
            kind<"tanh" | 6 | the text "tanh" at column 6 has no order: compare it with = or <>
            p="tanh" | 1 | p at column 1 is not a choice, and cannot be compared with the text "tanh"
            "tanh" | 1 | the text "tanh" at column 1 can only be compared with a choice, as in f="tanh"
            p+"tanh" | 3 | the text "tanh" at column 3 is no number
            "tanh | 1 | unexpected " at column 1: the quotation mark is not closed
            kind | 1 | kind at column 1 is one of sigmoid, tanh, and a formula needs a number: ask which one, as in kind="sigmoid"
            kind*2 | 1 | kind at column 1 is one of sigmoid, tanh, and * needs a number: ask which one, as in kind="sigmoid"
            p≤1 | 2 | unexpected ≤ at column 2: write at most as <=
            p&q | 2 | unexpected & at column 2: it has no meaning in an expression
            p'(2) | 2 | unexpected ' at column 2: it has no meaning in an expression
            w[4] | 3 | 4 at column 3 is no element of w: there are 3, counted from 1
            a[ | 1 | a at column 1 is a column, and in its own table only rows above can be read: write a[n-1]
            a[n | 1 | a at column 1 is a column, and in its own table only rows above can be read: write a[n-1]
            a[n- | 1 | a at column 1 is a column, and in its own table only rows above can be read: write a[n-1]
            a[n-1 | 1 | a at column 1 is a column, and in its own table only rows above can be read: write a[n-1]
            c[ | 1 | c at column 1 is a column, and in its own table only rows above can be read: write c[n-1]
            A[0,1] | 3 | 0 at column 3 is no row of A: there are 2, counted from 1
            A[1,i*2] | 5 | i*2 at column 5 is no column of A: there are 3, counted from 1
            A[2] | 1 | A at column 1 is 2 x 3: write A[1,2] for an element, A[1,] for a row, A[,2] for a column
            w[1,2,3] | 1 | w at column 1 is 1 x 3: write w[1] for its first element
            w[1 | 1 | the bracket behind w at column 1 is not closed
            p[1] | 1 | p at column 1 is a single number, and an index needs a vector or a matrix
            w[on] | 3 | on at column 3 is true or false, and an index needs a number: write IF(on, 1, 0)
            w[v] | 3 | v at column 3 is 3 x 1, and an index needs a single number
            (w+w)[p] | 1 | (w+w) at column 1 is computed, and only of what stands in cells can an element be picked by a formula: give it a name of its own
            a[n-3] | 1 | a at column 1 is asked for 3 rows above, and first says what stands in 2
            a[n+1] | 1 | a at column 1 is asked for a row below, and only rows above can be read: write a[n-1]
            a[2] | 1 | a at column 1 is a column, and in its own table only rows above can be read: write a[n-1]
            a[n-p] | 1 | a at column 1 is a column, and in its own table only rows above can be read: write a[n-1]
            back[n-1] | 1 | back at column 1 is asked for a row below, and only rows above can be read: write back[n+1]
            plain[n-1] | 1 | plain at column 1 has nothing in the row above the first: say with first what stands there
            2*c | 3 | c at column 3 has no value in this row yet: write c[n-1] for the row above
            c[n] | 1 | c at column 1 has no value in this row yet: write c[n-1] for the row above
            A+C | 3 | A is 2 x 3 and C at column 3 is 2 x 2: + needs arrays of one shape
            MMULT(A, C) | 1 | A is 2 x 3 and C is 2 x 2: MMULT at column 1 needs as many columns in the first as rows in the second
            MINVERSE(A) | 10 | A at column 10 is 2 x 3, and MINVERSE needs as many rows as columns
            MDETERM(C+C) | 9 | C+C at column 9 is computed, and MDETERM needs cells: give it a name of its own
            SLOPE(v) | 1 | the function SLOPE at column 1 takes 2 arguments (the y, then the x), and has 1
            SLOPE(v, w) | 10 | v is 3 x 1 and w at column 10 is 1 x 3: SLOPE needs arrays of one shape
            INTERCEPT(v, 2*v) | 14 | 2*v at column 14 is computed, and INTERCEPT needs cells: give it a name of its own
            SUMPRODUCT(A, B) | 15 | A is 2 x 3 and B at column 15 is 3 x 2: SUMPRODUCT needs arrays of one shape
            SUMPRODUCT(p, q) | 12 | p at column 12 is a single number, and SUMPRODUCT needs a vector or a matrix
            MOD(p) | 1 | the function MOD at column 1 takes 2 arguments, and has 1
            SUM() | 1 | the function SUM at column 1 takes 1 argument or more, and has 0
            SUM(many^2) | 1 | SUM at column 1 has 300 numbers to write out, and may have 250: give what is computed a name of its own
            COUNTIFS(v) | 1 | the function COUNTIFS at column 1 takes pairs of an array and a criterion, and has 1
            COUNTIFS(v, "high") | 13 | the text "high" at column 13 is neither an option to compare a choice with nor a criterion such as ">=3"
            COUNTIFS(v, "=>"&p) | 13 | the text "=>" at column 13 is no criterion: write one as ">="&p
            COUNTIFS(2*v, 1) | 10 | 2*v at column 10 is computed, and COUNTIFS counts cells: give it a name of its own
            SUM(">="&p) | 5 | the text ">=" at column 5 cannot be an argument of SUM
            sigma | 1 | sigma at column 1 is a function: write it as sigma(z)
            sigma' | 1 | sigma at column 1 is a function: write it as sigma(z)
            area(p) | 1 | the function area at column 1 takes 2 arguments, and has 1
            1+area'(p, q) | 3 | area at column 3 has 2 parameters: write its derivative by one of them as area_x(…)
            area_z(p, q) | 1 | area at column 1 has no parameter z: it is area(x, y)
            norm'(w) | 1 | norm at column 1 cannot be differentiated by u, which is no number
            whole'(p) | 1 | the derivative of whole at column 1 cannot be taken: INT(z) has no derivative, because it jumps: leave it out of what is differentiated
            isPositive'(p) | 1 | isPositive at column 1 is true or false, and has no derivative
            1+faulty(p) | 3 | in faulty(z), unknown name zz at column 3: there are z, p, q, on, kind, i, j, A, B, C, w, v, one, many, neuron.z, row, gap, n, a, c and 22 more
            ping(p) | 1 | in ping(x), in pong(x), ping at column 1 is circular: it is used in its own definition, by way of ping, pong
            area(area(area(area(area(area(area(p,q),q),q),q),q),q),q) | 6 | area at column 6 is too long for a cell when it is written out: give a part of it a name of its own
            """)
    void theSentenceSaysWhatIsWrongAndWhere(String text, int column, String sentence) {
        var complaint = catchThrowableOfType(ExpressionException.class, () -> Expression.parse(text, SCOPE));

        assertThat(complaint).hasMessage(sentence);
        assertThat(complaint.column()).hasValue(column);
    }

    @Test
    void aFormulaTooLongForACellIsRefusedWhenItIsWritten() {
        var formula = Expression.parse("p" + "+p".repeat(499), SCOPE);

        assertThat(formula.cellFormula(operand -> Ref.at(4, 1).fix()).text()).hasSize(5 * 500 - 1);
        assertThat(catchThrowableOfType(
                        ExpressionException.class,
                        () -> formula.cellFormula(operand -> Ref.at(4, 1).fix().on("'Another sheet'"))))
                .hasMessage(
                        "the formula has 10499 characters in its cell, and may have 8192: give a part of it a name of its own");
    }

    @Test
    void aFormulaOfNoNamesSaysSo() {
        var empty = new Scope() {
            @Override
            public Optional<Meaning> meaning(String name) {
                return Optional.empty();
            }

            @Override
            public List<String> names() {
                return List.of();
            }
        };

        assertThat(catchThrowableOfType(ExpressionException.class, () -> Expression.parse("x", empty)))
                .hasMessage("unknown name x at column 1: there are no names here");
    }

    @Property
    void noHeapOfSignsMakesTheReaderFailOtherwise(
            @ForAll
                    @Chars({
                        'p', 'w', 'A', 'a', 'n', 'i', '(', ')', '[', ']', '+', '-', '*', '/', '^', '.', ',', '=', '<',
                        '>', '\'', '"', '&', '_', '1', '2', ' '
                    })
                    @StringLength(max = 30)
                    String text) {
        readsOrComplains(text);
    }

    @Property
    void noTextMakesTheReaderFailOtherwise(
            @ForAll @CharRange(from = ' ', to = '\u00ff') @StringLength(max = 60) String text) {
        readsOrComplains(text);
    }

    private static void readsOrComplains(String text) {
        try {
            var formula = Expression.parse(text, SCOPE);
            var cell = formula.type() instanceof Type.Array ? formula.element(1, 1) : formula;
            assertThat(cell.cellFormula(TestScope::address).text()).isNotBlank();
            assertThat(cell.cellConditions(TestScope::address))
                    .extracting(Formula::text)
                    .doesNotContain("");
            cell.tryEvaluate(operand -> 1);
        } catch (ExpressionException complaint) {
            assertThat(complaint).message().isNotBlank();
            complaint.column().ifPresent(column -> assertThat(column).isBetween(1, text.length() + 1));
        }
    }
}
