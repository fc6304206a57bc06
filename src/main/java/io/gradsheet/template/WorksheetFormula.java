package io.gradsheet.template;

import io.gradsheet.expression.DomainException;
import io.gradsheet.expression.Expression;
import io.gradsheet.expression.Operand;
import io.gradsheet.expression.Type;
import io.gradsheet.sheet.Formula;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * An expression of a worksheet, and which cells its names stand for.
 *
 * @param text as the template has it
 * @param place where that is, {@code file:line:column}
 * @param references by the names that the expression uses
 */
public record WorksheetFormula(String text, String place, Expression expression, Map<String, Reference> references) {
    /**
     * What a name stands for.
     *
     * @param id of an input, a value, or a column ({@code table.symbol})
     * @param inRow whether only the row of the table is meant in which the formula stands
     */
    public record Reference(String id, boolean inRow) {}

    /** Cells that a formula reads: part of what {@code id} stands for. */
    public record Reading(String id, boolean inRow, Operand operand) {}

    public WorksheetFormula {
        references = Map.copyOf(references);
    }

    /**
     * The value: a number, or 1 and 0 for true and false.
     *
     * @throws DomainException if there is none
     */
    public double evaluate(ToDoubleFunction<Reading> values) {
        return expression.evaluate(operand -> values.applyAsDouble(reading(operand)));
    }

    /** The value, if there is one. */
    public OptionalDouble tryEvaluate(ToDoubleFunction<Reading> values) {
        return expression.tryEvaluate(operand -> values.applyAsDouble(reading(operand)));
    }

    /** Whether there is no value here only because programs have one, each its own. */
    public boolean isDisputed(ToDoubleFunction<Reading> values) {
        return expression.isDisputed(operand -> values.applyAsDouble(reading(operand)));
    }

    /** The formula of a cell; {@code cells} names the cells that it reads. */
    public Formula written(Function<Reading, ? extends Formula> cells) {
        return expression.cellFormula(operand -> cells.apply(reading(operand)));
    }

    /** What has to hold for there to be a value, besides that the formula shows no error. */
    public List<Formula> conditions(Function<Reading, ? extends Formula> cells) {
        return expression.cellConditions(operand -> cells.apply(reading(operand)));
    }

    /** Whether it gives TRUE or FALSE. */
    public boolean isTruth() {
        return expression.type() == Type.TRUTH;
    }

    /** Whether it reads no cell. */
    public boolean isFixed() {
        return expression.operands().isEmpty();
    }

    /** The formula of one element, where the expression is a vector or a matrix; rows and columns count from 1. */
    WorksheetFormula element(int row, int column) {
        return new WorksheetFormula(text, place, expression.element(row, column), references);
    }

    /** The cells that the formula only names, if it is no more than that. */
    Optional<Reading> cells() {
        var operands = expression.operands();
        return operands.size() == 1 && isNameOf(operands.get(0))
                ? Optional.of(reading(operands.get(0)))
                : Optional.empty();
    }

    /** Whether every element of the formula is just that of the operand; those in the corners tell. */
    private boolean isNameOf(Operand operand) {
        if (!(expression.type() instanceof Type.Array array)) {
            return isName(expression, operand);
        }
        return operand instanceof Operand.Block block
                && block.rows() == array.rows()
                && block.columns() == array.columns()
                && Stream.of(1, array.rows())
                        .allMatch(row -> Stream.of(1, array.columns())
                                .allMatch(column -> isName(
                                        expression.element(row, column),
                                        new Operand.Block(
                                                block.name(),
                                                block.row() + row - 1,
                                                block.column() + column - 1,
                                                1,
                                                1))));
    }

    private static boolean isName(Expression single, Operand operand) {
        return single.cellFormula(other -> Formula.named(other.toString()))
                .text()
                .equals(operand.toString());
    }

    /** Where an operand lies, counted from 1 for elements. */
    public Reading reading(Operand operand) {
        var reference = references.get(operand.name());
        return new Reading(reference.id(), reference.inRow(), operand);
    }
}
