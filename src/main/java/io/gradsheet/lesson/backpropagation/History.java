package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.EpochTrace;
import io.gradsheet.training.Evaluation;
import io.gradsheet.training.GradientDescent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A whole training run, of which little is kept: a cost and a count for each epoch, the one epoch that is looked at closely, and
 * the parameters at the end. It runs before a workbook is written, so that a run that a spreadsheet could not follow is known in
 * time.
 */
final class History {
    private final double[] costs;
    private final int[] hits;
    private final double[] testCosts;
    private final int[] testHits;
    private EpochTrace zoomed;
    private List<SampleTrace> confused;
    private Evaluation learnedAfter;
    private Evaluation testAfter;
    private Parameters viewed;
    private Parameters last;

    private History(int epochs) {
        costs = new double[epochs];
        hits = new int[epochs];
        testCosts = new double[epochs];
        testHits = new int[epochs];
    }

    /**
     * Trains.
     *
     * @param choices which epochs to keep whole
     * @throws io.gradsheet.training.DivergenceException if a number leaves the representable range
     */
    static History of(NetworkExperiment experiment, Choices choices) {
        var history = new History(experiment.epochs());
        var descent = descent(experiment);
        while (descent.hasNext()) {
            var epoch = descent.next();
            history.costs[epoch.epoch() - 1] = epoch.cost();
            history.hits[epoch.epoch() - 1] = epoch.hits();
            if (epoch.epoch() == choices.epoch()) {
                history.zoomed = epoch;
            }
            var test = evaluation(experiment, epoch);
            history.testCosts[epoch.epoch() - 1] = test.cost();
            history.testHits[epoch.epoch() - 1] = test.hits();
            if (epoch.epoch() == choices.confusionEpoch()) {
                history.confused = joined(epoch.samples(), test.samples());
            }
            if (epoch.epoch() == choices.view().epoch()) {
                history.viewed = epoch.next();
            }
            history.last = epoch.next();
        }
        history.learnedAfter = after(experiment, history.last, experiment.samples(), "sample");
        history.testAfter = after(experiment, history.last, experiment.data().test(), "test sample");
        if (choices.confusionEpoch() > experiment.epochs()) {
            history.confused = joined(history.learnedAfter.samples(), history.testAfter.samples());
        }
        return history;
    }

    private static List<SampleTrace> joined(List<SampleTrace> learned, List<SampleTrace> tested) {
        return Stream.concat(learned.stream(), tested.stream()).toList();
    }

    /** Samples with the parameters after the last epoch. */
    static Evaluation after(NetworkExperiment experiment, Parameters last, List<Sample> samples, String what) {
        return Evaluation.of(
                        experiment.network(),
                        last,
                        samples,
                        experiment.hyperparameters().mean())
                .after(experiment.epochs(), what);
    }

    /** A descent of the experiment that has not begun. */
    static GradientDescent descent(NetworkExperiment experiment) {
        return new GradientDescent(
                experiment.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters());
    }

    /** The samples of the test, with the parameters that an epoch starts from. */
    static Evaluation evaluation(NetworkExperiment experiment, EpochTrace epoch) {
        return Evaluation.of(
                        experiment.network(),
                        epoch.parameters(),
                        experiment.data().test(),
                        experiment.hyperparameters().mean())
                .ofTestBefore(epoch.epoch());
    }

    /**
     * A sample's way through the network.
     *
     * @param sheet that shows it
     * @throws UnrepresentableException if a weighted input or an activation leaves the range of a spreadsheet
     */
    static SampleTrace checkedTrace(Network network, Parameters parameters, Sample sample, String sheet) {
        var trace = network.trace(parameters, sample);
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                // Of what somebody has written there may be no activation at a number far out.
                if (!Double.isFinite(trace.weightedInput(layer, j) + trace.activation(layer, j))) {
                    throw new UnrepresentableException(String.format(
                            Locale.ROOT,
                            "the trained network leaves the range of a spreadsheet: on sheet %s, weighted input %d of layer %d, or its activation,"
                                    + " is no longer a finite number; take a smaller eta, other initial parameters, or"
                                    + " smaller numbers on that sheet",
                            sheet,
                            j,
                            layer));
                }
            }
        }
        return trace;
    }

    /** The cost in an epoch, or in the one after the last, which would start from the parameters that training ends with. */
    double cost(int epoch) {
        return epoch > costs.length ? learnedAfter.cost() : costs[epoch - 1];
    }

    /** How many samples were answered as their targets want, in such an epoch. */
    int hits(int epoch) {
        return epoch > hits.length ? learnedAfter.hits() : hits[epoch - 1];
    }

    /** The total cost of the samples of the test, or the mean. */
    double testCost(int epoch) {
        return epoch > testCosts.length ? testAfter.cost() : testCosts[epoch - 1];
    }

    /** How many samples of the test were answered as their targets want. */
    int testHits(int epoch) {
        return epoch > testHits.length ? testAfter.hits() : testHits[epoch - 1];
    }

    /** The samples to learn from and then those of the test, in the epoch whose answers are looked at, or after the last. */
    List<SampleTrace> confused() {
        return confused;
    }

    /** The epoch that was kept whole. */
    EpochTrace zoomed() {
        return zoomed;
    }

    /** The parameters after the epoch that the plane is looked at. */
    Parameters viewed() {
        return viewed;
    }

    /** The parameters after the last epoch. */
    Parameters last() {
        return last;
    }
}
