package io.gradsheet.training;

import io.gradsheet.network.Parameters;
import io.gradsheet.network.SampleTrace;
import java.util.List;

/**
 * What happened in one step.
 *
 * @param number of the step since the beginning, from 1
 * @param parameters what the step started from
 * @param numbers of its samples in the data, from 1
 * @param samples their traces, in the same order
 * @param cost the sum of their costs, or the mean
 * @param hits how many of them were answered as their targets want
 * @param total the sum of their gradients, or the mean
 * @param gradient what the optimiser took: the total, and what decay adds to it
 * @param memory what the optimiser remembered after the step
 * @param rate η of the step
 * @param next the parameters after the step
 */
public record StepTrace(
        int number,
        Parameters parameters,
        List<Integer> numbers,
        List<SampleTrace> samples,
        double cost,
        int hits,
        Parameters total,
        Parameters gradient,
        List<Parameters> memory,
        double rate,
        Parameters next) {
    public StepTrace {
        numbers = List.copyOf(numbers);
        samples = List.copyOf(samples);
        memory = List.copyOf(memory);
    }
}
