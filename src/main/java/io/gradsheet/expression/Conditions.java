package io.gradsheet.expression;

import io.gradsheet.expression.Node.Call;
import io.gradsheet.expression.Node.Power;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a sheet has to ask about the powers of a tree, because programs differ: LibreOffice takes odd roots of negative numbers and
 * gives 1 for 0^0, where Excel shows an error; Gnumeric has EXP of numbers for which the others show one. What every program refuses,
 * such as 0^-1, needs no condition.
 */
final class Conditions {
    private final Naming naming;
    private final Set<String> conditions = new LinkedHashSet<>();

    private Conditions(Naming naming) {
        this.naming = naming;
    }

    /** Conditions, each once, in the order in which their powers are written. */
    static List<String> of(Node root, Naming naming) {
        var conditions = new Conditions(naming);
        conditions.collect(root);
        return List.copyOf(conditions.conditions);
    }

    private void collect(Node node) {
        if (node instanceof Choose choose) {
            collect(choose);
            return;
        }
        node.parts().forEach(this::collectPart);
        if (node instanceof Power power) {
            of(power).ifPresent(conditions::add);
        } else if (node instanceof Lookup lookup) {
            collect(lookup);
        } else if (node instanceof LineFit fit) {
            var x = naming.of(fit.x());
            conditions.add("MAX(" + x + ")>MIN(" + x + ")");
        } else if (node instanceof Call call
                && call.function() == Function.EXP
                && !call.argument().isConstant()) {
            conditions.add(written(call.argument()) + "<=" + Function.LARGEST_EXPONENT);
        } else if (node instanceof CallOfTwo call && call.function() == CallOfTwo.Function.ROUND) {
            collectWhole(call.second());
        }
    }

    private void collectPart(Term part) {
        if (part instanceof Node node) {
            collect(node);
        } else if (part instanceof Matrix.Elements elements) {
            elements.elements().forEach(this::collect);
        }
    }

    /** What a branch asks for has to hold where it is taken. */
    private void collect(Choose choose) {
        collect(choose.condition());
        var condition = written(choose.condition());
        of(choose.then(), naming).forEach(then -> conditions.add("IF(" + condition + "," + then + ",TRUE)"));
        of(choose.otherwise(), naming).forEach(other -> conditions.add("IF(" + condition + ",TRUE," + other + ")"));
    }

    /** Programs cut an index off at its point, and take the whole row or column where it is 0. */
    private void collect(Lookup lookup) {
        var cells = lookup.cells();
        for (var index : List.of(lookup.row(), lookup.column())) {
            if (!index.isConstant()) {
                collectWhole(index);
                conditions.add(written(index) + (cells.size() == 1 ? "=1" : ">=1"));
            }
        }
    }

    private void collectWhole(Node node) {
        if (!node.isConstant()) {
            var number = written(node);
            conditions.add("INT(" + number + ")=" + number);
        }
    }

    private Optional<String> of(Power power) {
        if (power.exponent().isConstant()) {
            return ofFixedExponent(power.base(), power.exponent().value(Point.ANYWHERE));
        }
        var base = written(power.base());
        var exponent = written(power.exponent());
        var positive = exponent + ">0";
        var whole = "INT(" + exponent + ")=" + exponent;
        if (!power.base().isConstant()) {
            return Optional.of("IF(" + base + "=0," + positive + ",OR(" + base + ">0," + whole + "))");
        }
        var number = power.base().value(Point.ANYWHERE);
        if (number == 0) {
            return Optional.of(positive);
        }
        return number < 0 ? Optional.of(whole) : Optional.empty();
    }

    private Optional<String> ofFixedExponent(Node base, double exponent) {
        if (exponent == 0) {
            return unlessAlways(base, base.isConstant() && base.value(Point.ANYWHERE) != 0, "<>0");
        }
        var whole = exponent == Math.rint(exponent);
        return whole
                ? Optional.empty()
                : unlessAlways(base, base.isConstant() && base.value(Point.ANYWHERE) >= 0, ">=0");
    }

    private Optional<String> unlessAlways(Node base, boolean always, String comparison) {
        return always ? Optional.empty() : Optional.of(written(base) + comparison);
    }

    private String written(Node node) {
        return FormulaWriter.write(node, naming).text();
    }
}
