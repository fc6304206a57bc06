package io.gradsheet.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxErrorTest {
    private static final List<String> XY = List.of("x", "y");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "x+z | 3 | unknown variable z at column 3: the variables are x, y",
                "X | 1 | unknown variable X at column 1: the variables are x, y",
                "1+foo(x) | 3 | unknown function foo at column 3: the functions are EXP, LN, LOG10, SQRT, SIN, COS, TAN,"
                        + " ATAN, SINH, COSH, TANH, ABS",
                "LOG(x) | 1 | unknown function LOG at column 1: did you mean LOG10, or LN for the natural logarithm?",
                "arctan(x) | 1 | unknown function arctan at column 1: did you mean ATAN?",
                "power(x) | 1 | unknown function power at column 1: did you mean x^n?",
                "sine(x) | 1 | unknown function sine at column 1: did you mean SIN?",
                "2*((x+1) | 3 | the parenthesis at column 3 is not closed",
                "SIN(x | 4 | the parenthesis at column 4 is not closed",
                "(x+1))*2 | 6 | the parenthesis at column 6 closes nothing",
                "2*() | 3 | the parentheses at column 3 are empty",
                "x+*y | 2 | a value is missing after + at column 2",
                "(x^) | 3 | a value is missing after ^ at column 3",
                "x*y- | 4 | a value is missing after - at column 4",
                "*x | 1 | a value is missing before * at column 1",
                "(*x) | 1 | a value is missing after ( at column 1",
                ") | 1 | a value is missing before ) at column 1",
                "2x | 2 | an operator is missing between 2 and x at column 2: write a product with *",
                "x (y) | 3 | an operator is missing between x and ( at column 3: write a product with *",
                "x y | 3 | an operator is missing between x and y at column 3: write a product with *",
                "(x)(y) | 4 | an operator is missing between ) and ( at column 4: write a product with *",
                "1,5*x | 2 | unexpected , at column 2: the decimal mark is a point",
                "SIN x | 1 | the function SIN at column 1 has no argument: write it as SIN(…)",
                "1+SIN() | 3 | the function SIN at column 3 takes 1 argument, and has 0",
                "SIN(x,y;1) | 1 | the function SIN at column 1 takes 1 argument, and has 3",
                "PI(2) | 1 | the function PI at column 1 takes no argument, and has 1",
                "=x^2 | 1 | unexpected = at column 1: write the expression without an equals sign",
                "x² | 2 | unexpected ² at column 2: write a power as ^",
                "2×x | 2 | unexpected × at column 2: write a product as *",
                "x−1 | 2 | unexpected − at column 2: write minus as -",
                "x$1 | 2 | unexpected $ at column 2: it has no meaning in an expression",
                "x+😀 | 3 | unexpected 😀 at column 3: it has no meaning in an expression",
                "x*1e999 | 3 | the number 1e999 at column 3 is too large for a spreadsheet",
                "1e-400 | 1 | the number 1e-400 at column 1 is too small for a spreadsheet",
            })
    void theSentenceSaysWhatIsWrongAndWhere(String text, int column, String sentence) {
        var complaint = complaintAbout(text);

        assertThat(complaint).hasMessage(sentence);
        assertThat(complaint.column()).hasValue(column);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void anEmptyTextIsNoExpression(String text) {
        assertThat(complaintAbout(text)).hasMessage("the expression is empty: write something like x^2+1");
    }

    @Test
    void whereOneVariableIsKnownTheSentenceSaysSo() {
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> Expression.parse("t", List.of("x")))
                .withMessage("unknown variable t at column 1: the only variable is x");
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> Expression.parse("t", List.of()))
                .withMessage("unknown variable t at column 1: the expression has no variables");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "exp | exp cannot be a variable: it is the name of a function",
                "Pi | Pi cannot be a variable: it is the name of a function",
                "1x | '1x' cannot be a variable: a name is a letter, then letters and digits",
                "a b | 'a b' cannot be a variable: a name is a letter, then letters and digits",
                "y | the variable y is listed twice",
            })
    void aNameThatCannotBeAVariableIsRefused(String name, String sentence) {
        var complaint =
                catchThrowableOfType(ExpressionException.class, () -> Expression.parse("y", List.of("y", name)));

        assertThat(complaint).hasMessage(sentence);
        assertThat(complaint.column()).isEmpty();
    }

    @ParameterizedTest(name = "50 and 51 times {0}")
    @CsvSource({"(,)", "SIN(,)", "-,''", "+,''", "'(-',)", "1^,''"})
    void nestingIsBounded(String opening, String closing) {
        var levels = opening.equals("(-") ? 25 : 50;
        var deepest = opening.repeat(levels) + "x" + closing.repeat(levels);

        assertThat(Expression.parse(deepest, XY).tryEvaluate(1, 1)).isPresent();
        assertThat(complaintAbout(opening + deepest + closing))
                .hasMessageStartingWith("the expression is nested too deeply at column ")
                .hasMessageEndingWith(": at most 50 levels are read");
    }

    @Test
    void lengthIsBounded() {
        assertThat(complaintAbout("x+".repeat(500) + "x"))
                .hasMessage("the expression has 1001 characters, and may have 1000");
        assertThat(complaintAbout("(".repeat(1_000_000))).hasMessageContaining("may have 1000");
    }

    @ParameterizedTest(name = "{0} …")
    @ValueSource(strings = {"x+", "x-", "x*", "x/", "(x+1)*", "(x+1)/", "x/(y+x)/", "x^y*", "ABS(x)-", "-x+"})
    void theLongestChainsFitASmallStack(String link) throws InterruptedException {
        var text = link.repeat(999 / link.length()) + "x";
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var thread = new Thread(null, () -> readsOrComplains(text), "small stack", 512 * 1024);
        thread.setUncaughtExceptionHandler((ignored, failure) -> failures.add(failure));
        thread.start();
        thread.join();

        assertThat(Expression.parse(text, XY).tryEvaluate(1, 1)).isPresent();
        assertThat(failures).isEmpty();
    }

    @Property
    void noTextMakesTheReaderFailOtherwise(@ForAll @StringLength(max = 60) String text) {
        readsOrComplains(text);
    }

    @Property
    void noHeapOfSignsMakesTheReaderFailOtherwise(
            @ForAll
                    @Chars({
                        'x', 'y', 'P', 'I', 'L', 'N', '(', ')', '+', '-', '*', '/', '^', '.', ',', 'e', '0', '7', ' '
                    })
                    @StringLength(max = 40)
                    String text) {
        readsOrComplains(text);
    }

    private static void readsOrComplains(String text) {
        try {
            Expression.parse(text, XY).derivative("x").tryEvaluate(0.5, 2);
        } catch (ExpressionException complaint) {
            assertThat(complaint).message().isNotBlank();
            complaint.column().ifPresent(column -> assertThat(column).isBetween(1, text.length() + 1));
        }
    }

    private static ExpressionException complaintAbout(String text) {
        var complaint = catchThrowableOfType(ExpressionException.class, () -> Expression.parse(text, XY));
        assertThat(complaint).as("complaint about %s", text).isNotNull();
        return complaint;
    }
}
