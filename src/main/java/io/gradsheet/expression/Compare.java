package io.gradsheet.expression;

import java.util.List;

/** A comparison of two numbers, or of two truth values, which comes to 1 or 0. */
record Compare(Comparison comparison, Node left, Node right) implements Truths {
    @Override
    public double value(Point point) {
        var l = left.value(point);
        var r = right.value(point);
        if (Double.isNaN(l) || Double.isNaN(r) || isBlurred(l, r, point)) {
            return Double.NaN;
        }
        return comparison.holds(l, r) ? 1 : 0;
    }

    /** Whether the two are so near to one another that programs disagree about them. */
    boolean isBlurred(double l, double r, Point point) {
        return !left.isTruth()
                && Nearness.isBlurred(l - r, Math.max(Nearness.size(left, point), Nearness.size(right, point)));
    }

    @Override
    public List<Node> operands() {
        return List.of(left, right);
    }

    @Override
    public Node withParts(List<? extends Term> parts) {
        return new Compare(comparison, (Node) parts.get(0), (Node) parts.get(1));
    }
}
