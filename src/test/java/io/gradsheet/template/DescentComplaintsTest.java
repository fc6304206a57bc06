package io.gradsheet.template;

import static io.gradsheet.template.Bowl.RIGHT;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DescentComplaintsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x^2+si(y) | 2:8 | in f, unknown function si at column 5: did you mean SIN?
            "x^2+si(y)" | 2:9 | in f, unknown function si at column 5: did you mean SIN?
            'x^2+si(y)' | 2:9 | in f, unknown function si at column 5: did you mean SIN?
            "x^2+\\x20si(y)" | 2:4 | in f, unknown function si at column 6: did you mean SIN?
            &name x^2+si(y) | 2:4 | in f, unknown function si at column 5: did you mean SIN?
            (x-1)^2+(y | 2:12 | in f, the parenthesis at column 9 is not closed
            x^2+y) | 2:9 | in f, the parenthesis at column 6 closes nothing
            x^2+ | 2:7 | in f, a value is missing after + at column 4
            2x+y | 2:5 | in f, an operator is missing between 2 and x at column 2: write a product with *
            =x+y | 2:4 | in f, unexpected = at column 1: write the expression without an equals sign
            x² + y | 2:5 | in f, unexpected ² at column 2: write a power as ^
            3 | 2:4 | f has no variable; write something like x^2+y^2
            [x] | 2:4 | f must be a text, but is a list
            """)
    void functionIsNotRead(String f, String where, String message) {
        assertComplaint(RIGHT.yaml("x^2+y^2", f), "bowl.yaml:" + where + ": " + message);
    }

    static List<Arguments> wrongTemplates() {
        return List.of(
                // keys
                arguments(
                        "eta: 0.1",
                        "epochs: 3",
                        "bowl.yaml:4:1: there is no key 'epochs' in the template; "
                                + "there are: lesson, title, about, language, exercise, f, variables, start, eta, steps, h, rates, window, notes"),
                arguments("f: x^2+y^2 # a bowl\n", "", "bowl.yaml:1:1: the template has no key 'f'; add it"),
                // f over several lines
                arguments(
                        "f: x^2+y^2 # a bowl",
                        "f: |\n  x^2\n  +si(y)",
                        "bowl.yaml:2:4: in f, unknown function si at column 6: did you mean SIN?"),
                arguments(
                        "f: x^2+y^2 # a bowl",
                        "f: x^2\n  +si(y)",
                        "bowl.yaml:2:4: in f, unknown function si at column 6: did you mean SIN?"),
                // variables
                arguments(
                        "# a bowl",
                        "\nvariables: [x, z]",
                        "bowl.yaml:2:8: in f, unknown variable y at column 5: the variables are x, z"),
                arguments(
                        "# a bowl",
                        "\nvariables: [x, y_1]",
                        "bowl.yaml:3:12: in variables, 'y_1' cannot be a variable: a name is a letter, then letters and digits"),
                arguments(
                        "# a bowl",
                        "\nvariables: [x, exp]",
                        "bowl.yaml:3:12: in variables, exp cannot be a variable: it is the name of a function"),
                arguments(
                        "# a bowl",
                        "\nvariables: [x, y, x]",
                        "bowl.yaml:3:12: in variables, the variable x is listed twice"),
                arguments(
                        "# a bowl",
                        "\nvariables: []",
                        "bowl.yaml:3:12: variables has 0 variables, but must have from 1 to 20"),
                arguments("# a bowl", "\nvariables: x", "bowl.yaml:3:12: variables must be a list, but is 'x'"),
                // start
                arguments(
                        "[3, 2]",
                        "[3]",
                        "bowl.yaml:3:8: start has 1 coordinate, but must have 2, one for each variable of f: x, y"),
                arguments("[3, 2]", "[3, two]", "bowl.yaml:3:12: coordinate 2 of start must be a number, but is 'two'"),
                arguments(
                        "[3, 2]",
                        "[3, .inf]",
                        "bowl.yaml:3:12: coordinate 2 of start must be a finite number, but is .inf"),
                arguments(
                        "[3, 2]",
                        "[1e200, 2]",
                        "bowl.yaml:3:9: coordinate 1 of start must be 0, or from 1E-100 to 1E+100 in size, but is 1e200"),
                arguments(
                        "x^2+y^2 # a bowl\nstart: [3, 2]",
                        "x^4+y^2\nstart: [1e90, 2]",
                        "bowl.yaml:3:8: start is a point where f has no value: x^4 at column 1: x is 1E+90, and the result is too large for a spreadsheet; take another start"),
                arguments(
                        "x^2+y^2 # a bowl\nstart: [3, 2]",
                        "x^4+y^2\nstart: [1e-90, 2]",
                        "bowl.yaml:3:8: start is a point where f has no value: x^4 at column 1: x is 1E-90, and the result is too small for a spreadsheet; take another start"),
                arguments(
                        "x^2+y^2 # a bowl\nstart: [3, 2]",
                        "y^2+LN(x)\nvariables: [x, y]\nstart: [0, 2]",
                        "bowl.yaml:4:8: start is a point where f has no value: LN(x) at column 5: x is 0, and LN needs a positive number; take another start"),
                arguments(
                        "x^2+y^2 # a bowl\nstart: [3, 2]",
                        "x^2+ABS(y)\nstart: [3, 0]",
                        "bowl.yaml:3:8: start is a point where f has no derivative by y: ABS(y) at column 5: y is 0, and the derivative of ABS does not exist at 0; take another start"),
                // numbers
                arguments("eta: 0.1", "eta: -1", "bowl.yaml:4:6: eta must be larger than 0, but is -1"),
                arguments(
                        "steps: 30",
                        "steps: 100001",
                        "bowl.yaml:5:8: steps must be a whole number from 1 to 100,000, but is 100001"),
                arguments("h: 0.01", "h: 0", "bowl.yaml:6:4: h must be larger than 0, but is 0"),
                arguments(
                        "rates: [0.1, 0.5]",
                        "rates: []",
                        "bowl.yaml:7:8: rates has 0 rates, but must have from 1 to 12"),
                arguments(
                        "rates: [0.1, 0.5]",
                        "rates: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]",
                        "bowl.yaml:7:8: rates has 13 rates, but must have from 1 to 12"),
                arguments(
                        "rates: [0.1, 0.5]",
                        "rates: [0.1, 0]",
                        "bowl.yaml:7:14: rate 2 of rates must be larger than 0, but is 0"),
                // window
                arguments("x: [-4, 5]", "u: [-4, 5]", "bowl.yaml:8:10: there is no key 'u' in window; there are: x, y"),
                arguments("x: [-4, 5], ", "", "bowl.yaml:8:9: window has no key 'x'; add it"),
                arguments(
                        "x: [-4, 5]",
                        "x: [5, -4]",
                        "bowl.yaml:8:13: window.x must have its low end first and a higher one after it"),
                arguments(
                        "x: [-4, 5]",
                        "x: [5, 5]",
                        "bowl.yaml:8:13: window.x must have its low end first and a higher one after it"),
                arguments(
                        "x: [-4, 5]",
                        "x: [-1e300, 1e300]",
                        "bowl.yaml:8:14: end 1 of window.x must be 0, or from 1E-100 to 1E+100 in size, but is -1e300"),
                arguments(
                        "x: [-4, 5]",
                        "x: [0, 1e-300]",
                        "bowl.yaml:8:17: end 2 of window.x must be 0, or from 1E-100 to 1E+100 in size, but is 1e-300"),
                arguments(
                        "x: [-4, 5]",
                        "x: [5, 5.000000001]",
                        "bowl.yaml:8:13: window.x is too narrow: a map could not tell its points apart; take ends farther apart"),
                arguments(
                        "x: [-4, 5]",
                        "x: [5]",
                        "bowl.yaml:8:13: window.x has 1 end, but must have 2, a low and a high one"),
                arguments("{x: [-4, 5], y: [-3, 2]}", "4", "bowl.yaml:8:9: window must be a group of keys, but is 4"),
                arguments(
                        "x^2+y^2 # a bowl\nstart: [3, 2]",
                        "x^2\nstart: [3]",
                        "bowl.yaml:8:9: window is for a function of two variables, but f has 1 (x); remove it"),
                arguments(
                        "x^2+y^2 # a bowl\nstart: [3, 2]",
                        "x^2+y^2+z\nstart: [3, 2, 1]",
                        "bowl.yaml:8:9: window is for a function of two variables, but f has 3 (x, y, z); remove it"),
                // notes
                arguments("[Look., Try.]", "Look.", "bowl.yaml:9:8: notes must be a list, but is 'Look.'"),
                arguments(
                        "[Look., Try.]",
                        "{en: [Look.], fr: [Voir.]}",
                        "bowl.yaml:9:22: there is no key 'fr' in notes; there are: en, zh"),
                arguments("[Look., Try.]", "{en: Look.}", "bowl.yaml:9:13: notes.en must be a list, but is 'Look.'"),
                arguments(
                        "[Look., Try.]",
                        "{en: [Look., '']}",
                        "bowl.yaml:9:21: note 2 of notes.en must be a text, but is empty"),
                arguments(
                        "[Look., Try.]",
                        "\n  - Look.\n  - Try: a larger eta.",
                        "bowl.yaml:11:5: note 2 of notes is a group of keys; put a text that has a colon in it between quotes"),
                arguments(
                        "[Look., Try.]",
                        "[" + "Look ".repeat(201) + "]",
                        "bowl.yaml:9:9: note 1 of notes has 1,004 characters, but may have 1,000"));
    }

    @ParameterizedTest
    @MethodSource("wrongTemplates")
    void complaintSaysWhereWhatAndWhatToDo(String part, String replacement, String message) {
        assertComplaint(RIGHT.yaml(part, replacement), message);
    }

    @Test
    void functionsOfManyVariablesAreRefused() {
        var sum = IntStream.rangeClosed(1, 21).mapToObj(i -> "x" + i).collect(Collectors.joining("+"));

        assertComplaint(
                RIGHT.yaml("x^2+y^2", sum),
                "bowl.yaml:2:4: f has 21 variables, but may have 20; take a smaller function");
    }

    @Test
    void longFunctionsAreRefused() {
        assertComplaint(
                RIGHT.yaml("x^2+y^2", "x" + "+x".repeat(500)),
                "bowl.yaml:2:1004: in f, the expression has 1001 characters, and may have 1000");
    }

    @Test
    void functionsWithLongDerivativesAreRefused() {
        var product =
                IntStream.range(0, 80).mapToObj(i -> "SIN(x+%d)".formatted(i)).collect(Collectors.joining("*"));

        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(RIGHT.yaml("x^2+y^2", "y+" + product)::read)
                .withMessageMatching("bowl\\.yaml:2:4: f cannot be taken: the derivative by x has \\d+ characters, "
                        + "too many for a cell: take a shorter expression");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            f=x^2+si(y) | --set f=x^2+si(y): in f, unknown function si at column 5: did you mean SIN?
            f=3 | --set f=3: f has no variable; write something like x^2+y^2
            f=LN(x-3)+y | bowl.yaml:3:8: start is a point where f has no value: LN(x-3) at column 1: x-3 is 0, and LN needs a positive number; take another start
            f=x^2 | bowl.yaml:3:8: start has 2 coordinates, but must have 1, one for each variable of f: x
            start=[3] | --set start=[3]: start has 1 coordinate, but must have 2, one for each variable of f: x, y
            window.x=[4,-4] | --set window.x=[4,-4]: window.x must have its low end first and a higher one after it
            eta=0 | --set eta=0: eta must be larger than 0, but is 0
            """)
    void complaintNamesTheSetting(String setting, String message) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> RIGHT.read(setting))
                .withMessage(message);
    }

    private static void assertComplaint(Bowl bowl, String message) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(bowl::read)
                .withMessage(message);
    }
}
