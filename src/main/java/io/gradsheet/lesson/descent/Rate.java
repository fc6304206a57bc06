package io.gradsheet.lesson.descent;

import static io.gradsheet.sheet.Function.ABS;
import static io.gradsheet.sheet.Function.AND;

import io.gradsheet.expression.Expression;
import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.sheet.Formula;
import io.gradsheet.template.DescentExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * One descent of several, each with a learning rate of its own. It may leave the representable range or the domain of the function:
 * from there on it has no values.
 */
final class Rate {
    /** What is not below it counts as beyond the range: an exponent that every program can hold, and squares no more. */
    static final double LIMIT = 1e300;

    private final List<List<OptionalDouble>> points = new ArrayList<>();
    private final List<OptionalDouble> values = new ArrayList<>();

    private Rate() {}

    static Rate of(DescentExperiment experiment, double learningRate) {
        var function = experiment.function();
        var derivatives =
                function.variables().stream().map(function::derivative).toList();
        var rate = new Rate();
        var point = experiment.start().stream().map(OptionalDouble::of).toList();
        for (var n = 0; n <= experiment.steps(); n++) {
            rate.points.add(point);
            var value = evaluate(function, point);
            rate.values.add(value.isPresent() ? representable(value.getAsDouble()) : value);
            var here = point;
            point = IntStream.range(0, here.size())
                    .mapToObj(i -> next(here, i, derivatives.get(i), learningRate))
                    .toList();
        }
        return rate;
    }

    private static OptionalDouble next(
            List<OptionalDouble> point, int variable, Expression derivative, double learningRate) {
        var slope = evaluate(derivative, point);
        if (slope.isEmpty()) {
            return OptionalDouble.empty();
        }
        var move = learningRate * slope.getAsDouble();
        return representable(point.get(variable).getAsDouble() - move);
    }

    private static OptionalDouble evaluate(Expression expression, List<OptionalDouble> point) {
        if (!point.stream().allMatch(OptionalDouble::isPresent)) {
            return OptionalDouble.empty();
        }
        var here = point.stream().mapToDouble(OptionalDouble::getAsDouble).toArray();
        if (expression.vanishes(here)) {
            throw new UnrepresentableException(
                    "one of the learning rates that are compared brings the point so near to 0 that a"
                            + " power is too small for a spreadsheet; take fewer steps, or leave the best of the rates out");
        }
        if (expression.isDisputed(here)) {
            throw new UnrepresentableException(
                    "one of the learning rates that are compared brings the point to where a comparison in f hangs on how numbers"
                            + " are rounded; take another start, or leave that rate out");
        }
        return expression.tryEvaluate(here);
    }

    /** The condition under which a formula is computed: those of its expression, and that its value is in the range. */
    static Formula isInRange(Formula formula, List<Formula> conditions) {
        var all = new ArrayList<>(conditions);
        all.add(ABS.of(formula).isLess(LIMIT));
        return all.size() == 1 ? all.get(0) : AND.of(all);
    }

    private static OptionalDouble representable(double value) {
        // Not a number is not below the limit either.
        return Math.abs(value) < LIMIT ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** A coordinate of the point of step n. */
    OptionalDouble coordinate(int n, int variable) {
        return points.get(n).get(variable);
    }

    /** f in step n. */
    OptionalDouble value(int n) {
        return values.get(n);
    }

    /** How many steps have a value of f, from the first on. */
    int valued() {
        return (int) values.stream().filter(OptionalDouble::isPresent).count();
    }

    /** Whether every step has a value. */
    boolean stays() {
        return valued() == values.size();
    }

    /** The square of the distance between the points of two steps. */
    double squaredDistance(int n, int other) {
        return IntStream.range(0, points.get(0).size())
                .mapToDouble(i ->
                        coordinate(n, i).getAsDouble() - coordinate(other, i).getAsDouble())
                .map(difference -> difference * difference)
                .sum();
    }

    /** Whether the second of the two moves that lead to step n turns back. */
    boolean turns(int n) {
        return squaredDistance(n, n - 2) < squaredDistance(n - 1, n - 2) + squaredDistance(n, n - 1);
    }
}
