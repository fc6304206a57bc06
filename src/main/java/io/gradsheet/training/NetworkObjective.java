package io.gradsheet.training;

import io.gradsheet.network.BatchGradient;
import io.gradsheet.network.Block;
import io.gradsheet.network.Cost;
import io.gradsheet.network.FrozenParameters;
import io.gradsheet.network.Network;
import io.gradsheet.network.OutputSlopes;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
import io.gradsheet.network.Team;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** C_T of a network, or its mean, as a function of the parameters that are not frozen (Wakui 3.5). */
public final class NetworkObjective implements Objective {
    private static final int ROWS = 64;

    private final Network network;
    private final List<Sample> samples;
    private final Parameters initial;
    private final int[] places;
    private final double share;
    private final BatchGradient sums;
    private final Block block;

    /**
     * Prepares the function.
     *
     * @param initial where the search begins; what is frozen stays as it is there
     * @param mean whether C_T is divided by the number of samples
     */
    public NetworkObjective(
            Network network, List<Sample> samples, Parameters initial, FrozenParameters frozen, boolean mean) {
        this.network = network;
        this.samples = List.copyOf(samples);
        this.initial = initial;
        this.places = IntStream.range(0, network.parameterCount())
                .filter(place -> !frozen.has(place))
                .toArray();
        this.share = mean ? 1.0 / samples.size() : 1;
        this.sums = new BatchGradient(network, ROWS, Team.ALONE);
        this.block = new Block(network, ROWS);
    }

    @Override
    public double[] start() {
        return free(initial.toArray());
    }

    /** The parameters of a point, the frozen ones among them. */
    public Parameters parameters(double[] point) {
        return Parameters.of(network.places(), all(point));
    }

    private double[] all(double[] point) {
        var values = initial.toArray();
        for (var i = 0; i < places.length; i++) {
            values[places[i]] = point[i];
        }
        return values;
    }

    private double[] free(double[] values) {
        return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
    }

    @Override
    public double value(double[] point) {
        visit(point, (neuron, from, to) -> {});
        var value = share * sums.cost();
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    @Override
    public double[] gradient(double[] point) {
        var gradient = new double[network.parameterCount()];
        visit(point, (neuron, from, to) -> System.arraycopy(neuron, 0, gradient, from, to - from));
        return Arrays.stream(free(gradient)).map(sum -> share * sum).toArray();
    }

    private void visit(double[] point, BatchGradient.Visitor visitor) {
        sums.visit((samples.size() + ROWS - 1) / ROWS, this::fill, all(point), visitor);
    }

    private Block fill(int part) {
        var numbers = IntStream.rangeClosed(part * ROWS + 1, Math.min(samples.size(), (part + 1) * ROWS))
                .boxed()
                .toList();
        return block.fill(samples, numbers);
    }

    @Override
    public Optional<Residuals> residuals() {
        return network.cost() instanceof Cost.Squared squared
                ? Optional.of(new Differences(squared))
                : Optional.empty();
    }

    /** Outputs less targets, a − t, so many times that the half of their squares is the cost. */
    private final class Differences implements Residuals {
        private final double root;

        Differences(Cost.Squared cost) {
            this.root = Math.sqrt(share * cost.slope(network.outputs()));
        }

        @Override
        public int count() {
            return samples.size() * network.outputs();
        }

        @Override
        public double[] at(double[] point) {
            return Arrays.stream(slopes(point).differences())
                    .map(difference -> Double.isNaN(difference) ? Double.POSITIVE_INFINITY : root * difference)
                    .toArray();
        }

        @Override
        public double[][] jacobian(double[] point) {
            return Arrays.stream(slopes(point).rows())
                    .map(row ->
                            Arrays.stream(free(row)).map(slope -> root * slope).toArray())
                    .toArray(double[][]::new);
        }

        private OutputSlopes slopes(double[] point) {
            return new OutputSlopes(network, parameters(point), samples);
        }
    }
}
