package io.gradsheet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class GradientDescentTest {
    /** 10⁻¹² of the value. */
    private static final Percentage CLOSE = Percentage.withPercentage(1e-10);

    private final Reference reference = Reference.read();
    private final NetworkExperiment experiment = Experiments.builtIn();
    private final Network network = experiment.network();

    private GradientDescent descent(int epochs) {
        return new GradientDescent(
                network, experiment.samples(), experiment.initial(), experiment.learningRate(), epochs);
    }

    @Test
    void costsOfEveryEpochAndAfterTheLastAreThoseOfTheReference() {
        var costs = new ArrayList<Double>();
        descent(experiment.epochs() + 1).forEachRemaining(epoch -> costs.add(epoch.cost()));
        assertThat(costs).hasSameSizeAs(reference.costs()).hasSize(51);
        for (var epoch = 0; epoch < costs.size(); epoch++) {
            assertThat(costs.get(epoch))
                    .as("epoch %d", epoch + 1)
                    .isCloseTo(reference.costs().get(epoch), CLOSE);
        }
    }

    @Test
    void theFirstSampleOfTheFirstEpochIsThatOfTheReference() {
        var trace = descent(1).next().samples().get(0);
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

    @Test
    void theGradientsOfTheFirstEpochAreThoseOfTheReference() {
        assertClose(
                descent(1).next().gradient(),
                new Reference.Values(
                        reference.first().gradW(), reference.first().gradB()));
    }

    @Test
    void theTrainedParametersAreThoseOfTheReference() {
        var descent = descent(experiment.epochs());
        var last = descent.next();
        while (descent.hasNext()) {
            last = descent.next();
        }
        assertClose(last.next(), reference.trained());
    }

    @Test
    void theTrainedNetworkIsAsOftenRightAsTheReference() {
        var descent = descent(experiment.epochs() + 1);
        var last = descent.next();
        while (descent.hasNext()) {
            last = descent.next();
        }
        assertThat((double) last.hits() / experiment.samples().size()).isEqualTo(reference.accuracy());
    }

    private void assertClose(Parameters actual, Reference.Values expected) {
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                var place = "layer %d, neuron %d".formatted(layer, j);
                for (var i = 1; i <= network.size(layer - 1); i++) {
                    assertThat(actual.weight(layer, j, i))
                            .as(place + ", from " + i)
                            .isCloseTo(expected.weight(layer, j, i), CLOSE);
                }
                assertThat(actual.bias(layer, j)).as(place).isCloseTo(expected.bias(layer, j), CLOSE);
            }
        }
    }

    @Test
    void anEpochMovesEveryParameterByMinusEtaTimesItsGradient() {
        var epoch = descent(1).next();
        assertThat(epoch.next().weight(2, 1, 12))
                .isEqualTo(experiment.initial().weight(2, 1, 12)
                        - 0.2 * epoch.gradient().weight(2, 1, 12));
        assertThat(epoch.next().bias(3, 2))
                .isEqualTo(
                        experiment.initial().bias(3, 2) - 0.2 * epoch.gradient().bias(3, 2));
    }

    @Test
    void oneNeuronLearnsAsOnPaper() {
        // z = 0·1 + 0, a = 1/2, C = ½(1 − ½)² = 1/8, δ = (½ − 1)·½·½ = −1/8; w moves by −2·(−1/8)·1.
        var epoch = neuron(0, 1, 1, 2, 1).next();
        assertThat(epoch.cost()).isEqualTo(0.125);
        assertThat(epoch.gradient().weight(2, 1, 1)).isEqualTo(-0.125);
        assertThat(epoch.next().weight(2, 1, 1)).isEqualTo(0.25);
        assertThat(epoch.next().bias(2, 1)).isEqualTo(0.25);
    }

    private static GradientDescent neuron(double weight, double input, double target, double eta, int epochs) {
        return new GradientDescent(
                new Network(List.of(1, 1), List.of(new Activation.Sigmoid()), new Cost.Squared()),
                List.of(
                        new Sample(new double[] {0}, new double[] {0.5}),
                        new Sample(new double[] {input}, new double[] {target})),
                Parameters.of(new double[][][] {{{weight}}}, new double[][] {{0}}),
                eta,
                epochs);
    }

    @Test
    void thereIsNoEpochAfterTheLast() {
        var descent = descent(1);
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
