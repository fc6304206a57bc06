package io.gradsheet.lesson.backpropagation;

import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;

/**
 * The functions of a network as a careful learner would type them. Written from the book's formulas, and on purpose not from
 * the Java of {@code network}: each checks the other.
 */
final class Formulas {
    private Formulas() {}

    static String activation(Activation activation, Ref weightedInput) {
        if (activation instanceof Activation.Sigmoid) {
            return "1/(1+EXP(-" + weightedInput + "))";
        }
        throw new IllegalArgumentException("no formula for " + activation.name());
    }

    /** The derivative of an activation, written with the activation itself: a factor of δ. */
    static String derivative(Activation activation, Ref itself) {
        if (activation instanceof Activation.Sigmoid) {
            return itself + "*(1-" + itself + ")";
        }
        throw new IllegalArgumentException("no formula for " + activation.name());
    }

    static String cost(Cost cost, Range targets, Range activations) {
        if (cost instanceof Cost.Squared) {
            return "SUMXMY2(" + targets + "," + activations + ")/2";
        }
        throw new IllegalArgumentException("no formula for " + cost.name());
    }

    /** The slope ∂C/∂a of a cost: a factor of the output layer's δ. */
    static String slope(Cost cost, Ref target, Ref activation) {
        if (cost instanceof Cost.Squared) {
            return "(" + activation + "-" + target + ")";
        }
        throw new IllegalArgumentException("no formula for " + cost.name());
    }

    /** 1 if the output answers as the targets want, else 0. */
    static String hit(Range activations, Range targets) {
        if (activations.columns() == 1) {
            return "IF((" + activations.first() + ">=0.5)=(" + targets.first() + ">=0.5),1,0)";
        }
        return "IF(" + largest(activations) + "=" + largest(targets) + ",1,0)";
    }

    /** The place, from 1, of the largest value. */
    static String largest(Range values) {
        return "MATCH(MAX(" + values + ")," + values + ",0)";
    }
}
