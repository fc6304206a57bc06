package io.gradsheet.expression;

import io.gradsheet.expression.Node.Call;

/** Which pieces of the functions in a tree a point lies in: the answers of comparisons, and the signs of what ABS is taken of. */
final class Pieces {
    private final Point point;
    private long answers;

    private Pieces(Point point) {
        this.point = point;
    }

    /** A number that is the same for two points in the same pieces. */
    static long of(Node root, Point point) {
        var pieces = new Pieces(point);
        pieces.visit(root);
        return pieces.answers;
    }

    private void visit(Node node) {
        if (node instanceof Compare compare) {
            add(compare.value(point) > 0);
        } else if (node instanceof Call call && call.function() == Function.ABS) {
            add(call.argument().value(point) > 0);
        }
        node.operands().forEach(this::visit);
    }

    private void add(boolean answer) {
        answers = Long.rotateLeft(answers, 1) ^ (answer ? 1 : 0);
    }
}
