package io.gradsheet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
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
        assertThat(Network.answer(new double[] {0.5 - 1e-8})).isZero();
    }

    @Test
    void outputsThatRoundingAloneMayHavePartedAreEqual() {
        assertThat(Network.answer(new double[] {1 - 2e-16, 1})).isEqualTo(1);
        assertThat(Network.answer(new double[] {0.2, 3e6, 3e6 + 1e-6})).isEqualTo(2);
        assertThat(Network.answer(new double[] {-4e6 - 1e-6, -4e6})).isEqualTo(1);
        assertThat(Network.answer(new double[] {0.5 - 1e-8, 0.5})).isEqualTo(2);
        assertThat(Network.answer(new double[] {Math.nextDown(0.5)})).isEqualTo(1);
    }

    @Test
    void aNetworkOfTwelveThreeTwoHasFortySevenParameters() {
        var network = Network.dense(List.of(12, 3, 2), List.of(SIGMOID, SIGMOID), new Cost.Squared());
        assertThat(network.parameterCount()).isEqualTo(47);
        assertThat(network.layers()).isEqualTo(3);
    }

    @Test
    void aShapeThatIsNoNetworkIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Network.dense(List.of(3), List.of(), new Cost.Squared()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.dense(List.of(3, 0), List.of(SIGMOID), new Cost.Squared()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.dense(List.of(3, 2, 1), List.of(SIGMOID), new Cost.Squared()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Network.dense(List.of(3, 2), List.of(new Activation.Tanh()), new Cost.CrossEntropy()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Network.dense(
                        List.of(3, 2, 2), List.of(new Activation.Softmax(), SIGMOID), new Cost.Squared()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.of(new double[][][] {{{1, 2}}, {{1, 2}}}, new double[][] {{0}, {0}}));
    }
}
