package io.gradsheet.classroom;

import static io.gradsheet.sheet.Formula.number;

import io.gradsheet.lesson.frame.Slip.Kind;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Formula.Call;
import io.gradsheet.sheet.Formula.Negative;
import io.gradsheet.sheet.Formula.Operation;
import io.gradsheet.sheet.Formula.Operator;
import io.gradsheet.sheet.Function;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Reference;
import io.gradsheet.sheet.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The usual mistakes that show in the right formula of a cell, whatever the lesson: each is the formula of who makes it. */
public final class FormulaSlips {
    private static final Formula HALF_TURN = number(180);

    /** A mistake, and the formula that makes it, for the place of the right one. */
    public record Variant(Kind kind, Formula formula) {}

    /** A term of a sum, and whether it is taken off. */
    private record Term(Formula formula, boolean isTaken) {
        Term turned() {
            return new Term(formula, !isTaken);
        }
    }

    private final Formula right;
    private final List<Variant> variants = new ArrayList<>();

    private FormulaSlips(Formula right) {
        this.right = right;
    }

    /** The mistakes in a cell, the most usual first. */
    public static List<Variant> of(Blank blank) {
        var slips = new FormulaSlips(blank.answer().formula().placed());
        slips.look(blank.answer().role());
        slips.addRows(blank.place());
        return slips.variants;
    }

    private void look(Role role) {
        if (role == Role.WEIGHTED_INPUT) {
            addBias();
        }
        addSigmoid();
        if (role == Role.COST) {
            halved(right).ifPresent(sum -> add(Kind.HALF_FORGOTTEN, sum));
        }
        replace(Kind.ANGLE_IN_DEGREES, FormulaSlips::inDegrees);
        replace(Kind.ROOT_FORGOTTEN, part -> inside(part, Function.SQRT));
        replace(Kind.SQUARE_FORGOTTEN, FormulaSlips::base);
        replace(Kind.SQUARE_FORGOTTEN, part -> renamed(part, Function.SUMSQ, Function.SUM));
        replace(Kind.SUM_INSTEAD_OF_MEAN, part -> renamed(part, Function.AVERAGE, Function.SUM));
        replace(Kind.MEAN_INSTEAD_OF_SUM, part -> renamed(part, Function.SUM, Function.AVERAGE));
        addTerms();
    }

    private void add(Kind kind, Formula formula) {
        variants.add(new Variant(kind, formula));
    }

    private void replace(Kind kind, UnaryOperator<Formula> change) {
        var changed = right.replaced(change);
        if (!changed.equals(right)) {
            add(kind, changed);
        }
    }

    // Parts of formulas -----------------------------------------------------------------------------------------------

    private static Optional<Operation> operation(Formula formula, Operator operator) {
        return formula instanceof Operation operation && operation.operator() == operator
                ? Optional.of(operation)
                : Optional.empty();
    }

    /** The only argument of a function. */
    private static Optional<Formula> argument(Formula formula, Function function) {
        return formula instanceof Call call
                        && call.function() == function
                        && call.arguments().size() == 1
                ? Optional.of(call.arguments().get(0))
                : Optional.empty();
    }

    private static Optional<Formula> halved(Formula formula) {
        return operation(formula, Operator.OVER)
                .filter(quotient -> quotient.right().equals(number(2)))
                .map(Operation::left);
    }

    /** Of x·π/180, x. */
    private static Formula inDegrees(Formula formula) {
        return operation(formula, Operator.OVER)
                .filter(quotient -> quotient.right().equals(HALF_TURN))
                .flatMap(quotient -> operation(quotient.left(), Operator.TIMES))
                .filter(product -> product.right().equals(Function.PI.of()))
                .map(Operation::left)
                .orElse(formula);
    }

    private static Formula inside(Formula formula, Function function) {
        return argument(formula, function).orElse(formula);
    }

    /** Of a square, what is squared. */
    private static Formula base(Formula formula) {
        return operation(formula, Operator.POWER)
                .filter(power -> power.right().equals(number(2)))
                .map(Operation::left)
                .orElse(formula);
    }

    private static Formula renamed(Formula formula, Function from, Function to) {
        return formula instanceof Call call && call.function() == from ? to.of(call.arguments()) : formula;
    }

    // Mistakes --------------------------------------------------------------------------------------------------------

    private void addBias() {
        operation(right, Operator.PLUS).ifPresent(sum -> {
            if (isCell(sum.right())) {
                add(Kind.BIAS_FORGOTTEN, sum.left());
                add(Kind.BIAS_SUBTRACTED, sum.left().minus(sum.right()));
            } else if (isCell(sum.left())) {
                add(Kind.BIAS_FORGOTTEN, sum.right());
                add(Kind.BIAS_SUBTRACTED, sum.left().negative().plus(sum.right()));
            }
        });
    }

    private static boolean isCell(Formula formula) {
        return formula instanceof Reference cells
                && cells.range().rows() * cells.range().columns() == 1;
    }

