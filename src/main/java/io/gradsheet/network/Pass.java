package io.gradsheet.network;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Samples that went through a network, forward and backward, all at once (Wakui 4.3), and what happened to each on the way. */
public final class Pass {
    private final Network network;
    private final List<Sample> samples;
    private final Block block;
    private final Propagation propagation;

    /** Sends samples through. */
    public Pass(Network network, Parameters parameters, List<Sample> samples) {
        this(network, parameters, samples, Touch.NONE);
    }

    /** Sends samples through, with activations that are touched. */
    public Pass(Network network, Parameters parameters, List<Sample> samples, Touch touch) {
        this.network = network;
        this.samples = List.copyOf(samples);
        this.block = Block.of(network, samples);
        this.propagation = new Propagation(network, samples.size(), Team.ALONE);
        var values = parameters.toArray();
        propagation.forward(block, values, touch);
        propagation.backward(values);
    }

    /** The traces of all samples, in order. */
    public List<SampleTrace> traces() {
        return IntStream.range(0, samples.size())
                .mapToObj(row -> new SampleTrace(this, row))
                .toList();
    }

    /** Σ ∂C/∂ of every parameter, over all samples. */
    public Parameters gradient() {
        return Parameters.of(network.places(), propagation.gradient(0, samples.size()));
    }

    Network network() {
        return network;
    }

    Sample sample(int row) {
        return samples.get(row);
    }

    double weightedInput(int row, int layer, int unit) {
        return propagation.work(layer).z()[unit - 1][row];
    }

    double activation(int row, int layer, int unit) {
        return layer == 1
                ? block.columns()[unit - 1][row]
                : propagation.work(layer).a()[unit - 1][row];
    }

    double exponential(int row, int layer, int unit) {
        var z = IntStream.rangeClosed(1, network.size(layer))
                .mapToDouble(j -> weightedInput(row, layer, j))
                .toArray();
        return Math.exp(z[unit - 1] - Activation.largest(z, 0, z.length));
    }

    int chosen(int row, int layer, int unit) {
        return propagation.work(layer).chosen(unit, row);
    }

    double delta(int row, int layer, int unit) {
        return propagation.work(layer).deltas()[unit - 1][row];
    }

    double cost(int row) {
        return propagation.cost(row);
    }

    /** The class that the output of a row names: see {@link Network#answer}. */
    int answer(int row) {
        return Network.answer(propagation.outputs(), row * network.outputs(), network.outputs());
    }

    /** See {@link SampleTrace#lead}. */
    double lead(int row) {
        return Network.lead(propagation.outputs(), row * network.outputs(), network.outputs());
    }

    /** Whether every number of a row's way forward is finite. */
    boolean isFiniteForward(int row) {
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                if (!Double.isFinite(weightedInput(row, layer, j) + activation(row, layer, j))) {
                    return false;
                }
            }
        }
        return Double.isFinite(propagation.cost(row));
    }

    /** Whether every number of a row is finite. */
    boolean isFinite(int row) {
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                // A sum is finite only if its terms are.
                if (!Double.isFinite(weightedInput(row, layer, j) + activation(row, layer, j) + delta(row, layer, j))) {
                    return false;
                }
            }
        }
        return Double.isFinite(propagation.cost(row));
    }

    /** See {@link SampleTrace#undefined}. */
    Optional<SampleTrace.Undefined> undefined(int row) {
        for (var layer = 2; layer <= network.layers(); layer++) {
            if (network.activation(layer) instanceof Activation.Written written) {
                for (var j = 1; j <= network.size(layer); j++) {
                    var z = weightedInput(row, layer, j);
                    var isValue = Double.isFinite(activation(row, layer, j));
                    if (Double.isFinite(z)
                            && !(isValue && Double.isFinite(written.curve().slope(z)))) {
                        return Optional.of(new SampleTrace.Undefined(written.name(), layer, z, isValue));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
