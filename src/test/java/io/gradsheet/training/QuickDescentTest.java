package io.gradsheet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.network.FrozenParameters;
import io.gradsheet.network.Initialization;
import io.gradsheet.network.Network;
import io.gradsheet.network.Places;
import io.gradsheet.network.Sample;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.testing.Experiments;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The quick training beside the one that records everything. */
class QuickDescentTest {
    @Provide
    Arbitrary<NetworkExperiment> networks() {
        return Experiments.anySmall();
    }

    // A training that swings wide makes much of rounding: the seed is one whose trainings do not.
    @Property(tries = 100, seed = "1")
    void comesToTheSameAsTheOneThatRecords(@ForAll("networks") NetworkExperiment experiment) {
        var recorded = new GradientDescent(
                experiment.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters());
        try (var quick = new QuickDescent(
                experiment.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters(), 2)) {
            while (recorded.hasNext()) {
                var epoch = recorded.next();
                quick.next();
                assertThat(quick.cost()).isCloseTo(epoch.cost(), within(1e-9 * Math.max(1, epoch.cost())));
                assertThat(quick.hits()).isEqualTo(epoch.hits());
                var expected = epoch.next().toArray();
                var actual = quick.parameters().toArray();
                for (var i = 0; i < expected.length; i++) {
                    assertThat(actual[i])
                            .as("parameter %d", i)
                            .isCloseTo(expected[i], within(1e-9 * Math.max(1, Math.abs(expected[i]))));
                }
            }
        }
    }

    private static List<Sample> samples(int count, int inputs, int outputs) {
        var random = new Random(1);
        return IntStream.range(0, count)
                .mapToObj(k -> {
                    var targets = new double[outputs];
                    targets[random.nextInt(outputs)] = 1;
                    return new Sample(random.doubles(inputs).toArray(), targets);
                })
                .toList();
    }

    private static double[] trained(int threads, Batches batches) {
        var sizes = List.of(60, 200, 7);
        var network =
                Network.dense(sizes, List.of(new Activation.Tanh(), new Activation.Softmax()), new Cost.CrossEntropy());
        var how = new Hyperparameters(
                0.01,
                new Schedule.Constant(),
                6,
                batches,
                true,
                Decay.NONE,
                new Optimiser.Momentum(0.9),
                FrozenParameters.none(Places.ofDense(sizes)));
        // By this clock the trials of one thread and of all fall into these few steps.
        var clock = new AtomicLong();
        try (var quick = new QuickDescent(
                network,
                samples(333, 60, 7),
                new Initialization.Xavier().draw(network, 1),
                how,
                threads,
                () -> clock.addAndGet(400_000_000))) {
            for (var epoch = 1; epoch <= 6; epoch++) {
                quick.next();
            }
            return quick.parameters().toArray();
        }
    }

    @Example
    void hasTheSameBitsHoweverManyThreadsThereAre() {
        for (var batches : List.of(Batches.full(333), new Batches(100, new Batches.Shuffled(2)))) {
            var alone = trained(1, batches);
            assertThat(trained(2, batches)).containsExactly(alone);
            assertThat(trained(5, batches)).containsExactly(alone);
        }
    }

    @Example
    void namesWhereTheNumbersEndAsTheOtherDoes() {
        var sizes = List.of(1, 1);
        var network = Network.dense(sizes, Collections.nCopies(1, new Activation.Linear()), new Cost.Squared());
        var samples = List.of(
                new Sample(new double[] {0}, new double[] {1}), new Sample(new double[] {1e200}, new double[] {1}));
        var how = Hyperparameters.plain(1, 2, 2, FrozenParameters.none(Places.ofDense(sizes)));
        var initial = new Initialization.Normal(1, 0.1).draw(network, 1);
        try (var quick = new QuickDescent(network, samples, initial, how, 1)) {
            assertThatExceptionOfType(DivergenceException.class)
                    .isThrownBy(quick::next)
                    .withMessageStartingWith("training diverges: in epoch 1, at sample 2, ");
        }
    }

    /** Runs epochs until one has no end in numbers. */
    private static String complaint(Runnable next) {
        try {
            while (true) {
                next.run();
            }
        } catch (DivergenceException e) {
            return e.getMessage();
        }
    }

    @Example
    void namesTheSampleOfALaterStepAsTheOtherDoes() {
        var sizes = List.of(2, 3, 1);
        var network = Network.dense(sizes, Collections.nCopies(2, new Activation.Linear()), new Cost.Squared());
        var initial = new Initialization.Normal(1, 0.1).draw(network, 1);
        for (var optimiser : List.of(new Optimiser.Plain(), new Optimiser.Momentum(0.9))) {
            for (var size : List.of(1, 2, 7)) {
                var how = new Hyperparameters(
                        2,
                        new Schedule.Constant(),
                        1_000,
                        new Batches(size, new Batches.Shuffled(3)),
                        true,
                        Decay.ofWeights(0.01),
                        optimiser,
                        FrozenParameters.none(Places.ofDense(sizes)).andBias(3, 1));
                var recorded = new GradientDescent(network, samples(7, 2, 1), initial, how);
                try (var quick = new QuickDescent(network, samples(7, 2, 1), initial, how, 1)) {
                    assertThat(complaint(quick::next)).isEqualTo(complaint(recorded::next));
                }
            }
        }
    }
}
