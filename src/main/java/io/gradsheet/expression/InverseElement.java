package io.gradsheet.expression;

import io.gradsheet.expression.Matrix.Cells;
import java.util.List;

/**
 * An element of the inverse of a square matrix of cells.
 *
 * @param row its row, counted from 1
 * @param column its column
 */
record InverseElement(Cells cells, int row, int column) implements OfCells {
    @Override
    public double value(Point point) {
        return Node.finite(SquareMatrix.of(cells, point).inverse(row, column));
    }

    /** Whether the inverse has no other element. */
    boolean isWhole() {
        return cells.size() == 1;
    }

    @Override
    public List<Cells> parts() {
        return List.of(cells);
    }
}
