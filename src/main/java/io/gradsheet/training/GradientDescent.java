package io.gradsheet.training;

import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Pass;
import io.gradsheet.network.Sample;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Gradient descent on the total cost C_T = Σ C_k: each epoch, every parameter moves by −η times the sum of its gradients over
 * all samples (Wakui 4.3). Epochs come one by one and are not kept.
 */
public final class GradientDescent implements Iterator<EpochTrace> {
    private final Network network;
    private final List<Sample> samples;
    private final Hyperparameters hyperparameters;
    private Parameters parameters;
    private int epoch;

    /**
     * Prepares a descent.
     *
     * @param initial the parameters that epoch 1 starts from
     */
    public GradientDescent(Network network, List<Sample> samples, Parameters initial, Hyperparameters hyperparameters) {
        this.network = network;
        this.samples = List.copyOf(samples);
        this.parameters = initial;
        this.hyperparameters = hyperparameters;
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
        var pass = new Pass(network, parameters, samples);
        var traces = pass.traces();
        var cost = 0.0;
        var hits = 0;
        for (var k = 1; k <= samples.size(); k++) {
            var trace = traces.get(k - 1);
            cost += trace.cost();
            hits += trace.hit() ? 1 : 0;
            if (!trace.isFinite() || !Double.isFinite(cost)) {
                throw DivergenceException.at(epoch, k);
            }
        }
        var start = parameters;
        parameters = step(start, pass.gradient());
        if (!parameters.isFinite()) {
            throw DivergenceException.inStep(epoch);
        }
        return new EpochTrace(epoch, start, traces, pass.gradient(), cost, hits, parameters);
    }

    /** Every value less η times its derivative (Wakui 2.10), but for the frozen ones. */
    private Parameters step(Parameters from, Parameters gradient) {
        var values = from.toArray();
        var slopes = gradient.toArray();
        for (var i = 0; i < values.length; i++) {
            if (!hyperparameters.frozen().has(i)) {
                values[i] -= hyperparameters.learningRate() * slopes[i];
            }
        }
        return Parameters.of(from.sizes(), values);
    }
}
