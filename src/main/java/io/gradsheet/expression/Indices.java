package io.gradsheet.expression;

import io.gradsheet.expression.Matrix.Cells;
import io.gradsheet.expression.Matrix.Elements;
import io.gradsheet.expression.Node.Constant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What stands between brackets behind an array: an element, or with an empty index a whole row or column. */
final class Indices {
    private final Piece array;
    private final Tokens tokens;
    private final Supplier<Piece> sum;

    /**
     * Prepares to read them.
     *
     * @param sum reads a formula
     */
    Indices(Piece array, Tokens tokens, Supplier<Piece> sum) {
        this.array = array;
        this.tokens = tokens;
        this.sum = sum;
    }

    /** Reads what follows the opening bracket, and the closing one. */
    Term element() {
        var matrix = array.array("an index");
        var indices = new ArrayList<Optional<Piece>>();
        indices.add(index());
        while (tokens.peek().isSign(',') || tokens.peek().isSign(';')) {
            tokens.take();
            indices.add(index());
        }
        if (!tokens.peek().isSign(']')) {
            throw ExpressionException.at(
                    array.column(), "the bracket behind %s is not closed".formatted(array.placed()));
        }
        tokens.take();
        return element(matrix, indices);
    }

    private Optional<Piece> index() {
        var here = tokens.peek();
        var empty = here.isSign(',') || here.isSign(';') || here.isSign(']');
        return empty ? Optional.empty() : Optional.of(sum.get());
    }

    private Term element(Matrix matrix, List<Optional<Piece>> indices) {
        if (indices.size() == 1 && indices.get(0).isPresent() && matrix.isVector()) {
            var index = index(indices.get(0).get(), matrix.size(), "element");
            return matrix.rows() == 1 ? pick(matrix, Constant.ONE, index) : pick(matrix, index, Constant.ONE);
        }
        if (indices.size() != 2 || indices.stream().allMatch(Optional::isEmpty)) {
            throw array.complaint("is %s: write %s"
                    .formatted(
                            matrix.shape(),
                            matrix.isVector()
                                    ? "%s[1] for its first element".formatted(array.shown())
                                    : "%1$s[1,2] for an element, %1$s[1,] for a row, %1$s[,2] for a column"
                                            .formatted(array.shown())));
        }
        var row = indices.get(0).map(piece -> index(piece, matrix.rows(), "row"));
        var column = indices.get(1).map(piece -> index(piece, matrix.columns(), "column"));
        if (row.isPresent() && column.isPresent()) {
            return pick(matrix, row.get(), column.get());
        }
        return row.map(place -> row(matrix, place)).orElseGet(() -> column(matrix, column.orElseThrow()));
    }

    private Matrix row(Matrix matrix, Node row) {
        if (row instanceof Constant constant) {
            return matrix.part((int) constant.value(), 1, 1, matrix.columns());
        }
        var elements = new ArrayList<Node>();
        for (var column = 1; column <= matrix.columns(); column++) {
            elements.add(pick(matrix, row, new Constant(column)));
        }
        return new Elements(1, matrix.columns(), elements);
    }

    private Matrix column(Matrix matrix, Node column) {
        if (column instanceof Constant constant) {
            return matrix.part(1, (int) constant.value(), matrix.rows(), 1);
        }
        var elements = new ArrayList<Node>();
        for (var row = 1; row <= matrix.rows(); row++) {
            elements.add(pick(matrix, new Constant(row), column));
        }
        return new Elements(matrix.rows(), 1, elements);
    }

    private Node pick(Matrix matrix, Node row, Node column) {
        if (row instanceof Constant r && column instanceof Constant c) {
            return matrix.element((int) r.value(), (int) c.value());
        }
        if (matrix instanceof Cells cells) {
            return new Lookup(cells, row, column);
        }
        throw array.complaint("is computed, and only of what stands in cells can an element be picked by a formula:"
                + " give it a name of its own");
    }

    /** An index, a constant if it is known now. */
    private Node index(Piece piece, int last, String what) {
        var node = piece.single("an index");
        if (!node.isConstant()) {
            return node;
        }
        var place = node.value(Point.ANYWHERE);
        if (!Lookup.isPlace(place, last)) {
            throw piece.complaint("is no %s of %s: there are %d, counted from 1".formatted(what, array.shown(), last));
        }
        return new Constant(place);
    }
}
