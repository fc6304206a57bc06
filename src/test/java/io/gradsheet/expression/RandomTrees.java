package io.gradsheet.expression;

import io.gradsheet.expression.Connected.Connective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** Trees with at most so many operators above one another, each of which has a derivative. */
    static Arbitrary<Node> ofDepth(int depth) {
        if (depth == 0) {
            return LEAVES;
        }
        var smaller = Arbitraries.lazy(() -> ofDepth(depth - 1));
        return Arbitraries.oneOf(smooth(smaller));
    }

    /** Trees with at most so many operators above one another, among them those that jump. */
    static Arbitrary<Node> jumpingOfDepth(int depth) {
        if (depth == 0) {
            return LEAVES;
        }
        var smaller = Arbitraries.lazy(() -> jumpingOfDepth(depth - 1));
        var choices = smooth(smaller);
        choices.add(Combinators.combine(Arbitraries.of(Function.SIGN, Function.INT), smaller)
                .as(Node.Call::new));
        choices.add(Combinators.combine(Arbitraries.of(CallOfTwo.Function.values()), smaller, LEAVES)
                .as(CallOfTwo::new));
        choices.add(Combinators.combine(
                        Arbitraries.of(Aggregate.Kind.values()),
                        smaller.list().ofMinSize(1).ofMaxSize(3))
                .as((kind, numbers) -> new Aggregate(kind, List.copyOf(numbers))));
        return Arbitraries.oneOf(choices);
    }

    private static List<Arbitrary<Node>> smooth(Arbitrary<Node> smaller) {
        var pairs = Combinators.combine(smaller, smaller);
        var functions = Arrays.stream(Function.values())
                .filter(function -> !function.jumps())
                .toList();
        return new ArrayList<>(List.of(
                LEAVES,
                smaller.map(Node::minus),
                pairs.as(Node.Add::new),
                pairs.as(Node.Subtract::new),
                pairs.as(Node.Multiply::new),
                pairs.as(Node.Divide::new),
                pairs.as(Node.Power::new),
                Combinators.combine(Arbitraries.of(functions), smaller).as(Node.Call::new),
                Combinators.combine(conditions(smaller), smaller, smaller).as(Choose::new),
                Combinators.combine(Arbitraries.of(Aggregate.Kind.MIN, Aggregate.Kind.MAX), smaller, smaller)
                        .as((kind, one, other) -> new Aggregate(kind, List.of(one, other)))));
    }

    private static Arbitrary<Node> conditions(Arbitrary<Node> numbers) {
        Arbitrary<Node> comparisons = Combinators.combine(Arbitraries.of(Comparison.values()), numbers, numbers)
                .as(Compare::new);
        return Arbitraries.oneOf(
                comparisons,
                Combinators.combine(comparisons, comparisons)
                        .as((one, other) -> new Compare(Comparison.EQUAL, one, other)),
                Combinators.combine(Arbitraries.of(Connective.AND, Connective.OR), comparisons, comparisons)
                        .as((connective, one, other) -> new Connected(connective, List.of(one, other))),
                comparisons.map(condition -> new Connected(Connective.NOT, List.of(condition))));
    }
}
