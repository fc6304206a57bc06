package io.gradsheet.training;

import io.gradsheet.expression.DomainException;
import io.gradsheet.expression.Expression;
import java.util.List;

/** A function given by a formula, with its symbolic derivatives. */
public final class FunctionObjective implements Objective {
    private final Expression function;
    private final List<Expression> derivatives;
    private final double[] start;

    /**
     * Prepares the function.
     *
     * @param start a coordinate for each variable
     */
    public FunctionObjective(Expression function, List<Double> start) {
        this.function = function;
        this.derivatives =
                function.variables().stream().map(function::derivative).toList();
        this.start = start.stream().mapToDouble(coordinate -> coordinate).toArray();
    }

    @Override
    public double[] start() {
        return start.clone();
    }

    @Override
    public double value(double[] point) {
        try {
            return function.evaluate(point);
        } catch (DomainException e) {
            // A search may try such a point and turn back.
            return Double.POSITIVE_INFINITY;
        }
    }

    @Override
    public double[] gradient(double[] point) {
        try {
            return derivatives.stream()
                    .mapToDouble(derivative -> derivative.evaluate(point))
                    .toArray();
        } catch (DomainException e) {
            throw new PathException("the solver cannot go on: " + e.getMessage() + "; take another start", e);
        }
    }
}
