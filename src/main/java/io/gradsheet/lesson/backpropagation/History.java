package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.network.Activation;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.EpochTrace;
import io.gradsheet.training.GradientDescent;
import java.util.Locale;

/**
 * A whole training run, of which little is kept: a cost and a count for each epoch, the one epoch that is looked at closely, and
 * the parameters at the end. It runs before a workbook is written, so that a run that a spreadsheet could not follow is known in
 * time.
 */
final class History {
    /** EXP of anything larger is no number in a spreadsheet. */
    private static final double LARGEST_EXPONENT = 709.78;

    private final double[] costs;
    private final int[] hits;
    private EpochTrace zoomed;
    private Parameters last;

    private History(int epochs) {
        costs = new double[epochs];
        hits = new int[epochs];
    }

    /**
     * Trains.
     *
     * @param zoomEpoch the epoch to keep whole
     * @throws io.gradsheet.training.DivergenceException if a number leaves the representable range
     * @throws UnrepresentableException if a formula would leave the range of a spreadsheet
     */
    static History of(NetworkExperiment experiment, TrainingLayout layout, int zoomEpoch) {
        var history = new History(experiment.epochs());
        var descent = descent(experiment);
        while (descent.hasNext()) {
            var epoch = descent.next();
            checkExponents(experiment, layout, epoch);
            history.costs[epoch.epoch() - 1] = epoch.cost();
            history.hits[epoch.epoch() - 1] = epoch.hits();
            if (epoch.epoch() == zoomEpoch) {
                history.zoomed = epoch;
            }
            history.last = epoch.next();
        }
        return history;
    }

    /** A descent of the experiment that has not begun. */
    static GradientDescent descent(NetworkExperiment experiment) {
        return new GradientDescent(
                experiment.network(),
                experiment.samples(),
                experiment.initial(),
                experiment.learningRate(),
                experiment.epochs());
    }

    private static void checkExponents(NetworkExperiment experiment, TrainingLayout layout, EpochTrace epoch) {
        for (var k = 1; k <= epoch.samples().size(); k++) {
            var trace = epoch.samples().get(k - 1);
            for (var layer = 2; layer <= trace.layers(); layer++) {
                for (var j = 1; j <= experiment.network().size(layer); j++) {
                    if (overflows(experiment.network().activation(layer), trace, layer, j)) {
                        throw unrepresentable(epoch.epoch(), k, trace.weightedInput(layer, j), layout, layer, j);
                    }
                }
            }
        }
    }

    private static UnrepresentableException unrepresentable(
            int epoch, int sample, double weightedInput, TrainingLayout layout, int layer, int neuron) {
        return new UnrepresentableException(String.format(
                Locale.ROOT,
                "training leaves the range of a spreadsheet: in epoch %d, at sample %d, a weighted input is %.6g, and EXP in cell"
                        + " %s cannot go beyond 709; take a smaller eta or other initial parameters",
                epoch,
                sample,
                weightedInput,
                TrainingLayout.address(layout.sampleRow(epoch, sample), layout.activation(layer, neuron))));
    }

    private static boolean overflows(Activation activation, SampleTrace trace, int layer, int neuron) {
        if (activation instanceof Activation.Sigmoid) {
            return -trace.weightedInput(layer, neuron) > LARGEST_EXPONENT;
        }
        return false;
    }

    /**
     * Checks that the formulas of the trained network's answer stay within the range of a spreadsheet.
     *
     * @throws UnrepresentableException if they do not
     */
    void checkAnswer(Network network, Sample drawn) {
        var trace = network.trace(last, drawn);
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                if (overflows(network.activation(layer), trace, layer, j)) {
                    throw new UnrepresentableException(String.format(
                            Locale.ROOT,
                            "the trained network leaves the range of a spreadsheet: on sheet %s, weighted input %d of layer %d"
                                    + " is %.6g, and EXP cannot go beyond 709; take a smaller eta, other initial"
                                    + " parameters, or a drawing of smaller numbers",
                            PredictSheet.NAME,
                            j,
                            layer,
                            trace.weightedInput(layer, j)));
                }
            }
        }
    }

    double cost(int epoch) {
        return costs[epoch - 1];
    }

    int hits(int epoch) {
        return hits[epoch - 1];
    }

    /** The epoch that was kept whole. */
    EpochTrace zoomed() {
        return zoomed;
    }

    /** The parameters after the last epoch. */
    Parameters last() {
        return last;
    }
}
