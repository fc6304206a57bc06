package io.gradsheet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final Activation SIGMOID = new Activation.Sigmoid();

    @Test
    void theLargestOutputAnswers() {
        assertThat(Network.answer(new double[] {0.1, 0.7, 0.2})).isEqualTo(2);
        assertThat(Network.answer(new double[] {-3, -2})).isEqualTo(2);
    }

    @Test
    void theFirstOfEqualOutputsAnswers() {
        assertThat(Network.answer(new double[] {0.5, 0.5})).isEqualTo(1);
        assertThat(Network.answer(new double[] {0.1, 0.7, 0.7, 0.2})).isEqualTo(2);
    }

    @Test
    void oneOutputAnswersYesFromOneHalfOn() {
        assertThat(Network.answer(new double[] {0.5})).isEqualTo(1);
        assertThat(Network.answer(new double[] {Math.nextDown(0.5)})).isZero();
    }

    @Test
    void aNetworkOfTwelveThreeTwoHasFortySevenParameters() {
        var network = new Network(List.of(12, 3, 2), List.of(SIGMOID, SIGMOID), new Cost.Squared());
        assertThat(network.parameterCount()).isEqualTo(47);
        assertThat(network.layers()).isEqualTo(3);
    }

    @Test
    void theSigmoidStaysWithinItsRangeFarOut() {
        assertThat(SIGMOID.activations(new double[] {-1e308, -710, 0, 710, 1e308}))
                .containsExactly(0, 0, 0.5, 1, 1);
    }

    @Test
    void aShapeThatIsNoNetworkIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Network(List.of(3), List.of(), new Cost.Squared()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Network(List.of(3, 0), List.of(SIGMOID), new Cost.Squared()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Network(List.of(3, 2, 1), List.of(SIGMOID), new Cost.Squared()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.of(new double[][][] {{{1, 2}}, {{1, 2}}}, new double[][] {{0}, {0}}));
    }

    @Test
    void drawnParametersAreThoseOfTheirSeed() {
        var drawn = all(Parameters.normal(List.of(12, 3, 2), 0, 1, 7));
        assertThat(all(Parameters.normal(List.of(12, 3, 2), 0, 1, 7))).containsExactly(drawn);
        assertThat(all(Parameters.normal(List.of(12, 3, 2), 0, 1, 8))).doesNotContain(drawn);
    }

    @Test
    void drawnParametersHaveTheMeanAndTheDeviationAskedFor() {
        var drawn = all(Parameters.normal(List.of(100, 100), 3, 0.5, 1));
        var mean = DoubleStream.of(drawn).average().orElseThrow();
        var variance = DoubleStream.of(drawn)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();
        // Ten thousand draws: five times the deviation of a mean, and of a deviation.
        assertThat(mean).isCloseTo(3, within(5 * 0.5 / 100));
        assertThat(Math.sqrt(variance)).isCloseTo(0.5, within(5 * 0.5 / 141));
    }

    private static double[] all(Parameters parameters) {
        var sizes = parameters.sizes();
        var values = DoubleStream.builder();
        for (var layer = 2; layer <= sizes.size(); layer++) {
            for (var j = 1; j <= sizes.get(layer - 1); j++) {
                for (var i = 1; i <= sizes.get(layer - 2); i++) {
                    values.add(parameters.weight(layer, j, i));
                }
                values.add(parameters.bias(layer, j));
            }
        }
        return values.build().toArray();
    }
}
