package io.gradsheet.expression;

import io.gradsheet.expression.Matrix.Cells;
import java.util.List;

/**
 * An element of the product of two matrices. A spreadsheet computes the whole product to pick it, so both have to be without gaps.
 *
 * @param row its row, counted from 1
 * @param column its column
 */
record ProductElement(Cells left, Cells right, int row, int column) implements OfCells {
    @Override
    public double value(Point point) {
        if (hasGap(left, point) || hasGap(right, point)) {
            return Double.NaN;
        }
        var sum = 0.0;
        for (var i = 1; i <= left.columns(); i++) {
            sum += left.element(row, i).value(point) * right.element(i, column).value(point);
        }
        return Node.finite(sum);
    }

    private static boolean hasGap(Cells cells, Point point) {
        for (var element : cells.elements()) {
            if (Double.isNaN(element.value(point))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the product has no other element. */
    boolean isWhole() {
        return left.rows() == 1 && right.columns() == 1;
    }

    @Override
    public List<Cells> parts() {
        return List.of(left, right);
    }
}
