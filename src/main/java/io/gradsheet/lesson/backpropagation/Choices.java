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
 * @param confusionEpoch the epoch whose answers the Confusion sheet shows; after the last, one more
 * @param neuron written out on the Zoom sheet, counted from the first of layer 2
 * @param weight of it, from 1, whose gradient and update are written out
 * @param view what the Boundary sheet shows, or the Curve sheet
 * @param drawn what is drawn on the Predict sheet, as a file has it; its targets mean nothing
 */
record Choices(
        int epoch,
        int sample,
        boolean forward,
        boolean backward,
        int confusionEpoch,
        int neuron,
        int weight,
        PlaneView view,
        Sample drawn) {
    /** What a new workbook shows. */
    static Choices initial(NetworkExperiment experiment) {
        var zoom = experiment.zoom();
        return new Choices(
                zoom.epoch(),
                zoom.sample(),
                true,
                true,
                experiment.epochs() + 1,
                1,
                1,
                PlaneView.initial(experiment),
                drawn(experiment));
    }

    /** The same with the answers of another epoch. */
    Choices withConfusionEpoch(int confused) {
        return new Choices(epoch, sample, forward, backward, confused, neuron, weight, view, drawn);
    }

    /** What has not been seen in training, if there is anything. */
    private static Sample drawn(NetworkExperiment experiment) {
        var first = experiment.data().hasTest()
                ? experiment.samples().size()
                : experiment.zoom().sample() - 1;
        return experiment.data().rows().get(first);
    }
}
