package io.gradsheet.expression;

import io.gradsheet.expression.Matrix.Elements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Operations on numbers, which go element by element where there are arrays. A number goes with every element. */
final class Elementwise {
    private final Columns columns;

    Elementwise(Columns columns) {
        this.columns = columns;
    }

    /**
     * Applies an operation.
     *
     * @param user how the operation is called in a complaint
     * @param column where what comes of it stands
     */
    Term apply(String user, int column, List<Piece> pieces, Function<List<Node>, Node> operation) {
        var array = shape(user, pieces);
        if (array.isEmpty()) {
            return placed(
                    operation.apply(
                            pieces.stream().map(piece -> (Node) piece.term()).toList()),
                    column);
        }
        var shape = array.get();
        var elements = new ArrayList<Node>(shape.size());
        for (var row = 1; row <= shape.rows(); row++) {
            for (var c = 1; c <= shape.columns(); c++) {
                var operands = new ArrayList<Node>(pieces.size());
                for (var piece : pieces) {
                    operands.add(piece.term() instanceof Matrix matrix ? matrix.element(row, c) : (Node) piece.term());
                }
                elements.add(placed(operation.apply(operands), column));
            }
        }
        return new Elements(shape.rows(), shape.columns(), elements);
    }

    private Node placed(Node node, int column) {
        columns.place(node, column);
        return node;
    }

    /** The first array, if there is one; all others have its shape. */
    private static Optional<Matrix> shape(String user, List<Piece> pieces) {
        var arrays =
                pieces.stream().filter(piece -> piece.term() instanceof Matrix).toList();
        if (arrays.isEmpty()) {
            return Optional.empty();
        }
        var first = arrays.get(0);
        arrays.forEach(other -> requireSameShape(user, first, other));
        return Optional.of((Matrix) first.term());
    }

    /** Complains unless both arrays have as many rows and columns. */
    static void requireSameShape(String user, Piece first, Piece other) {
        var a = (Matrix) first.term();
        var b = (Matrix) other.term();
        if (!a.hasShapeOf(b)) {
            throw ExpressionException.at(
                    other.column(),
                    "%s is %s and %s at column %d is %s: %s needs arrays of one shape"
                            .formatted(first.shown(), a.shape(), other.shown(), other.column(), b.shape(), user));
        }
    }
}
