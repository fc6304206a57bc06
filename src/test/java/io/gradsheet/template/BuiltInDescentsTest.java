package io.gradsheet.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.training.PathDescent;
import io.gradsheet.training.PathException;
import io.gradsheet.training.PathStep;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Holds the built-in descents to what their notes promise. */
class BuiltInDescentsTest {
    private static final Offset<Double> SHOWN = within(0.005);

    private static DescentExperiment read(String name, String... settings) {
        return (DescentExperiment) Template.builtIn(name)
                .read(Stream.of(settings).map(Setting::parse).toList());
    }

    /** The steps that the template asks for, and one more whose point is where the last of them led. */
    private static List<PathStep> path(String name, String... settings) {
        var experiment = read(name, settings);
        var descent = new PathDescent(experiment.function(), experiment.start(), experiment.learningRate());
        return Stream.generate(descent::next).limit(experiment.steps() + 1L).toList();
    }

    private static PathStep end(String name, String... settings) {
        var path = path(name, settings);
        return path.get(path.size() - 1);
    }

    private static void assertPoint(PathStep step, double... point) {
        for (var i = 0; i < point.length; i++) {
            assertThat(step.point().get(i)).isCloseTo(point[i], SHOWN);
        }
    }

    private static void assertFallsThroughout(List<PathStep> path) {
        for (var i = 1; i < path.size(); i++) {
            assertThat(path.get(i).value()).isLessThan(path.get(i - 1).value());
        }
    }

    private static List<Double> values(List<PathStep> path) {
        return path.stream().map(PathStep::value).toList();
    }

    @Test
    void roundBowl() {
        var name = "2.10-gradient-descent";

        assertThat(end(name).value()).isCloseTo(1.9922e-5, within(1e-9));
        assertPoint(path(name, "eta=0.9").get(1), -2.4, -1.6);
        assertThat(values(path(name, "eta=0.9")))
                .usingElementComparator((a, b) -> Math.abs(a - b) <= 1e-12 ? 0 : 1)
                .isEqualTo(values(path(name)));
        assertThat(path(name, "eta=0.5").get(1).point()).containsExactly(0.0, 0.0);
        assertThat(path(name, "eta=1").get(29).point()).containsExactly(-3.0, -2.0);
        assertThat(path(name, "eta=1").get(30).point()).containsExactly(3.0, 2.0);

        var jumps = path(name, "eta=1.1");
        assertThat(values(jumps)).isSorted();
        assertThat(jumps.get(1).point()).allMatch(coordinate -> Math.abs(coordinate) < 4);
        assertThat(jumps.get(2).point().get(0)).isGreaterThan(4);
    }

    @Test
    void narrowBowl() {
        var name = "2.10-elongated-bowl";
        var path = path(name);

        assertFallsThroughout(path);
        assertPoint(end(name), 0.184, 0);
        assertThat(path)
                .allSatisfy(step ->
                        assertThat(step.point().get(1) * step.next().get(1)).isNegative());
        assertThat(path(name, "eta=0.1"))
                .allSatisfy(step -> assertThat(step.point().get(1)).isPositive());
        assertThat(end(name, "eta=0.1").point().get(0)).isGreaterThan(5);
        assertThat(path(name, "eta=0.5").get(1).point().get(1)).isZero();
        assertPoint(end(name, "eta=0.5"), 1.03, 0);

        var wide = path(name, "eta=1.1");
        assertThat(wide.get(3).point().get(1)).isBetween(-4.0, 4.0);
        assertThat(wide.get(4).point().get(1)).isGreaterThan(4);
        assertThat(end(name, "eta=1.1").point().get(0))
                .isLessThan(end(name).point().get(0));
        assertThat(path(name, "eta=10").get(1).point().get(0)).isZero();
    }

    @Test
    void twoValleys() {
        var name = "2.10-two-valleys";
        var left = "start=[-2, 1.5]";

        assertFallsThroughout(path(name));
        assertPoint(end(name), 1.13, 0);
        assertThat(end(name).value()).isCloseTo(-1.07, SHOWN);
        assertThat(end(name).slope()).isLessThan(0.01);
        assertPoint(end(name, left), -1.30, 0);
        assertThat(end(name, left).value()).isCloseTo(-3.51, SHOWN);
        assertPoint(end(name, "start=[0.2, 1.5]"), 1.13, 0);
        assertPoint(end(name, "start=[0.1, 1.5]"), -1.30, 0);

        assertPoint(path(name, "eta=0.1").get(1), -0.1);
        assertPoint(end(name, "eta=0.1"), -1.30, 0);
        assertPoint(end(name, left, "eta=0.15"), 1.13, 0);

        var swing = path(name, "eta=0.15");
        assertPoint(swing.get(57), -1.08, 0);
        assertPoint(swing.get(58), -1.45, 0);
        assertPoint(swing.get(59), -1.08, 0);
        assertPoint(swing.get(60), -1.45, 0);
    }

    @Test
    void rosenbrocksValley() {
        var name = "2.10-rosenbrock";
        var path = path(name);

        assertFallsThroughout(path);
        assertThat(path.get(0).value()).isCloseTo(24.2, within(0.05));
        assertThat(path.get(2).value()).isCloseTo(4.1, within(0.05));
        assertPoint(end(name), 0.33, 0.10);
        assertThat(end(name).value()).isCloseTo(0.45, SHOWN);
        assertPoint(end(name, "eta=0.0015"), 0.60, 0.36);
        assertThatExceptionOfType(PathException.class)
                .isThrownBy(() -> path(name, "eta=0.01"))
                .withMessageContaining("in step 6");
    }

    @Test
    void rosenbrocksDifferenceQuotientDependsOnItsStep() {
        var f = read("2.10-rosenbrock").function();

        assertThat(f.derivative("x").evaluate(-1.2, 1)).isCloseTo(-215.6, within(1e-9));
        assertThat((f.evaluate(-1.1, 1) - f.evaluate(-1.3, 1)) / 0.2).isCloseTo(-220.4, within(1e-9));
        assertThat((f.evaluate(-1.199, 1) - f.evaluate(-1.201, 1)) / 0.002).isCloseTo(-215.6, within(0.001));
    }

    @Test
    void threeVariables() {
        var name = "2.10-three-variables";
        var f = read(name).function();

        assertThat(f.evaluate(1, 2, -1)).isEqualTo(-16);
        assertThat(f.variables())
                .allSatisfy(variable ->
                        assertThat(f.derivative(variable).evaluate(1, 2, -1)).isZero());
        assertFallsThroughout(path(name));
        assertPoint(end(name), 1, 2, -1);
        assertThat(end(name).slope()).isLessThan(0.0001);
        assertPoint(end(name, "eta=0.3"), 0.99, 1.97, -0.94);
        assertThat(end(name, "eta=0.2").point().get(0)).isCloseTo(1, within(1e-6));
        assertThat(end(name, "eta=0.2").point().get(1)).isCloseTo(2, within(1e-6));
        assertThat(end(name, "eta=0.2").point().get(2)).isCloseTo(-1, within(1e-6));
        assertThat(end(name, "eta=0.35").value()).isGreaterThan(9e10);
    }
}
