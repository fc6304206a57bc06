package io.gradsheet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Backpropagation against what needs no backpropagation: the total cost, a parameter moved a little both ways. */
class GradientPropertyTest {
    private static final double STEP = 1e-5;

    @Property(tries = 200)
    void gradientIsTheCentralDifferenceOfTheTotalCost(
            @ForAll @Size(min = 2, max = 4) List<@IntRange(min = 1, max = 5) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 5) int samples,
            @ForAll long seed) {
        var network =
                new Network(sizes, Collections.nCopies(sizes.size() - 1, new Activation.Sigmoid()), new Cost.Squared());
        var random = new Random(seed);
        var data = IntStream.range(0, samples)
                .mapToObj(k -> new Sample(drawn(network.inputs(), random), drawn(network.outputs(), random)))
                .toList();
        var parameters = Parameters.normal(sizes, 0, 1.5, seed);
        var gradient = epoch(network, data, parameters).gradient();
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                for (var i = 0; i <= network.size(layer - 1); i++) {
                    var up = cost(network, data, moved(parameters, layer, j, i, STEP));
                    var down = cost(network, data, moved(parameters, layer, j, i, -STEP));
                    var computed = i == 0 ? gradient.bias(layer, j) : gradient.weight(layer, j, i);
                    assertThat(computed)
                            .as("layer %d, neuron %d, from %d", layer, j, i)
                            .isCloseTo((up - down) / (2 * STEP), within(1e-7 * Math.max(1, Math.abs(computed))));
                }
            }
        }
    }

    private static double[] drawn(int count, Random random) {
        return random.doubles(count, -2, 2).toArray();
    }

    private static EpochTrace epoch(Network network, List<Sample> samples, Parameters parameters) {
        return new GradientDescent(network, samples, parameters, 1, 1).next();
    }

    private static double cost(Network network, List<Sample> samples, Parameters parameters) {
        return epoch(network, samples, parameters).cost();
    }

    /** One weight moved, or the bias where {@code from} is 0. */
    private static Parameters moved(Parameters parameters, int layer, int to, int from, double distance) {
        var sizes = parameters.sizes();
        var weights = new double[sizes.size() - 1][][];
        var biases = new double[sizes.size() - 1][];
        for (var l = 2; l <= sizes.size(); l++) {
            weights[l - 2] = new double[sizes.get(l - 1)][sizes.get(l - 2)];
            biases[l - 2] = new double[sizes.get(l - 1)];
            for (var j = 1; j <= sizes.get(l - 1); j++) {
                for (var i = 1; i <= sizes.get(l - 2); i++) {
                    weights[l - 2][j - 1][i - 1] = parameters.weight(l, j, i);
                }
                biases[l - 2][j - 1] = parameters.bias(l, j);
            }
        }
        if (from == 0) {
            biases[layer - 2][to - 1] += distance;
        } else {
            weights[layer - 2][to - 1][from - 1] += distance;
        }
        return Parameters.of(weights, biases);
    }
}
