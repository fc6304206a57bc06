package io.gradsheet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.network.Activation;
import io.gradsheet.network.FrozenParameters;
import io.gradsheet.network.Initialization;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
import io.gradsheet.testing.Experiments.Functions;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Backpropagation against what needs no backpropagation: the total cost, a parameter moved a little both ways. */
class GradientPropertyTest {
    private static final double STEP = 1e-5;

    @Provide
    Arbitrary<Functions> functions() {
        return Functions.any();
    }

    @Property(tries = 500)
    void gradientIsTheCentralDifferenceOfTheTotalCost(
            @ForAll @Size(min = 2, max = 4) List<@IntRange(min = 1, max = 5) Integer> sizes,
            @ForAll("functions") Functions functions,
            @ForAll @IntRange(min = 1, max = 5) int samples,
            @ForAll long seed) {
        var network = functions.forOutputs(sizes.get(sizes.size() - 1)).network(sizes);
        var random = new Random(seed);
        var data = IntStream.range(0, samples)
                .mapToObj(k -> new Sample(drawn(network.inputs(), random), targets(network, random)))
                .toList();
        var parameters = new Initialization.Normal(0, 0.8).draw(network, seed);
        // Beside a kink, the difference is no derivative.
        Assume.that(!isNearKink(network, data, parameters));
        var gradient = epoch(network, data, parameters).gradient().toArray();
        var values = parameters.toArray();
        for (var i = 0; i < values.length; i++) {
            var up = cost(network, data, moved(parameters, i, STEP));
            var down = cost(network, data, moved(parameters, i, -STEP));
            assertThat(gradient[i])
                    .as("parameter %d", i)
                    .isCloseTo((up - down) / (2 * STEP), within(1e-6 * Math.max(1, Math.abs(gradient[i]))));
        }
    }

    private static boolean isNearKink(Network network, List<Sample> data, Parameters parameters) {
        return epoch(network, data, parameters).samples().stream().anyMatch(trace -> {
            for (var layer = 2; layer <= network.layers(); layer++) {
                for (var j = 1; j <= network.size(layer); j++) {
                    if (Math.abs(trace.weightedInput(layer, j)) < 1e-3) {
                        return true;
                    }
                }
            }
            return false;
        });
    }

    /** Of softmax outputs, shares of 1; of others any numbers from 0 to 1. */
    private static double[] targets(Network network, Random random) {
        var targets = random.doubles(network.outputs()).toArray();
        if (network.outputActivation() instanceof Activation.Softmax) {
            var sum = DoubleStream.of(targets).sum();
            return DoubleStream.of(targets).map(target -> target / sum).toArray();
        }
        return targets;
    }

    private static double[] drawn(int count, Random random) {
        return random.doubles(count, -2, 2).toArray();
    }

    private static StepTrace epoch(Network network, List<Sample> samples, Parameters parameters) {
        var once = Hyperparameters.plain(1, 1, samples.size(), FrozenParameters.none(network.places()));
        return new GradientDescent(network, samples, parameters, once)
                .next()
                .steps()
                .get(0);
    }

    private static double cost(Network network, List<Sample> samples, Parameters parameters) {
        return epoch(network, samples, parameters).cost();
    }

    private static Parameters moved(Parameters parameters, int place, double distance) {
        var values = parameters.toArray();
        values[place] += distance;
        return parameters.with(values);
    }
}
