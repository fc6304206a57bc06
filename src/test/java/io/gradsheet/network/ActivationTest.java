package io.gradsheet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivationTest {
    private static Activation named(String name) {
        return Activation.named(name).orElseThrow();
    }

    /** Of one sample, as many neurons as numbers. */
    private static double[] activations(Activation activation, double... z) {
        var a = new double[z.length];
        activation.activate(z, a, 1, z.length);
        return a;
    }

    private static double derivative(Activation activation, double z) {
        var slopes = new double[] {1};
        activation.toErrors(new double[] {z}, activations(activation, z), slopes, 1, 1);
        return slopes[0];
    }

    @ParameterizedTest
    @CsvSource({
        "sigmoid, 0.5, 0.6224593312018546, 0.2350037122015945",
        "sigmoid, -40, 4.248354255291589e-18, 4.248354255291589e-18",
        "tanh, 0.5, 0.46211715726000973, 0.7864477329659274",
        "relu, 0.5, 0.5, 1",
        "relu, -0.5, 0, 0",
        "relu, 0, 0, 0",
        "leaky-relu, 0.5, 0.5, 1",
        "leaky-relu, -0.5, -0.005, 0.01",
        "softplus, 0.5, 0.9740769841801067, 0.6224593312018546",
        "softplus, -50, 1.9287498479639178e-22, 1.9287498479639178e-22",
        "linear, -7, -7, 1"
    })
    void activationsAndDerivativesAreThoseOfTheTextbook(String name, double z, double a, double derivative) {
        assertThat(activations(named(name), z)[0]).isCloseTo(a, within(1e-15 * Math.max(Math.abs(a), 1e-9)));
        assertThat(derivative(named(name), z))
                .isCloseTo(derivative, within(1e-15 * Math.max(Math.abs(derivative), 1e-9)));
    }

    @ParameterizedTest
    @CsvSource({
        "sigmoid, 0, 1",
        "tanh, -1, 1",
        "relu, 0, 1e308",
        "leaky-relu, -1e306, 1e308",
        "softplus, 0, 1e308",
        "linear, -1e308, 1e308"
    })
    void farOutTheyStayNumbers(String name, double low, double high) {
        assertThat(activations(named(name), -1e308, 1e308)).containsExactly(low, high);
        assertThat(derivative(named(name), -1e308)).isBetween(0.0, 1.0);
        assertThat(derivative(named(name), 1e308)).isBetween(0.0, 1.0);
    }

    @Test
    void softmaxSharesOneAmongTheNeuronsOfEachSample() {
        var a = new double[6];
        new Activation.Softmax().activate(new double[] {Math.log(1), Math.log(3), 0, 0, -1e308, 1e308}, a, 3, 2);
        assertThat(a).containsExactly(new double[] {0.25, 0.75, 0.5, 0.5, 0, 1}, within(1e-15));
    }

    @Test
    void aStepHasNoSlopeToLearnFrom() {
        var step = new Activation.Step();
        assertThat(activations(step, -1e-300, 0, 3)).containsExactly(0, 1, 1);
        assertThat(step.isTrainable()).isFalse();
        assertThat(derivative(step, 1)).isZero();
    }

    @Test
    void crossEntropyIsANumberHoweverSureTheNetwork() {
        assertThat(cost(new Activation.Sigmoid(), new double[] {800, -800}, 1, 0))
                .isZero();
        assertThat(cost(new Activation.Sigmoid(), new double[] {800, -800}, 0, 1))
                .isEqualTo(1600);
        assertThat(cost(new Activation.Softmax(), new double[] {800, -800}, 1, 0))
                .isZero();
        assertThat(cost(new Activation.Softmax(), new double[] {800, -800}, 0, 1))
                .isEqualTo(1600);
    }

    @Test
    void crossEntropyIsMinusTheLogarithmOfWhatTheTruthWasGiven() {
        var z = new double[] {0.3, -1.2};
        var one = activations(new Activation.Sigmoid(), z);
        assertThat(cost(new Activation.Sigmoid(), z, 0, 1))
                .isCloseTo(-Math.log(1 - one[0]) - Math.log(one[1]), within(1e-14));
        var shares = activations(new Activation.Softmax(), z);
        assertThat(cost(new Activation.Softmax(), z, 0, 1)).isCloseTo(-Math.log(shares[1]), within(1e-14));
    }

    private static double cost(Activation output, double[] z, double... targets) {
        var costs = new double[1];
        new Cost.CrossEntropy().of(output, z, activations(output, z), targets, costs, 1, z.length);
        return costs[0];
    }

    @Test
    void crossEntropyIsForOutputsBetweenZeroAndOne() {
        assertThat(Activation.all().stream().filter(new Cost.CrossEntropy()::fits))
                .isEqualTo(List.of(new Activation.Sigmoid(), new Activation.Softmax()));
    }
}
