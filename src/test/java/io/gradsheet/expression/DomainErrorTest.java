package io.gradsheet.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainErrorTest {
    private static final List<String> XY = List.of("x", "y");

    @ParameterizedTest(name = "{0} at x = 0, y = 1000")
    @CsvSource(
            delimiter = '|',
            value = {
                "1+2*LN(x) | 5 | LN(x) at column 5: x is 0, and LN needs a positive number",
                "log10(x-3) | 1 | LOG10(x-3) at column 1: x-3 is -3, and LOG10 needs a positive number",
                "LN(0) | 1 | LN(0) at column 1: LN needs a positive number",
                "y*SQRT(x-1) | 3 | SQRT(x-1) at column 3: x-1 is -1, and SQRT needs a number that is not negative",
                "y+1/x | 3 | 1/x at column 3: x is 0, and a quotient needs a divisor other than 0",
                "x/x | 1 | x/x at column 1: x is 0, and a quotient needs a divisor other than 0",
                "1/0 | 1 | 1/0 at column 1: a quotient needs a divisor other than 0",
                "x/ABS(x) | 1 | x/ABS(x) at column 1: ABS(x) is 0, and a quotient needs a divisor other than 0",
                "2+x^x | 3 | x^x at column 3: x is 0, and 0^0 has no value",
                "x^0 | 1 | x^0 at column 1: x is 0, and 0^0 has no value",
                "x^-1 | 1 | x^(-1) at column 1: x is 0, and 0 has no negative power",
                "(x-2)^0.5 | 1 | (x-2)^0.5 at column 1: x-2 is -2, and a negative base needs a whole exponent",
                "-8^(1/3) | 1 | (-8)^(1/3) at column 1: 1/3 is 0.3333333333333333, and a negative base needs a whole exponent",
                "EXP(y) | 1 | EXP(y) at column 1: y is 1000, and the result is too large for a spreadsheet",
                "COSH(-y) | 1 | COSH(-y) at column 1: -y is -1000, and the result is too large for a spreadsheet",
                "10^y | 1 | 10^y at column 1: y is 1000, and the result is too large for a spreadsheet",
                "1e306*y | 1 | 1E+306*y at column 1: y is 1000, and the result is too large for a spreadsheet",
                "1e308+1e305*y | 1 | 1E+308+1E+305*y at column 1: 1E+305*y is 1E+308, and the result is too large for a spreadsheet",
                "SIN(y*1e6) | 1 | SIN(y*1000000) at column 1: y*1000000 is 1000000000, and SIN needs an angle between"
                        + " -134217728 and 134217728",
            })
    void theSentenceNamesTheCulpritItsPlaceAndItsOperands(String text, int column, String sentence) {
        var expression = Expression.parse(text, XY);
        var failure = catchThrowableOfType(DomainException.class, () -> expression.evaluate(0, 1000));

        assertThat(failure).hasMessage(sentence);
        assertThat(failure.column()).isEqualTo(column);
        assertThat(expression.tryEvaluate(0, 1000)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1/EXP(y)", "EXP(y)^0", "EXP(-EXP(y))", "ATAN(EXP(y))", "TANH(EXP(y))", "0*EXP(y)", "1^LN(x)"})
    void anErrorIsNeverCalculatedAway(String text) {
        assertThat(Expression.parse(text, XY).tryEvaluate(0, 1000)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LN(x+1)",
                "SQRT(x)",
                "0^y",
                "x^2",
                "(x-2)^3",
                "(x-2)^-2",
                "EXP(-y)",
                "SIN(134217727)",
                "x/1e-300"
            })
    void theEdgeOfADomainHasAValue(String text) {
        assertThat(Expression.parse(text, XY).tryEvaluate(0, 1000)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aPointThatNoCellCanHoldHasNoValue(double x) {
        var expression = Expression.parse("y+x", XY);

        assertThat(catchThrowableOfType(DomainException.class, () -> expression.evaluate(x, 1)))
                .hasMessage("x at column 3: x is " + x + ", which a spreadsheet cannot hold");
        assertThat(expression.tryEvaluate(x, 1)).isEmpty();
    }

    @Test
    void ofTwoCulpritsTheInnerOneIsNamed() {
        assertThat(catchThrowableOfType(
                        DomainException.class,
                        () -> Expression.parse("SQRT(LN(x))+1/x", XY).evaluate(0, 0)))
                .hasMessageStartingWith("LN(x) at column 6: ");
    }

    @Test
    void theSamePartTwiceIsNamedWhereItFails() {
        assertThat(catchThrowableOfType(
                        DomainException.class,
                        () -> Expression.parse("(1/y)*0+(1/x)", XY).evaluate(0, 1)))
                .hasMessageStartingWith("1/x at column 10: ");
    }

    @ParameterizedTest(name = "the derivative of {0} by x at x = 0, y = 2")
    @CsvSource(
            delimiter = '|',
            value = {
                "y+3*ABS(2*x) | 5 | ABS(2*x) at column 5: 2*x is 0, and the derivative of ABS does not exist at 0",
                "y^2+y*sqrt( x ) | 7 | SQRT(x) at column 7: x is 0, and the derivative of SQRT does not exist at 0",
                "ABS(x)^2+SQRT(x) | 10 | SQRT(x) at column 10: x is 0, and the derivative of SQRT does not exist at 0",
                "y-(1+ABS(x-y+2)) | 6 | ABS(x-y+2) at column 6: x-y+2 is 0, and the derivative of ABS does not exist at 0",
                "2*(x^0.5) | 4 | x^0.5 at column 4: in its derivative 0.5/x^0.5, x^0.5 is 0,"
                        + " and a quotient needs a divisor other than 0",
                "1+x^(x+1) | 3 | x^(x+1) at column 3: in its derivative x^(x+1)*(LN(x)+(x+1)/x), x is 0,"
                        + " and LN needs a positive number",
            })
    void whereThereIsNoDerivativeThePartOfTheTextIsNamed(String text, int column, String sentence) {
        var expression = Expression.parse(text, XY);
        assertThat(expression.tryEvaluate(0, 2)).isPresent();

        var failure = catchThrowableOfType(
                DomainException.class, () -> expression.derivative("x").evaluate(0, 2));

        assertThat(failure).hasMessage(sentence);
        assertThat(failure.column()).isEqualTo(column);
    }

    @Test
    void aDerivativeWhereThereIsNoValueSaysWhyThereIsNone() {
        var derivative = Expression.parse("x^2+LN(x)", XY).derivative("x");

        assertThat(derivative).hasToString("2*x+1/x");
        assertThat(catchThrowableOfType(DomainException.class, () -> derivative.evaluate(0, 0)))
                .hasMessage("LN(x) at column 5: x is 0, and LN needs a positive number");
    }

    @Test
    void aLongCulpritIsCutInTheSentence() {
        var text = "LN(x*(" + "y+".repeat(100) + "y))";

        assertThat(catchThrowableOfType(
                        DomainException.class, () -> Expression.parse(text, XY).evaluate(0, 1)))
                .hasMessageContaining("…")
                .message()
                .hasSizeLessThan(250);
    }

    @Test
    void aPointHasACoordinateForEveryVariable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expression.parse("x", XY).evaluate(1))
                .withMessage("a point of [x, y] has 2 coordinates, not 1");
    }
}
