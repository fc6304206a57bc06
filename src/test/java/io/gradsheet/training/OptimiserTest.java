package io.gradsheet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.network.FrozenParameters;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Places;
import io.gradsheet.network.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The optimisers on paper, and beside a second implementation that sums up the whole past instead of remembering it. */
class OptimiserTest {
    private static final double RATE = 0.1;

    /** Two steps from 1 with the gradients 2 and −1. */
    private static List<Double> twoSteps(Optimiser optimiser) {
        var memory = new double[optimiser.memories()][1];
        var values = new double[] {1};
        optimiser.move(values, new double[] {2}, memory, 0, 1, RATE, 1);
        var first = values[0];
        optimiser.move(values, new double[] {-1}, memory, 0, 1, RATE, 2);
        return List.of(first, values[0]);
    }

    private static void assertSteps(Optimiser optimiser, double first, double second) {
        assertThat(twoSteps(optimiser).get(0)).isCloseTo(first, within(1e-15));
        assertThat(twoSteps(optimiser).get(1)).isCloseTo(second, within(1e-15));
    }

    @Test
    void momentumOnPaper() {
        // v = −0.2; then 0.9 · −0.2 + 0.1 = −0.08.
        assertSteps(new Optimiser.Momentum(0.9), 0.8, 0.72);
    }

    @Test
    void nesterovOnPaper() {
        // 1 + 0.9 · −0.2 − 0.2; then 0.62 + 0.9 · −0.08 + 0.1.
        assertSteps(new Optimiser.Nesterov(0.9), 0.62, 0.648);
    }

    @Test
    void rmsPropOnPaper() {
        // s = 0.75 · 0 + 0.25 · 4 = 1; then 0.75 + 0.25 = 1 again.
        assertSteps(new Optimiser.RmsProp(0.75, 1e-8), 1 - 0.2 / (1 + 1e-8), 1 - 0.1 / (1 + 1e-8));
    }

    @Test
    void adamOnPaper() {
        // Corrected, the first m and s are 2 and 4. Then m = (0.5 · 1 − 0.5) / 0.75 = 0: no step.
        assertSteps(new Optimiser.Adam(0.5, 0.5, 1e-8), 1 - 0.2 / (2 + 1e-8), 1 - 0.2 / (2 + 1e-8));
    }

    @Test
    void decayIsForWeightsAlone() {
        var step = descent(new Optimiser.Plain(), new Schedule.Constant(), 0.5, false, 4)
                .next()
                .steps()
                .get(0);
        assertThat(step.gradient().weight(2, 1, 1) - step.total().weight(2, 1, 1))
                .isCloseTo(0.5 * 0.25, within(1e-15));
        assertThat(step.gradient().bias(2, 1)).isEqualTo(step.total().bias(2, 1));
    }

    @Test
    void theMeanIsTheSumSharedAmongTheSamplesOfTheStep() {
        var sum = descent(new Optimiser.Plain(), new Schedule.Constant(), 0, false, 4)
                .next();
        var mean = descent(new Optimiser.Plain(), new Schedule.Constant(), 0, true, 4)
                .next();
        assertThat(mean.cost()).isCloseTo(sum.cost() / 4, within(1e-15));
        assertThat(mean.steps().get(0).total().bias(2, 1))
                .isCloseTo(sum.steps().get(0).total().bias(2, 1) / 4, within(1e-15));
    }

    @Test
    void schedulesChangeTheRateFromEpochToEpoch() {
        assertShares(new Schedule.Steps(0.5, 2), 1, 1, 0.5, 0.5, 0.25);
        assertShares(new Schedule.Inverse(1), 1, 0.5, 1 / 3.0, 0.25, 0.2);
        assertShares(new Schedule.Linear(0.2, 5), 1, 0.8, 0.6, 0.4, 0.2);
        assertShares(new Schedule.Linear(0.2, 1), 1);
    }

    private static void assertShares(Schedule schedule, double... expected) {
        for (var epoch = 1; epoch <= expected.length; epoch++) {
            assertThat(schedule.share(epoch)).isCloseTo(expected[epoch - 1], within(1e-15));
        }
    }

    @Test
    void everyEpochGoesThroughEverySampleOnce() {
        for (var order :
                List.of(new Batches.AsGiven(), new Batches.Shuffled(3), new Batches.Listed(List.of(3, 1, 2, 5, 4)))) {
            var steps = new Batches(2, order).of(1, 5);
            assertThat(steps).extracting(List::size).containsExactly(2, 2, 1);
            assertThat(steps.stream().flatMap(List::stream)).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        }
        assertThat(new Batches(2, new Batches.Listed(List.of(3, 1, 2, 5, 4))).of(7, 5))
                .containsExactly(List.of(3, 1), List.of(2, 5), List.of(4));
    }

