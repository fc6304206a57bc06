package io.gradsheet.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.expression.Operand.Block;
import io.gradsheet.expression.Operand.Single;
import io.gradsheet.sheet.Formula;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a formula of names comes to, and where it comes to nothing because programs would differ. */
class CellValueTest {
    private static final Scope SCOPE = new TestScope();

    /** p = 0.5, q = 3, true, tanh; the elements of w are 1, 2, 3, those of same 0.1, those of A 11, 12, …; a is 5, above it 4; v has a gap in the middle. */
    private static double cell(Operand operand) {
        if (operand instanceof Single single) {
            return switch (single.name()) {
                case "p" -> 0.5;
                case "q" -> 3;
                case "on", "kind" -> 1;
                default -> 5 - single.rowsAbove();
            };
        }
        var block = (Block) operand;
        assertThat(block.rows() * block.columns()).as("cells at once").isEqualTo(1);
        return switch (block.name()) {
            case "w" -> block.column();
            case "same" -> 0.1;
            case "v" -> block.row() == 2 ? Double.NaN : block.row();
            default -> 10 * block.row() + block.column();
        };
    }

    private static Expression read(String text) {
        return Expression.parse(text, SCOPE);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            q>=3 | 1
            q<>3 | 0
            (p>1)=(q>1) | 0
            on | 1
            kind="tanh" | 1
            kind<>"tanh" | 0
            IF(q>1, p, LN(-1)) | 0.5
            OR(p>1, NOT(q<1)) | 1
            AND(w>0) | 1
            MOD(-3, 2) | 1
            MOD(3, -2) | -1
            MOD(5.5, 2) | 1.5
            MOD(1.5, 0.5) | 0
            INT(-2.5) | -3
            ROUND(2.675, 2) | 2.68
            ROUND(-2.5, 0) | -3
            ROUND(1.005, 2) | 1.01
            ROUND(1250, -2) | 1300
            SIGN(-2)+SIGN(0) | -1
            i*j+w[i] | 0
            w[q] | 3
            A[i,q]+A[q-2,1] | 34
            a+10*a[n-1]+100*a[n-2] | 345
            SUM(A) | 102
            SUM(A[,1]) | 32
            SUM(w*w, 1) | 15
            SUMSQ(w) | 14
            AVERAGE(A[1,]) | 12
            MIN(A, q)+MAX(A) | 26
            MAX(-1, -2) | -1
            COUNT(A, p) | 7
            SUMPRODUCT(w, w) | 14
            SUMPRODUCT(w, TRANSPOSE(w)) | 14
            COUNTIFS(A, ">="&12, A, "<23") | 4
            MMULT(A, B)[2,1] | 1406
            (A+TRANSPOSE(B))[2,3] | 55
            MDETERM(C) | -10
            MINVERSE(C)[1,2] | 1.2
            MMULT(MINVERSE(C), C)[2,2] | 1
            SLOPE(A[1,], w) | 1
            INTERCEPT(A[1,], w) | 10
            SUM(v) | 4
            AVERAGE(v) | 2
            COUNT(v) | 2
            MIN(v)+MAX(v)+SUMSQ(v) | 14
            COUNTIFS(v, "<2") | 1
            COUNTIFS(v, "<>1") | 2
            relu'(p) | 1
            relu'(-p) | 0
            relu'(0) | 0
            step(0) | 1
            cube'(2)-3*4 | 0.5
            norm(w)^2 | 14
            SUM(softmax(w)) | 1
            """)
    void asInASpreadsheet(String text, double value) {
        assertThat(read(text).evaluate(CellValueTest::cell)).isCloseTo(value, within(1e-12));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            IF(0.1+0.2>0.3, 1, 0) | 4 | 0.1+0.2>0.3 at column 4: 0.1+0.2 is 0.30000000000000004, and programs do not agree which of numbers that near is greater: round them first
            IF(p-0.1*5+1e-17>=0, 1, 0) | 4 | p-0.1*5+1E-17>=0 at column 4: p-0.1*5+1E-17 is 1E-17, and programs do not agree which of numbers that near is greater: round them first
            2*INT((0.1+0.7)*10) | 3 | INT((0.1+0.7)*10) at column 3: (0.1+0.7)*10 is 7.999999999999999, and programs do not agree about a number that near to a jump of INT: round it first
            SIGN(0.1+0.2-0.3) | 1 | SIGN(0.1+0.2-0.3) at column 1: 0.1+0.2-0.3 is 5.551115123125783E-17, and programs do not agree about a number that near to a jump of SIGN: round it first
            MOD(0.3, 0.1) | 1 | MOD(0.3,0.1) at column 1: programs do not agree about a number that near to a multiple of the divisor: round it first
            MOD(q, 0) | 1 | MOD(q,0) at column 1: q is 3, and MOD needs a divisor other than 0
            MOD(1e16, q) | 1 | MOD(1E+16,q) at column 1: q is 3, and MOD needs a quotient below 134217728
            ROUND(2.5, p) | 1 | ROUND(2.5,p) at column 1: p is 0.5, and ROUND needs a whole number of places from -15 to 15
            ROUND(q*0.835-p*1e-15, 2) | 1 | ROUND(q*0.835-p*1E-15,2) at column 1: q*0.835-p*1E-15 is 2.5049999999999994, and programs do not agree about a number that near to a half: round it to more places first
            w[q+1] | 1 | w[q+1] at column 1: q+1 is 4, and an index is a whole number from 1, and w has 3 elements
            A[1,p] | 1 | A[1,p] at column 1: p is 0.5, and an index is a whole number from 1, and A has a size of 2 x 3
            1+v[i] | 3 | v[2] at column 3: v[2] has no value
            SUM(2*v) | 5 | v[2] at column 5
            MAX(v[2], 1) | 5 | v[2] at column 5: v[2] has no value
            1+SLOPE(w, same) | 3 | SLOPE(w,same) at column 3: all x are equal, 0.1, and points above each other have no SLOPE
            INTERCEPT(v, v) | 1 | v[2] at column 1: v[2] has no value
            MINVERSE(D)[1,1] | 1 | MINVERSE(D)[1,1] at column 1: there is no inverse, because a row follows from the others but for rounding
            SUMPRODUCT(v, v) | 1 | v[2] at column 1: v[2] has no value
            AVERAGE(v[2,]) | 1 | AVERAGE(v[2,]) at column 1: there are no numbers to take the average of
            sigma(LN(p-0.5)) | 7 | LN(p-0.5) at column 7: p-0.5 is 0, and LN needs a positive number
            1+cube(1e200) | 3 | 1E+200^3 at column 3: the result is too large for a spreadsheet
            OR(on, LN(-1)>0) | 8 | LN(-1) at column 8: LN needs a positive number
            """)
    void whereProgramsDifferThereIsNoValue(String text, int column, String sentence) {
        var formula = read(text);
        var failure = catchThrowableOfType(DomainException.class, () -> formula.evaluate(CellValueTest::cell));

        assertThat(failure).as(text).hasMessageStartingWith(sentence);
        assertThat(failure.column()).isEqualTo(column);
        assertThat(formula.tryEvaluate(CellValueTest::cell)).isEmpty();
    }

