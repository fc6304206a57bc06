package io.gradsheet.training;

import io.gradsheet.network.Parameters;
import io.gradsheet.network.SampleTrace;
import java.util.List;

/**
 * What happened in one epoch.
 *
 * @param epoch its number, from 1
 * @param parameters what the epoch started from
 * @param samples one trace for each sample, in the order of the data
 * @param gradient of the total cost
 * @param cost C_T of the parameters that the epoch started from
 * @param hits how many samples were answered as their targets want
 * @param next the parameters after the step
 */
public record EpochTrace(
        int epoch,
        Parameters parameters,
        List<SampleTrace> samples,
        Parameters gradient,
        double cost,
        int hits,
        Parameters next) {}
