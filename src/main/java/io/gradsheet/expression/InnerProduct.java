package io.gradsheet.expression;

import io.gradsheet.expression.Node.Add;
import io.gradsheet.expression.Node.Multiply;
import io.gradsheet.expression.Node.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * The sum of the products of elements in the same places: of arrays of one shape SUMPRODUCT, of a row and a column MMULT. Every element
 * has to have a value.
 */
record InnerProduct(List<Matrix> parts) implements Node {
    InnerProduct {
        parts = List.copyOf(parts);
    }

    /** Whether this is a row times a column, which SUMPRODUCT refuses. */
    boolean isRowTimesColumn() {
        return !parts.get(0).hasShapeOf(parts.get(parts.size() - 1));
    }

    @Override
    public double value(Point point) {
        var sum = 0.0;
        for (var i = 0; i < parts.get(0).size(); i++) {
            var product = 1.0;
            for (var part : parts) {
                product *= nth(part, i).value(point);
            }
            sum += product;
        }
        return Node.finite(sum);
    }

    /** An element by its place in the order of rows. */
    private static Node nth(Matrix matrix, int place) {
        return matrix.element(place / matrix.columns() + 1, place % matrix.columns() + 1);
    }

    @Override
    public List<Node> operands() {
        var operands = new ArrayList<Node>();
        parts.forEach(part -> operands.addAll(part.elements()));
        return operands;
    }

    @Override
    public Node withParts(List<? extends Term> changed) {
        return of(changed.stream().map(Matrix.class::cast).toList());
    }

    @Override
    public Node differentiated(Variable variable) {
        return writtenOut(parts).derivative(variable);
    }

    /** Of cells as a function of their ranges, of anything else written out. */
    static Node of(List<Matrix> parts) {
        return parts.stream().allMatch(Matrix.Cells.class::isInstance) ? new InnerProduct(parts) : writtenOut(parts);
    }

    /** As a sum of products. */
    static Node writtenOut(List<Matrix> parts) {
        var products = new ArrayList<Node>();
        for (var i = 0; i < parts.get(0).size(); i++) {
            var place = i;
            products.add(parts.stream()
                    .map(part -> nth(part, place))
                    .reduce(Multiply::new)
                    .orElseThrow());
        }
        return products.stream().reduce(Add::new).orElseThrow();
    }
}
