package io.gradsheet.training;

import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
import io.gradsheet.network.SampleTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * How far rounding alone takes runs of one training apart, epoch by epoch. It is measured: the training is done again with every
 * parameter and every activation off by one unit in the last place, and again with its sums in another order, as any two programs may
 * differ. A training whose steps are too large for its numbers magnifies such differences from step to step, though its cost may fall all the while.
 *
 * @param epochs what was found in each epoch
 * @param after what was found with the parameters after the last
 */
public record RoundingGrowth(List<Apart> epochs, Apart after) {
    public RoundingGrowth {
        epochs = List.copyOf(epochs);
    }

    /**
     * The largest differences between runs, |a − b| / max(1, |a|), of every kind of quantity. Infinity says that a run could not go on.
     *
     * @param weightedInput of z
     * @param activation of a, and of the exponentials of softmax
     * @param error of δ
     * @param gradient of the gradients of samples, of totals, and of what decay adds to them
     * @param cost of the costs of samples, and of C_T
     * @param parameter of weights, biases, and what an optimiser remembers of them
     */
    public record Apart(
            double weightedInput, double activation, double error, double gradient, double cost, double parameter) {
        /** Nothing differs. */
        public static final Apart NOT = new Apart(0, 0, 0, 0, 0, 0);

        /** There is nothing to compare. */
        static final Apart ALL = new Apart(
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY);

        /** The larger of each. */
        public Apart or(Apart other) {
            return new Apart(
                    Math.max(weightedInput, other.weightedInput),
                    Math.max(activation, other.activation),
                    Math.max(error, other.error),
                    Math.max(gradient, other.gradient),
                    Math.max(cost, other.cost),
                    Math.max(parameter, other.parameter));
        }

        /** The largest of all. */
        public double largest() {
            return Math.max(
                    Math.max(Math.max(weightedInput, activation), Math.max(error, gradient)),
                    Math.max(cost, parameter));
        }
    }

    /** So many times all parameters and activations are moved in their last place, each time by other chances. */
    private static final int MOVED = 2;

    /**
     * Measures.
     *
     * @param further more samples, from which nothing is learned, that are sent forward with the parameters that an epoch starts
     *     from; after the last epoch, one more
     * @throws DivergenceException if the training itself leaves the representable range
     */
    public static RoundingGrowth of(
            Network network,
            List<Sample> samples,
            Parameters initial,
            Hyperparameters hyperparameters,
            IntFunction<List<Sample>> further) {
        var descent = new GradientDescent(network, samples, initial, hyperparameters);
        var others = new ArrayList<Other>();
        others.add(new Other(network, samples, initial, hyperparameters, new Disturbance.Reversed()));
        for (var seed = 1; seed <= MOVED; seed++) {
            others.add(new Other(network, samples, initial, hyperparameters, new Disturbance.LastPlace(seed)));
        }
        var epochs = new ArrayList<Apart>();
        var last = initial;
        while (descent.hasNext()) {
            var epoch = descent.next();
            last = epoch.next();
            var more = Evaluation.of(network, epoch.parameters(), further.apply(epoch.epoch()), false);
            epochs.add(others.stream().map(other -> other.apart(epoch, more)).reduce(Apart.NOT, Apart::or));
        }
        var trained = last;
        var after = Evaluation.of(network, trained, samples, hyperparameters.mean());
        var more = Evaluation.of(network, trained, further.apply(hyperparameters.epochs() + 1), false);
        return new RoundingGrowth(
                epochs,
                others.stream().map(other -> other.apart(after, more, trained)).reduce(Apart.NOT, Apart::or));
    }

    /** One of the other runs, which may come to an end where the first does not. */
    private static final class Other {
        private final Network network;
        private final List<Sample> samples;
        private final boolean mean;
        private final GradientDescent descent;
        private Parameters last;
        private boolean ended;

        Other(
                Network network,
                List<Sample> samples,
                Parameters initial,
                Hyperparameters hyperparameters,
                Disturbance disturbance) {
            this.network = network;
            this.samples = samples;
            this.mean = hyperparameters.mean();
            this.descent = new GradientDescent(network, samples, initial, hyperparameters, disturbance);
            this.last = initial;
        }

