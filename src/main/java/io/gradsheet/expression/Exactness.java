package io.gradsheet.expression;

import io.gradsheet.expression.Matrix.Cells;
import io.gradsheet.expression.Node.Add;
import io.gradsheet.expression.Node.Call;
import io.gradsheet.expression.Node.Constant;
import io.gradsheet.expression.Node.Multiply;
import io.gradsheet.expression.Node.Negate;
import io.gradsheet.expression.Node.Power;
import io.gradsheet.expression.Node.Subtract;
import io.gradsheet.expression.Node.Variable;
import java.util.function.Function;

/** How far a number is free of rounding, so that every program has the very same: the least exact comes last. */
public enum Exactness {
    /** A whole number, and still one when it is added, subtracted and multiplied. */
    WHOLE,
    /** A number as it was typed, or one of several such: exact, until it is calculated with. */
    GIVEN,
    /** The result of a calculation, whose last digits every program rounds in its own way. */
    ROUNDED;

    /** The less exact of two. */
    public Exactness or(Exactness other) {
        return compareTo(other) < 0 ? other : this;
    }

    /**
     * How exact a term is.
     *
     * @param cells tells it of what is read
     */
    static Exactness of(Term term, Function<Operand, Exactness> cells) {
        if (term instanceof Constant constant) {
            return constant.value() == Math.rint(constant.value()) ? WHOLE : GIVEN;
        } else if (term instanceof Variable variable) {
            return cells.apply(variable.operand());
        } else if (term instanceof Cells array) {
            return cells.apply(array.block());
        } else if (term instanceof Lookup lookup) {
            return cells.apply(lookup.cells().block());
        } else if (term instanceof Truths || term instanceof CountIfs) {
            return WHOLE;
        } else if (term instanceof Choose choose) {
            return of(choose.then(), cells).or(of(choose.otherwise(), cells));
        } else if (term instanceof Choice || term instanceof Negate) {
            return ofParts(term, cells);
        } else if (term instanceof Aggregate aggregate) {
            return switch (aggregate.kind()) {
                case COUNT -> WHOLE;
                case MIN, MAX -> ofParts(term, cells);
                case SUM, SUMSQ -> ofWhole(term, cells);
                case AVERAGE -> ROUNDED;
            };
        } else if (term instanceof Call call) {
            return switch (call.function()) {
                case INT, SIGN -> WHOLE;
                case ABS -> ofParts(term, cells);
                default -> ROUNDED;
            };
        } else if (term instanceof CallOfTwo call) {
            return call.function() == CallOfTwo.Function.ROUND ? GIVEN : ofWhole(term, cells);
        } else if (term instanceof Power power) {
            return power.exponent() instanceof Constant constant && constant.value() >= 0
                    ? ofWhole(term, cells)
                    : ROUNDED;
        } else if (term instanceof Add
                || term instanceof Subtract
                || term instanceof Multiply
                || term instanceof InnerProduct
                || term instanceof Matrix) {
            return ofWhole(term, cells);
        }
        return ROUNDED;
    }

    private static Exactness ofParts(Term term, Function<Operand, Exactness> cells) {
        return term.parts().stream().map(part -> of(part, cells)).reduce(WHOLE, Exactness::or);
    }

    /** Whole numbers stay whole; of others, a calculation rounds. */
    private static Exactness ofWhole(Term term, Function<Operand, Exactness> cells) {
        return ofParts(term, cells) == WHOLE ? WHOLE : ROUNDED;
    }

    /** Whether somewhere in a term numbers that are rounded are asked to be equal, or not to be. */
    static boolean isAskedInVain(Term term, Function<Operand, Exactness> cells) {
        if (term instanceof Compare compare
                && (compare.comparison() == Comparison.EQUAL || compare.comparison() == Comparison.NOT_EQUAL)
                && ofParts(term, cells) == ROUNDED) {
            return true;
        }
        return term.parts().stream().anyMatch(part -> isAskedInVain(part, cells));
    }
}