    private void addSigmoid() {
        operation(right, Operator.OVER)
                .filter(quotient -> quotient.left().equals(number(1)))
                .flatMap(quotient -> operation(quotient.right(), Operator.PLUS))
                .filter(sum -> sum.left().equals(number(1)))
                .flatMap(sum -> argument(sum.right(), Function.EXP))
                .filter(Negative.class::isInstance)
                .map(exponent -> unguarded(((Negative) exponent).operand()))
                .ifPresent(z -> {
                    add(Kind.ACTIVATION_FORGOTTEN, z);
                    add(Kind.SIGN_IN_EXPONENT, number(1).over(number(1).plus(Function.EXP.of(z))));
                    add(Kind.DERIVATIVE_INSTEAD, right.times(number(1).minus(right)));
                    add(Kind.OTHER_ACTIVATION, Function.TANH.of(z));
                });
    }

    /** z where it is kept from numbers whose exponential no program has. */
    private static Formula unguarded(Formula z) {
        return z instanceof Call call
                        && call.function() == Function.MAX
                        && call.arguments().size() == 2
                        && call.arguments().get(1) instanceof Formula.Constant
                ? call.arguments().get(0)
                : z;
    }

    private void addTerms() {
        argument(right, Function.SUM).filter(Range.class::isInstance).ifPresent(sum -> {
            var cells = (Range) sum;
            for (var end : List.of(cells.first(), cells.last())) {
                add(Kind.TERM_LEFT_OUT, right.minus(end));
                add(Kind.ONE_TERM_ONLY, end);
            }
        });
        var terms = new ArrayList<Term>();
        collectTerms(right, false, terms);
        if (terms.size() > 1) {
            add(Kind.TERM_LEFT_OUT, sum(terms.subList(0, terms.size() - 1)));
            add(Kind.TERM_LEFT_OUT, sum(terms.subList(1, terms.size())));
            terms.forEach(term -> add(Kind.ONE_TERM_ONLY, sum(List.of(term))));
            for (var turned = 0; turned < terms.size(); turned++) {
                var signs = new ArrayList<>(terms);
                signs.set(turned, terms.get(turned).turned());
                add(Kind.SIGN_OF_TERM, sum(signs));
            }
        }
    }

    /** The terms of a sum as they follow one another; the formula itself where it is none. */
    private static void collectTerms(Formula formula, boolean isTaken, List<Term> terms) {
        var plus = operation(formula, Operator.PLUS);
        var minus = operation(formula, Operator.MINUS);
        if (plus.or(() -> minus).isEmpty()) {
            terms.add(new Term(formula, isTaken));
            return;
        }
        var both = plus.or(() -> minus).get();
        collectTerms(both.left(), isTaken, terms);
        terms.add(new Term(both.right(), minus.isPresent()));
    }

    private static Formula sum(List<Term> terms) {
        var first = terms.get(0);
        var sum = first.isTaken() ? first.formula().negative() : first.formula();
        for (var term : terms.subList(1, terms.size())) {
            sum = term.isTaken() ? sum.minus(term.formula()) : sum.plus(term.formula());
        }
        return sum;
    }

    /** What stands a row above or below is read: all that moves with its row, or one of it. */
    private void addRows(Address place) {
        var moving = new ArrayList<Set<Address>>();
        var all = new LinkedHashSet<Address>();
        for (var read : right.references()) {
            var sheet = read.sheet().orElse(place.sheet());
            var cells = new LinkedHashSet<Address>();
            for (var end : ends(read)) {
                if (!end.fixedRow() && end.row() > 0) {
                    cells.add(end.address(sheet));
                }
            }
            if (!cells.isEmpty()) {
                moving.add(cells);
                all.addAll(cells);
            }
        }
        moving.add(0, all);
        for (var cells : new LinkedHashSet<>(moving)) {
            addRows(place, cells, -1);
            addRows(place, cells, 1);
        }
    }

    private void addRows(Address place, Set<Address> cells, int by) {
        if (!cells.isEmpty()) {
            add(
                    Kind.OTHER_ROW,
                    right.withReferences(read -> moved(read, read.sheet().orElse(place.sheet()), cells, by)));
        }
    }

    /** A reference, moved if all of it that moves is among some cells. */
    private static Reference moved(Reference read, String sheet, Set<Address> cells, int by) {
        if (read instanceof Formula.Elsewhere elsewhere) {
            return moved(elsewhere.cells(), sheet, cells, by).on(elsewhere.name());
        }
        var moving = ends(read).stream().filter(end -> !end.fixedRow()).toList();
        // Of a range of one row that is held at one end, nothing can be moved away.
        var canMove = moving.size() == 2 || (moving.size() == 1 && read.range().rows() > 1);
        return canMove && moving.stream().allMatch(end -> cells.contains(end.address(sheet)))
                ? read.filled(by, 0)
                : read;
    }

    private static List<Ref> ends(Reference read) {
        return List.of(read.range().first(), read.range().last());
    }
}
