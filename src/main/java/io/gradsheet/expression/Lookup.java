package io.gradsheet.expression;

import io.gradsheet.expression.Matrix.Cells;
import io.gradsheet.expression.Node.Variable;
import java.util.List;

/** The element of an array whose place is a formula. */
record Lookup(Cells cells, Node row, Node column) implements Node {
    @Override
    public double value(Point point) {
        var r = row.value(point);
        var c = column.value(point);
        return isPlace(r, cells.rows()) && isPlace(c, cells.columns())
                ? cells.element((int) r, (int) c).value(point)
                : Double.NaN;
    }

    /** Whether a number is a whole one from 1 to the last. */
    static boolean isPlace(double number, int last) {
        return number >= 1 && number <= last && number == Math.rint(number);
    }

    /** Why there is no value. */
    String needs(Point point) {
        var r = row.value(point);
        var c = column.value(point);
        if (isPlace(r, cells.rows()) && isPlace(c, cells.columns())) {
            return "the element has no value";
        }
        var size = cells.isVector() ? cells.size() + " elements" : "a size of " + cells.shape();
        return "an index is a whole number from 1, and %s has %s".formatted(cells.text(), size);
    }

    @Override
    public List<Node> operands() {
        return List.of(row, column);
    }

    @Override
    public List<Term> parts() {
        return List.of(cells, row, column);
    }

    @Override
    public Node withParts(List<? extends Term> parts) {
        return new Lookup(cells, (Node) parts.get(1), (Node) parts.get(2));
    }

    @Override
    public Node differentiated(Variable variable) {
        throw Underivable.of(this);
    }
}
