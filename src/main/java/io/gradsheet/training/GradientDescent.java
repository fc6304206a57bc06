package io.gradsheet.training;

import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Pass;
import io.gradsheet.network.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Gradient descent on the total cost C_T = Σ C_k: each step moves every parameter against the gradient of its samples; in the book,
 * by −η times the sum over all samples (Wakui 4.3). Epochs come one by one and are not kept.
 */
public final class GradientDescent implements Iterator<EpochTrace> {
    private final Network network;
    private final List<Sample> samples;
    private final Hyperparameters hyperparameters;
    private final Disturbance disturbance;
    private final double[][] memory;
    private Parameters parameters;
    private int epoch;
    private int step;

    /**
     * Prepares a descent.
     *
     * @param initial the parameters that epoch 1 starts from
     */
    public GradientDescent(Network network, List<Sample> samples, Parameters initial, Hyperparameters hyperparameters) {
        this(network, samples, initial, hyperparameters, Disturbance.NONE);
    }

    /**
     * Prepares a descent that rounds in another way.
     *
     * @param disturbance what is done to the order of sums, and to the last digits of numbers
     */
    GradientDescent(
            Network network,
            List<Sample> samples,
            Parameters initial,
            Hyperparameters hyperparameters,
            Disturbance disturbance) {
        this.network = network;
        this.samples = List.copyOf(samples);
        this.parameters = disturbance.touched(initial, hyperparameters.frozen());
        this.hyperparameters = hyperparameters;
        this.disturbance = disturbance;
        this.memory = new double[hyperparameters.optimiser().memories()][network.parameterCount()];
    }

    @Override
    public boolean hasNext() {
        return epoch < hyperparameters.epochs();
    }

    /**
     * Runs one epoch.
     *
     * @throws DivergenceException if a number leaves the representable range
     */
    @Override
    public EpochTrace next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        epoch++;
        var steps = new ArrayList<StepTrace>();
        var cost = 0.0;
        var hits = 0;
        for (var numbers : hyperparameters.batches().of(epoch, samples.size())) {
            var trace = step(disturbance.ordered(numbers));
            steps.add(trace);
            cost += trace.cost() * (hyperparameters.mean() ? numbers.size() : 1);
            hits += trace.hits();
        }
        return new EpochTrace(epoch, steps, hyperparameters.mean() ? cost / samples.size() : cost, hits);
    }

    private StepTrace step(List<Integer> numbers) {
        step++;
        var start = parameters;
        var pass = new Pass(
                network,
                start,
                numbers.stream().map(number -> samples.get(number - 1)).toList(),
                disturbance.touch());
        var traces = pass.traces();
        var cost = 0.0;
        var hits = 0;
        for (var i = 0; i < numbers.size(); i++) {
            var trace = traces.get(i);
            cost += trace.cost();
            hits += trace.hit() ? 1 : 0;
            if (!trace.isFinite() || !Double.isFinite(cost)) {
                throw DivergenceException.at(epoch, numbers.get(i), trace);
            }
        }
        var share = hyperparameters.mean() ? numbers.size() : 1;
        var total = disturbance.rounded(pass.gradient()).map(sum -> sum / share);
        var gradient = hyperparameters.decay().added(total, start);
        parameters = disturbance.touched(moved(start, gradient), hyperparameters.frozen());
        if (!parameters.isFinite() || !gradient.isFinite() || !isMemoryFinite()) {
            throw DivergenceException.inStep(epoch);
        }
        return new StepTrace(
                step,
                start,
                numbers,
                traces,
                cost / share,
                hits,
                total,
                gradient,
                Arrays.stream(memory).map(start::with).toList(),
                hyperparameters.rate(epoch),
                parameters);
    }

    private boolean isMemoryFinite() {
        return Arrays.stream(memory).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
    }

    private Parameters moved(Parameters from, Parameters gradient) {
        var values = from.toArray();
        var slopes = gradient.toArray();
        var places = network.places();
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= places.groups(layer); j++) {
                hyperparameters.move(
                        values, slopes, memory, places.weight(layer, j, 1), places.bias(layer, j) + 1, epoch, step);
            }
        }
        return from.with(values);
    }
}
