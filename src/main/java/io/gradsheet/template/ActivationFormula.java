package io.gradsheet.template;

import io.gradsheet.expression.Expression;
import io.gradsheet.expression.ExpressionException;
import io.gradsheet.network.Activation;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An activation that a template writes as a formula of z, and its derivative.
 *
 * @param text as it is written
 * @param value f(z)
 * @param derivative f′(z), which follows from it symbolically
 */
public record ActivationFormula(String text, Expression value, Expression derivative) implements Activation.Curve {
    private static final String Z = "z";

    /** Of a formula; it stands in a cell, and is read there. */
    private static final int LONGEST = 200;

    /** Of a derivative; those of several layers stand in one cell. */
    private static final int LONGEST_DERIVATIVE = 500;

    /** A word, or words with hyphens: somebody meant the name of a function. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z]{2,}(-[A-Za-z]+)*");

    /** Whether a text can only be meant as a formula. */
    static boolean isFormula(String text) {
        return !NAME.matcher(text).matches();
    }

    /**
     * Reads a formula.
     *
     * @throws ExpressionException if it is none of z, or has no derivative
     */
    public static ActivationFormula of(String text) {
        var value = Expression.parse(text, List.of(Z));
        return new ActivationFormula(text, value, value.derivative(Z));
    }

    /** Reads a formula, and sees that it can stand where it is. */
    static ActivationFormula read(Entry entry) {
        var text = entry.text();
        if (text.length() > LONGEST) {
            throw entry.complaint("is a formula of " + text.length() + " characters, and may have " + LONGEST
                    + ": take a shorter one");
        }
        try {
            var formula = of(text);
            if (formula.value().operands().isEmpty()) {
                throw entry.complaint("has no z in it; write a formula such as z/(1+EXP(-z))");
            }
            var length = formula.derivative().toString().length();
            if (length > LONGEST_DERIVATIVE) {
                throw entry.complaint("has a derivative of " + length + " characters, and may have one of "
                        + LONGEST_DERIVATIVE + ": take a shorter formula");
            }
            return formula;
        } catch (ExpressionException e) {
            var fault = "in this formula of z, " + Wording.shown(e.getMessage(), 2 * LONGEST);
            throw e.column().isPresent()
                    ? entry.complaintAt(e.column().getAsInt(), fault)
                    : entry.complaint("cannot be taken: " + fault);
        }
    }

    @Override
    public double value(double z) {
        return value.tryEvaluate(z).orElse(Double.NaN);
    }

    @Override
    public double slope(double z) {
        return derivative.tryEvaluate(z).orElse(Double.NaN);
    }

    @Override
    public boolean isFlat() {
        return derivative.operands().isEmpty() && slope(0) == 0;
    }

    @Override
    public long piece(double z) {
        return 31 * value.piece(z) + derivative.piece(z);
    }
}
