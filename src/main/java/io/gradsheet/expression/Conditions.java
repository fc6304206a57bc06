package io.gradsheet.expression;

import io.gradsheet.expression.Node.Power;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a sheet has to ask about the powers of a tree, because programs differ: LibreOffice takes odd roots of negative numbers and
 * gives 1 for 0^0, where Excel shows an error. What every program refuses, such as 0^-1, needs no condition.
 */
final class Conditions {
    /** A node without variables has the same value at every point. */
    private static final double[] ANYWHERE = {};

    private final UnaryOperator<String> cellOf;
    private final Set<String> conditions = new LinkedHashSet<>();

    private Conditions(UnaryOperator<String> cellOf) {
        this.cellOf = cellOf;
    }

    /** Conditions, each once, in the order in which their powers are written. */
    static List<String> of(Node root, UnaryOperator<String> cellOf) {
        var conditions = new Conditions(cellOf);
        conditions.collect(root);
        return List.copyOf(conditions.conditions);
    }

    private void collect(Node node) {
        node.operands().forEach(this::collect);
        if (node instanceof Power power) {
            of(power).ifPresent(conditions::add);
        }
    }

    private Optional<String> of(Power power) {
        if (power.exponent().isConstant()) {
            return ofFixedExponent(power.base(), power.exponent().value(ANYWHERE));
        }
        var base = written(power.base());
        var exponent = written(power.exponent());
        var positive = exponent + ">0";
        var whole = "INT(" + exponent + ")=" + exponent;
        if (!power.base().isConstant()) {
            return Optional.of("IF(" + base + "=0," + positive + ",OR(" + base + ">0," + whole + "))");
        }
        var number = power.base().value(ANYWHERE);
        if (number == 0) {
            return Optional.of(positive);
        }
        return number < 0 ? Optional.of(whole) : Optional.empty();
    }

    private Optional<String> ofFixedExponent(Node base, double exponent) {
        if (exponent == 0) {
            return unlessAlways(base, base.isConstant() && base.value(ANYWHERE) != 0, "<>0");
        }
        var whole = exponent == Math.rint(exponent);
        return whole ? Optional.empty() : unlessAlways(base, base.isConstant() && base.value(ANYWHERE) >= 0, ">=0");
    }

    private Optional<String> unlessAlways(Node base, boolean always, String comparison) {
        return always ? Optional.empty() : Optional.of(written(base) + comparison);
    }

    private String written(Node node) {
        return FormulaWriter.write(node, cellOf).text();
    }
}
