package io.gradsheet.calculation;

import io.gradsheet.sheet.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How a number is worked out: a calculation with cells of the workbook in it, ranges written out and branches taken. */
public sealed interface Term {
    /** The value, where cells have these numbers. */
    double value(ToDoubleFunction<Address> numbers);

    /** The terms that it consists of, from left to right. */
    List<Term> parts();

    /** A number as written. */
    record Constant(double number) implements Term {
        @Override
        public double value(ToDoubleFunction<Address> numbers) {
            return number;
        }

        @Override
        public List<Term> parts() {
            return List.of();
        }
    }

    /**
     * A cell: a given, or another answer.
     *
     * @param place where its number is
     * @param shown where the formula has it, if that cell only passes the number on
     */
    record Leaf(Address place, Address shown) implements Term {
        @Override
        public double value(ToDoubleFunction<Address> numbers) {
            return numbers.applyAsDouble(place);
        }

        @Override
        public List<Term> parts() {
            return List.of();
        }
    }

    /** A sum; what is subtracted is a {@link Negative} in it. */
    record Sum(List<Term> parts) implements Term {
        public Sum {
            parts = List.copyOf(parts);
        }

        @Override
        public double value(ToDoubleFunction<Address> numbers) {
            return parts.stream().mapToDouble(part -> part.value(numbers)).sum();
        }
    }

    /** A product. */
    record Product(List<Term> parts) implements Term {
        public Product {
            parts = List.copyOf(parts);
        }

        @Override
        public double value(ToDoubleFunction<Address> numbers) {
            return parts.stream().mapToDouble(part -> part.value(numbers)).reduce(1, (left, right) -> left * right);
        }
    }

    /** A term with its sign changed. */
    record Negative(Term of) implements Term {
        @Override
        public double value(ToDoubleFunction<Address> numbers) {
            return -of.value(numbers);
        }

        @Override
        public List<Term> parts() {
            return List.of(of);
        }
    }

    /** A fraction. */
    record Quotient(Term above, Term below) implements Term {
        @Override
        public double value(ToDoubleFunction<Address> numbers) {
            return above.value(numbers) / below.value(numbers);
        }

        @Override
        public List<Term> parts() {
            return List.of(above, below);
        }
    }

    /** A power. */
    record Power(Term base, Term exponent) implements Term {
        @Override
        public double value(ToDoubleFunction<Address> numbers) {
            return Math.pow(base.value(numbers), exponent.value(numbers));
        }

        @Override
        public List<Term> parts() {
            return List.of(base, exponent);
        }
    }

    /** A function. */
    record Call(MathFunction function, List<Term> parts) implements Term {
        public Call {
            parts = List.copyOf(parts);
        }

        @Override
        public double value(ToDoubleFunction<Address> numbers) {
            return function.of(
                    parts.stream().mapToDouble(part -> part.value(numbers)).toArray());
        }
    }

    /**
     * A number that a comparison decides on.
     *
     * @param sign of the comparison that holds, as written: {@code ≥}
     */
    record Decided(Term result, Term left, String sign, Term right) implements Term {
        @Override
        public double value(ToDoubleFunction<Address> numbers) {
            return result.value(numbers);
        }

        @Override
        public List<Term> parts() {
            return List.of(result, left, right);
        }
    }

    /** The cells in it, each as often as it is there. */
    default List<Leaf> leaves() {
        if (this instanceof Leaf leaf) {
            return List.of(leaf);
        }
        var leaves = new ArrayList<Leaf>();
        parts().forEach(part -> leaves.addAll(part.leaves()));
        return leaves;
    }
}
