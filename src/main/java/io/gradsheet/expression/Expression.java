package io.gradsheet.expression;

import io.gradsheet.expression.Node.Variable;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A formula such as {@code (x-2)^4+y^2}: of variables, or of what the names in a {@link Scope} mean. Immutable; equal to another when
 * both have the same tree and the same variables.
 *
 * <p><b>What can be written.</b> Numbers ({@code 2}, {@code .5}, {@code 1.5e-3}), names, {@code + - * / ^}, comparisons, parentheses, the
 * functions EXP LN LOG10 SQRT SIN COS TAN ATAN SINH COSH TANH ABS SIGN INT MOD ROUND, {@code PI()} or {@code PI}, IF AND OR NOT, and of
 * any number of numbers and arrays SUM SUMSQ AVERAGE MIN MAX COUNT. Functions may be written in lower case. A name is a letter, then
 * letters and digits; upper and lower case are different names, and none may be that of a function. A product is always written with
 * {@code *}.
 *
 * <p>A scope adds arrays, with {@code w[2]}, {@code A[1,2]}, {@code A[1,]}, {@code A[,2]}, SUMPRODUCT MMULT TRANSPOSE MINVERSE MDETERM SLOPE INTERCEPT COUNTIFS, and all
 * operations on numbers element by element; columns, with {@code a[n-1]} for the row above; choices, with {@code f="tanh"}; and functions
 * of the user's, with {@code f'(x)} and {@code f_x(x, y)} for derivatives. Such a function is written out. Given an array it is applied
 * to each element, unless its parameter stands inside SUM and the like, or with an index: then it takes the array as a whole.
 *
 * <p><b>A spreadsheet's precedence is law</b>, and differs from a mathematics book's in two places. A sign binds tighter than a
 * power: {@code -x^2} is (−x)², so the negative square is written {@code -(x^2)} or {@code 0-x^2}. Powers group to the left:
 * {@code 2^3^2} is (2³)² = 64. An exponent may have a sign: {@code 2^-1} is 0.5.
 *
 * <p><b>Where there is no value.</b> Wherever a spreadsheet program shows an error there is no value here: a logarithm of 0, the root
 * of a negative number, a division by 0, 0^0, a fractional power of a negative number, a result beyond the largest double, an angle
 * of 2^27 or more, a power nearer to 0 than 2.2e-308. Where programs differ (0^0, (−8)^(1/3), large angles, powers that vanish), the one
 * that shows an error decides. Nor is there one where programs
 * jump apart: comparisons, SIGN, INT, ROUND, MOD and COUNTIFS beside a jump, of numbers that agree in about 14 digits and are not equal.
 *
 * <p><b>Derivatives</b> of IF are those of its branches; of MIN and MAX that of the first where several are the least or the greatest:
 * {@code MAX(0,z)} has the derivative {@code IF(z>0,1,0)}, 0 at 0. SIGN, INT, ROUND, MOD and COUNTIFS have none.
 */
public final class Expression {
    /** What a cell can hold, with room for the addresses that take the place of the names. */
    private static final int LONGEST_DERIVATIVE = 4000;

    private final Term root;
    private final List<String> variables;
    private final Columns columns;
    private final Optional<Origin> origin;

    private Expression(Term root, List<String> variables, Columns columns, Optional<Origin> origin) {
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
        return new Expression(
                parsed.whole().number("a function").term(), List.copyOf(variables), parsed.columns(), Optional.empty());
    }

    /**
     * Reads the formula of a cell, or of a vector or matrix of cells.
     *
     * @param scope what the names in it mean
     * @throws ExpressionException if the text is not a formula, or its parts do not fit together
     */
    public static Expression parse(String text, Scope scope) {
        return of(Parser.parse(text, Names.of(scope)));
    }

    /**
     * Reads a formula in which the parameters of the scope's functions stand for themselves, so that it can be shown: where f(x) is
     * {@code x^3}, the {@link #toString text} of {@code f'(x)} is {@code 3*x^2}.
     *
     * @throws ExpressionException if the text is not a formula, or its parts do not fit together
     */
    public static Expression written(String text, Scope scope) {
        return of(Parser.parse(text, Names.of(scope).withFreeParameters(text)));
    }

    private static Expression of(Parser.Parsed parsed) {
        return new Expression(parsed.whole().term(), List.of(), parsed.columns(), Optional.empty());
    }

    /**
     * Reads an expression of the variables that its text names, in the order in which they first appear there.
     *
     * @throws ExpressionException if the text is not an expression
     */
    public static Expression parse(String text) {
        return parse(text, Parser.variables(text));
    }

