package io.gradsheet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.expression.Expression;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class PathDescentTest {
    private static final List<String> XY = List.of("x", "y");
    private static final Percentage ROUNDING = Percentage.withPercentage(1e-10);

    private static List<PathStep> steps(String f, double learningRate, int steps, double... start) {
        var point = DoubleStream.of(start).boxed().toList();
        var descent = new PathDescent(Expression.parse(f, XY), point, learningRate);
        return Stream.generate(descent::next).limit(steps).toList();
    }

    @Test
    void roundBowlShrinksByTheSameFactorInEveryStep() {
        var steps = steps("x^2+y^2", 0.1, 200, 3, 2);

        assertThat(steps).allSatisfy(step -> {
            var factor = Math.pow(0.8, step.step());
            assertThat(step.point().get(0)).isCloseTo(3 * factor, ROUNDING);
            assertThat(step.point().get(1)).isCloseTo(2 * factor, ROUNDING);
            assertThat(step.value()).isCloseTo(13 * factor * factor, ROUNDING);
            assertThat(step.slope()).isCloseTo(2 * Math.sqrt(13) * factor, ROUNDING);
        });
    }

    @Test
    void elongatedBowlShrinksEachCoordinateByItsOwnFactor() {
        var steps = steps("x^2/20+y^2", 0.9, 100, 8, 2);

        assertThat(steps).allSatisfy(step -> {
            assertThat(step.point().get(0)).isCloseTo(8 * Math.pow(0.91, step.step()), ROUNDING);
            assertThat(step.point().get(1)).isCloseTo(2 * Math.pow(-0.8, step.step()), ROUNDING);
        });
    }

    @Test
    void eachStepStartsWhereTheOneBeforeItLed() {
        var steps = steps("x^4-3*x^2+x+y^2", 0.05, 30, 2, 1.5);

        assertThat(steps.get(0).point()).containsExactly(2.0, 1.5);
        for (var i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i).step()).isEqualTo(i);
            assertThat(steps.get(i).point()).isEqualTo(steps.get(i - 1).next());
        }
    }

    @Property(tries = 200)
    void stepLeadsAgainstTheGradient(
            @ForAll @DoubleRange(min = -3, max = 3) double x,
            @ForAll @DoubleRange(min = -3, max = 3) double y,
            @ForAll @Scale(6) @DoubleRange(min = 1e-6, max = 10) double learningRate) {
        var step = steps("100*(y-x^2)^2+(1-x)^2", learningRate, 1, x, y).get(0);
        var byX = -400 * x * (y - x * x) - 2 * (1 - x);
        var byY = 200 * (y - x * x);

        assertThat(step.gradient().get(0)).isCloseTo(byX, within(1e-9));
        assertThat(step.gradient().get(1)).isCloseTo(byY, within(1e-9));
        assertThat(step.next())
                .containsExactly(
                        x - learningRate * step.gradient().get(0),
                        y - learningRate * step.gradient().get(1));
    }

    @Property(tries = 200)
    void smallStepLeadsDownward(
            @ForAll @DoubleRange(min = -2, max = 2) double x, @ForAll @DoubleRange(min = -2, max = 2) double y) {
        var steps = steps("x^4-3*x^2+x+y^2", 1e-3, 2, x, y);

        assertThat(steps.get(1).value()).isLessThanOrEqualTo(steps.get(0).value());
    }

    @Test
    void pointOutsideTheDomainIsNamedWithItsStep() {
        assertThatExceptionOfType(PathException.class)
                .isThrownBy(() -> steps("x-LN(x)+y^2", 5, 5, 2, 1))
                .withMessage("the descent cannot go on in step 1: LN(x) at column 3: x is -0.5, "
                        + "and LN needs a positive number; take another start or a smaller eta");
    }

    @Test
    void divergenceIsNamedWithItsStep() {
        assertThatExceptionOfType(PathException.class)
                .isThrownBy(() -> steps("x/1e300+y", 1e308, 10, 1, 1))
                .withMessage("the descent diverges: in step 1 the point leaves the representable range; "
                        + "take a smaller eta or another start");
    }
}
