package io.gradsheet.expression;

import io.gradsheet.recalc.Calculators;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an expression means in Java it means in every spreadsheet program. */
class EngineSyntaxTest {
    private static final List<String> XY = List.of("x", "y");

    private static final List<String> OPERATORS = List.of(
            "x+y",
            "x-y",
            "x*y",
            "x/y",
            "x^y",
            "-x",
            "+x",
            "x+y*2",
            "(x+y)*2",
            "10-x-y",
            "10-(x-y)",
            "16/x/y",
            "16/(x/y)",
            "2*x/4*y",
            "6/x*y",
            "2/(x*y)",
            "x*y^2",
            "(x*y)^2",
            "x/y^2",
            "x^2/y",
            "x--y",
            "x+-y",
            "x*-y",
            "x/-y",
            "-x*-y",
            "-x^2",
            "-(x^2)",
            "0-x^2",
            "1-x^2",
            "2*-x^2",
            "--x^3",
            "-+-x",
            "-(x-y)",
            "x-(y-x)",
            "x-(-y)",
            "(-x)^2",
            "2^3^2",
            "2^(3^2)",
            "x^y^2",
            "x^(y^2)",
            "(x^y)^2",
            "2^-1",
            "-2^-2",
            "2^-x^2",
            "2^(-x)^2",
            "x^-y",
            "x^(y-1)",
            "x^-2*y",
            "-x^2+y",
            "y-x^2",
            "y+-x^2",
            "(x-2)^4+y^2",
            "1/(1+EXP(-x))");

    private static final List<String> FUNCTIONS = List.of(
            "EXP(x)",
            "EXP(-x)",
            "LN(x)",
            "LN(x^2)",
            "LOG10(x)",
            "SQRT(x)",
            "SQRT(x*y)",
            "SIN(x)",
            "SIN(-x)",
            "COS(x)",
            "COS(-y)",
            "TAN(x)",
            "ATAN(x)",
            "ATAN(-1000*x)",
            "SINH(x)",
            "SINH(-x)",
            "COSH(x)",
            "TANH(x)",
            "TANH(-100*x)",
            "ABS(x)",
            "ABS(-x)",
            "ABS(x-y)",
            "SIN(x)^2+COS(x)^2",
            "-SIN(x)^2",
            "EXP(LN(x))",
            "LN(10)*LOG10(x)",
            "EXP(-x^2/2)/SQRT(2*PI())",
            "ATAN(TAN(x/4))",
            "SINH(x/10)*10",
            "SIN(1e5*x)",
            "EXP(20*x)",
            "LN(1e-300*x)");

    private static final List<String> NUMBERS = List.of(
            "x+2",
            "x+0.5",
            "x+.5",
            "1.5e-3*x",
            "1.5E-3*x",
            "1.5e3*x",
            "1.5E+3*x",
            "2e2+y",
            "0.1+0.2",
            "0.30000000000000004*x",
            "123456789012345*x",
            "1e15*x",
            "1e16*x",
            "1e300*x",
            "1e-300*x*1e300",
            "3.141592653589793*x",
            "PI()",
            "PI()*x",
            "2*PI()/y",
            "PI()^2",
            "-PI()",
            "0.000001*y",
            "1/3");

    /** Where its parts are too large to be written as they are: an expression has at most 50 levels. */
    private static final List<String> NESTED = List.of(
            nested("(", "x", "*0.5+y)", 45),
            nested("SIN(", "x", ")", 45),
            nested("ATAN(1+", "x", ")", 45),
            nested("(2-", "y", ")", 45),
            nested("1/(1+", "x", ")", 45),
            nested("-(", "x", ")", 24),
            nested("(", "x", "^0.9)", 24),
            nested("SQRT(1+ABS(", "x", "-2))", 20),
            "x" + "+y*0.25".repeat(120),
            "x" + "-1".repeat(300),
            "x" + "*1.01".repeat(150),
            "x" + "/1.01".repeat(150),
            "1.1" + "^0.99".repeat(40));

    @TempDir
    private static Path folder;

    private static final FormulaSheet AS_TYPED = new FormulaSheet();
    private static final FormulaSheet AS_WRITTEN = new FormulaSheet();
    private static final FormulaSheet DERIVATIVES = new FormulaSheet();

    private static Path asTyped;
    private static Path asWritten;
    private static Path derivatives;

    private static String nested(String before, String inner, String after, int times) {
        return before.repeat(times) + inner + after.repeat(times);
    }

    @BeforeAll
    static void write() {
        for (var texts : List.of(OPERATORS, FUNCTIONS, NUMBERS, NESTED)) {
            texts.forEach(EngineSyntaxTest::add);
        }
        asTyped = AS_TYPED.write(folder.resolve("typed.xlsx"));
        asWritten = AS_WRITTEN.write(folder.resolve("written.xlsx"));
        derivatives = DERIVATIVES.write(folder.resolve("derivatives.xlsx"));
    }

    private static void add(String text) {
        var expression = Expression.parse(text, XY);
        for (var point : List.of(new double[] {3, 2}, new double[] {0.75, 2.5})) {
            AS_TYPED.add(
                    (x, y) -> text.replaceAll("\\bx\\b", x).replaceAll("\\by\\b", y),
                    point[0],
                    point[1],
                    expression.evaluate(point));
            AS_WRITTEN.add(expression, point[0], point[1]);
        }
        // A product of many factors has a derivative too long for a cell.
        if (!NESTED.contains(text)) {
            XY.forEach(variable -> DERIVATIVES.add(expression.derivative(variable), 0.75, 2.5));
        }
    }

    /**
     * LibreOffice reads formulas as Excel does. Apache POI takes -x^2 for −(x²), and Gnumeric 2^3^2 for 2^(3^2): it is for them, too,
     * that there are more parentheses in a cell than a user needs to type.
     */
    @Test
    void asTheUserTypedIt() {
        AS_TYPED.assertComputedBy(Calculators.named("libreoffice"), asTyped);
    }

    @ParameterizedTest
    @MethodSource("io.gradsheet.recalc.Calculators#names")
    void asItIsWrittenIntoACell(String engine) {
        AS_WRITTEN.assertComputedBy(Calculators.named(engine), asWritten);
    }

    @ParameterizedTest
    @MethodSource("io.gradsheet.recalc.Calculators#names")
    void andItsDerivatives(String engine) {
        DERIVATIVES.assertComputedBy(Calculators.named(engine), derivatives);
    }
}
