package io.gradsheet.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadsheetSyntaxTest {
    private static final List<String> XY = List.of("x", "y");

    @ParameterizedTest(name = "{0} is {1} at x = 3, y = 2")
    @CsvSource({
        "2+3*4, 14",
        "(2+3)*4, 20",
        "10-4-3, 3",
        "10-(4-3), 9",
        "16/4/2, 2",
        "16/(4/2), 8",
        "2*3/4*2, 3",
        "-x^2, 9",
        "-(x^2), -9",
        "0-x^2, -9",
        "1-x^2, -8",
        "2*-x^2, 18",
        "--x^3, 27",
        "-+-x, 3",
        "+x, 3",
        "2^3^2, 64",
        "2^(3^2), 512",
        "2^-1, 0.5",
        "-2^-2, 0.25",
        "2^-x^2, 0.015625",
        "x--y, 5",
        "x*-y, -6",
        "6/x*y, 4",
    })
    void precedenceIsThatOfASpreadsheet(String text, double expected) {
        assertThat(Expression.parse(text, XY).evaluate(3, 2)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "EXP(1), 2.718281828459045",
        "LN(EXP(2)), 2",
        "LOG10(1000), 3",
        "SQRT(2.25), 1.5",
        "SIN(PI()/6), 0.5",
        "COS(PI()/3), 0.5",
        "TAN(PI()/4), 1",
        "4*ATAN(1), 3.141592653589793",
        "SINH(1), 1.1752011936438014",
        "COSH(1), 1.543080634815244",
        "TANH(1), 0.7615941559557649",
        "ABS(-2.5), 2.5",
        "PI, 3.141592653589793",
        "pi(), 3.141592653589793",
        "sqrt(Abs(-16)), 4",
        "1.5e-3, 0.0015",
        "1.5E+3, 1500",
        "2e2, 200",
        ".5, 0.5",
        "5., 5",
    })
    void functionsAndNumbersAreReadAsASpreadsheetReadsThem(String text, double expected) {
        assertThat(Expression.parse(text, List.of()).evaluate())
                .isCloseTo(expected, within(1e-15 * Math.max(1, expected)));
    }

    @Test
    void spacesMeanNothing() {
        assertThat(Expression.parse("  x ^ 2\t+ SIN ( y )\n", XY)).isEqualTo(Expression.parse("x^2+SIN(y)", XY));
    }

    @ParameterizedTest(name = "{0} is of {1}")
    @CsvSource(delimiter = '|', textBlock = """
            100*(y-x^2)^2+(1-x)^2 | y, x
            EXP(b)+sin(a)*PI+pi()+a | b, a
            X-x | X, x
            θ1^2+1e3 | θ1
            """)
    void variablesAreFoundInTheOrderOfTheirFirstAppearance(String text, String variables) {
        assertThat(String.join(", ", Expression.parse(text).variables())).isEqualTo(variables);
    }

    @Test
    void textWithoutVariablesIsAnExpressionOfNone() {
        assertThat(Expression.parse("PI()/2+LN(2)").variables()).isEmpty();
    }

    @Test
    void variablesKeepTheirCaseAndTheirOrder() {
        var expression = Expression.parse("X1-x1+2*θ", List.of("x1", "X1", "θ"));

        assertThat(expression.variables()).containsExactly("x1", "X1", "θ");
        assertThat(expression.evaluate(1, 10, 100)).isEqualTo(209);
    }

    @Test
    void anExpressionMayUseFewerVariablesThanItIsAllowed() {
        assertThat(Expression.parse("7", XY).evaluate(1, 2)).isEqualTo(7);
    }
}
