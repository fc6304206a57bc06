package io.gradsheet.template;

import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
import io.gradsheet.training.Hyperparameters;
import java.util.List;
import java.util.Locale;

/**
 * A network to train.
 *
 * @param network its shape
 * @param data what it learns from
 * @param initial the parameters that epoch 1 starts from
 * @param hyperparameters how it is trained
 * @param detail how much of it a workbook shows
 * @param zoom the epoch and the sample that a close look begins with
 */
public record NetworkExperiment(
        Heading heading,
        Provenance provenance,
        Network network,
        DataSet data,
        Parameters initial,
        Hyperparameters hyperparameters,
        Detail detail,
        Zoom zoom)
        implements Experiment {

    /** An epoch and a sample, both from 1. */
    public record Zoom(int epoch, int sample) {}

    /** The samples that it learns from, in order, as the network reads them. */
    public List<Sample> samples() {
        return data.samples();
    }

    /** See {@link DataSet.Meaning#classes}. */
    public List<String> classes() {
        return data.meaning().classes();
    }

    /** See {@link DataSet.Meaning#image}. */
    public ImageShape image() {
        return data.meaning().image();
    }

    /** How many weights and biases the network has. */
    public int parameterCount() {
        return network.parameterCount();
    }

    /** η. */
    public double learningRate() {
        return hyperparameters.learningRate();
    }

    /** How often training goes through all samples. */
    public int epochs() {
        return hyperparameters.epochs();
    }

    /** The same experiment with other numbers in it: what a learner changed. */
    public NetworkExperiment with(DataSet data, Parameters initial, double learningRate) {
        return new NetworkExperiment(
                heading,
                provenance,
                network,
                data,
                initial,
                hyperparameters.withLearningRate(learningRate),
                detail,
                zoom);
    }

    @Override
    public List<String> remarks() {
        return detail.compact() && detail.isChosen()
                ? List.of(String.format(
                        Locale.ROOT,
                        "detail is compact: each gradient is one sum over the samples, since %,d cells for the gradients of"
                                + " single samples would be too many (detail: full asks for them)",
                        gradients(network, samples().size(), epochs())))
                : List.of();
    }

    static long gradients(Network network, int samples, int epochs) {
        return (long) network.parameterCount() * samples * epochs;
    }
}
