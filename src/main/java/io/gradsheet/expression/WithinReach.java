package io.gradsheet.expression;

import io.gradsheet.expression.Aggregate.Kind;
import io.gradsheet.expression.Node.Call;
import io.gradsheet.expression.Node.Constant;
import java.util.List;

/**
 * A tree with the arguments of TANH kept within ±700, where it is ±1 to the last digit: Apache POI computes TANH from EXP, and has an
 * error beyond.
 */
final class WithinReach {
    private static final double FAR = 700;

    private WithinReach() {}

    static Node of(Node node) {
        var parts = node.parts().stream().map(WithinReach::part).toList();
        var changed = parts.equals(node.parts()) ? node : node.withParts(parts);
        return changed instanceof Call call && call.function() == Function.TANH
                ? new Call(Function.TANH, kept(call.argument()))
                : changed;
    }

    private static Term part(Term part) {
        return part instanceof Node node ? of(node) : part;
    }

    private static Node kept(Node argument) {
        var below = new Aggregate(Kind.MIN, List.of(new Constant(FAR), argument));
        return new Aggregate(Kind.MAX, List.of(new Constant(-FAR), below));
    }
}
