package io.gradsheet.lesson.backpropagation;

import io.gradsheet.network.Sample;
import io.gradsheet.template.NetworkExperiment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.ToDoubleFunction;

/**
 * What a learner looks at on the Boundary sheet: a rectangle of the plane of two inputs, in the units of the file, and the epoch
 * after which the network is asked. On the Curve sheet the rectangle is a stretch of the one axis.
 */
record PlaneView(int epoch, double left, double right, double bottom, double top) {
    /** How much further than the samples the rectangle reaches, as a share of their extent. */
    private static final double MARGIN = 0.1;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** The trained network, over a rectangle with all samples in it whose corners are round numbers. */
    static PlaneView initial(NetworkExperiment experiment) {
        var across = Span.of(experiment, sample -> sample.input(1));
        var up = Span.of(experiment, sample -> sample.input(experiment.network().inputs()));
        return new PlaneView(experiment.epochs(), across.from(), across.to(), up.from(), up.to());
    }

    /** A number of the first axis. */
    double x(int j) {
        return left + j * (right - left) / PlanePanels.INTERVALS;
    }

    /** A number of the second axis: the topmost row has the largest, as on paper. */
    double y(int i) {
        return top + i * (bottom - top) / PlanePanels.INTERVALS;
    }

    private record Span(double from, double to) {
        static Span of(NetworkExperiment experiment, ToDoubleFunction<Sample> input) {
            var rows = experiment.data().rows();
            var least = rows.stream().mapToDouble(input).min().orElse(0);
            var most = rows.stream().mapToDouble(input).max().orElse(1);
            var length = most > least ? most - least : Math.max(1, Math.abs(least));
            var margin = most > least ? MARGIN * length : length;
            var power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(length)));
            var step = length < 5 * power.doubleValue() ? power.multiply(HALF) : power;
            return new Span(
                    round(least - margin, step, RoundingMode.FLOOR), round(most + margin, step, RoundingMode.CEILING));
        }

        private static double round(double number, BigDecimal step, RoundingMode mode) {
            return BigDecimal.valueOf(number)
                    .divide(step, 0, mode)
                    .multiply(step)
                    .doubleValue();
        }
    }
}
