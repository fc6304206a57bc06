package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
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
     */
    static History of(NetworkExperiment experiment, int zoomEpoch) {
        var history = new History(experiment.epochs());
        var descent = descent(experiment);
        while (descent.hasNext()) {
            var epoch = descent.next();
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
                experiment.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters());
    }

    /**
     * Checks that the trained network's answer stays within the range of a spreadsheet.
     *
     * @throws UnrepresentableException if it does not
     */
    void checkAnswer(Network network, Sample drawn) {
        var trace = network.trace(last, drawn);
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                if (!Double.isFinite(trace.weightedInput(layer, j))) {
                    throw new UnrepresentableException(String.format(
                            Locale.ROOT,
                            "the trained network leaves the range of a spreadsheet: on sheet %s, weighted input %d of layer %d"
                                    + " is no longer a finite number; take a smaller eta, other initial parameters, or a"
                                    + " drawing of smaller numbers",
                            PredictSheet.NAME,
                            j,
                            layer));
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
