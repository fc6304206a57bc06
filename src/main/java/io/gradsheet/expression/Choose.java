package io.gradsheet.expression;

import io.gradsheet.expression.Node.Variable;
import java.util.List;

/** IF: one of two values. The other one need not exist. */
record Choose(Node condition, Node then, Node otherwise) implements Node {
    @Override
    public double value(Point point) {
        var decision = condition.value(point);
        return Double.isNaN(decision) ? decision : (decision != 0 ? then : otherwise).value(point);
    }

    @Override
    public boolean isTruth() {
        return then.isTruth();
    }

    @Override
    public List<Node> operands() {
        return List.of(condition, then, otherwise);
    }

    @Override
    public List<Node> operandsAt(Point point) {
        var decision = condition.value(point);
        return Double.isNaN(decision) ? List.of(condition) : List.of(condition, decision != 0 ? then : otherwise);
    }

    @Override
    public Node withParts(List<? extends Term> parts) {
        return new Choose((Node) parts.get(0), (Node) parts.get(1), (Node) parts.get(2));
    }

    /** That of the branch: where the condition changes, a function may have none, and this has that of one side. */
    @Override
    public Node differentiated(Variable variable) {
        return of(condition, then.derivative(variable), otherwise.derivative(variable));
    }

    /** Without a question where the answer makes no difference. */
    static Node of(Node condition, Node then, Node otherwise) {
        return then.equals(otherwise) ? then : new Choose(condition, then, otherwise);
    }
}
