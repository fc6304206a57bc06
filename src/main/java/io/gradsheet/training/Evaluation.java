package io.gradsheet.training;

import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Pass;
import io.gradsheet.network.Sample;
import io.gradsheet.network.SampleTrace;
import java.util.List;

/**
 * How a network does on samples that it does not learn from.
 *
 * @param samples one trace for each, in order
 * @param cost the sum of their costs
 * @param hits how many were answered as their targets want
 */
public record Evaluation(List<SampleTrace> samples, double cost, int hits) {
    public Evaluation {
        samples = List.copyOf(samples);
    }

    /**
     * Sends samples through a network.
     *
     * @param epoch the epoch that starts from these parameters
     * @throws DivergenceException if a number leaves the representable range
     */
    public static Evaluation of(Network network, Parameters parameters, List<Sample> samples, int epoch) {
        var traces = new Pass(network, parameters, samples).traces();
        var cost = traces.stream().mapToDouble(SampleTrace::cost).sum();
        for (var k = 1; k <= traces.size(); k++) {
            if (!traces.get(k - 1).isFinite() || !Double.isFinite(cost)) {
                throw DivergenceException.inTest(epoch, k);
            }
        }
        return new Evaluation(
                traces, cost, (int) traces.stream().filter(SampleTrace::hit).count());
    }
}