    /**
     * Refuses what cannot stand for a variable in a formula: a name is a letter, then letters and digits, and not that of a
     * spreadsheet's function.
     *
     * @throws ExpressionException if it cannot
     */
    public static void requireName(String name) {
        if (!Lexer.isName(name)) {
            throw ExpressionException.ofWhole(
                    "'%s' cannot be a variable: a name is a letter, then letters and digits".formatted(name));
        }
        if (Parser.isReserved(name)) {
            throw ExpressionException.ofWhole("%s cannot be a variable: it is the name of a function".formatted(name));
        }
    }

    private static void checkNames(List<String> variables) {
        var seen = new HashSet<String>();
        for (var name : variables) {
            requireName(name);
            if (!seen.add(name)) {
                throw ExpressionException.ofWhole("the variable %s is listed twice".formatted(name));
            }
        }
    }

    /** What the expression comes to. */
    public Type type() {
        if (root instanceof Matrix matrix) {
            return new Type.Array(matrix.rows(), matrix.columns());
        }
        return node().isTruth() ? Type.TRUTH : Type.NUMBER;
    }

    /**
     * What an element of an array comes to: of {@code A+B} the sum of their elements.
     *
     * @param row counted from 1
     * @param column counted from 1
     */
    public Expression element(int row, int column) {
        if (!(root instanceof Matrix matrix)) {
            throw new IllegalStateException("a single value has no elements");
        }
        return new Expression(matrix.element(row, column), variables, columns, origin);
    }

    /** The tree of an expression that comes to one value. */
    private Node node() {
        if (root instanceof Node node) {
            return node;
        }
        throw new IllegalStateException("an array has no single value: take an element of it");
    }

    /** What the formula reads, in the order in which it is written, each once; of an array, of all its elements. */
    public List<Operand> operands() {
        var operands = new LinkedHashSet<Operand>();
        collectOperands(root, operands);
        return List.copyOf(operands);
    }

