package io.gradsheet.expression;

import io.gradsheet.expression.Node.Variable;
import java.util.List;

/** A cell that holds one of several texts; its value is the place of that text among them, from 0. It is no number to count with. */
record Choice(Variable variable, List<String> options) implements Node {
    @Override
    public double value(Point point) {
        return variable.value(point);
    }

    @Override
    public List<Node> operands() {
        return List.of(variable);
    }

    @Override
    public Node withParts(List<? extends Term> parts) {
        return this;
    }

    @Override
    public Node differentiated(Variable by) {
        throw new IllegalStateException("a text has no derivative");
    }
}
