package io.gradsheet.lesson.solver;

import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Pass;
import io.gradsheet.network.Sample;
import io.gradsheet.network.SampleTrace;
import java.util.List;

/**
 * One set of parameters, and what it makes of every sample.
 *
 * @param sheet where its samples go forward
 * @param row of the parameters on the Solver sheet
 */
record Candidate(String sheet, int row, List<Double> parameters, List<SampleTrace> traces) {
    /**
     * Sends the samples through.
     *
     * @throws UnrepresentableException if a number leaves the range of a spreadsheet
     */
    static Candidate of(String sheet, int row, Network network, Parameters parameters, List<Sample> samples) {
        var traces = new Pass(network, parameters, samples).traces();
        for (var k = 0; k < traces.size(); k++) {
            if (!traces.get(k).isFinite()) {
                throw new UnrepresentableException("on sheet " + sheet + ", at sample " + (k + 1)
                        + ", a value is no longer a finite number; take parameters of ordinary size");
            }
        }
        return new Candidate(sheet, row, parameters.toList(), traces);
    }

    /** The parameter at a place of {@link Parameters#toArray}. */
    double parameter(int place) {
        return parameters.get(place);
    }

    /** C_T, or the mean. */
    double cost(boolean mean) {
        return traces.stream().mapToDouble(SampleTrace::cost).sum() / (mean ? traces.size() : 1);
    }

    /** How many samples are answered as their targets want. */
    int hits() {
        return (int) traces.stream().filter(SampleTrace::hit).count();
    }
}
