package io.gradsheet.expression;

import io.gradsheet.expression.Node.Add;
import io.gradsheet.expression.Node.Constant;
import io.gradsheet.expression.Node.Negate;
import io.gradsheet.expression.Node.Subtract;
import java.util.ArrayList;
import java.util.List;

/**
 * Terms with the like ones joined, in the order in which they were met: x·y + 3 + 2·y·x is 3·x·y + 3. No term has the coefficient 0.
 */
record Sum(List<Product> terms) {
    Sum {
        terms = List.copyOf(terms);
    }

    static Sum of(Node node) {
        var terms = new ArrayList<Product>();
        collect(node, false, terms);
        return new Sum(terms);
    }

    private static void collect(Node node, boolean negated, List<Product> terms) {
        if (node instanceof Add add) {
            collect(add.left(), negated, terms);
            collect(add.right(), negated, terms);
        } else if (node instanceof Subtract subtract) {
            collect(subtract.left(), negated, terms);
            collect(subtract.right(), !negated, terms);
        } else if (node instanceof Negate negate) {
            collect(negate.operand(), !negated, terms);
        } else {
            var term = Product.of(node);
            join(terms, negated ? term.negated() : term);
        }
    }

    private static void join(List<Product> terms, Product added) {
        if (added.coefficient().isZero()) {
            return;
        }
        for (var i = 0; i < terms.size(); i++) {
            var term = terms.get(i);
            if (term.isLike(added)) {
                var coefficient = term.coefficient().plus(added.coefficient());
                if (coefficient.isZero()) {
                    terms.remove(i);
                } else {
                    terms.set(i, term.withCoefficient(coefficient));
                }
                return;
            }
        }
        terms.add(added);
    }

    Node node() {
        if (terms.isEmpty()) {
            return Constant.ZERO;
        }
        var node = terms.get(0).node();
        for (var term : terms.subList(1, terms.size())) {
            node = term.coefficient().isNegative()
                    ? new Subtract(node, term.negated().node())
                    : new Add(node, term.node());
        }
        return node;
    }
}
