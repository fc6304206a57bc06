package io.gradsheet.template;

import static io.gradsheet.template.Points.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gradsheet.expression.Digits;
import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.network.Initialization;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Places;
import io.gradsheet.training.Batches;
import io.gradsheet.training.Decay;
import io.gradsheet.training.Optimiser;
import io.gradsheet.training.Schedule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The functions, the start and the frozen parameters of a network, as templates say them. */
class NetworkTemplateTest {
    private static final List<Integer> SIZES = List.of(2, 3, 2);

    @Test
    void everyLayerHasItsOwnFunction() {
        var network = RIGHT.read("network.activations=[leaky-relu, softmax]", "cost=cross-entropy")
                .network();
        assertThat(List.of(network.activation(2), network.activation(3)))
                .containsExactly(new Activation.LeakyRelu(), new Activation.Softmax());
        assertThat(network.cost()).isEqualTo(new Cost.CrossEntropy());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "network.activations=softmax | network.activations cannot be softmax in a hidden layer: it shares 1 among the classes, which only the last layer has; take another there",
                "network.activations=[sigmoid, step] | activation 2 of network.activations cannot be step: its derivative is 0, so no error flows back and nothing can be learned; take sigmoid, its smooth relative",
                "cost=cross-entropy; network.activations=tanh | cost cannot be cross-entropy where the last layer is tanh: it takes the logarithm of outputs, which must lie between 0 and 1; make the last layer sigmoid or softmax, or take the squared cost",
                "network.sizes=[2,1]; network.activations=softmax | network.activations cannot be softmax for a single neuron, whose share is always 1; take sigmoid, or a neuron for each class",
                "initial=zero | initial cannot be 'zero'; did you mean 'zeros'? there are: zeros",
                "initial={he: {seed: 1}, xavier: {seed: 1}} | initial has both 'xavier' and 'he', and each draws all parameters; keep one of them",
                "initial={he: {seed: 1, mean: 2}} | there is no key 'mean' in initial.he; there are: distribution, seed",
                "initial={he: {seed: 1, distribution: flat}} | initial.he.distribution cannot be 'flat'; there are: normal, uniform, truncated",
                "train={optimiser: {adam: {epsilon: 0}}} | train.optimiser.adam.epsilon must not be 0: where a gradient is 0 the step would be 0/0, which has no value; take a small number such as 1e-8",
                "train={optimiser: {momentum: {eta: 0.1}}} | train.optimiser.momentum.eta cannot be '0.1'; there are: inside, outside",
                "train={decay: {biases: true}} | train.decay has no key 'lambda'; add it",
                "train={decay: {lambda: -1}} | train.decay.lambda must not be negative, but is -1",
                "initial={uniform: {from: 2, to: 1, seed: 1}} | initial.uniform must go from a smaller number to a larger one, but goes from 2.0 to 1.0",
                "initial={xavier: {}} | initial.xavier has no key 'seed'; add it",
                "train={batch: 0} | train.batch must be a whole number from 1 to 2, but is 0",
                "train={batch: 3} | train.batch must be a whole number from 1 to 2, but is 3",
                "train={order: [1]} | train.order has 1 sample, but must have 2, every sample once",
                "train={order: [2, 2]} | sample 2 of train.order is 2 again; every sample must be there once",
                "train={order: shuffled} | train.order cannot be 'shuffled'; there are: given",
                "train={gradient: most} | train.gradient cannot be 'most'; there are: sum, mean",
                "train={decay: -1} | train.decay must not be negative, but is -1",
                "train={optimiser: adamm} | train.optimiser cannot be 'adamm'; did you mean 'adam'? there are: plain, momentum, nesterov, rmsprop, adam",
                "train={optimiser: {momentum: {mu: 1}}} | train.optimiser.momentum.mu must lie between 0 and 1, but is 1",
                "train={optimiser: {}} | train.optimiser must have one of these keys: momentum, nesterov, rmsprop, adam",
                "train={schedule: {}} | train.schedule must have one of these keys: steps, exponential, inverse, linear",
                "train={schedule: {linear: {factor: 0}}} | train.schedule.linear.factor must be larger than 0, but is 0",
                "train={schedule: {exponential: {factor: 0}}} | train.schedule reaches 0 in epoch 2, from where on nothing would be learned; take a larger factor, or fewer epochs",
                "train={schedule: {exponential: {factor: 1e-100}}} | train.schedule reaches 0 in epoch 4, from where on nothing would be learned; take a larger factor, or fewer epochs",
                "train={biases: no} | train.biases must be true or false, but is 'no'",
                "train={frozen: [w2_11,c]} | parameter 2 of train.frozen must be the name of a weight, such as w2_31 (layer 2, to neuron 3, from neuron 1; w2_3_12 where a number has two digits), or of a bias, such as b2_3, but is 'c'",
                "train={frozen: [w4_11]} | parameter 1 of train.frozen is in layer 4, but layers with parameters count from 2 to 3",
                "train={frozen: [w2_13]} | parameter 1 of train.frozen names neuron 3 of layer 1, but neurons there count from 1 to 2",
                "train={frozen: [b3_0]} | parameter 1 of train.frozen names neuron 0 of layer 3, but neurons there count from 1 to 2",
                "network.sizes=[2,1]; initial=zeros; network.activations=sigmoid; train={frozen: [w2_11, w2_12, b2_1]} | train leaves nothing to train: every parameter is frozen; leave one out"
            })
    void whatMakesNoSenseIsRefusedWithTheReason(String settings, String message) {
        var all = settings.split("; ", -1);
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> RIGHT.read(all))
                .satisfies(e -> assertThat(e.getMessage()).matches("--set .*").endsWith(": " + message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "softmax | 0.7 | cannot be cross-entropy after softmax here: it compares shares of classes, which make 1 together, and the targets of sample 2 do not; take the squared cost, or a label",
                "sigmoid | 1.5 | cannot be cross-entropy here: it needs targets from 0 to 1, and sample 2 has the target 1.5; take the squared cost"
            })
    void crossEntropyIsForTargetsThatAreShares(String output, String target, String message) {
        var numbers = RIGHT.yaml("classes: [in, out]", "targets: [s, t]")
                .csv("x,y,s,t\n0.5,1,0,1\n-2,30,0.5," + target + "\n");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> numbers.read("network.activations=[tanh, " + output + "]", "cost=cross-entropy"))
                .withMessage("--set cost=cross-entropy: cost " + message);
    }

    @Test
    void startValuesCanBeDrawnInManyWays() {
        assertInitial("{uniform: {from: -2, to: 0, seed: 4}}", new Initialization.Uniform(-2, 0));
        assertInitial("{uniform: {seed: 4}}", new Initialization.Uniform(-1, 1));
        assertInitial("{xavier: {seed: 4}}", new Initialization.Xavier());
        assertInitial("{he: {seed: 4}}", new Initialization.He());
        assertThat(RIGHT.read("initial=zeros").initial().toArray()).hasSize(17).containsOnly(0);
    }

    private static void assertInitial(String yaml, Initialization expected) {
        assertThat(RIGHT.read("initial=" + yaml).initial())
                .usingRecursiveComparison()
                .isEqualTo(expected.draw(RIGHT.read().network(), 4).map(Digits::kept));
    }

    @Test
    void nothingIsFrozenUnlessAsked() {
        assertThat(RIGHT.read().hyperparameters().frozen().count()).isZero();
        assertThat(RIGHT.read("train={biases: true}").hyperparameters().frozen().count())
                .isZero();
    }

    @Test
    void allBiasesOrSingleParametersCanBeFrozen() {
        var frozen = RIGHT.read("train={biases: false, frozen: [w2_32, w3_1_2, b2_1]}")
                .hyperparameters()
                .frozen();
        assertThat(frozen.count()).isEqualTo(5 + 2);
        assertThat(frozen.hasBias(3, 2)).isTrue();
        assertThat(frozen.hasWeight(2, 3, 2)).isTrue();
        assertThat(frozen.hasWeight(3, 1, 2)).isTrue();
        assertThat(frozen.hasWeight(2, 2, 1)).isFalse();
    }

    @Test
    void trainingIsTheBooksUnlessAsked() {
        assertThat(RIGHT.read().hyperparameters().isPlain(2)).isTrue();
        assertThat(RIGHT.read("train={biases: false}").hyperparameters().isPlain(2))
                .isTrue();
        assertThat(RIGHT.read("train={batch: 1}").hyperparameters().isPlain(2)).isFalse();
    }

    @Test
    void trainingCanBeOfAnyKind() {
        var asked = RIGHT.read("train={batch: 1, order: {seed: 3}, gradient: mean, decay: 0.1,"
                        + " optimiser: {adam: {beta1: 0.8}}, schedule: {steps: {factor: 0.5, every: 4}}}")
                .hyperparameters();
        assertThat(asked.batches()).isEqualTo(new Batches(1, new Batches.Shuffled(3)));
        assertThat(asked.mean()).isTrue();
        assertThat(asked.decay()).isEqualTo(Decay.ofWeights(0.1));
        assertThat(asked.optimiser()).isEqualTo(new Optimiser.Adam(0.8, 0.999, 1e-8));
        assertThat(asked.schedule()).isEqualTo(new Schedule.Steps(0.5, 4));
        assertThat(RIGHT.read("train={order: [2, 1], optimiser: nesterov}")
                        .hyperparameters()
                        .batches())
                .isEqualTo(new Batches(2, new Batches.Listed(List.of(2, 1))));
        assertThat(RIGHT.read("train={optimiser: {rmsprop: {rho: 0.5, epsilon: 0.01}}}")
                        .hyperparameters()
                        .optimiser())
                .isEqualTo(new Optimiser.RmsProp(0.5, 0.01));
    }

    @Test
    void aChangeOfInputsKeepsWhatIsFrozen() {
        var experiment = RIGHT.read("train={biases: false}");
        var changed = experiment.with(experiment.data(), Parameters.zeros(Places.ofDense(SIZES)), 0.25);
        assertThat(changed.hyperparameters().frozen())
                .isSameAs(experiment.hyperparameters().frozen());
        assertThat(changed.learningRate()).isEqualTo(0.25);
    }
}
