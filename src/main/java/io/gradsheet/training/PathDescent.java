package io.gradsheet.training;

import io.gradsheet.expression.DomainException;
import io.gradsheet.expression.Expression;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Gradient descent on a function given by a formula: every step moves the point by −η times the gradient, which comes from the
 * symbolic derivatives (Wakui 2.10). It never ends by itself.
 */
public final class PathDescent implements Iterator<PathStep> {
    private final Expression function;
    private final List<Expression> derivatives;
    private final double learningRate;
    private List<Double> point;
    private int step;

    /**
     * Prepares a descent.
     *
     * @param function f
     * @param start the point of step 0, a coordinate for each variable
     * @param learningRate η
     */
    public PathDescent(Expression function, List<Double> start, double learningRate) {
        this.function = function;
        this.derivatives =
                function.variables().stream().map(function::derivative).toList();
        this.point = List.copyOf(start);
        this.learningRate = learningRate;
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    /**
     * Does one step.
     *
     * @throws PathException if f or a derivative of it has no value at the point, or a number leaves the representable range
     */
    @Override
    public PathStep next() {
        var here = point.stream().mapToDouble(coordinate -> coordinate).toArray();
        try {
            var value = function.evaluate(here);
            var gradient = new ArrayList<Double>();
            var next = new ArrayList<Double>();
            for (var i = 0; i < here.length; i++) {
                gradient.add(derivatives.get(i).evaluate(here));
                next.add(here[i] - learningRate * gradient.get(i));
            }
            if (!next.stream().allMatch(Double::isFinite)) {
                throw PathException.divergence(step);
            }
            var done = new PathStep(step, point, value, gradient, next);
            if (!Double.isFinite(done.slope())) {
                throw PathException.divergence(step);
            }
            point = next;
            step++;
            return done;
        } catch (DomainException e) {
            throw function.vanishes(here) || derivatives.stream().anyMatch(derivative -> derivative.vanishes(here))
                    ? PathException.vanishing(step, e)
                    : PathException.domain(step, e);
        }
    }
}
