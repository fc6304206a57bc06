package io.gradsheet.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in a cell for a formula of names. */
class CellFormulaTest {
    private static final Scope SCOPE = new TestScope();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            p+2*q | p+2*q
            p>1 | p>1
            (p>1)=(q>1) | (p>1)=(q>1)
            if( p-1 <> q, p, -q ) | IF(p-1<>q,p,-q)
            AND(p>1, NOT(on), q<=2) | AND(p>1,NOT(on),q<=2)
            OR(on, w>1) | OR(on,w11>1,w12>1,w13>1)
            kind="tanh" | kind="tanh"
            "tanh"<>kind | kind<>"tanh"
            MOD(p, 2)+ROUND(q, i) | MOD(p,2)+ROUND(q,2)
            INT(p)*SIGN(-q) | INT(p)*SIGN(-q)
            i*j | 2*(-1)
            w[2] | w12
            w[i+1] | w13
            v[i] | v21
            A[1,i] | A12
            neuron.z[3] | neuron.z31
            w[p] | INDEX(w11:w13,1,p)
            v[p] | INDEX(v11:v31,p)
            A[p,3] | INDEX(A11:A23,p,3)
            A[2,p] | INDEX(A11:A23,2,p)
            one[p] | one11
            A[1,][p] | INDEX(A11:A13,1,p)
            a | a
            a[n-1]-2*a[n-2]+a[n] | a(1)-2*a(2)+a
            c[n-1] | c(1)
            back[n+1] | back(1)
            SUM(A)+AVERAGE(w) | SUM(A11:A23)+AVERAGE(w11:w13)
            SUM(A[1,], p, 3) | SUM(A11:A13,p,3)
            SUM(A[,2]) | SUM(A12:A22)
            SUM(w^2) | SUM(w11^2,w12^2,w13^2)
            MIN(p, q)+MAX(A)+COUNT(v)+SUMSQ(w) | MIN(p,q)+MAX(A11:A23)+COUNT(v11:v31)+SUMSQ(w11:w13)
            SUMPRODUCT(A, A) | SUMPRODUCT(A11:A23,A11:A23)
            SUMPRODUCT(w, v) | w11*v11+w12*v21+w13*v31
            2*SUMPRODUCT(v, w) | 2*(v11*w11+v21*w12+v31*w13)
            COUNTIFS(v, ">="&p, v, "<"&p+q) | COUNTIFS(v11:v31,">="&p,v11:v31,"<"&p+q)
            COUNTIFS(v, ">=3", v, -1) | COUNTIFS(v11:v31,">=3",v11:v31,"=-1")
            sigma(p) | 1/(1+EXP(-p))
            sigma'(p) | EXP(-p)/(1+EXP(-p))^2
            cube''(q+1) | 6*(q+1)
            area_x(p, 2) | 2*p*2+3*p^2+p
            area_x_y(q, p) | 2*q
            relu'(p) | IF(p>0,1,0)
            top'(q) | IF(p>MAX(2,q,q^2),0,IF(q^2>MAX(2,q),2*q,IF(q>2,1,0)))
            act(q) | IF(kind="tanh",TANH(q),1/(1+EXP(-q)))
            norm(w) | SQRT(SUMSQ(w11:w13))
            share(w, 2) | SQRT(SUMSQ(w11:w13))/2
            shift(3) | 3+q
            """)
    void aFormulaIsWrittenWithAddresses(String text, String formula) {
        assertThat(Expression.parse(text, SCOPE).cellFormula(TestScope::address).text())
                .isEqualTo(formula);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            A | 2 x 3 | A23
            A[1,] | 1 x 3 | A13
            A[,2] | 2 x 1 | A22
            A[p,] | 1 x 3 | INDEX(A11:A23,p,3)
            A+2*A-p | 2 x 3 | A23+2*A23-p
            -A/A | 2 x 3 | -A23/A23
            TRANSPOSE(A) | 3 x 2 | A23
            TRANSPOSE(A)+B | 3 x 2 | A23+B32
            MMULT(A, B) | 2 x 2 | INDEX(MMULT(A11:A23,B11:B32),2,2)
            MMULT(w, v) | 1 x 1 | MMULT(w11:w13,v11:v31)
            MMULT(v, w) | 3 x 3 | v31*w13
            MMULT(TRANSPOSE(A), C) | 3 x 2 | A13*C12+A23*C22
            sigma(w) | 1 x 3 | 1/(1+EXP(-w13))
            sigma'(w) | 1 x 3 | EXP(-w13)/(1+EXP(-w13))^2
            relu(w) | 1 x 3 | MAX(0,w13)
            softmax(w) | 1 x 3 | EXP(w13)/SUM(EXP(w11),EXP(w12),EXP(w13))
            share(w, w) | 1 x 3 | SQRT(SUMSQ(w11:w13))/w13
            IF(w>p, w, 0) | 1 x 3 | IF(w13>p,w13,0)
            """)
    void anArrayIsWrittenElementByElement(String text, String type, String lastFormula) {
        var array = Expression.parse(text, SCOPE);
        var shape = (Type.Array) array.type();

        assertThat(shape).hasToString(type);
        assertThat(array.element(shape.rows(), shape.columns())
                        .cellFormula(TestScope::address)
                        .text())
                .isEqualTo(lastFormula);
    }

    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource(delimiter = '|', textBlock = """
            p+q*p | p, q
            SUM(A)+A[1,2]+SUM(A) | A11:A23, A12
            w[p]+a[n-1] | w11:w13, p, a(1)
            IF(kind="tanh", cube(q), IF(on, 1, q)) | kind, q, p, on
            COUNTIFS(v, ">="&q) | v11:v31, q
            MMULT(A, B)[1,2] | A11:A23, B11:B32
            sigma(2) | ''
            """)
    void itsOperandsAreWhatItReads(String text, String operands) {
        assertThat(Expression.parse(text, SCOPE).operands().stream()
                        .map(operand -> TestScope.address(operand).text())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(operands);
    }

    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource(delimiter = '|', textBlock = """
            cube(x) | x^3+p*x
            cube'(x) | 3*x^2+p
            area_x(x, y) | 2*x*y+3*x^2+p
            act'(z) | IF(kind="tanh",1-TANH(z)^2,EXP(-z)/(1+EXP(-z))^2)
            softmax(z) | EXP(z)/SUM(EXP(z))
            norm(u) | SQRT(SUMSQ(u))
            shift(p) | p+q
            """)
    void aFunctionCanBeShownByItself(String text, String shown) {
        assertThat(Expression.written(text, SCOPE)).hasToString(shown);
    }

    @Test
    void typesAreKnown() {
        assertThat(Expression.parse("p+1", SCOPE).type()).isEqualTo(Type.NUMBER);
        assertThat(Expression.parse("IF(on,p>1,q>1)", SCOPE).type()).isEqualTo(Type.TRUTH);
        assertThat(Expression.parse("w>1", SCOPE).element(1, 1).type()).isEqualTo(Type.TRUTH);
    }
}
