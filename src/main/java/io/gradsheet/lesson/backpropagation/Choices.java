package io.gradsheet.lesson.backpropagation;

import io.gradsheet.network.Sample;
import io.gradsheet.template.NetworkExperiment;

/**
 * What a learner has picked on the sheets that only look: it changes what they show, and nothing that is trained.
 *
 * @param epoch shown on the Zoom sheet
 * @param sample shown on the Zoom sheet
 * @param forward whether the Zoom sheet shows what flows forward
 * @param backward whether the Zoom sheet shows what flows backward
 * @param drawn what is drawn on the Predict sheet; its targets are zeros
 */
record Choices(int epoch, int sample, boolean forward, boolean backward, Sample drawn) {
    /** What a new workbook shows. */
    static Choices initial(NetworkExperiment experiment) {
        var zoom = experiment.zoom();
        return new Choices(
                zoom.epoch(), zoom.sample(), true, true, experiment.samples().get(zoom.sample() - 1));
    }
}
