package io.gradsheet.expression;

import io.gradsheet.expression.Matrix.Cells;
import io.gradsheet.expression.Node.Variable;
import java.util.List;

/** The determinant of a square matrix of cells. */
record Determinant(Cells cells) implements Node {
    @Override
    public double value(Point point) {
        return Node.finite(SquareMatrix.of(cells, point).determinant());
    }

    @Override
    public List<Node> operands() {
        return cells.elements();
    }

    @Override
    public List<Cells> parts() {
        return List.of(cells);
    }

    @Override
    public Node withParts(List<? extends Term> parts) {
        return this;
    }

    @Override
    public Node differentiated(Variable variable) {
        throw new IllegalStateException("cells do not depend on a variable");
    }
}
