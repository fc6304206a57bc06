package io.gradsheet.template;

import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
import java.util.List;

/**
 * A network to train.
 *
 * @param network its shape
 * @param samples the data, in order
 * @param classes what each neuron of the output layer stands for, in order; a single output neuron has two: what t = 0 and
 *     what t = 1 stand for
 * @param image the shape of the inputs where they are pixels; otherwise one row of them
 * @param initial the parameters that epoch 1 starts from
 * @param learningRate η
 * @param epochs how many steps
 * @param zoom the epoch and the sample that a close look begins with
 */
public record NetworkExperiment(
        Heading heading,
        Provenance provenance,
        Network network,
        List<Sample> samples,
        List<String> classes,
        ImageShape image,
        Parameters initial,
        double learningRate,
        int epochs,
        Zoom zoom)
        implements Experiment {

    /** An epoch and a sample, both from 1. */
    public record Zoom(int epoch, int sample) {}

    public NetworkExperiment {
        samples = List.copyOf(samples);
        classes = List.copyOf(classes);
    }

    /** The same experiment with other numbers in it: what a learner changed. */
    public NetworkExperiment with(List<Sample> samples, Parameters initial, double learningRate) {
        return new NetworkExperiment(
                heading, provenance, network, samples, classes, image, initial, learningRate, epochs, zoom);
    }
}