    @Test
    void shufflesDifferFromEpochToEpochAndAreThoseOfTheirSeed() {
        var shuffled = new Batches.Shuffled(3);
        assertThat(shuffled.of(1, 20)).isEqualTo(shuffled.of(1, 20)).isNotEqualTo(shuffled.of(2, 20));
        assertThat(shuffled.of(1, 20)).isNotEqualTo(new Batches.Shuffled(4).of(1, 20));
    }

    // A second implementation, of a neuron without activation: C = ½ (t − w x − b)². ----------------------------------

    private static final double[][] DATA = {{1, 2}, {-0.5, 0.25}, {2, -1}, {0.75, 1.5}};

    private static GradientDescent descent(
            Optimiser optimiser, Schedule schedule, double decay, boolean mean, int batch) {
        var sizes = List.of(1, 1);
        var samples = IntStream.range(0, DATA.length)
                .mapToObj(k -> new Sample(new double[] {DATA[k][0]}, new double[] {DATA[k][1]}))
                .toList();
        return new GradientDescent(
                Network.dense(sizes, List.of(new Activation.Linear()), new Cost.Squared()),
                samples,
                Parameters.of(Places.ofDense(sizes), new double[] {0.25, -0.5}),
                new Hyperparameters(
                        RATE,
                        schedule,
                        20,
                        new Batches(batch, new Batches.Shuffled(5)),
                        mean,
                        Decay.ofWeights(decay),
                        optimiser,
                        FrozenParameters.none(Places.ofDense(sizes))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "momentum", "nesterov", "rmsprop", "adam"})
    void aSecondImplementationComesToTheSame(String name) {
        var optimiser = switch (name) {
            case "momentum" -> new Optimiser.Momentum(0.8);
            case "nesterov" -> new Optimiser.Nesterov(0.8);
            case "rmsprop" -> new Optimiser.RmsProp(0.8, 1e-8);
            case "adam" -> new Optimiser.Adam(0.8, 0.95, 1e-8);
            default -> new Optimiser.Plain();
        };
        var descent = descent(optimiser, new Schedule.Steps(0.5, 3), 0.01, true, 3);
        var w = 0.25;
        var b = -0.5;
        var pastW = new ArrayList<double[]>();
        var pastB = new ArrayList<double[]>();
        while (descent.hasNext()) {
            var epoch = descent.next();
            var halvings = (epoch.epoch() - 1) / 3;
            var rate = RATE * Math.pow(0.5, halvings);
            for (var step : epoch.steps()) {
                var gradientW = 0.01 * w;
                var gradientB = 0.0;
                for (var number : step.numbers()) {
                    var x = DATA[number - 1][0];
                    var error = w * x + b - DATA[number - 1][1];
                    gradientW += error * x / step.numbers().size();
                    gradientB += error / step.numbers().size();
                }
                pastW.add(new double[] {gradientW, rate});
                pastB.add(new double[] {gradientB, rate});
                w += move(name, pastW);
                b += move(name, pastB);
                assertThat(step.next().weight(2, 1, 1)).isCloseTo(w, within(1e-12));
                assertThat(step.next().bias(2, 1)).isCloseTo(b, within(1e-12));
            }
        }
        assertThat(pastW).hasSize(40);
    }

    /** The move that follows from all gradients so far, each with the rate of its step. */
    private static double move(String name, List<double[]> past) {
        var n = past.size();
        var gradient = past.get(n - 1)[0];
        var rate = past.get(n - 1)[1];
        var velocity = 0.0;
        var squares = 0.0;
        var slowSquares = 0.0;
        var mean = 0.0;
        for (var i = 0; i < n; i++) {
            var age = n - 1 - i;
            var g = past.get(i)[0];
            velocity -= Math.pow(0.8, age) * past.get(i)[1] * g;
            mean += 0.2 * Math.pow(0.8, age) * g;
            squares += 0.2 * Math.pow(0.8, age) * g * g;
            slowSquares += 0.05 * Math.pow(0.95, age) * g * g;
        }
        return switch (name) {
            case "momentum" -> velocity;
            case "nesterov" -> 0.8 * velocity - rate * gradient;
            case "rmsprop" -> -rate * gradient / (Math.sqrt(squares) + 1e-8);
            case "adam" -> {
                var root = Math.sqrt(1 - Math.pow(0.95, n));
                yield -rate * root / (1 - Math.pow(0.8, n)) * mean / (Math.sqrt(slowSquares) + 1e-8 * root);
            }
            default -> -rate * gradient;
        };
    }
}
