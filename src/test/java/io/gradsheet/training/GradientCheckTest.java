package io.gradsheet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.network.Initialization;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Pass;
import io.gradsheet.network.Places;
import io.gradsheet.network.Sample;
import io.gradsheet.testing.Experiments.Functions;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Right gradients pass, whatever the network; wrong ones are found, and where they are wrong. */
class GradientCheckTest {
    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-6;

    @Provide
    Arbitrary<Functions> functions() {
        return Functions.any();
    }

    @Property(tries = 200)
    void backpropagationPassesAndAWrongGradientIsFoundWhereItIsWrong(
            @ForAll @Size(min = 2, max = 4) List<@IntRange(min = 1, max = 5) Integer> sizes,
            @ForAll("functions") Functions functions,
            @ForAll long seed) {
        var network = functions.forOutputs(sizes.get(sizes.size() - 1)).network(sizes);
        var random = new Random(seed);
        var samples = samples(network, 4, random);
        var at = new Initialization.Normal(0, 0.8).draw(network, seed);

        var right = GradientCheck.of(network, samples, at, STEP, done -> {});

        var judged = right.parameters().size() - right.kinks().size();
        assertThat(right.parameters()).hasSize(network.parameterCount());
        assertThat(right.evaluations()).isEqualTo(2L * network.parameterCount());
        assertThat(right.agrees(TOLERANCE))
                .as("%s of %s", right.worst(), right.parameters())
                .isEqualTo(judged > 0);

        var place = random.nextInt(network.parameterCount());
        var values = new Pass(network, at, samples).gradient().toArray();
        values[place] += 1e-3 * Math.max(1, Math.abs(values[place]));
        var wrong = check(network, samples, at, values);

        if (!right.parameters().get(place).kink()) {
            assertThat(wrong.agrees(TOLERANCE)).isFalse();
            assertThat(wrong.worst()).contains(wrong.parameters().get(place));
        }
    }

    /** What is often forgotten: the derivative of the activation, the sum over the samples, the sign of the error. */
    @Example
    void commonMistakesAreFound() {
        var network = sigmoids(List.of(3, 2, 2));
        var samples = samples(network, 5, new Random(1));
        var at = new Initialization.Normal(0, 1).draw(network, 1);
        var right = new Pass(network, at, samples).gradient();
        var others = Network.dense(
                network.sizes(), List.of(new Activation.Linear(), new Activation.Sigmoid()), new Cost.Squared());

        assertThat(check(network, samples, at, right.toArray()).agrees(TOLERANCE))
                .isTrue();
        assertThat(check(network, samples, at, right.map(slope -> slope / 5).toArray())
                        .agrees(TOLERANCE))
                .isFalse();
        assertThat(check(network, samples, at, right.map(slope -> -slope).toArray())
                        .agrees(TOLERANCE))
                .isFalse();
        assertThat(check(
                                network,
                                samples,
                                at,
                                new Pass(others, at, samples).gradient().toArray())
                        .agrees(TOLERANCE))
                .isFalse();
    }

    @Example
    void aKinkWithinTheStepIsToldAndNotJudged() {
        var network = Network.dense(
                List.of(1, 1, 1), List.of(new Activation.Relu(), new Activation.Linear()), new Cost.Squared());
        var samples = List.of(new Sample(new double[] {1}, new double[] {3}));
        // z = 1 · x − 1 is 0 at x = 1: both of its parameters carry it over the kink.
        var at = Parameters.of(Places.ofDense(List.of(1, 1, 1)), new double[] {1, -1, 2, 0.5});

        var check = GradientCheck.of(network, samples, at, STEP, done -> {});

        assertThat(check.kinks()).extracting(GradientCheck.Parameter::layer).containsExactly(2, 2);
        assertThat(check.kinks()).extracting(GradientCheck.Parameter::isBias).containsExactly(false, true);
        assertThat(check.worst())
                .hasValueSatisfying(worst -> assertThat(worst.layer()).isEqualTo(3));
        assertThat(check.agrees(TOLERANCE)).isTrue();
    }

    @Example
    void whereNothingCanBeJudgedNothingAgrees() {
        var network = Network.dense(List.of(1, 1), List.of(new Activation.Relu()), new Cost.Squared());
        var samples = List.of(new Sample(new double[] {1}, new double[] {3}));

        var check =
                GradientCheck.of(network, samples, Parameters.zeros(Places.ofDense(List.of(1, 1))), STEP, done -> {});

        assertThat(check.worst()).isEmpty();
        assertThat(check.agrees(1)).isFalse();
    }

    /** A large cost on a plateau: the difference is nothing but the rounding of C_T. */
    @Example
    void roundingIsNoDisagreement() {
        var network = sigmoids(List.of(1, 1));
        var samples = IntStream.range(0, 50)
                .mapToObj(k -> new Sample(new double[] {1 + k / 50.0}, new double[] {0}))
                .toList();

        var check = GradientCheck.of(
                network, samples, Parameters.of(Places.ofDense(List.of(1, 1)), new double[] {15, 5}), STEP, done -> {});

        assertThat(check.worst())
                .hasValueSatisfying(worst -> assertThat(worst.error()).isGreaterThan(TOLERANCE));
        assertThat(check.agrees(TOLERANCE)).isTrue();
    }

    @Example
    void numbersThatAreNotFiniteAreNamed() {
        var network = Network.dense(List.of(1, 1), List.of(new Activation.Linear()), new Cost.Squared());
        var samples = List.of(new Sample(new double[] {1e200}, new double[] {0}));
        var at = Parameters.of(Places.ofDense(List.of(1, 1)), new double[] {1e10, 0});
        assertThatThrownBy(() -> GradientCheck.of(network, samples, at, STEP, done -> {}))
                .isInstanceOf(DivergenceException.class)
                .hasMessageContaining("at sample 1");
    }

    private static GradientCheck check(Network network, List<Sample> samples, Parameters at, double[] gradient) {
        return GradientCheck.of(network, samples, at, at.with(gradient), STEP, done -> {});
    }

    private static Network sigmoids(List<Integer> sizes) {
        var activations = sizes.stream()
                .skip(1)
                .map(size -> (Activation) new Activation.Sigmoid())
                .toList();
        return Network.dense(sizes, activations, new Cost.Squared());
    }

    private static List<Sample> samples(Network network, int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(k -> {
                    var targets = new double[network.outputs()];
                    targets[random.nextInt(targets.length)] = 1;
                    return new Sample(random.doubles(network.inputs(), -2, 2).toArray(), targets);
                })
                .toList();
    }
}
