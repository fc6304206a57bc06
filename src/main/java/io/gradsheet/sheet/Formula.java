package io.gradsheet.sheet;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a cell computes, as a tree of numbers, references, operators and {@linkplain Function functions}. It is written for one cell and
 * {@linkplain #moved moved} to all others that compute the same from their own neighbours, as filling down moves a formula. Immutable;
 * {@link #text} is what a person would type.
 */
public sealed interface Formula
        permits Reference,
                Formula.Constant,
                Formula.Text,
                Formula.Name,
                Formula.Negative,
                Formula.Operation,
                Formula.Call,
                Formula.Moved {
    /** A number, finite. */
    record Constant(double value) implements Formula {
        public Constant {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("no formula can hold " + value);
            }
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** A text, between quotes in the formula. */
    record Text(String value) implements Formula {
        @Override
        public String toString() {
            return text();
        }
    }

    /** A cell or cells of another sheet, {@code Data!$A$1:$B$2}. */
    record Elsewhere(String name, Reference cells) implements Reference {
        @Override
        public Elsewhere fix() {
            return new Elsewhere(name, cells.fix());
        }

        @Override
        public Elsewhere filled(int rows, int columns) {
            return new Elsewhere(name, cells.filled(rows, columns));
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** A defined name, such as {@code eta}, or a truth value. */
    record Name(String name) implements Formula {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The operand with its sign turned. */
    record Negative(Formula operand) implements Formula {
        @Override
        public String toString() {
            return text();
        }
    }

    /** Two operands and what stands between them. */
    record Operation(Formula left, Operator operator, Formula right) implements Formula {
        @Override
        public String toString() {
            return text();
        }
    }

    /** A function of arguments. */
    record Call(Function function, List<Formula> arguments) implements Formula {
        /**
         * Checks the arguments' number.
         *
         * @throws IllegalArgumentException if the function takes fewer or more
         */
        public Call {
            arguments = List.copyOf(arguments);
            function.check(arguments.size());
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /** A formula as it reads in another cell: what is not fixed in its references lies so many rows further down and columns further right. */
    record Moved(Formula formula, int rows, int columns) implements Formula {
        @Override
        public String toString() {
            return text();
        }
    }

    /** What stands between two operands, from those that bind least. */
    enum Operator {
        EQUAL("=", Binding.COMPARISON),
        UNEQUAL("<>", Binding.COMPARISON),
        LESS("<", Binding.COMPARISON),
        LESS_OR_EQUAL("<=", Binding.COMPARISON),
        GREATER(">", Binding.COMPARISON),
        GREATER_OR_EQUAL(">=", Binding.COMPARISON),
        JOIN("&", Binding.JOIN),
        PLUS("+", Binding.SUM),
        MINUS("-", Binding.SUM),
        TIMES("*", Binding.PRODUCT),
        OVER("/", Binding.PRODUCT),
        POWER("^", Binding.POWER),
        TO(":", Binding.WHOLE);

        private final String sign;
        private final Binding binding;

        Operator(String sign, Binding binding) {
            this.sign = sign;
            this.binding = binding;
        }

        /** As it is typed. */
        public String sign() {
            return sign;
        }

        Binding binding() {
            return binding;
        }
    }

    /** How tightly an operator holds its operands. */
    enum Binding {
        COMPARISON,
        JOIN,
        SUM,
        PRODUCT,
        POWER,
        SIGN,
        WHOLE
    }

    static Formula number(double value) {
        return new Constant(value);
    }

    static Formula quoted(String text) {
        return new Text(text);
    }

    static Formula truth(boolean value) {
        return new Name(value ? "TRUE" : "FALSE");
    }

    static Formula named(String name) {
        return new Name(name);
    }

    /** The sum of terms, in their order. */
    static Formula sum(List<? extends Formula> terms) {
        return terms.stream().map(Formula.class::cast).reduce(Formula::plus).orElseThrow();
    }

    private Formula with(Operator operator, Formula right) {
        return new Operation(this, operator, right);
    }

    default Formula plus(Formula right) {
        return with(Operator.PLUS, right);
    }

    default Formula plus(double right) {
        return plus(number(right));
    }

    default Formula minus(Formula right) {
        return with(Operator.MINUS, right);
    }

    default Formula minus(double right) {
        return minus(number(right));
    }

    default Formula times(Formula right) {
        return with(Operator.TIMES, right);
    }

    default Formula times(double right) {
        return times(number(right));
    }

    default Formula over(Formula right) {
        return with(Operator.OVER, right);
    }

    default Formula over(double right) {
        return over(number(right));
    }

    default Formula toPower(Formula exponent) {
        return with(Operator.POWER, exponent);
    }

    default Formula toPower(double exponent) {
        return toPower(number(exponent));
    }

    default Formula negative() {
        return new Negative(this);
    }

    default Formula isEqualTo(Formula right) {
        return with(Operator.EQUAL, right);
    }

    default Formula isEqualTo(double right) {
        return isEqualTo(number(right));
    }

    default Formula isEqualTo(String right) {
        return isEqualTo(quoted(right));
    }

    default Formula isNot(Formula right) {
        return with(Operator.UNEQUAL, right);
    }

    default Formula isNot(double right) {
        return isNot(number(right));
    }

    default Formula isNot(String right) {
        return isNot(quoted(right));
    }

    default Formula isLess(Formula right) {
        return with(Operator.LESS, right);
    }

    default Formula isLess(double right) {
        return isLess(number(right));
    }

    default Formula isAtMost(Formula right) {
        return with(Operator.LESS_OR_EQUAL, right);
    }

    default Formula isAtMost(double right) {
        return isAtMost(number(right));
    }

    default Formula isGreater(Formula right) {
        return with(Operator.GREATER, right);
    }

    default Formula isGreater(double right) {
        return isGreater(number(right));
    }

    default Formula isAtLeast(Formula right) {
        return with(Operator.GREATER_OR_EQUAL, right);
    }

    default Formula isAtLeast(double right) {
        return isAtLeast(number(right));
    }

    /** Both as texts, one behind the other. */
    default Formula joined(Formula right) {
        return with(Operator.JOIN, right);
    }

    /** Both as texts, one behind the other. */
    default Formula joined(String right) {
        return joined(quoted(right));
    }

    /** The cells from what this finds to what the other finds. */
    default Formula upTo(Formula last) {
        return with(Operator.TO, last);
    }

    /** The same formula for a cell so many rows further down and columns further right. */
    default Formula moved(int rows, int columns) {
        if (this instanceof Reference cells) {
            return cells.filled(rows, columns);
        } else if (this instanceof Moved moved) {
            return moved.formula().moved(rows + moved.rows(), columns + moved.columns());
        }
        return rows == 0 && columns == 0 ? this : new Moved(this, rows, columns);
    }

    /** As it is typed into its cell, without the equals sign. */
    default String text() {
        return FormulaPrinter.print(this);
    }

    /** The operands, from the left. */
    default List<Formula> parts() {
        if (this instanceof Negative negative) {
            return List.of(negative.operand());
        } else if (this instanceof Operation operation) {
            return List.of(operation.left(), operation.right());
        } else if (this instanceof Call call) {
            return call.arguments();
        } else if (this instanceof Moved moved) {
            return moved.placed().parts();
        }
        return List.of();
    }

    /** The same formula with other operands, in the order of {@link #parts}. */
    default Formula withParts(UnaryOperator<Formula> change) {
        if (this instanceof Negative negative) {
            return new Negative(change.apply(negative.operand()));
        } else if (this instanceof Operation operation) {
            return new Operation(change.apply(operation.left()), operation.operator(), change.apply(operation.right()));
        } else if (this instanceof Call call) {
            return new Call(
                    call.function(), call.arguments().stream().map(change).toList());
        } else if (this instanceof Moved moved) {
            return moved.placed().withParts(change);
        }
        return this;
    }

    /** The cells that are read, from the left, each as often as it is written. */
    default List<Reference> references() {
        if (this instanceof Reference cells) {
            return List.of(cells);
        }
        return parts().stream().flatMap(part -> part.references().stream()).toList();
    }

    /** The same formula of other cells. */
    default Formula withReferences(UnaryOperator<Reference> change) {
        return this instanceof Reference cells ? change.apply(cells) : withParts(part -> part.withReferences(change));
    }

    /** The same formula as another sheet writes it: what names no sheet gets the name of its own. */
    default Formula from(String sheet) {
        return withReferences(cells -> cells.sheet().isPresent() ? cells : cells.on(sheet));
    }

    /** The same with a change at every place where it applies, from the inside out. */
    default Formula replaced(UnaryOperator<Formula> change) {
        return change.apply(withParts(part -> part.replaced(change)));
    }

    /** The same tree with every reference where this formula reads it, nothing left to be moved. */
    default Formula placed() {
        return this instanceof Moved moved ? moved.formula().placed(moved.rows(), moved.columns()) : placed(0, 0);
    }

    private Formula placed(int rows, int columns) {
        if (this instanceof Reference cells) {
            return cells.filled(rows, columns);
        } else if (this instanceof Moved moved) {
            return moved.formula().placed(rows + moved.rows(), columns + moved.columns());
        }
        return withParts(part -> part.placed(rows, columns));
    }
}
