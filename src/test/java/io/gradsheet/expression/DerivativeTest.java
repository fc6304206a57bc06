package io.gradsheet.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradsheet.sheet.Formula;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivativeTest {
    private static final List<String> XY = List.of("x", "y");

    @ParameterizedTest(name = "{0} by x is {1}")
    @CsvSource({
        "7, 0",
        "PI(), 0",
        "y^2, 0",
        "x, 1",
        "-x, -1",
        "3*x-x, 2",
        "x-(y-x), 2",
        "(1+2)*x, 3",
        "x^2+y^2, 2*x",
        "x*x, 2*x",
        "-x^2, 2*x",
        "-(x^2), -2*x",
        "0.5*x^2, x",
        "x^3/3, x^2",
        "x^2/6, x/3",
        "x^1.1, 1.1*x^0.1",
        "3*x/1.5, 2",
        "0.5*x/3, 1/6",
        "x/0.1, 10",
        "1e-20*x/4, 2.5E-21",
        "(x-2)^4, 4*(x-2)^3",
        "(2*x)^3, 24*x^2",
        "x^2^3, 6*x^5",
        "100*(y-x^2)^2+(1-x)^2, -400*x*(y-x^2)-2*(1-x)",
        "(x^2+y-11)^2+(x+y^2-7)^2, 4*x*(x^2+y-11)+2*(x+y^2-7)",
        "x*y*3*x, 6*x*y",
        "1/x, -1/x^2",
        "x^-2, -2/x^3",
        "y/x^2, -2*y/x^3",
        "x/(1+x), 1/(1+x)^2",
        "x/y, 1/y",
        "1/(1+EXP(-x)), EXP(-x)/(1+EXP(-x))^2",
        "x^(1/3), 1/(3*x^(2/3))",
        "EXP(-(x^2)), -2*x*EXP(-(x^2))",
        "LN(x), 1/x",
        "LN(x^2+1), 2*x/(x^2+1)",
        "LOG10(x), 1/(x*LN(10))",
        "SQRT(x), 1/(2*SQRT(x))",
        "SQRT(x^2+y^2), x/SQRT(x^2+y^2)",
        "SIN(x)*COS(y), COS(x)*COS(y)",
        "COS(x)*COS(y), -SIN(x)*COS(y)",
        "COS(x)^2, -2*SIN(x)*COS(x)",
        "TAN(x), 1/COS(x)^2",
        "ATAN(x), 1/(1+x^2)",
        "ATAN(-x), -1/(1+x^2)",
        "SINH(x), COSH(x)",
        "COSH(x), SINH(x)",
        "TANH(x), 1-TANH(x)^2",
        "ABS(x), x/ABS(x)",
        "ABS(x)^2, 2*x",
        "2^x, 2^x*LN(2)",
        "x^y, y*x^(y-1)",
        "x^x, x^x*(LN(x)+1)",
        "PI*x^2/2, PI()*x",
    })
    void theDerivativeCanBeReadByAPerson(String text, String expected) {
        assertThat(Expression.parse(text, XY).derivative("x")).hasToString(expected);
    }

    @Test
    void thereIsOneDerivativeForEachVariableAndTheyCanBeRepeated() {
        var expression = Expression.parse("x^3*y^2", XY);

        assertThat(expression.derivative("x")).hasToString("3*x^2*y^2");
        assertThat(expression.derivative("y")).hasToString("2*x^3*y");
        assertThat(expression.derivative("x").derivative("y")).hasToString("6*x^2*y");
        assertThat(expression.derivative("x").variables()).isEqualTo(XY);
    }

    @Test
    void theDerivativeOfTheSameVariableNeedNotExistEverywhere() {
        var root = Expression.parse("SQRT(x)", XY);

        assertThat(root.tryEvaluate(0, 0)).hasValue(0);
        assertThat(root.derivative("x").tryEvaluate(0, 0)).isEmpty();
    }

    @Test
    void numbersThatTogetherLeaveTheRangeOfADoubleAreKeptApart() {
        var derivative = Expression.parse("1e200*x*1e200*1e-300", XY).derivative("x");

        assertThat(derivative.formula(Formula::named).text()).doesNotContain("Infinity");
        assertThat(Expression.parse("1e300*(1e300*(x/1e300))", XY)
                        .derivative("x")
                        .evaluate(1, 0))
                .isEqualTo(1e300);
    }

    @Test
    void aDerivativeTooLongForACellIsRefused() {
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> Expression.parse("SIN(".repeat(50) + "x" + ")".repeat(50), XY)
                        .derivative("x"))
                .withMessageMatching(
                        "the derivative by x has \\d+ characters, too many for a cell: take a shorter expression");
    }

    @Test
    void thereIsNoDerivativeByAStranger() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expression.parse("x", XY).derivative("z"))
                .withMessage("no variable z among [x, y]");
    }
}
