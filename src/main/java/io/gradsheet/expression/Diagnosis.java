package io.gradsheet.expression;

import io.gradsheet.expression.Node.Call;
import io.gradsheet.expression.Node.Constant;
import io.gradsheet.expression.Node.Divide;
import io.gradsheet.expression.Node.Pi;
import io.gradsheet.expression.Node.Power;
import io.gradsheet.expression.Node.Variable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds out why a tree has no value at a point, and says it. */
final class Diagnosis {
    private static final int MOST_SHOWN = 60;
    private static final String TOO_LARGE = "the result is too large for a spreadsheet";

    private final Point point;
    private final Columns columns;

    Diagnosis(Point point, Columns columns) {
        this.point = point;
        this.columns = columns;
    }

    /** The first node without a value whose operands all have one. */
    Culprit culprit(Node root) {
        return culprit(Culprit.whole(root, columns));
    }

    private Culprit culprit(Culprit whole) {
        for (var operand : whole.node().operandsAt(point)) {
            if (Double.isNaN(operand.value(point))) {
                return culprit(whole.narrowed(operand, columns));
            }
        }
        return whole;
    }

    /** Why the culprit has no value. */
    String reason(Node culprit) {
        if (culprit instanceof Variable variable) {
            return outOfCell(variable);
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
        return jumpReason(culprit).orElseGet(() -> tooLarge(culprit));
    }

    /** Why there is no value beside a jump, or of what is computed from many. */
    private Optional<String> jumpReason(Node culprit) {
        if (culprit instanceof Compare) {
            return Optional.of(valuesOf(culprit.operands())
                    + "programs do not agree which of numbers that near is greater: round them first");
        } else if (culprit instanceof Call call && call.function().jumps()) {
            return Optional.of(valuesOf(culprit.operands())
                    + "programs do not agree about a number that near to a jump of %s: round it first"
                            .formatted(call.function()));
        } else if (culprit instanceof CallOfTwo call) {
            return Optional.of(valuesOf(culprit.operands()) + call.needs(point));
        } else if (culprit instanceof Lookup lookup) {
            return Optional.of(valuesOf(culprit.operands()) + lookup.needs(point));
        } else if (culprit instanceof CountIfs) {
            return Optional.of(valuesOf(culprit.operands())
                    + "programs do not agree whether to count a number that near: round them first");
        } else if (culprit instanceof Aggregate aggregate) {
            var none = aggregate.kind() == Aggregate.Kind.AVERAGE
                    && new Aggregate(Aggregate.Kind.COUNT, aggregate.parts()).value(point) == 0;
            return Optional.of(none ? "there are no numbers to take the average of" : TOO_LARGE);
        } else if (culprit instanceof LineFit fit) {
            return Optional.of(fit.needs(point));
        } else if (culprit instanceof InverseElement) {
            return Optional.of("there is no inverse, because a row follows from the others but for rounding");
        }
        return culprit instanceof InnerProduct || culprit instanceof ProductElement
                ? Optional.of(TOO_LARGE)
                : Optional.empty();
    }

    private String outOfCell(Variable variable) {
        var number = point.at(variable);
        return variable.isElement() && Double.isNaN(number)
                ? variable.name() + " has no value"
                : "%s is %s, which a spreadsheet cannot hold".formatted(variable.name(), number);
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
        return vanishes(power)
                ? valuesOf(power.operands()) + "the result is too small for a spreadsheet"
                : tooLarge(power);
    }

    /** Whether a node is a power that has no value because that would be nearer to 0 than a spreadsheet can calculate. */
    boolean vanishes(Node culprit) {
        return culprit instanceof Power power
                && power.base().value(point) != 0
                && Math.abs(Math.pow(power.base().value(point), power.exponent().value(point))) < Double.MIN_NORMAL;
    }

    /** Whether a node without a value has one in some programs, or another in each: it lies beside a jump, or too near to 0. */
    boolean isDisputed(Node culprit) {
        return culprit instanceof Compare
                || culprit instanceof CountIfs
                || (culprit instanceof Call call && call.function().jumps())
                || (culprit instanceof CallOfTwo call && call.isBesideAJump(point))
                || vanishes(culprit);
    }

    private String tooLarge(Node culprit) {
        return valuesOf(culprit.operands()) + TOO_LARGE;
    }

    /** A clause such as {@code "x is 0, and "} for every operand but a number, which says itself what it is. */
    String valuesOf(List<Node> operands) {
        return operands.stream()
                .filter(operand -> !(operand instanceof Constant) && !(operand instanceof Pi))
                .distinct()
                .map(operand -> "%s is %s, and ".formatted(shown(operand), FormulaTree.shown(operand.value(point))))
                .collect(Collectors.joining());
    }

    /** A node as it is written, cut where it would fill the sentence. */
    static String shown(Node node) {
        var text = FormulaTree.shown(node);
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }
}
