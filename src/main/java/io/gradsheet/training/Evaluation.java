package io.gradsheet.training;

import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Pass;
import io.gradsheet.network.Sample;
import io.gradsheet.network.SampleTrace;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What parameters make of samples, when nothing is learned from them.
 *
 * @param samples one trace for each, in order
 * @param cost the sum of their costs, or the mean
 * @param hits how many were answered as their targets want
 */
public record Evaluation(List<SampleTrace> samples, double cost, int hits) {
    public Evaluation {
        samples = List.copyOf(samples);
    }

    /**
     * Sends samples forward, whatever comes of it.
     *
     * @param mean whether the cost is the mean: it is of the same kind as that of the training
     */
    public static Evaluation of(Network network, Parameters parameters, List<Sample> samples, boolean mean) {
        var traces = new Pass(network, parameters, samples).traces();
        var cost = traces.stream().mapToDouble(SampleTrace::cost).sum();
        return new Evaluation(traces, mean && !samples.isEmpty() ? cost / samples.size() : cost, (int)
                traces.stream().filter(SampleTrace::hit).count());
    }

    /** The first sample, from 1, at which a number leaves the representable range. */
    public OptionalInt firstNotFinite() {
        var first = IntStream.rangeClosed(1, samples.size())
                .filter(k -> !samples.get(k - 1).isFiniteForward())
                .findFirst();
        return first.isPresent() || Double.isFinite(cost) ? first : OptionalInt.of(samples.size());
    }

    /**
     * The same, which must be representable.
     *
     * @throws DivergenceException if a number is not finite; it says so of the samples of the test and of the parameters before an epoch
     */
    public Evaluation ofTestBefore(int epoch) {
        firstNotFinite().ifPresent(k -> {
            throw DivergenceException.inTest(epoch, k);
        });
        return this;
    }

    /**
     * The same, which must be representable.
     *
     * @param what the samples are, {@code sample} or {@code test sample}
     * @throws DivergenceException if a number is not finite; it says so of the parameters after an epoch
     */
    public Evaluation after(int epoch, String what) {
        firstNotFinite().ifPresent(k -> {
            throw DivergenceException.after(epoch, what, k);
        });
        return this;
    }
}
