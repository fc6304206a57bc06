package io.gradsheet.template;

import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
import io.gradsheet.training.Hyperparameters;
import java.util.ArrayList;
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

    private static final int MOST_ON_A_PLANE = 48;

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

    /** The same experiment, trained for so many epochs. */
    public NetworkExperiment withEpochs(int epochs) {
        return new NetworkExperiment(
                heading, provenance, network, data, initial, hyperparameters.withEpochs(epochs), detail, zoom);
    }

    /** Whether there are two inputs, and so few neurons that a workbook can show what each makes of the plane. */
    public boolean hasPlane() {
        return network.isDense() && network.inputs() == 2 && neurons() <= MOST_ON_A_PLANE;
    }

    /** Whether there is one input, and so few neurons that a workbook can show the way to every point of the answer's curve. */
    public boolean hasCurve() {
        return network.isDense() && network.inputs() == 1 && neurons() <= MOST_ON_A_PLANE;
    }

    private int neurons() {
        return network.sizes().stream().mapToInt(size -> size).sum() - network.inputs();
    }

    @Override
    public List<String> dataRemarks() {
        return data.remarks();
    }

    @Override
    public List<String> remarks() {
        var remarks = new ArrayList<>(dataRemarks());
        if (network.isDense() && network.inputs() == 2 && !hasPlane()) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "there is no sheet Boundary: it has a map for each neuron, and %,d would be too many (at most %d)",
                    neurons(),
                    MOST_ON_A_PLANE));
        }
        if (network.isDense() && network.inputs() == 1 && !hasCurve()) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "there is no sheet Curve: it has columns for each neuron, and %,d would be too many (at most %d)",
                    neurons(),
                    MOST_ON_A_PLANE));
        }
        if (detail.compact() && detail.isChosen()) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "detail is compact: each gradient is one sum over the samples, since %,d cells for the gradients of"
                            + " single samples would be too many (detail: full asks for them)",
                    gradients(network, samples().size(), epochs())));
        }
        return remarks;
    }

    static long gradients(Network network, int samples, int epochs) {
        return (long) network.parameterCount() * samples * epochs;
    }
}
