package io.gradsheet.lesson.backpropagation;

import io.gradsheet.network.Network;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.EpochTrace;
import io.gradsheet.training.StepTrace;

/**
 * The moment of a training that the Zoom sheet shows.
 *
 * @param training where its numbers stand on the Training sheet
 * @param epoch the chosen epoch
 * @param step of that epoch, in which the chosen sample was
 * @param trace of that sample
 */
record Moment(
        NetworkExperiment experiment,
        TrainingLayout training,
        Choices choices,
        EpochTrace epoch,
        StepTrace step,
        SampleTrace trace) {
    /** The moment of some choices, in the trace of the epoch that they name. */
    static Moment of(NetworkExperiment experiment, TrainingLayout training, Choices choices, EpochTrace epoch) {
        var step = epoch.stepOf(choices.sample());
        var trace = step.samples().get(step.numbers().indexOf(choices.sample()));
        return new Moment(experiment, training, choices, epoch, step, trace);
    }

    Network network() {
        return experiment.network();
    }
}
