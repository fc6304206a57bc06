package io.gradsheet.training;

import io.gradsheet.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** How far rounding alone takes runs of one descent on a function apart: see {@link RoundingGrowth}. */
public final class PathRounding {
    /** So many runs are held against the first. */
    private static final int RUNS = 3;

    private PathRounding() {}

    /**
     * Measures: the descent is done again, with every coordinate off by one unit in the last place in each step.
     *
     * @param steps how many steps follow on step 0
     * @return for step 0 and each after it the largest difference |a − b| / max(1, |a|) of a coordinate, of f or of a derivative;
     *     infinity where a run could not go on
     */
    public static List<Double> of(Expression function, List<Double> start, double learningRate, int steps) {
        var path = new PathDescent(function, start, learningRate);
        var runs = new ArrayList<Run>();
        for (var seed = 1; seed <= RUNS; seed++) {
            runs.add(new Run(function, start, learningRate, new Random(seed)));
        }
        var apart = new ArrayList<Double>();
        for (var n = 0; n <= steps; n++) {
            var step = path.next();
            apart.add(runs.stream().mapToDouble(run -> run.apart(step)).max().orElse(0));
        }
        return apart;
    }

    /** One of the other runs. */
    private static final class Run {
        private final Expression function;
        private final double learningRate;
        private final Random random;
        private List<Double> point;
        private boolean ended;

        Run(Expression function, List<Double> start, double learningRate, Random random) {
            this.function = function;
            this.learningRate = learningRate;
            this.random = random;
            this.point = start;
        }

        double apart(PathStep step) {
            if (!ended) {
                try {
                    var own = new PathDescent(
                                    function, point.stream().map(this::touched).toList(), learningRate)
                            .next();
                    point = own.next();
                    return Math.max(
                            distance(List.of(step.value()), List.of(own.value())),
                            Math.max(
                                    distance(step.next(), own.next()),
                                    Math.max(
                                            distance(step.point(), own.point()),
                                            distance(step.gradient(), own.gradient()))));
                } catch (PathException e) {
                    ended = true;
                }
            }
            return Double.POSITIVE_INFINITY;
        }

        private double touched(double coordinate) {
            return coordinate == 0
                    ? coordinate
                    : random.nextBoolean() ? Math.nextUp(coordinate) : Math.nextDown(coordinate);
        }

        private static double distance(List<Double> numbers, List<Double> others) {
            var largest = 0.0;
            for (var i = 0; i < numbers.size(); i++) {
                var size = Math.max(1, Math.abs(numbers.get(i)));
                largest = Math.max(largest, Math.abs(numbers.get(i) - others.get(i)) / size);
            }
            return largest;
        }
    }
}
