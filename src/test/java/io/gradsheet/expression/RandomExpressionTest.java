package io.gradsheet.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class RandomExpressionTest {
    private static final List<String> XY = List.of("x", "y");

    @Provide
    Arbitrary<Node> trees() {
        return RandomTrees.ofDepth(4);
    }

    @Provide
    Arbitrary<Node> jumpingTrees() {
        return RandomTrees.jumpingOfDepth(4);
    }

    @Property
    void whatIsWrittenIsReadBackAsTheSameTree(@ForAll("jumpingTrees") Node tree) {
        assertThat(Parser.parse(written(tree), XY).root()).isEqualTo(tree);
    }

    @Property
    void aNumberKeepsEveryBit(@ForAll double number) {
        assertThat(Double.parseDouble(FormulaTree.shown(number))).isEqualTo(number);
    }

    @Property
    void aDerivativeToo(@ForAll("trees") Node tree) {
        var derivative = tree.derivative(new Node.Variable("x", 0));
        var text = written(derivative);
        Assume.that(text.length() <= Parser.MOST_CHARACTERS);

        assertThat(Parser.parse(text, XY).root()).isEqualTo(derivative);
    }

    @Property
    void simplifyingKeepsTheValue(
            @ForAll("trees") Node tree,
            @ForAll @DoubleRange(min = -3, max = 3) double x,
            @ForAll @DoubleRange(min = -3, max = 3) double y) {
        double[] point = {x, y};
        var value = tree.value(point);
        var simplified = rebuilt(tree).value(point);
        Assume.that(!Double.isNaN(value) && isSteady(tree, point) && isModerate(tree, point));

        assertThat(simplified)
                .as("%s as %s", written(tree), written(rebuilt(tree)))
                .isCloseTo(value, within(tolerance(value)));
    }

    @Property
    void theDerivativeIsTheLimitOfTheDifferenceQuotient(
            @ForAll("trees") Node tree,
            @ForAll @DoubleRange(min = -3, max = 3) double x,
            @ForAll @DoubleRange(min = -3, max = 3) double y) {
        var coarse = centralDifference(tree, x, y, 1e-4);
        var fine = centralDifference(tree, x, y, 5e-5);
        Assume.that(coarse.isPresent() && fine.isPresent());
        // Where halving the step still changes the quotient, it says nothing about its limit.
        Assume.that(Math.abs(coarse.getAsDouble() - fine.getAsDouble())
                <= 1e-5 * Math.max(1, Math.abs(fine.getAsDouble())));
        var derivative = tree.derivative(new Node.Variable("x", 0));
        var value = derivative.value(new double[] {x, y});
        // Beside a pole the quotient looks steady and is not: its steps reach across, as they do where two branches
        // meet.
        for (var beside : List.of(x + 1e-4, x - 1e-4)) {
            Assume.that(Math.abs(derivative.value(beside, y) - value) <= 0.01 * Math.max(1, Math.abs(value)));
        }

        assertThat(value)
                .as("derivative of %s as %s", written(tree), written(derivative))
                .isCloseTo(fine.getAsDouble(), within(1e-4 * Math.max(1, Math.abs(fine.getAsDouble()))));
    }

    private static OptionalDouble centralDifference(Node tree, double x, double y, double step) {
        var above = tree.value(new double[] {x + step, y});
        var below = tree.value(new double[] {x - step, y});
        var here = tree.value(new double[] {x, y});
        // A large value leaves no digits for a difference.
        return Double.isNaN(above + below + here) || Math.abs(here) > 1e5
                ? OptionalDouble.empty()
                : OptionalDouble.of((above - below) / (2 * step));
    }

    /** Whether the value does not hang on the last bits of the point, as that of 1/(x−x·1.0000000000000002) does. */
    private static boolean isSteady(Node tree, double[] point) {
        var value = tree.value(point);
        var beside = tree.value(new double[] {point[0] * (1 + 1e-13), point[1] * (1 - 1e-13)});
        return Math.abs(value - beside) <= tolerance(value) / 10;
    }

    /** Whether no part is so large or small that another order of calculating overflows, or loses the digits of the result. */
    private static boolean isModerate(Node node, double[] point) {
        var size = Math.abs(node.value(point));
        var moderate = size == 0 ? !(node instanceof Node.Power) : size > 1e-4 && size < 1e4;
        return moderate && node.operands().stream().allMatch(operand -> isModerate(operand, point));
    }

    private static double tolerance(double value) {
        return 1e-7 * Math.max(1, Math.abs(value));
    }

    /** The tree with every part simplified, from the leaves up. */
    private static Node rebuilt(Node node) {
        var parts = node.operands().stream().map(RandomExpressionTest::rebuilt).toList();
        return node.withParts(parts).simplified();
    }

    private static String written(Node node) {
        return FormulaTree.shown(node);
    }
}
