package io.gradsheet.expression;

import io.gradsheet.expression.Node.Variable;

/** Where a tree is evaluated: the numbers that stand in the cells. */
@FunctionalInterface
interface Point {
    /** A node without variables has the same value at every point. */
    Point ANYWHERE = of();

    /** The number, NaN where there is none. */
    double at(Variable variable);

    /** The point with these coordinates, in the order of the variables. */
    static Point of(double... coordinates) {
        return variable -> coordinates[variable.index()];
    }
}
