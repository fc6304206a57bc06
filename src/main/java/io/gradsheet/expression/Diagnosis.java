package io.gradsheet.expression;

import io.gradsheet.expression.Node.Call;
import io.gradsheet.expression.Node.Constant;
import io.gradsheet.expression.Node.Divide;
import io.gradsheet.expression.Node.Pi;
import io.gradsheet.expression.Node.Power;
import io.gradsheet.expression.Node.Variable;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Finds out why a tree has no value at a point, and says it. */
final class Diagnosis {
    private static final int MOST_SHOWN = 60;

    private final double[] point;

    Diagnosis(double[] point) {
        this.point = point;
    }

    /** The first node without a value whose operands all have one. */
    Node culprit(Node node) {
        for (var operand : node.operands()) {
            if (Double.isNaN(operand.value(point))) {
                return culprit(operand);
            }
        }
        return node;
    }

    /** Why the culprit has no value. */
    String reason(Node culprit) {
        if (culprit instanceof Variable variable) {
            return "%s is %s, which a spreadsheet cannot hold".formatted(variable.name(), point[variable.index()]);
        }
        if (culprit instanceof Divide divide && divide.right().value(point) == 0) {
            return valuesOf(List.of(divide.right())) + "a quotient needs a divisor other than 0";
        }
        if (culprit instanceof Power power) {
            return powerReason(power);
        }
        if (culprit instanceof Call call
                && !call.function().accepts(call.argument().value(point))) {
            return valuesOf(call.operands()) + call.function() + " needs "
                    + call.function().needs();
        }
        return tooLarge(culprit);
    }

    private String powerReason(Power power) {
        var base = power.base().value(point);
        var exponent = power.exponent().value(point);
        if (base == 0 && exponent == 0) {
            return valuesOf(power.operands()) + "0^0 has no value";
        }
        if (base == 0 && exponent < 0) {
            return valuesOf(power.operands()) + "0 has no negative power";
        }
        if (base < 0 && exponent != Math.rint(exponent)) {
            return valuesOf(power.operands()) + "a negative base needs a whole exponent";
        }
        return tooLarge(power);
    }

    private String tooLarge(Node culprit) {
        return valuesOf(culprit.operands()) + "the result is too large for a spreadsheet";
    }

    /** A clause such as {@code "x is 0, and "} for every operand but a number, which says itself what it is. */
    String valuesOf(List<Node> operands) {
        return operands.stream()
                .filter(operand -> !(operand instanceof Constant) && !(operand instanceof Pi))
                .distinct()
                .map(operand -> "%s is %s, and ".formatted(shown(operand), FormulaWriter.number(operand.value(point))))
                .collect(Collectors.joining());
    }

    /** A node as it is written, cut where it would fill the sentence. */
    static String shown(Node node) {
        var text = FormulaWriter.write(node, UnaryOperator.identity()).text();
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }
}
