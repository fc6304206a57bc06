package io.gradsheet.expression;

import io.gradsheet.expression.Node.Add;
import io.gradsheet.expression.Node.Constant;
import io.gradsheet.expression.Node.Divide;
import io.gradsheet.expression.Node.Multiply;
import io.gradsheet.expression.Node.Negate;
import io.gradsheet.expression.Node.Pi;
import io.gradsheet.expression.Node.Power;
import io.gradsheet.expression.Node.Subtract;
import io.gradsheet.expression.Node.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A term with its numbers gathered in front and its like factors joined: 2·x·(x+1)·x/4 is ½ · x² · (x+1). A factor of the
 * denominator has a negative exponent. Every operation throws ArithmeticException when a number leaves the range of a double.
 */
record Product(Ratio coefficient, List<Factor> factors) {
    /** A base and the power it is raised to, which is not 0. */
    record Factor(Node base, Ratio exponent) {
        private Node node() {
            return exponent.isOne() ? base : new Power(base, exponent.node());
        }

        /** Letters stand before everything longer, in the order of the variables: one writes 2·x·y·(y−x²). */
        private int rank() {
            if (base instanceof Pi) {
                return -1;
            }
            return base instanceof Variable variable ? variable.index() : Integer.MAX_VALUE;
        }
    }

    Product {
        factors = List.copyOf(factors);
    }

    static Product of(Node node) {
        if (node instanceof Constant constant) {
            return new Product(Ratio.of(constant.value()), List.of());
        }
        if (node instanceof Negate negate) {
            return of(negate.operand()).negated();
        }
        if (node instanceof Multiply multiply) {
            return of(multiply.left()).times(of(multiply.right()));
        }
        if (node instanceof Divide divide) {
            return of(divide.left()).times(of(divide.right()).power(-1));
        }
        if (node instanceof Power power) {
            return ofPower(power);
        }
        if (node instanceof Add || node instanceof Subtract) {
            var sum = Sum.of(node);
            return sum.terms().size() == 1 ? sum.terms().get(0) : ofFactor(node, Ratio.ONE);
        }
        return ofFactor(node, Ratio.ONE);
    }

    private static Product ofFactor(Node base, Ratio exponent) {
        return new Product(Ratio.ONE, List.of(new Factor(base, exponent)));
    }

    private static Product ofPower(Power power) {
        var exponent = of(power.exponent());
        if (!exponent.factors().isEmpty()) {
            return ofFactor(power, Ratio.ONE);
        }
        var number = exponent.coefficient();
        var base = of(power.base());
        // A root does not pass into a product: SQRT(x^2) is not x where x is negative.
        if (number.isInt() && base.coefficient().hasPower((int) number.numerator())) {
            return base.power((int) number.numerator());
        }
        return number.isZero() ? new Product(Ratio.ONE, List.of()) : ofFactor(power.base(), number);
    }

    /** Whether the two differ in nothing but their coefficients. */
    boolean isLike(Product other) {
        return factors.size() == other.factors.size() && factors.containsAll(other.factors);
    }

    Product negated() {
        return withCoefficient(coefficient.negated());
    }

    Product withCoefficient(Ratio other) {
        return new Product(other, factors);
    }

    private Product times(Product other) {
        var joined = new ArrayList<>(factors);
        other.factors.forEach(factor -> join(joined, factor));
        return new Product(coefficient.times(other.coefficient), joined);
    }

    private static void join(List<Factor> factors, Factor added) {
        for (var i = 0; i < factors.size(); i++) {
            var factor = factors.get(i);
            if (factor.base().equals(added.base())) {
                var exponent = factor.exponent().plus(added.exponent());
                if (exponent.isZero()) {
                    factors.remove(i);
                } else {
                    factors.set(i, new Factor(factor.base(), exponent));
                }
                return;
            }
        }
        factors.add(added);
    }

    private Product power(int exponent) {
        if (exponent == 0) {
            return new Product(Ratio.ONE, List.of());
        }
        var raised = factors.stream()
                .map(factor -> new Factor(factor.base(), factor.exponent().times(Ratio.of(exponent))))
                .toList();
        return new Product(coefficient.power(exponent), raised);
    }

    Node node() {
        if (coefficient.isZero()) {
            return Constant.ZERO;
        }
        var above = factors.stream().filter(factor -> !factor.exponent().isNegative());
        var below = factors.stream()
                .filter(factor -> factor.exponent().isNegative())
                .map(factor -> new Factor(factor.base(), factor.exponent().negated()));
        var numerator = chain(coefficient.numerator(), above);
        var denominator = chain(coefficient.denominator(), below);
        return denominator.equals(Constant.ONE) ? numerator : new Divide(numerator, denominator);
    }

    private static Node chain(double number, Stream<Factor> factors) {
        var nodes = new ArrayList<Node>();
        factors.sorted(Comparator.comparingInt(Factor::rank)).map(Factor::node).forEach(nodes::add);
        if (nodes.isEmpty() || Math.abs(number) != 1) {
            nodes.add(0, new Constant(number));
        } else if (number == -1) {
            nodes.set(0, Node.minus(nodes.get(0)));
        }
        return nodes.stream().reduce(Multiply::new).orElseThrow();
    }
}
