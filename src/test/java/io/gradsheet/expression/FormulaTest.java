package io.gradsheet.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.sheet.Formula;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
    private static final List<String> XY = List.of("x", "y");

    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({
        "-x^2, (-x)^2",
        "-(x^2), -(x^2)",
        "(-2)^x, (-2)^x",
        "x^-2, x^(-2)",
        "x^-y, x^(-y)",
        "2^3^2, (2^3)^2",
        "2^(3^2), 2^(3^2)",
        "(x+y)+2, x+y+2",
        "x+(y+2), x+(y+2)",
        "x-(y-2), x-(y-2)",
        "x-(y*2), x-y*2",
        "(x*y)/2, x*y/2",
        "x*(y/2), x*(y/2)",
        "x/(y*2), x/(y*2)",
        "x/(y^2), x/y^2",
        "(x+y)*2, (x+y)*2",
        "(x*y)^2, (x*y)^2",
        "-(x+y), -(x+y)",
        "-(x*y), -(x*y)",
        "(-x)*y, -x*y",
        "x*-y, x*(-y)",
        "x+-y*2, x+(-y*2)",
        "x--2, x-(-2)",
        "--x, -(-x)",
        "--2, 2",
        "+x, x",
        "((x)), x",
        "pi*sin((x)), PI()*SIN(x)",
        "2.0, 2",
        "0.10, 0.1",
        "1e-10, 1E-10",
        "1.5e-10, 1.5E-10",
        "1e3, 1000",
        "1e20, 1E+20",
        "2e-3, 0.002",
        "2.5e15, 2.5E+15",
        "2.0e-21/6, 2E-21/6",
        "0.1e-21, 1E-22",
        "123456789012345, 123456789012345",
        "0.1234567890123456, 0.123456789012346",
        "-0, 0",
    })
    void parenthesesStandWhereTheyAreNeededOrHelp(String text, String expected) {
        var expression = Expression.parse(text, XY);

        assertThat(expression).hasToString(expected);
        assertThat(Expression.parse(expected, XY)).isEqualTo(expression);
    }

    @Test
    void aCellStandsForAVariable() {
        var cells = Map.of("x", "$B5", "y", "Start!$C$2");

        assertThat(Expression.parse("x^2+SIN(x*y)", XY).formula(name -> Formula.named(cells.get(name))))
                .hasToString("$B5^2+SIN($B5*Start!$C$2)");
    }

    @Test
    void expressionsAreEqualWhenTreeAndVariablesAre() {
        var expression = Expression.parse("x + (1)", XY);

        assertThat(expression)
                .isEqualTo(Expression.parse("x+1", XY))
                .hasSameHashCodeAs(Expression.parse("x+1", XY))
                .isNotEqualTo(Expression.parse("1+x", XY))
                .isNotEqualTo(Expression.parse("x+1", List.of("x")));
    }
}
