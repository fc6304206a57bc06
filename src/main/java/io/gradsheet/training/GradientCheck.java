package io.gradsheet.training;

import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Pass;
import io.gradsheet.network.Sample;
import io.gradsheet.network.TotalCost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * A gradient of C_T held against what needs no backpropagation: central differences (C_T(w + h) − C_T(w − h)) / 2h, one parameter
 * after the other, each of two ways forward of all samples (Wakui 4.1).
 *
 * @param cost C_T at the point
 * @param step h of a parameter of a size up to 1; of a larger one, so many times its size
 * @param parameters what was found of each, layer by layer, neuron by neuron, the weights of a neuron before its bias
 */
public record GradientCheck(double cost, double step, List<Parameter> parameters) {
    /** How exactly the cost of a sample is known, in rounding errors of a number of its size, or of 1 if it is smaller. */
    private static final double ROUNDINGS = 4;

    public GradientCheck {
        parameters = List.copyOf(parameters);
    }

    /**
     * One parameter.
     *
     * @param layer counts from 2
     * @param to the neuron that it belongs to, from 1
     * @param from the neuron that a weight comes from, from 1; 0 for a bias
     * @param gradient what is checked
     * @param difference the central difference
     * @param error |gradient − difference| over the greatest of |gradient|, |difference| and the root mean square of the whole
     *     gradient
     * @param rounding how much of the error is explained by C_T being a number of 16 digits
     * @param kink whether an activation such as ReLU passes a kink between w − h and w + h for some sample, so that the difference is no derivative
     */
    public record Parameter(
            int layer,
            int to,
            int from,
            double gradient,
            double difference,
            double error,
            double rounding,
            boolean kink) {
        /** Whether it is a bias. */
        public boolean isBias() {
            return from == 0;
        }

        /** The error that rounding does not explain. */
        public double unexplained() {
            return Math.max(0, error - rounding);
        }
    }

    /**
     * Checks the gradient that backpropagation gives.
     *
     * @param progress hears how many parameters are done
     * @throws DivergenceException if a number leaves the representable range
     */
    public static GradientCheck of(
            Network network, List<Sample> samples, Parameters at, double step, LongConsumer progress) {
        var pass = new Pass(network, at, samples);
        var traces = pass.traces();
        for (var k = 1; k <= traces.size(); k++) {
            if (!traces.get(k - 1).isFinite()) {
                throw DivergenceException.at(1, k, traces.get(k - 1));
            }
        }
        return of(network, samples, at, pass.gradient(), step, progress);
    }

    /** Checks any gradient of C_T. */
    static GradientCheck of(
            Network network,
            List<Sample> samples,
            Parameters at,
            Parameters gradient,
            double step,
            LongConsumer progress) {
        var total = new TotalCost(network, samples);
        var cost = total.at(at).cost();
        var rounding = ROUNDINGS * Math.ulp(1.0) * (cost + samples.size());
        var values = at.toArray();
        var size = size(gradient.toArray());
        var parameters = new ArrayList<Parameter>();
        for (var parameter : network.parameters()) {
            var checked = gradient.value(parameter);
            var place = parameter.place();
            var distance = step * Math.max(1, Math.abs(values[place]));
            var up = total.at(moved(at, values, place, distance));
            var down = total.at(moved(at, values, place, -distance));
            // What was moved, which rounding makes another distance than the one asked for.
            var taken = (values[place] + distance) - (values[place] - distance);
            var difference = (up.cost() - down.cost()) / taken;
            if (!Double.isFinite(difference)) {
                throw DivergenceException.inDifference(distance);
            }
            var scale = Math.max(size, Math.max(Math.abs(checked), Math.abs(difference)));
            parameters.add(new Parameter(
                    parameter.layer(),
                    parameter.to(),
                    parameter.from(),
                    checked,
                    difference,
                    scale == 0 ? 0 : Math.abs(checked - difference) / scale,
                    scale == 0 ? 0 : rounding / distance / scale,
                    !up.pieces().equals(down.pieces())));
            progress.accept(parameters.size());
        }
        return new GradientCheck(cost, step, parameters);
    }

    /** The same of the mean of the costs of so many samples. */
    public GradientCheck meanOf(int samples) {
        return new GradientCheck(
                cost / samples,
                step,
                parameters.stream()
                        .map(parameter -> new Parameter(
                                parameter.layer,
                                parameter.to,
                                parameter.from,
                                parameter.gradient / samples,
                                parameter.difference / samples,
                                parameter.error,
                                parameter.rounding,
                                parameter.kink))
                        .toList());
    }

    private static Parameters moved(Parameters from, double[] values, int place, double distance) {
        var moved = values.clone();
        moved[place] += distance;
        return from.with(moved);
    }

    /** The root of the mean of the squares. */
    private static double size(double[] numbers) {
        var squares = 0.0;
        for (var number : numbers) {
            squares += number * number;
        }
        return Math.sqrt(squares / numbers.length);
    }

    /** The parameters of each layer, in order. */
    public Map<Integer, List<Parameter>> byLayer() {
        return parameters.stream()
                .collect(Collectors.groupingBy(Parameter::layer, LinkedHashMap::new, Collectors.toList()));
    }

    /** How often C_T was computed for the differences. */
    public long evaluations() {
        return 2L * parameters.size();
    }

    /** The parameters whose difference is no derivative. */
    public List<Parameter> kinks() {
        return parameters.stream().filter(Parameter::kink).toList();
    }

    /** The parameter with the largest unexplained error, or else the largest error, of those whose difference is a derivative. */
    public Optional<Parameter> worst() {
        return worst(parameters);
    }

    /** The same of some of the parameters. */
    public static Optional<Parameter> worst(List<Parameter> some) {
        return some.stream()
                .filter(parameter -> !parameter.kink())
                .max(Comparator.comparingDouble(Parameter::unexplained).thenComparingDouble(Parameter::error));
    }

    /** Whether no unexplained error is larger than a tolerance, and there is a difference that is a derivative. */
    public boolean agrees(double tolerance) {
        return worst().filter(parameter -> parameter.unexplained() <= tolerance).isPresent();
    }
}
