package io.gradsheet.expression;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How much of a value hangs on the last bits of its parts. Programs differ there: their mathematical libraries round
 * differently, Gnumeric may reckon with longer numbers than Java, and LibreOffice takes a difference of nearly equal numbers for 0. Where
 * a difference cancels, that is all that is left of the number, and no two programs need agree.
 *
 * <p>The same tree is computed several times with the result of every operation off by a few bits, at random (the method is known as
 * CESTAC). What such computations do not agree on, engines are not asked to agree on.
 */
final class RoundOff {
    private static final int COMPUTATIONS = 12;

    /** Eight units in the last place: as much as a program's worst function is off, and more than its operations are. */
    private static final double NOISE = 0x1p-49;

    /** Apache POI takes them from powers of e, whose last digits it does not have, and SINH from a difference of two. */
    private static final double HYPERBOLIC_NOISE = 0x1p-44;

    private final Random random;

    RoundOff(long seed) {
        random = new Random(seed);
    }

    /** Whether computations that round differently agree to well within {@code tolerance} · max(1, |value|). */
    boolean spares(Node node, double[] point, double tolerance) {
        var values = IntStream.range(0, COMPUTATIONS)
                .mapToDouble(i -> noisy(node, point))
                .toArray();
        var spread = DoubleStream.of(values).max().orElseThrow()
                - DoubleStream.of(values).min().orElseThrow();
        // Not a number is not below the limit either.
        return spread <= tolerance / 2 * Math.max(1, Math.abs(values[0]));
    }

    private double noisy(Node node, double[] point) {
        var operands = node.operands().stream()
                .mapToDouble(operand -> noisy(operand, point))
                .toArray();
        if (node instanceof Node.Pi) {
            // Longer numbers have more digits of it.
            return Math.PI + draw(NOISE * Math.PI);
        }
        if (operands.length == 0) {
            // What is written down is the same number everywhere.
            return node.value(point);
        }
        var value = operation(node).value(operands);
        return value
                + draw(isHyperbolic(node) ? HYPERBOLIC_NOISE * Math.max(1, Math.abs(value)) : NOISE * Math.abs(value));
    }

    private double draw(double most) {
        return most * (2 * random.nextDouble() - 1);
    }

    private static boolean isHyperbolic(Node node) {
        return node instanceof Node.Call call
                && (call.function() == Function.SINH
                        || call.function() == Function.COSH
                        || call.function() == Function.TANH);
    }

    /** The topmost operation alone, of the coordinates of a point. */
    private static Node operation(Node node) {
        return node.withParts(IntStream.range(0, node.operands().size())
                .mapToObj(i -> new Node.Variable("operand " + i, i))
                .toList());
    }
}