        Apart apart(EpochTrace epoch, Evaluation more) {
            if (!ended) {
                try {
                    var own = descent.next();
                    last = own.next();
                    return new Comparison(network)
                            .epochs(epoch, own)
                            .evaluations(more, again(more, own.parameters()))
                            .result();
                } catch (DivergenceException e) {
                    ended = true;
                }
            }
            return Apart.ALL;
        }

        Apart apart(Evaluation after, Evaluation more, Parameters trained) {
            return ended
                    ? Apart.ALL
                    : new Comparison(network)
                            .evaluations(after, Evaluation.of(network, last, samples, mean))
                            .evaluations(more, again(more, last))
                            .parameters(trained, last)
                            .result();
        }

        private Evaluation again(Evaluation more, Parameters parameters) {
            var samples = more.samples().stream().map(SampleTrace::sample).toList();
            return Evaluation.of(network, parameters, samples, false);
        }
    }

    /** Goes through two runs side by side. */
    private static final class Comparison {
        private final Network network;
        private double weightedInput;
        private double activation;
        private double error;
        private double gradient;
        private double cost;
        private double parameter;

        Comparison(Network network) {
            this.network = network;
        }

        private static double distance(double one, double other) {
            return one == other ? 0 : Math.abs(one - other) / Math.max(1, Math.abs(one));
        }

        Comparison epochs(EpochTrace one, EpochTrace other) {
            cost = larger(cost, one.cost(), other.cost());
            for (var i = 0; i < one.steps().size(); i++) {
                var step = one.steps().get(i);
                var its = other.steps().get(i);
                cost = larger(cost, step.cost(), its.cost());
                parameters(step.parameters(), its.parameters());
                parameters(step.next(), its.next());
                gradient = Math.max(gradient, distance(step.total(), its.total()));
                gradient = Math.max(gradient, distance(step.gradient(), its.gradient()));
                for (var m = 0; m < step.memory().size(); m++) {
                    parameters(step.memory().get(m), its.memory().get(m));
                }
            }
            var samples = one.samples();
            var itsSamples = other.samples();
            for (var k = 0; k < samples.size(); k++) {
                forward(samples.get(k), itsSamples.get(k));
                backward(samples.get(k), itsSamples.get(k));
            }
            return this;
        }

        Comparison evaluations(Evaluation one, Evaluation other) {
            cost = larger(cost, one.cost(), other.cost());
            for (var k = 0; k < one.samples().size(); k++) {
                forward(one.samples().get(k), other.samples().get(k));
            }
            return this;
        }

        Comparison parameters(Parameters one, Parameters other) {
            parameter = Math.max(parameter, distance(one, other));
            return this;
        }

        private static double distance(Parameters one, Parameters other) {
            var values = one.toArray();
            var its = other.toArray();
            var largest = 0.0;
            for (var i = 0; i < values.length; i++) {
                largest = larger(largest, values[i], its[i]);
            }
            return largest;
        }

        private static double larger(double largest, double one, double other) {
            var distance = distance(one, other);
            // What is not a number on one side only is as far apart as can be.
            return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : Math.max(largest, distance);
        }

        private void forward(SampleTrace one, SampleTrace other) {
            cost = larger(cost, one.cost(), other.cost());
            for (var layer = 2; layer <= network.layers(); layer++) {
                for (var j = 1; j <= network.size(layer); j++) {
                    weightedInput = larger(weightedInput, one.weightedInput(layer, j), other.weightedInput(layer, j));
                    activation = larger(activation, one.activation(layer, j), other.activation(layer, j));
                    if (network.activation(layer).isForOutput()) {
                        activation = larger(activation, one.exponential(layer, j), other.exponential(layer, j));
                    }
                }
            }
        }

        private void backward(SampleTrace one, SampleTrace other) {
            for (var layer = 2; layer <= network.layers(); layer++) {
                for (var j = 1; j <= network.size(layer); j++) {
                    error = larger(error, one.delta(layer, j), other.delta(layer, j));
                }
            }
            for (var parameter : network.parameters()) {
                gradient = larger(gradient, one.gradient(parameter), other.gradient(parameter));
            }
        }

        Apart result() {
            return new Apart(weightedInput, activation, error, gradient, cost, parameter);
        }
    }
}
