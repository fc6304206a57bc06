package io.gradsheet.expression;

import java.util.List;

/** Conditions joined into one. As in a spreadsheet all of them have to have a value, even where some would decide. */
record Connected(Connective connective, List<Node> operands) implements Truths {
    /** How conditions are joined; the names are those of the functions. */
    enum Connective {
        AND,
        OR,
        NOT
    }

    Connected {
        operands = List.copyOf(operands);
    }

    @Override
    public double value(Point point) {
        var all = true;
        var any = false;
        for (var operand : operands) {
            var value = operand.value(point);
            if (Double.isNaN(value)) {
                return value;
            }
            all &= value != 0;
            any |= value != 0;
        }
        var holds = switch (connective) {
            case AND -> all;
            case OR -> any;
            case NOT -> !any;
        };
        return holds ? 1 : 0;
    }

    @Override
    public Node withParts(List<? extends Term> parts) {
        return new Connected(connective, parts.stream().map(Node.class::cast).toList());
    }
}