    @ParameterizedTest(name = "{0} where {1}")
    @CsvSource(delimiter = '|', textBlock = """
            w[p]+1 | INT(p)=p; p>=1
            one[p] | INT(p)=p; p=1
            w[i] | ''
            SLOPE(w, same) | MAX(same11:same13)>MIN(same11:same13)
            A[q,1] | INT(q)=q; q>=1
            ROUND(p, q) | INT(q)=q
            IF(p>0, p^0.5, q^q) | IF(p>0,p>=0,TRUE); IF(p>0,TRUE,IF(q=0,q>0,OR(q>0,INT(q)=q)))
            SUM(w^0.5) | w11>=0; w12>=0; w13>=0
            """)
    void aConditionIsAskedWhereProgramsGoOn(String text, String conditions) {
        assertThat(read(text).cellConditions(TestScope::address).stream()
                        .map(Formula::text)
                        .collect(Collectors.joining("; ")))
                .isEqualTo(conditions);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1=1+1e-13",
                "1e-300>0",
                "SIGN(1e-300)",
                "INT(2.9999999999)",
                "ROUND(2.6749999999, 2)",
                "MOD(1e8, 7)"
            })
    void nearIsNotNextTo(String text) {
        assertThat(read(text).tryEvaluate(CellValueTest::cell)).isPresent();
    }
}
