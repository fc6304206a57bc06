package io.gradsheet.expression;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Trees of x and y with every operator, function and kind of number. */
final class RandomTrees {
    private static final Arbitrary<Node> LEAVES = Arbitraries.oneOf(
            Arbitraries.of(new Node.Variable("x", 0), new Node.Variable("y", 1)),
            Arbitraries.integers().between(-4, 4).map(Node.Constant::new),
            Arbitraries.of(0.5, 0.1, 1e-3, 2.5, -0.25).map(Node.Constant::new),
            Arbitraries.just(new Node.Pi()));

    private RandomTrees() {}

    /** Trees with at most so many operators above one another. */
    static Arbitrary<Node> ofDepth(int depth) {
        if (depth == 0) {
            return LEAVES;
        }
        var smaller = Arbitraries.lazy(() -> ofDepth(depth - 1));
        var pairs = Combinators.combine(smaller, smaller);
        return Arbitraries.oneOf(
                LEAVES,
                smaller.map(Node::minus),
                pairs.as(Node.Add::new),
                pairs.as(Node.Subtract::new),
                pairs.as(Node.Multiply::new),
                pairs.as(Node.Divide::new),
                pairs.as(Node.Power::new),
                Combinators.combine(Arbitraries.of(Function.values()), smaller).as(Node.Call::new));
    }
}
