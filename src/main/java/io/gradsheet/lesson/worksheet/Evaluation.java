package io.gradsheet.lesson.worksheet;

import io.gradsheet.expression.DomainException;
import io.gradsheet.expression.Operand;
import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Block;
import io.gradsheet.template.Column;
import io.gradsheet.template.Definition;
import io.gradsheet.template.Input;
import io.gradsheet.template.Matrix;
import io.gradsheet.template.WorksheetExperiment;
import io.gradsheet.template.WorksheetFormula;
import io.gradsheet.template.WorksheetFormula.Reading;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What Java obtains for every cell of a worksheet, from the trees of its formulas. A cell without a value, where a template allows
 * it, is NaN here.
 */
final class Evaluation {
    private final Map<String, double[][]> cells = new HashMap<>();
    private final Map<String, Matrix> changed;

    private Evaluation(Map<String, Matrix> changed) {
        this.changed = changed;
    }

    /**
     * Evaluates a worksheet.
     *
     * @throws UnrepresentableException if a formula has no value where one is needed
     */
    static Evaluation of(WorksheetExperiment experiment) {
        var evaluation = new Evaluation(experiment.changed());
        experiment.pages().forEach(page -> page.content().forEach(evaluation::add));
        return evaluation;
    }

    /** The blocks of a list, those beside one another among them. */
    static Stream<Block> flat(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> block instanceof Block.Beside beside ? beside.blocks().stream() : Stream.of(block));
    }

    // Filling ---------------------------------------------------------------------------------------------------------

    private void add(Block block) {
        if (block instanceof Block.Beside beside) {
            beside.blocks().forEach(this::add);
        } else if (block instanceof Block.Inputs inputs) {
            inputs.inputs().forEach(this::add);
        } else if (block instanceof Block.Values values) {
            values.values().forEach(this::add);
        } else if (block instanceof Block.Table table) {
            add(table);
        }
    }

    private void add(Input input) {
        cells.put(
                input.id(),
                input.content() instanceof Input.Choice choice
                        ? given(input.id(), new Matrix(List.of(List.of((double) choice.chosen()))))
                        : given(input.id(), ((Input.Numbers) input.content()).values()));
    }

    private double[][] given(String id, Matrix recorded) {
        return changed.getOrDefault(id, recorded).rows().stream()
                .map(row -> row.stream().mapToDouble(number -> number).toArray())
                .toArray(double[][]::new);
    }

    private void add(Definition value) {
        var numbers = new double[value.height()][value.width()];
        for (var row = 0; row < value.height(); row++) {
            for (var column = 0; column < value.width(); column++) {
                var formula = value.cells().get(row).get(column);
                numbers[row][column] = value.gaps()
                        ? tryValue(formula, reading -> read(reading, 0), "").orElse(Double.NaN)
                        : value(formula, 0);
            }
        }
        cells.put(value.id(), numbers);
    }

    /** Row by row, because a row may use the ones above it. */
    private void add(Block.Table table) {
        for (var column : table.columns()) {
            cells.put(column.id(), start(column, table.rows()));
        }
        for (var row = 0; row < table.rows(); row++) {
            for (var column : table.columns()) {
                if (column.content() instanceof Column.Formulas formulas) {
                    fill(table, column, formulas, row);
                }
            }
        }
        table.totals().forEach(total -> add(total.quantity()));
    }

    private double[][] start(Column column, int rows) {
        if (column.content() instanceof Column.Figures figures) {
            return given(column.id(), figures.values());
        }
        if (column.content() instanceof Column.Givens givens) {
            return given(column.id(), givens.values());
        }
        var numbers = new double[rows][column.width()];
        if (column.content() instanceof Column.Steps steps) {
            var from = value(steps.from(), 0);
            var to = value(steps.to(), 0);
            for (var row = 0; row < rows; row++) {
                numbers[row][0] = finite(from + row * (to - from) / steps.steps(), steps.to());
            }
        }
        return numbers;
    }

    private static double finite(double number, WorksheetFormula formula) {
        if (!Double.isFinite(number)) {
            throw new UnrepresentableException(
                    formula.place() + ": the interval leaves the range of numbers; bring its ends closer together");
        }
        return number;
    }

    private void fill(Block.Table table, Column column, Column.Formulas formulas, int row) {
        for (var i = 0; i < column.width(); i++) {
            var formula = row < formulas.first().size()
                    ? formulas.first().get(row)
                    : formulas.formulas().get(i);
            if (formulas.gaps()) {
                var line = row;
                cells.get(column.id())[row][i] = tryValue(formula, reading -> read(reading, line), inRow(table, row))
                        .orElse(Double.NaN);
            } else {
                cells.get(column.id())[row][i] = valueInRow(table, formula, row);
            }
        }
    }

    private double valueInRow(Block.Table table, WorksheetFormula formula, int row) {
        return value(formula, reading -> read(reading, row), inRow(table, row));
    }

    // Reading ---------------------------------------------------------------------------------------------------------

    /** The numbers of an input, a value, or a column. */
    double[][] of(String id) {
        return cells.get(id);
    }

    /**
     * The value of a formula that stands in a row, counted from 0, or in no table.
     *
     * @throws UnrepresentableException if there is none
     */
    double value(WorksheetFormula formula, int row) {
        return value(formula, reading -> read(reading, row), "");
    }

    private static double value(WorksheetFormula formula, ToDoubleFunction<Reading> values, String where) {
        try {
            return formula.evaluate(values);
        } catch (DomainException e) {
            throw new UnrepresentableException(formula.place() + ": " + where + e.getMessage()
                    + (formula.isDisputed(values)
                            ? "; change what it uses"
                            : "; change what it uses, or let the cell stay empty with 'gaps: true'"));
        }
    }

    /** No value where a spreadsheet has none either: where programs have one, each its own, no cell can be left empty. */
    private static OptionalDouble tryValue(WorksheetFormula formula, ToDoubleFunction<Reading> values, String where) {
        var value = formula.tryEvaluate(values);
        return value.isEmpty() && formula.isDisputed(values) ? OptionalDouble.of(value(formula, values, where)) : value;
    }

    private static String inRow(Block.Table table, int row) {
        return "in row " + (row + 1) + " of table " + table.name() + ", ";
    }

    /** The value of a map's formula at a point. */
    OptionalDouble at(WorksheetFormula formula, double x, double y) {
        return tryValue(
                formula,
                reading -> switch (reading.id()) {
                    case Block.Relief.HORIZONTAL -> x;
                    case Block.Relief.VERTICAL -> y;
                    default -> read(reading, 0);
                },
                "at the point (%s, %s) of the map, "
                        .formatted(Value.of(x).content(), Value.of(y).content()));
    }

    /** The numbers of several cells, row by row. */
    double[][] numbers(Reading cells) {
        if (!(cells.operand() instanceof Operand.Block block)) {
            return new double[][] {{read(cells, 0)}};
        }
        return IntStream.range(0, block.rows())
                .mapToObj(row -> Arrays.copyOfRange(
                        of(cells.id())[block.row() - 1 + row],
                        block.column() - 1,
                        block.column() - 1 + block.columns()))
                .toArray(double[][]::new);
    }

    /** A single cell. */
    private double read(Reading reading, int row) {
        var numbers = cells.get(reading.id());
        if (reading.operand() instanceof Operand.Single single) {
            return numbers[reading.inRow() ? row - single.rowsAbove() : 0][0];
        }
        var block = (Operand.Block) reading.operand();
        return numbers[reading.inRow() ? row : block.row() - 1][block.column() - 1];
    }

    // Same ------------------------------------------------------------------------------------------------------------

    /** How far the two sides differ, relative to the larger of 1 and the size of the right one. */
    double distance(Block.Same same) {
        var difference = 0.0;
        var size = 0.0;
        var sides = List.of(same.left().elements(), same.right().elements());
        for (var i = 0; i < sides.get(0).size(); i++) {
            var left = value(sides.get(0).get(i), 0);
            var right = value(sides.get(1).get(i), 0);
            difference += (left - right) * (left - right);
            size += right * right;
        }
        return Math.sqrt(difference) / Math.max(1, Math.sqrt(size));
    }
}
