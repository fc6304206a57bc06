package io.gradsheet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.expression.Expression;
import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.network.FrozenParameters;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
import io.gradsheet.testing.Experiments;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Minima that are known beforehand. */
class SolverTest {
    private static final double NO_TARGET = Double.NEGATIVE_INFINITY;

    private static Minimum solved(Objective objective, Solver.Method method) {
        return Solver.minimise(objective, method, 10_000, NO_TARGET, done -> {});
    }

    private static FunctionObjective function(String text, Double... start) {
        return new FunctionObjective(Expression.parse(text), List.of(start));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x^2+y^2 | 3 | 2 | 0 | 0 | 0",
                "(1-x)^2+100*(y-x^2)^2 | -1.2 | 1 | 1 | 1 | 0",
                "(x-4)^2+10*(y+1)^2+7 | 0 | 0 | 4 | -1 | 7",
                "EXP(x)-x+COSH(y-2) | 3 | 0 | 0 | 2 | 2"
            })
    void findsTheMinimumOfAFunction(String text, double x, double y, double toX, double toY, double value) {
        var minimum = solved(function(text, x, y), Solver.Method.CONJUGATE_GRADIENT);
        assertThat(minimum.ending()).isEqualTo(Minimum.Ending.CONVERGED);
        assertThat(minimum.value()).isCloseTo(value, within(1e-9));
        assertThat(minimum.point()[0]).isCloseTo(toX, within(1e-4));
        assertThat(minimum.point()[1]).isCloseTo(toY, within(1e-4));
    }

    /** A linear neuron on one input is the regression line, whose slope and intercept have a closed form (Wakui 2.12). */
    @ParameterizedTest
    @EnumSource(Solver.Method.class)
    void aLinearNeuronIsTheRegressionLine(Solver.Method method) {
        var network = Network.dense(List.of(1, 1), List.of(new Activation.Linear()), new Cost.Squared());
        var random = new Random(7);
        var samples = new ArrayList<Sample>();
        var x = random.doubles(20, -3, 3).toArray();
        var t = new double[x.length];
        for (var k = 0; k < x.length; k++) {
            t[k] = 1.7 * x[k] - 0.4 + random.nextGaussian();
            samples.add(new Sample(new double[] {x[k]}, new double[] {t[k]}));
        }
        var frozen = FrozenParameters.none(network.places());
        var minimum = solved(
                new NetworkObjective(network, samples, Parameters.zeros(network.places()), frozen, false), method);
        var meanX =
                IntStream.range(0, x.length).mapToDouble(k -> x[k]).average().orElseThrow();
        var meanT =
                IntStream.range(0, x.length).mapToDouble(k -> t[k]).average().orElseThrow();
        var above = 0.0;
        var below = 0.0;
        for (var k = 0; k < x.length; k++) {
            above += (x[k] - meanX) * (t[k] - meanT);
            below += (x[k] - meanX) * (x[k] - meanX);
        }
        assertThat(minimum.point()[0]).isCloseTo(above / below, within(1e-6));
        assertThat(minimum.point()[1]).isCloseTo(meanT - above / below * meanX, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(Solver.Method.class)
    void bringsTheMainNetworkBelowAThousandth(Solver.Method method) {
        var lesson = Experiments.builtIn();
        var objective = new NetworkObjective(
                lesson.network(),
                lesson.samples(),
                lesson.initial(),
                lesson.hyperparameters().frozen(),
                false);
        var minimum = Solver.minimise(objective, method, 10_000, 1e-3, done -> {});
        assertThat(minimum.ending()).isEqualTo(Minimum.Ending.TARGET);
        assertThat(minimum.value())
                .isLessThanOrEqualTo(1e-3)
                .isCloseTo(objective.value(minimum.point()), within(1e-12));
        assertThat(minimum.startValue()).isCloseTo(objective.value(objective.start()), within(1e-12));
        assertThat(minimum.descent())
                .extracting(Minimum.Lower::value)
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @ParameterizedTest
    @EnumSource(Solver.Method.class)
    void stopsWhereNoMoreEvaluationsAreAllowed(Solver.Method method) {
        var lesson = Experiments.builtIn();
        var objective = new NetworkObjective(
                lesson.network(),
                lesson.samples(),
                lesson.initial(),
                lesson.hyperparameters().frozen(),
                false);
        var minimum = Solver.minimise(objective, method, 6, 1e-3, done -> {});
        assertThat(minimum.ending()).isEqualTo(Minimum.Ending.EVALUATIONS);
        assertThat(minimum.evaluations()).isLessThanOrEqualTo(6);
        assertThat(minimum.value()).isGreaterThan(1e-3).isLessThanOrEqualTo(minimum.startValue());
    }

    @Test
    void aStartWithoutSlopeIsAnEnd() {
        var minimum = solved(function("x^4", 0.0), Solver.Method.CONJUGATE_GRADIENT);
        assertThat(minimum.point()).containsExactly(0);
        assertThat(minimum.ending()).isEqualTo(Minimum.Ending.CONVERGED);
    }

    /** A search turns back where the function ends. */
    @Test
    void aFunctionThatEndsIsFollowedWhereItIs() {
        var minimum = solved(function("x-LN(x)", 30.0), Solver.Method.CONJUGATE_GRADIENT);
        assertThat(minimum.point()[0]).isCloseTo(1, within(1e-4));
    }

    @Test
    void whatCannotBeSolvedIsSaid() {
        assertThatThrownBy(() -> solved(function("LN(x)", -1.0), Solver.Method.CONJUGATE_GRADIENT))
                .isInstanceOf(SolverException.class)
                .hasMessage("the solver cannot begin: at the start there is no finite value; take another start");
        assertThatThrownBy(() -> solved(function("x^2", 1.0), Solver.Method.LEVENBERG_MARQUARDT))
                .isInstanceOf(SolverException.class)
                .hasMessage("levenberg-marquardt is for sums of squares, which this is not; take --method"
                        + " conjugate-gradient");
    }
}
