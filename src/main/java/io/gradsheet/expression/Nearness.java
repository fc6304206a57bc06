package io.gradsheet.expression;

import io.gradsheet.expression.Node.Add;
import io.gradsheet.expression.Node.Negate;
import io.gradsheet.expression.Node.Subtract;

/**
 * Where programs jump apart. Excel, LibreOffice and Apache POI take numbers that agree in about 15 digits for equal, each by a rule of
 * its own, and Gnumeric takes none; a difference that small is rounding in the first place. So a question that hangs on it has no
 * answer here.
 */
final class Nearness {
    /** LibreOffice joins numbers up to 2^-48 of their size, Apache POI up to about 1e-15 of it. */
    private static final double NEAR = 0x1p-46;

    private Nearness() {}

    /** Whether a difference says nothing between numbers of that size; none at all says that they are equal. */
    static boolean isBlurred(double difference, double size) {
        return difference != 0 && Math.abs(difference) <= NEAR * size;
    }

    /** The largest of the terms that a value is the sum of: as a part of it, rounding errors are small. */
    static double size(Node node, Point point) {
        if (node instanceof Add || node instanceof Subtract || node instanceof Negate) {
            var size = 0.0;
            for (var operand : node.operands()) {
                size = Math.max(size, size(operand, point));
            }
            return size;
        }
        return Math.abs(node.value(point));
    }
}
