package io.gradsheet.lesson.network;

import io.gradsheet.network.Parameters;
import io.gradsheet.template.NetworkExperiment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What there is to say of a training whose steps are so large that they lead up. */
final class Upswing {
    /** A cost passes through more than so many times the first on its way: that is no longer a ripple. */
    private static final double SWING = 10;

    /** After so few epochs a training may still be on its way over a rise. */
    private static final int FEW = 10;

    /** By this much of the first cost the last may be above it. */
    private static final double RIPPLE = 0.1;

    /** As much of a cost below 1 may be rounding. */
    private static final double ROUNDING = 1e-9;

    private final NetworkExperiment experiment;

    Upswing(NetworkExperiment experiment) {
        this.experiment = experiment;
    }

    /**
     * The sentence, if the last cost is clearly above the first, or one on the way far above.
     *
     * @param costs C_T of each epoch
     */
    Optional<String> remark(List<Double> costs) {
        var first = costs.get(0);
        var last = costs.get(costs.size() - 1);
        var peak = IntStream.range(0, costs.size())
                .reduce((a, b) -> costs.get(b) > costs.get(a) ? b : a)
                .orElseThrow();
        var margin = ROUNDING + decay();
        if (last > (1 + RIPPLE) * first + margin) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "the %s ends higher than it began, %s in epoch %d after %s in epoch 1: %s",
                    name(),
                    figure(last),
                    costs.size(),
                    figure(first),
                    costs.size() > FEW ? advice() : advice() + ", or more epochs"));
        }
        if (costs.get(peak) > SWING * first + margin) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "the %s swings up on its way, from %s in epoch 1 to %s in epoch %d: %s",
                    name(),
                    figure(first),
                    figure(costs.get(peak)),
                    peak + 1,
                    advice()));
        }
        return Optional.empty();
    }

    /** What the weights may give up for C_T: descent with decay goes down C_T + λ/2 Σw², which may mean up C_T. */
    private double decay() {
        var decay = experiment.hyperparameters().decay();
        var steps = experiment
                .hyperparameters()
                .batches()
                .steps(experiment.samples().size());
        return decay.isNone() ? 0 : steps * decay.strength() / 2 * squares(experiment.initial());
    }

    private static double squares(Parameters parameters) {
        return parameters.toList().stream().mapToDouble(value -> value * value).sum();
    }

    private String name() {
        return CostName.of(experiment.hyperparameters()).learning();
    }

    private String advice() {
        return "take a smaller eta than " + figure(experiment.learningRate());
    }

    private static String figure(double value) {
        var text = String.format(Locale.ROOT, "%.4g", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+(?=e|$)", "") : text;
    }
}