    private static void collectOperands(Term term, Set<Operand> operands) {
        if (term instanceof Variable variable) {
            operands.add(variable.operand());
        } else if (term instanceof Matrix.Cells cells) {
            operands.add(cells.block());
        }
        for (var part : term.parts()) {
            collectOperands(part, operands);
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
        return valueAt(pointOf(point));
    }

    /**
     * The value; of a truth value, 1 or 0.
     *
     * @param source the numbers of what the formula {@linkplain #operands reads}, cell by cell: 1 and 0 for true and false, for a choice
     *     the place of its option from 0, NaN for a cell without a value. SUM, SUMSQ, AVERAGE, MIN, MAX, COUNT and COUNTIFS pass over
     *     such cells of an array; everything else has no value then
     * @throws DomainException if there is none
     */
    public double evaluate(ToDoubleFunction<Operand> source) {
        return valueAt(pointOf(source));
    }

    private double valueAt(Point point) {
        var value = node().value(point);
        if (Double.isNaN(value)) {
            throw domainException(point);
        }
        return value;
    }

    /** The value at a point, one coordinate for each of {@link #variables}; empty if there is none. */
    public OptionalDouble tryEvaluate(double... point) {
        return valueIfAny(pointOf(point));
    }

    /** The value, as {@link #evaluate(ToDoubleFunction)} has it; empty if there is none. */
    public OptionalDouble tryEvaluate(ToDoubleFunction<Operand> source) {
        return valueIfAny(pointOf(source));
    }

    private OptionalDouble valueIfAny(Point point) {
        var value = node().value(point);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * Which of its pieces a point lies in, where IF, MIN, MAX or ABS join several: the same number for two points of the same pieces.
     * To be asked of a derivative, too, which has an IF where MIN and MAX have none.
     */
    public long piece(double... point) {
        return Pieces.of(node(), pointOf(point));
    }

    /**
     * Whether a point has no value only because a power in it is too small for a spreadsheet, as on the way to a minimum at 0. Some
     * programs go on with 0 there, others show an error; no condition of a formula asks for that.
     */
    public boolean vanishes(double... coordinates) {
        var point = pointOf(coordinates);
        if (valueIfAny(point).isPresent()) {
            return false;
        }
        var diagnosis = new Diagnosis(point, columns);
        return diagnosis.vanishes(diagnosis.culprit(node()).node());
    }

    /**
     * Whether there is no value only because programs have one, each its own: of a comparison of numbers that differ by rounding alone,
     * of INT, ROUND and the like as near to a jump, of a power too small for a spreadsheet.
     */
    public boolean isDisputed(ToDoubleFunction<Operand> source) {
        return isDisputedAt(pointOf(source));
    }

    /** The same at a point, one coordinate for each of {@link #variables}. */
    public boolean isDisputed(double... coordinates) {
        return isDisputedAt(pointOf(coordinates));
    }

    private boolean isDisputedAt(Point point) {
        if (valueIfAny(point).isPresent()) {
            return false;
        }
        var diagnosis = new Diagnosis(point, columns);
        return diagnosis.isDisputed(diagnosis.culprit(node()).node());
    }

    private Point pointOf(double[] coordinates) {
        if (coordinates.length != variables.size()) {
            throw new IllegalArgumentException("a point of %s has %d coordinates, not %d"
                    .formatted(variables, variables.size(), coordinates.length));
        }
        return Point.of(coordinates);
    }

    private static Point pointOf(ToDoubleFunction<Operand> source) {
        return variable -> source.applyAsDouble(variable.operand());
    }

    private DomainException domainException(Point point) {
        if (origin.isPresent()) {
            var original = origin.get().expression();
            return original.valueIfAny(point).isPresent()
                    ? original.derivativeException(origin.get().variable(), point)
                    : original.domainException(point);
        }
        var diagnosis = new Diagnosis(point, columns);
        var culprit = diagnosis.culprit(node());
        return domainException(culprit, diagnosis.reason(culprit.node()));
    }

    /** Of an expression that has a value at a point, but no derivative. */
    private DomainException derivativeException(Variable variable, Point point) {
        var diagnosis = new DerivativeDiagnosis(variable, point, columns);
        var culprit = diagnosis.culprit(node());
        return domainException(culprit, diagnosis.reason(culprit.node()));
    }

    private static DomainException domainException(Culprit culprit, String reason) {
        return new DomainException(
                "%s at column %d: %s".formatted(Diagnosis.shown(culprit.node()), culprit.column(), reason),
                culprit.column());
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
        var derivative = node().derivative(by);
        var length = FormulaTree.shown(derivative).length();
        if (length > LONGEST_DERIVATIVE) {
            throw ExpressionException.ofWhole(
                    "the derivative by %s has %d characters, too many for a cell: take a shorter expression"
                            .formatted(variable, length));
        }
        return new Expression(derivative, variables, columns, Optional.of(new Origin(this, by)));
    }

    /**
     * The formula of a cell.
     *
     * @param cellOf what stands for a variable of that name, such as {@code $B5}
     */
    public Formula formula(Function<String, ? extends Formula> cellOf) {
        return FormulaTree.of(node(), new Naming.Addresses(operand -> cellOf.apply(operand.name())));
    }

    /**
     * The formula of a cell.
     *
     * @param addressOf what stands for what is read, such as {@code $B$5}, and {@code $B$5:$D$5} for a block of more than one cell
     * @throws ExpressionException if the formula is too long for a cell
     */
    public Formula cellFormula(Function<Operand, ? extends Formula> addressOf) {
        var formula = FormulaTree.of(node(), new Naming.Addresses(addressOf));
        var length = formula.text().length();
        if (length > Cell.MAX_FORMULA) {
            throw ExpressionException.ofWhole(
                    "the formula has %d characters in its cell, and may have %d: give a part of it a name of its own"
                            .formatted(length, Cell.MAX_FORMULA));
        }
        return formula;
    }

    /**
     * What has to hold, besides that the {@link #formula} shows no error, for there to be a value: programs differ in the powers of 0
     * and of negative numbers. {@code x^y} has the condition {@code IF(x=0,y>0,OR(x>0,INT(y)=y))}; {@code x^2} has none. A condition
     * is itself an error only where the formula is one.
     *
     * @param cellOf what stands for a variable of that name, such as {@code $B5}
     */
    public List<Formula> conditions(Function<String, ? extends Formula> cellOf) {
        return cellConditions(operand -> cellOf.apply(operand.name()));
    }

    /**
     * What has to hold, besides that the {@link #cellFormula} shows no error, for there to be a value: as above, and that an index is a
     * whole number from 1. That a cell holds a number at all is for the caller to ask.
     *
     * @param addressOf what stands for what is read
     */
    public List<Formula> cellConditions(Function<Operand, ? extends Formula> addressOf) {
        return Conditions.of(node(), new Naming.Addresses(addressOf));
    }

    /**
     * How far the value is free of rounding.
     *
     * @param cells tells it of what is read
     */
    public Exactness exactness(Function<Operand, Exactness> cells) {
        return Exactness.of(root, cells);
    }

    /** Whether numbers that are rounded are asked to be equal, or not to be: programs then give different answers. */
    public boolean comparesRounded(Function<Operand, Exactness> cells) {
        return Exactness.isAskedInVain(root, cells);
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
        if (root instanceof Matrix matrix) {
            return matrix.elements().stream().map(FormulaTree::shown).collect(Collectors.joining("; "));
        }
        return FormulaTree.shown(node());
    }
}
