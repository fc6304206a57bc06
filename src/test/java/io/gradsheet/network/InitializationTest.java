package io.gradsheet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.network.Initialization.Distribution;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class InitializationTest {
    private static final int INPUTS = 100;
    private static final int OUTPUTS = 60;

    static List<Initialization> all() {
        return List.of(
                new Initialization.Normal(0, 1),
                new Initialization.Uniform(-2, 3),
                new Initialization.Xavier(),
                new Initialization.He(),
                new Initialization.Xavier(Distribution.NORMAL),
                new Initialization.He(Distribution.UNIFORM),
                new Initialization.LeCun(Distribution.NORMAL),
                new Initialization.He(Distribution.TRUNCATED),
                new Initialization.CutNormal(1, 0.05),
                new Initialization.FanIn());
    }

    @ParameterizedTest
    @MethodSource("all")
    void drawnParametersAreThoseOfTheirSeed(Initialization initialization) {
        var drawn = initialization.draw(network(12, 3, 2), 7).toArray();
        assertThat(initialization.draw(network(12, 3, 2), 7).toArray()).containsExactly(drawn);
        assertThat(initialization.draw(network(12, 3, 2), 8).toArray()).isNotEqualTo(drawn);
    }

    @Test
    void normalOnesHaveTheMeanAndTheDeviationAskedFor() {
        assertMoments(new Initialization.Normal(3, 0.5), 3, 0.5);
    }

    @Test
    void uniformOnesFillTheirRange() {
        assertMoments(new Initialization.Uniform(-2, 3), 0.5, 5 / Math.sqrt(12));
        assertThat(DoubleStream.of(weights(new Initialization.Uniform(-2, 3))))
                .allMatch(value -> value >= -2 && value <= 3);
    }

    @Test
    void xavierOnesAreScaledByBothLayers() {
        var limit = Math.sqrt(6.0 / (INPUTS + OUTPUTS));
        assertMoments(new Initialization.Xavier(), 0, limit / Math.sqrt(3));
        assertThat(DoubleStream.of(weights(new Initialization.Xavier()))).allMatch(value -> Math.abs(value) <= limit);
        assertBiasesAreZero(new Initialization.Xavier());
    }

    @Test
    void heOnesAreScaledByTheLayerBefore() {
        assertMoments(new Initialization.He(), 0, Math.sqrt(2.0 / INPUTS));
        assertBiasesAreZero(new Initialization.He());
    }

    @ParameterizedTest
    @EnumSource
    void bothDistributionsHaveTheDeviationOfTheirPaper(Distribution distribution) {
        assertMoments(new Initialization.Xavier(distribution), 0, Math.sqrt(2.0 / (INPUTS + OUTPUTS)));
        assertMoments(new Initialization.He(distribution), 0, Math.sqrt(2.0 / INPUTS));
        assertMoments(new Initialization.LeCun(distribution), 0, Math.sqrt(1.0 / INPUTS));
        assertBiasesAreZero(new Initialization.LeCun(distribution));
    }

    @Test
    void uniformOnesEndWhereTheirPaperSays() {
        assertLargest(new Initialization.He(Distribution.UNIFORM), Math.sqrt(6.0 / INPUTS));
        assertLargest(new Initialization.LeCun(Distribution.UNIFORM), Math.sqrt(3.0 / INPUTS));
        assertLargest(new Initialization.FanIn(), 1 / Math.sqrt(INPUTS));
    }

    @Test
    void truncatedOnesEndAtTwoDeviationsOfTheCurveTheyAreCutFrom() {
        // Its deviation is 1 / 0.8796 of what is left of it, as Keras has it.
        assertLargest(new Initialization.He(Distribution.TRUNCATED), 2 / 0.8796256610342398 * Math.sqrt(2.0 / INPUTS));
        assertThat(DoubleStream.of(weights(new Initialization.CutNormal(3, 0.5))))
                .allMatch(x -> x >= 2 && x <= 4);
        assertMoments(new Initialization.CutNormal(3, 0.5), 3, 0.5 * 0.8796256610342398);
    }

    @Test
    void biasesStayZeroWhereWeightsAloneAreDrawn() {
        assertMoments(new Initialization.WeightsAlone(new Initialization.Normal(3, 0.5)), 3, 0.5);
        assertBiasesAreZero(new Initialization.WeightsAlone(new Initialization.Normal(3, 0.5)));
    }

    private static Network network(Integer... sizes) {
        return Network.dense(
                List.of(sizes), Collections.nCopies(sizes.length - 1, new Activation.Linear()), new Cost.Squared());
    }

    private static void assertLargest(Initialization initialization, double limit) {
        assertThat(DoubleStream.of(weights(initialization)).map(Math::abs).max().orElseThrow())
                .isBetween(0.99 * limit, limit);
    }

    @Test
    void biasesAreDrawnAsWeightsByTheirInputs() {
        var drawn = drawn(new Initialization.FanIn());
        assertThat(IntStream.rangeClosed(1, OUTPUTS)
                        .mapToDouble(j -> Math.abs(drawn.bias(2, j)))
                        .max()
                        .orElseThrow())
                .isBetween(0.8 / Math.sqrt(INPUTS), 1 / Math.sqrt(INPUTS));
    }

    private static Parameters drawn(Initialization initialization) {
        return initialization.draw(network(INPUTS, OUTPUTS), 1);
    }

    private static double[] weights(Initialization initialization) {
        var drawn = drawn(initialization);
        return IntStream.rangeClosed(1, OUTPUTS)
                .boxed()
                .flatMapToDouble(j -> IntStream.rangeClosed(1, INPUTS).mapToDouble(i -> drawn.weight(2, j, i)))
                .toArray();
    }

    private static void assertMoments(Initialization initialization, double mean, double deviation) {
        var weights = weights(initialization);
        var average = DoubleStream.of(weights).average().orElseThrow();
        var variance = DoubleStream.of(weights)
                .map(x -> (x - average) * (x - average))
                .average()
                .orElseThrow();
        // Six thousand draws: five times the deviation of a mean, and of a deviation.
        assertThat(average).isCloseTo(mean, within(5 * deviation / Math.sqrt(weights.length)));
        assertThat(Math.sqrt(variance)).isCloseTo(deviation, within(5 * deviation / Math.sqrt(2.0 * weights.length)));
    }

    private static void assertBiasesAreZero(Initialization initialization) {
        var drawn = drawn(initialization);
        assertThat(IntStream.rangeClosed(1, OUTPUTS).mapToDouble(j -> drawn.bias(2, j)))
                .containsOnly(0.0);
    }
}
