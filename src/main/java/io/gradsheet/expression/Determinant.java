package io.gradsheet.expression;

import io.gradsheet.expression.Matrix.Cells;
import java.util.List;

/** The determinant of a square matrix of cells. */
record Determinant(Cells cells) implements OfCells {
    @Override
    public double value(Point point) {
        return Node.finite(SquareMatrix.of(cells, point).determinant());
    }

    @Override
    public List<Cells> parts() {
        return List.of(cells);
    }
}
