package io.gradsheet.template;

import io.gradsheet.training.DivergenceException;
import io.gradsheet.training.Evaluation;
import io.gradsheet.training.GradientDescent;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a training went with a learning rate.
 *
 * @param eta the rate
 * @param first the cost that epoch 1 starts from
 * @param last that of the parameters after the last epoch
 * @param isSmooth whether the cost is never above that of the epoch before
 */
record RateTrial(double eta, double first, double last, boolean isSmooth) {
    private static final List<Double> RATES =
            List.of(5.0, 2.0, 1.0, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 5e-4, 2e-4, 1e-4, 1e-5, 1e-6);

    /** Tries rates; those that lead down without a rise, or else all that lead down, the one with which the cost falls furthest first. */
    static List<RateTrial> byMerit(NetworkExperiment experiment) {
        var trials = RATES.stream().flatMap(eta -> trial(experiment, eta)).toList();
        var smooth = trials.stream().filter(RateTrial::isSmooth).toList();
        return (smooth.isEmpty() ? trials : smooth)
                .stream()
                        .filter(trial -> trial.last < trial.first)
                        .sorted(Comparator.comparingDouble(RateTrial::last))
                        .toList();
    }

    private static Stream<RateTrial> trial(NetworkExperiment experiment, double eta) {
        var descent = new GradientDescent(
                experiment.network(),
                experiment.samples(),
                experiment.initial(),
                experiment.hyperparameters().withLearningRate(eta));
        var first = Double.NaN;
        var last = Double.NaN;
        var trained = experiment.initial();
        var smooth = true;
        try {
            while (descent.hasNext()) {
                var epoch = descent.next();
                var cost = epoch.cost();
                smooth &= !(cost > last);
                first = Double.isNaN(first) ? cost : first;
                last = cost;
                trained = epoch.next();
            }
        } catch (DivergenceException e) {
            return Stream.empty();
        }
        var after = Evaluation.of(
                experiment.network(),
                trained,
                experiment.samples(),
                experiment.hyperparameters().mean());
        return after.firstNotFinite().isPresent()
                ? Stream.empty()
                : Stream.of(new RateTrial(eta, first, after.cost(), smooth && !(after.cost() > last)));
    }
}
