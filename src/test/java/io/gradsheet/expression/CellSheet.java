package io.gradsheet.expression;

import static org.assertj.core.api.Assertions.within;

import io.gradsheet.expression.Operand.Block;
import io.gradsheet.expression.Operand.Single;
import io.gradsheet.recalc.Engine;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.testing.EngineValues;
import io.gradsheet.testing.TypedCells;
import io.gradsheet.testing.Workbooks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;

/** A workbook with cells for what a {@link TestScope} names, and formulas of them below one another. */
final class CellSheet {
    private static final String NAME = "Cells";
    private static final double TOLERANCE = 1e-9;
    private static final int FIRST_DATA_COLUMN = 2;

    private final Grid grid = new Grid();
    private final Map<String, Ref> origins = new HashMap<>();
    private final Map<String, double[][]> numbers = new HashMap<>();
    private final List<String> formulas = new ArrayList<>();
    private final List<Double> expected = new ArrayList<>();
    private int nextColumn = FIRST_DATA_COLUMN;

    /** Puts numbers into cells, row by row; NaN leaves one empty. Of a column of a table, the last row is this one. */
    CellSheet data(String name, double[]... rows) {
        origins.put(name, Ref.at(0, nextColumn));
        numbers.put(name, rows);
        for (var row = 0; row < rows.length; row++) {
            for (var column = 0; column < rows[row].length; column++) {
                if (!Double.isNaN(rows[row][column])) {
                    grid.put(row, nextColumn + column, Cell.input(rows[row][column]));
                }
            }
        }
        nextColumn += rows[0].length;
        return this;
    }

    /** Adds a formula, of an array that of every element. */
    void add(Expression expression) {
        if (expression.type() instanceof Type.Array array) {
            for (var row = 1; row <= array.rows(); row++) {
                for (var column = 1; column <= array.columns(); column++) {
                    addOne(expression.element(row, column));
                }
            }
        } else {
            addOne(expression);
        }
    }

    private void addOne(Expression expression) {
        var text = expression.cellFormula(this::address).text();
        // Programs do not save truth alike.
        var formula = expression.type() == Type.TRUTH ? "IF(" + text + ",1,0)" : text;
        add(formula, expression.evaluate(this::number));
        // What is asked for has to hold where there is a value.
        expression.cellConditions(this::address).forEach(condition -> add("IF(" + condition + ",1,0)", 1));
    }

    private void add(String formula, double java) {
        grid.put(formulas.size(), 0, TypedCells.computed(formula, java + 1 + Math.abs(java), Role.COST));
        formulas.add(formula);
        expected.add(java);
    }

    private Formula address(Operand operand) {
        return Formula.named(typed(operand));
    }

    private String typed(Operand operand) {
        if (operand instanceof Single single) {
            var cell = cell(single.name(), rowsOf(single.name()) - 1 - single.rowsAbove(), 0);
            return switch (single.name()) {
                case "on" -> "(" + cell + "<>0)";
                case "kind" -> "IF(" + cell + "=1,\"tanh\",\"sigmoid\")";
                default -> cell;
            };
        }
        var block = (Block) operand;
        var first = cell(block.name(), block.row() - 1, block.column() - 1);
        var last = cell(block.name(), block.row() + block.rows() - 2, block.column() + block.columns() - 2);
        return first.equals(last) ? first : first + ":" + last;
    }

    private int rowsOf(String name) {
        return numbers.get(name).length;
    }

    private String cell(String name, int row, int column) {
        var origin = origins.get(name);
        return Ref.at(origin.row() + row, origin.column() + column).toString();
    }

    private double number(Operand operand) {
        var table = numbers.get(operand.name());
        return operand instanceof Block block
                ? table[block.row() - 1][block.column() - 1]
                : table[table.length - 1 - ((Single) operand).rowsAbove()][0];
    }

    Path write(Path file) {
        var sheet = SheetPlan.named(NAME).head(grid.rows()).build();
        return Workbooks.write(new Plan("Cells", "cells", "en", List.of(sheet), List.of()), file);
    }

    /** Every formula comes to Java's value. */
    void assertComputedBy(Engine engine, Path file) {
        var values = EngineValues.of(engine, file, NAME);
        var softly = new SoftAssertions();
        for (var row = 0; row < formulas.size(); row++) {
            var value = values.get(new Address(NAME, row, 0));
            var java = expected.get(row);
            var said = "%s: =%s".formatted(engine.name(), formulas.get(row));
            softly.assertThat(value).as(said).isInstanceOf(Value.Figure.class);
            if (value instanceof Value.Figure figure) {
                softly.assertThat(figure.number())
                        .as(said)
                        .isCloseTo(java, within(TOLERANCE * Math.max(1, Math.abs(java))));
            }
        }
        softly.assertAll();
    }
}
