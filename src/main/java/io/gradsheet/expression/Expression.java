package io.gradsheet.expression;

import io.gradsheet.expression.Node.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * A formula of any number of variables, such as {@code (x-2)^4+y^2}. Immutable; equal to another when both have the same tree and
 * the same variables.
 *
 * <p><b>What can be written.</b> Numbers ({@code 2}, {@code .5}, {@code 1.5e-3}), variables, {@code + - * / ^}, parentheses, the
 * functions EXP LN LOG10 SQRT SIN COS TAN ATAN SINH COSH TANH ABS, and {@code PI()} or {@code PI}. Functions may be written in lower
 * case. A variable is a letter, then letters and digits; upper and lower case are different variables, and no variable may have the
 * name of a function. A product is always written with {@code *}.
 *
 * <p><b>A spreadsheet's precedence is law</b>, and differs from a mathematics book's in two places. A sign binds tighter than a
 * power: {@code -x^2} is (−x)², so the negative square is written {@code -(x^2)} or {@code 0-x^2}. Powers group to the left:
 * {@code 2^3^2} is (2³)² = 64. An exponent may have a sign: {@code 2^-1} is 0.5.
 *
 * <p><b>Where there is no value.</b> Wherever a spreadsheet program shows an error there is no value here: a logarithm of 0, the root
 * of a negative number, a division by 0, 0^0, a fractional power of a negative number, a result beyond the largest double, an angle
 * of 2^27 or more. Where programs differ (0^0, (−8)^(1/3), large angles), an error of Excel's decides.
 */
public final class Expression {
    /** What a cell can hold, with room for the addresses that take the place of the names. */
    private static final int LONGEST_DERIVATIVE = 4000;

    private final Node root;
    private final List<String> variables;
    private final Columns columns;
    private final Optional<Origin> origin;

    private Expression(Node root, List<String> variables, Columns columns, Optional<Origin> origin) {
        this.root = root;
        this.variables = variables;
        this.columns = columns;
        this.origin = origin;
    }

    /** What a derivative was taken of: a user knows that text, and not the one of the derivative. */
    private record Origin(Expression expression, Variable variable) {}

    /**
     * Reads an expression.
     *
     * @param variables the names that the text may use, in the order of the coordinates of a point
     * @throws ExpressionException if the text is not such an expression, or a name cannot be that of a variable
     */
    public static Expression parse(String text, List<String> variables) {
        checkNames(variables);
        var parsed = Parser.parse(text, variables);
        return new Expression(parsed.root(), List.copyOf(variables), parsed.columns(), Optional.empty());
    }

    /**
     * Reads an expression of the variables that its text names, in the order in which they first appear there.
     *
     * @throws ExpressionException if the text is not an expression
     */
    public static Expression parse(String text) {
        return parse(text, Parser.variables(text));
    }

    private static void checkNames(List<String> variables) {
        var seen = new HashSet<String>();
        for (var name : variables) {
            if (!Lexer.isName(name)) {
                throw ExpressionException.ofWhole(
                        "'%s' cannot be a variable: a name is a letter, then letters and digits".formatted(name));
            }
            if (Parser.isReserved(name)) {
                throw ExpressionException.ofWhole(
                        "%s cannot be a variable: it is the name of a function".formatted(name));
            }
            if (!seen.add(name)) {
                throw ExpressionException.ofWhole("the variable %s is listed twice".formatted(name));
            }
        }
    }

    /** The names that the expression may use, in the order of the coordinates of a point. */
    public List<String> variables() {
        return variables;
    }

    /**
     * The value at a point, one coordinate for each of {@link #variables}.
     *
     * @throws DomainException if there is none; of a derivative, it names the part of the expression that has no derivative
     */
    public double evaluate(double... point) {
        var value = valueAt(point);
        if (Double.isNaN(value)) {
            throw domainException(point);
        }
        return value;
    }

    /** The value at a point, one coordinate for each of {@link #variables}; empty if there is none. */
    public OptionalDouble tryEvaluate(double... point) {
        var value = valueAt(point);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private double valueAt(double[] point) {
        if (point.length != variables.size()) {
            throw new IllegalArgumentException(
                    "a point of %s has %d coordinates, not %d".formatted(variables, variables.size(), point.length));
        }
        return root.value(point);
    }

    private DomainException domainException(double[] point) {
        if (origin.isPresent()) {
            var original = origin.get().expression();
            return original.tryEvaluate(point).isPresent()
                    ? original.derivativeException(origin.get().variable(), point)
                    : original.domainException(point);
        }
        var diagnosis = new Diagnosis(point);
        var culprit = diagnosis.culprit(root);
        return domainException(culprit, diagnosis.reason(culprit));
    }

    /** Of an expression that has a value at a point, but no derivative. */
    private DomainException derivativeException(Variable variable, double[] point) {
        var diagnosis = new DerivativeDiagnosis(variable, point);
        var culprit = diagnosis.culprit(root);
        return domainException(culprit, diagnosis.reason(culprit));
    }

    private DomainException domainException(Node culprit, String reason) {
        var column = columns.of(culprit);
        return new DomainException("%s at column %d: %s".formatted(Diagnosis.shown(culprit), column, reason), column);
    }

    /**
     * The partial derivative by a variable, over the same variables and simplified for a reader: that of {@code (x-2)^4} is
     * {@code 4*(x-2)^3}. ABS differentiates to u/ABS(u), which has no value where u is 0. Equal factors of a quotient are cancelled, so
     * the derivative may have a value where the expression has none.
     *
     * @throws ExpressionException if the derivative is too long for a cell
     */
    public Expression derivative(String variable) {
        var index = variables.indexOf(variable);
        if (index < 0) {
            throw new IllegalArgumentException("no variable " + variable + " among " + variables);
        }
        var by = new Variable(variable, index);
        var derivative = root.derivative(by);
        var written = FormulaWriter.write(derivative, UnaryOperator.identity());
        if (written.text().length() > LONGEST_DERIVATIVE) {
            throw ExpressionException.ofWhole(
                    "the derivative by %s has %d characters, too many for a cell: take a shorter expression"
                            .formatted(variable, written.text().length()));
        }
        return new Expression(derivative, variables, written.columns(), Optional.of(new Origin(this, by)));
    }

    /**
     * The formula of a cell, without the equals sign.
     *
     * @param cellOf what stands for a variable of that name, such as {@code $B5}
     */
    public String formula(UnaryOperator<String> cellOf) {
        return FormulaWriter.write(root, cellOf).text();
    }

    /**
     * What has to hold, besides that the {@link #formula} shows no error, for there to be a value: programs differ in the powers of 0
     * and of negative numbers. {@code x^y} has the condition {@code IF(x=0,y>0,OR(x>0,INT(y)=y))}; {@code x^2} has none. A condition
     * is itself an error only where the formula is one.
     *
     * @param cellOf what stands for a variable of that name, such as {@code $B5}
     */
    public List<String> conditions(UnaryOperator<String> cellOf) {
        return Conditions.of(root, cellOf);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression that && root.equals(that.root) && variables.equals(that.variables);
    }

    @Override
    public int hashCode() {
        return Objects.hash(root, variables);
    }

    /** The expression with the names of its variables; {@link #parse} reads it back as an equal expression. */
    @Override
    public String toString() {
        return formula(UnaryOperator.identity());
    }
}
