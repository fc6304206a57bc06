package io.gradsheet.training;

import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
import io.gradsheet.network.SampleTrace;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Gradient descent on the total cost C_T = Σ C_k: each epoch, every parameter moves by −η times the sum of its gradients over
 * all samples (seed 4.3). Epochs come one by one and are not kept.
 */
public final class GradientDescent implements Iterator<EpochTrace> {
    private final Network network;
    private final List<Sample> samples;
    private final double learningRate;
    private final int epochs;
    private Parameters parameters;
    private int epoch;

    /**
     * Prepares a descent.
     *
     * @param initial the parameters that epoch 1 starts from
     * @param learningRate η
     * @param epochs how many steps
     */
    public GradientDescent(Network network, List<Sample> samples, Parameters initial, double learningRate, int epochs) {
        this.network = network;
        this.samples = List.copyOf(samples);
        this.parameters = initial;
        this.learningRate = learningRate;
        this.epochs = epochs;
    }

    @Override
    public boolean hasNext() {
        return epoch < epochs;
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
        var traces = new ArrayList<SampleTrace>(samples.size());
        var sum = new Parameters.Sum(network.sizes());
        var cost = 0.0;
        var hits = 0;
        for (var k = 1; k <= samples.size(); k++) {
            var trace = network.trace(parameters, samples.get(k - 1));
            if (!trace.isFinite()) {
                throw DivergenceException.at(epoch, k);
            }
            traces.add(trace);
            sum.add(trace);
            cost += trace.cost();
            hits += trace.hit() ? 1 : 0;
        }
        if (!Double.isFinite(cost)) {
            throw DivergenceException.at(epoch, samples.size());
        }
        var start = parameters;
        parameters = start.step(learningRate, sum.total());
        if (!parameters.isFinite()) {
            throw DivergenceException.inStep(epoch);
        }
        return new EpochTrace(epoch, start, traces, sum.total(), cost, hits, parameters);
    }
}
