package io.gradsheet.expression;

import io.gradsheet.expression.Matrix.Cells;
import io.gradsheet.expression.Node.Add;
import io.gradsheet.expression.Node.Constant;
import io.gradsheet.expression.Node.Divide;
import io.gradsheet.expression.Node.Multiply;
import io.gradsheet.expression.Node.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One number of many. Cells of an array that hold no number are passed over; a number that stands by itself has to have a value. */
record Aggregate(Kind kind, List<Term> parts) implements Node {
    /** Which number; the names are those of the functions. */
    enum Kind {
        SUM,
        SUMSQ,
        AVERAGE,
        MIN,
        MAX,
        COUNT;

        static Optional<Kind> named(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    Aggregate {
        parts = List.copyOf(parts);
    }

    @Override
    public double value(Point point) {
        var tally = new Tally();
        for (var part : parts) {
            if (!add(part, point, tally)) {
                return Double.NaN;
            }
        }
        return Node.finite(tally.result(kind));
    }

    private static boolean add(Term part, Point point, Tally tally) {
        if (part instanceof Node node) {
            return tally.add(node.value(point));
        }
        var matrix = (Matrix) part;
        for (var row = 1; row <= matrix.rows(); row++) {
            for (var column = 1; column <= matrix.columns(); column++) {
                var added = tally.add(matrix.element(row, column).value(point));
                if (!added && !(matrix instanceof Cells)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What is known of the numbers so far. */
    private static final class Tally {
        private int count;
        private double sum;
        private double squares;
        private double least = Double.POSITIVE_INFINITY;
        private double greatest = Double.NEGATIVE_INFINITY;

        boolean add(double number) {
            if (Double.isNaN(number)) {
                return false;
            }
            count++;
            sum += number;
            squares += number * number;
            least = Math.min(least, number);
            greatest = Math.max(greatest, number);
            return true;
        }

        /** Of no numbers at all, programs have no average, and 0 for the rest. */
        double result(Kind kind) {
            return switch (kind) {
                case SUM -> sum;
                case SUMSQ -> squares;
                case AVERAGE -> sum / count;
                case MIN -> count == 0 ? 0 : least;
                case MAX -> count == 0 ? 0 : greatest;
                case COUNT -> count;
            };
        }
    }

    /** All the numbers there are, gaps among them. */
    @Override
    public List<Node> operands() {
        var operands = new ArrayList<Node>();
        for (var part : parts) {
            if (part instanceof Node node) {
                operands.add(node);
            } else {
                operands.addAll(((Matrix) part).elements());
            }
        }
        return operands;
    }

    /** Those that have to have a value. */
    @Override
    public List<Node> operandsAt(Point point) {
        return new Aggregate(
                        kind,
                        parts.stream().filter(part -> !(part instanceof Cells)).toList())
                .operands();
    }

    @Override
    public Node withParts(List<? extends Term> changed) {
        return new Aggregate(kind, List.copyOf(changed));
    }

    /** Term by term. Where the least or the greatest changes from one to the next, that of the first of them is taken. */
    @Override
    public Node differentiated(Variable variable) {
        return switch (kind) {
            case SUM -> sum(derivatives(variable));
            case SUMSQ ->
                sum(operands().stream()
                        .filter(operand -> operand.dependsOn(variable))
                        .map(operand ->
                                (Node) new Multiply(Constant.TWO, new Multiply(operand, operand.derivative(variable))))
                        .toList());
            case AVERAGE -> new Divide(sum(derivatives(variable)), new Aggregate(Kind.COUNT, parts));
            case MIN -> extreme(Comparison.BELOW, variable);
            case MAX -> extreme(Comparison.ABOVE, variable);
            case COUNT -> Constant.ZERO;
        };
    }

    private List<Node> derivatives(Variable variable) {
        return operands().stream()
                .filter(operand -> operand.dependsOn(variable))
                .map(operand -> operand.derivative(variable))
                .toList();
    }

    private static Node sum(List<Node> terms) {
        return terms.stream().reduce(Add::new).orElse(Constant.ZERO);
    }

    private Node extreme(Comparison comparison, Variable variable) {
        var operands = operands();
        var slope = operands.get(0).derivative(variable);
        for (var i = 1; i < operands.size(); i++) {
            var before = operands.subList(0, i);
            var best = i == 1 ? before.get(0) : new Aggregate(kind, List.copyOf(before));
            var next = operands.get(i);
            slope = Choose.of(new Compare(comparison, next, best), next.derivative(variable), slope);
        }
        return slope;
    }
}
