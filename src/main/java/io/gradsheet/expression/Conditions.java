package io.gradsheet.expression;

import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.INT;
import static io.gradsheet.sheet.Function.MAX;
import static io.gradsheet.sheet.Function.MIN;
import static io.gradsheet.sheet.Function.OR;

import io.gradsheet.expression.Node.Call;
import io.gradsheet.expression.Node.Power;
import io.gradsheet.sheet.Formula;
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
    private final Set<Formula> conditions = new LinkedHashSet<>();

    private Conditions(Naming naming) {
        this.naming = naming;
    }

    /** Conditions, each once, in the order in which their powers are written. */
    static List<Formula> of(Node root, Naming naming) {
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
            conditions.add(MAX.of(x).isGreater(MIN.of(x)));
        } else if (node instanceof Call call
                && call.function() == Function.EXP
                && !call.argument().isConstant()) {
            conditions.add(written(call.argument()).isAtMost(Function.LARGEST_EXPONENT));
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
        of(choose.then(), naming).forEach(then -> conditions.add(IF.of(condition, then, Formula.truth(true))));
        of(choose.otherwise(), naming).forEach(other -> conditions.add(IF.of(condition, Formula.truth(true), other)));
    }

    /** Programs cut an index off at its point, and take the whole row or column where it is 0. */
    private void collect(Lookup lookup) {
        var cells = lookup.cells();
        for (var index : List.of(lookup.row(), lookup.column())) {
            if (!index.isConstant()) {
                collectWhole(index);
                var number = written(index);
                conditions.add(cells.size() == 1 ? number.isEqualTo(1) : number.isAtLeast(1));
            }
        }
    }

    private void collectWhole(Node node) {
        if (!node.isConstant()) {
            conditions.add(isWhole(written(node)));
        }
    }

    private Optional<Formula> of(Power power) {
        if (power.exponent().isConstant()) {
            return ofFixedExponent(power.base(), power.exponent().value(Point.ANYWHERE));
        }
        var base = written(power.base());
        var exponent = written(power.exponent());
        var positive = exponent.isGreater(0);
        var whole = isWhole(exponent);
        if (!power.base().isConstant()) {
            return Optional.of(IF.of(base.isEqualTo(0), positive, OR.of(base.isGreater(0), whole)));
        }
        var number = power.base().value(Point.ANYWHERE);
        if (number == 0) {
            return Optional.of(positive);
        }
        return number < 0 ? Optional.of(whole) : Optional.empty();
    }

    private Optional<Formula> ofFixedExponent(Node base, double exponent) {
        if (exponent == 0) {
            var always = base.isConstant() && base.value(Point.ANYWHERE) != 0;
            return always ? Optional.empty() : Optional.of(written(base).isNot(0));
        }
        var whole = exponent == Math.rint(exponent);
        var always = whole || (base.isConstant() && base.value(Point.ANYWHERE) >= 0);
        return always ? Optional.empty() : Optional.of(written(base).isAtLeast(0));
    }

    private static Formula isWhole(Formula number) {
        return INT.of(number).isEqualTo(number);
    }

    private Formula written(Node node) {
        return FormulaTree.of(node, naming);
    }
}
