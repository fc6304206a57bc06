package io.gradsheet.expression;

import io.gradsheet.expression.Node.Variable;
import java.util.List;

/** A node that is true (1) or false (0). */
sealed interface Truths extends Node permits Compare, Connected, Truths.Cell, Truths.Picked {
    @Override
    default boolean isTruth() {
        return true;
    }

    @Override
    default Node differentiated(Variable variable) {
        throw new IllegalStateException("a truth value has no derivative");
    }

    /** A cell that holds a truth value. */
    record Cell(Variable variable) implements Truths {
        @Override
        public double value(Point point) {
            return variable.value(point);
        }

        @Override
        public List<Node> operands() {
            return List.of(variable);
        }

        @Override
        public Node withParts(List<? extends Term> parts) {
            return this;
        }
    }

    /** Whether a cell holds a certain one of its options. */
    record Picked(Choice choice, Comparison comparison, int option) implements Truths {
        @Override
        public double value(Point point) {
            var chosen = choice.value(point);
            return Double.isNaN(chosen) ? chosen : comparison.holds(chosen, option) ? 1 : 0;
        }

        @Override
        public List<Node> operands() {
            return List.of(choice);
        }

        @Override
        public Node withParts(List<? extends Term> parts) {
            return this;
        }
    }
}
