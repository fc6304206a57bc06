package io.gradsheet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.network.FrozenParameters;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Places;
import io.gradsheet.network.Sample;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradientDescentTest {
    /** 10⁻¹² of the value. */
    private static final Percentage CLOSE = Percentage.withPercentage(1e-10);

    private final NetworkExperiment experiment = Experiments.builtIn();

    static List<String> references() {
        return Reference.names();
    }

    private static GradientDescent descent(NetworkExperiment experiment, int epochs) {
        return new GradientDescent(
                experiment.network(),
                experiment.samples(),
                experiment.initial(),
                experiment.hyperparameters().withEpochs(epochs));
    }

    private static Parameters gradient(EpochTrace epoch) {
        return epoch.steps().get(0).gradient();
    }

    private static EpochTrace last(GradientDescent descent) {
        var last = descent.next();
        while (descent.hasNext()) {
            last = descent.next();
        }
        return last;
    }

    @ParameterizedTest
    @MethodSource("references")
    void costsOfEveryEpochAndAfterTheLastAreThoseOfTheReference(String name) {
        var reference = Reference.read(name);
        var costs = new ArrayList<Double>();
        descent(reference.experiment(), reference.epochs() + 1).forEachRemaining(epoch -> costs.add(epoch.cost()));
        assertThat(costs).hasSameSizeAs(reference.costs()).hasSize(reference.epochs() + 1);
        for (var epoch = 0; epoch < costs.size(); epoch++) {
            assertThat(costs.get(epoch))
                    .as("epoch %d", epoch + 1)
                    .isCloseTo(reference.costs().get(epoch), CLOSE);
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void theFirstSampleOfTheFirstEpochIsThatOfTheReference(String name) {
        var reference = Reference.read(name);
        var experiment = reference.experiment();
        var network = experiment.network();
        var trace = descent(experiment, 1).next().samples().get(0);
        var first = reference.first();
        assertThat(trace.cost()).isCloseTo(first.cost(), CLOSE);
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                var place = "layer %d, neuron %d".formatted(layer, j);
                assertThat(trace.weightedInput(layer, j)).as(place).isCloseTo(first.weightedInput(layer, j), CLOSE);
                assertThat(trace.activation(layer, j)).as(place).isCloseTo(first.activation(layer, j), CLOSE);
                assertThat(trace.delta(layer, j)).as(place).isCloseTo(first.delta(layer, j), CLOSE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void theGradientsOfTheFirstEpochAreThoseOfTheReference(String name) {
        var reference = Reference.read(name);
        assertClose(
                descent(reference.experiment(), 1).next().steps().get(0).gradient(),
                reference.first().gradient());
    }

    @ParameterizedTest
    @MethodSource("references")
    void theTrainedParametersAreThoseOfTheReference(String name) {
        var reference = Reference.read(name);
        assertClose(last(descent(reference.experiment(), reference.epochs())).next(), reference.trained());
    }

    @ParameterizedTest
    @MethodSource("references")
    void theTrainedNetworkIsAsOftenRightAsTheReference(String name) {
        var reference = Reference.read(name);
        var experiment = reference.experiment();
        var last = last(descent(experiment, reference.epochs() + 1));
        assertThat((double) last.hits() / experiment.samples().size()).isEqualTo(reference.accuracy());
    }

    private static void assertClose(Parameters actual, Reference.Values expected) {
        var values = actual.toArray();
        assertThat(values).hasSameSizeAs(expected.inOrder());
        for (var i = 0; i < values.length; i++) {
            assertThat(values[i])
                    .as("parameter %d", i)
                    .isCloseTo(expected.inOrder().get(i), CLOSE);
        }
    }

    @Test
    void anEpochMovesEveryParameterByMinusEtaTimesItsGradient() {
        var epoch = descent(experiment, 1).next();
        assertThat(epoch.next().weight(2, 1, 12))
                .isEqualTo(experiment.initial().weight(2, 1, 12)
                        - 0.2 * gradient(epoch).weight(2, 1, 12));
        assertThat(epoch.next().bias(3, 2))
                .isEqualTo(
                        experiment.initial().bias(3, 2) - 0.2 * gradient(epoch).bias(3, 2));
    }

    @Test
    void oneNeuronLearnsAsOnPaper() {
        // z = 0·1 + 0, a = 1/2, C = ½(1 − ½)² = 1/8, δ = (½ − 1)·½·½ = −1/8; w moves by −2·(−1/8)·1.
        var epoch = neuron(0, 1, 1, 2, 1).next();
        assertThat(epoch.cost()).isEqualTo(0.125);
        assertThat(gradient(epoch).weight(2, 1, 1)).isEqualTo(-0.125);
        assertThat(epoch.next().weight(2, 1, 1)).isEqualTo(0.25);
        assertThat(epoch.next().bias(2, 1)).isEqualTo(0.25);
    }

    private static GradientDescent neuron(double weight, double input, double target, double eta, int epochs) {
        return new GradientDescent(
                Network.dense(List.of(1, 1), List.of(new Activation.Sigmoid()), new Cost.Squared()),
                List.of(
                        new Sample(new double[] {0}, new double[] {0.5}),
                        new Sample(new double[] {input}, new double[] {target})),
                Parameters.of(new double[][][] {{{weight}}}, new double[][] {{0}}),
                Hyperparameters.plain(eta, epochs, 2, FrozenParameters.none(Places.ofDense(List.of(1, 1)))));
    }

    @Test
    void frozenParametersStayAndTheOthersMoveAsBefore() {
        var frozen = FrozenParameters.none(Places.ofDense(List.of(12, 3, 2)))
                .andBiases()
                .andWeight(2, 3, 12);
        var free = descent(experiment, 1).next();
        var epoch = new GradientDescent(
                        experiment.network(),
                        experiment.samples(),
                        experiment.initial(),
                        Hyperparameters.plain(0.2, 1, 64, frozen))
                .next();
        assertThat(gradient(epoch).toArray()).isEqualTo(gradient(free).toArray());
        assertThat(epoch.next().bias(3, 2)).isEqualTo(experiment.initial().bias(3, 2));
        assertThat(epoch.next().weight(2, 3, 12)).isEqualTo(experiment.initial().weight(2, 3, 12));
        assertThat(epoch.next().weight(2, 3, 11)).isEqualTo(free.next().weight(2, 3, 11));
        assertThat(frozen.count()).isEqualTo(6);
    }

    @Test
    void thereIsNoEpochAfterTheLast() {
        var descent = descent(experiment, 1);
        descent.next();
        assertThat(descent.hasNext()).isFalse();
        assertThatThrownBy(descent::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aWeightedInputBeyondAllNumbersIsNamedByEpochAndSample() {
        assertThatExceptionOfType(DivergenceException.class)
                .isThrownBy(() -> neuron(1e308, 10, 1, 1, 1).next())
                .withMessageStartingWith("training diverges: in epoch 1, at sample 2, ")
                .withMessageEndingWith("take a smaller eta or other initial parameters");
    }

    @Test
    void aStepBeyondAllNumbersIsNamedByItsEpoch() {
        assertThatExceptionOfType(DivergenceException.class)
                .isThrownBy(() -> neuron(0, 1e10, 1, 1e308, 1).next())
                .withMessageStartingWith("training diverges: the step of epoch 1 ")
                .withMessageEndingWith("take a smaller eta or other initial parameters");
    }
}
