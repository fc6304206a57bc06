package io.gradsheet.template;

import io.gradsheet.training.DivergenceException;
import io.gradsheet.training.GradientDescent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a training went with a learning rate.
 *
 * @param eta the rate
 * @param first the cost that epoch 1 starts from
 * @param last that of the last epoch
 * @param isSmooth whether no epoch's cost is above that of the one before
 */
record RateTrial(double eta, double first, double last, boolean isSmooth) {
    private static final List<Double> RATES =
            List.of(5.0, 2.0, 1.0, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 5e-4, 2e-4, 1e-4, 1e-5, 1e-6);

    /** Tries rates; the one with which the cost falls furthest without a rise, if any leads down at all. */
    static Optional<RateTrial> best(NetworkExperiment experiment) {
        var trials = RATES.stream().flatMap(eta -> trial(experiment, eta)).toList();
        var smooth = trials.stream().filter(RateTrial::isSmooth).toList();
        return (smooth.isEmpty() ? trials : smooth)
                .stream().filter(trial -> trial.last < trial.first).min(Comparator.comparingDouble(RateTrial::last));
    }

    private static Stream<RateTrial> trial(NetworkExperiment experiment, double eta) {
        var descent = new GradientDescent(
                experiment.network(),
                experiment.samples(),
                experiment.initial(),
                experiment.hyperparameters().withLearningRate(eta));
        var first = Double.NaN;
        var last = Double.NaN;
        var smooth = true;
        try {
            while (descent.hasNext()) {
                var cost = descent.next().cost();
                smooth &= !(cost > last);
                first = Double.isNaN(first) ? cost : first;
                last = cost;
            }
        } catch (DivergenceException e) {
            return Stream.empty();
        }
        return Stream.of(new RateTrial(eta, first, last, smooth));
    }
}
