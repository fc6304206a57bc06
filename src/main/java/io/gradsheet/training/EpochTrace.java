package io.gradsheet.training;

import io.gradsheet.network.Parameters;
import io.gradsheet.network.SampleTrace;
import java.util.List;

/**
 * What happened in one epoch.
 *
 * @param epoch its number, from 1
 * @param steps what happened in each of its steps, in order
 * @param cost C_T: the sum of the costs of all samples, each with the parameters that its step started from; or their mean
 * @param hits how many samples were answered as their targets want
 */
public record EpochTrace(int epoch, List<StepTrace> steps, double cost, int hits) {
    public EpochTrace {
        steps = List.copyOf(steps);
    }

    /** What the epoch started from. */
    public Parameters parameters() {
        return steps.get(0).parameters();
    }

    /** The parameters after its last step. */
    public Parameters next() {
        return steps.get(steps.size() - 1).next();
    }

    /** The step that a sample, counted from 1, was in. */
    public StepTrace stepOf(int sample) {
        return steps.stream()
                .filter(step -> step.numbers().contains(sample))
                .findFirst()
                .orElseThrow();
    }

    /** The traces of all samples, in the order of the data. */
    public List<SampleTrace> samples() {
        var all = new SampleTrace
                [steps.stream().mapToInt(step -> step.numbers().size()).sum()];
        for (var step : steps) {
            for (var i = 0; i < step.numbers().size(); i++) {
                all[step.numbers().get(i) - 1] = step.samples().get(i);
            }
        }
        return List.of(all);
    }
}
