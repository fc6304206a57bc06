package io.gradsheet.lesson.worksheet;

import io.gradsheet.lesson.frame.Check;
import io.gradsheet.template.Block;
import io.gradsheet.template.Column;
import io.gradsheet.template.Definition;
import io.gradsheet.template.Input;
import io.gradsheet.template.Matrix;
import io.gradsheet.template.WorksheetExperiment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What the sheet Check compares of a worksheet: its values, the last row of every table, and what must be the same. */
final class Results {
    /** More elements of one vector or matrix would bury the rest. */
    private static final int MOST_OF_ONE = 24;

    private final WorksheetExperiment experiment;
    private final Places places;

    Results(WorksheetExperiment experiment, Places places) {
        this.experiment = experiment;
        this.places = places;
    }

    /**
     * Fills the sheet.
     *
     * @param now from the inputs as they stand
     * @param recorded from those that the workbook was made with
     */
    Check check(Check check, Evaluation now, Evaluation recorded) {
        for (var page : experiment.pages()) {
            Evaluation.flat(page.content()).forEach(block -> {
                if (block instanceof Block.Inputs inputs) {
                    inputs.inputs().forEach(input -> watch(check, input, now));
                } else if (block instanceof Block.Values values) {
                    values.values().forEach(value -> compare(check, value, now, recorded));
                } else if (block instanceof Block.Table table) {
                    compare(check, table, now, recorded);
                } else if (block instanceof Block.Same same) {
                    var cell = places.of(SamePanel.id(same));
                    check.result(
                            same.title(),
                            cell.cells().first().address(cell.sheet()),
                            now.distance(same),
                            recorded.distance(same));
                }
            });
        }
        return check;
    }

    private void watch(Check check, Input input, Evaluation now) {
        if (input.content() instanceof Input.Numbers numbers) {
            watch(check, input.caption(), input.id(), numbers.values(), now);
        } else if (input.content() instanceof Input.Choice choice) {
            var area = places.of(input.id());
            check.word(
                    input.caption(),
                    area.cells().first().address(area.sheet()),
                    choice.options().get(choice.chosen()),
                    choice.options().get((int) now.of(input.id())[0][0]));
        }
    }

    private void watch(Check check, String caption, String id, Matrix recorded, Evaluation now) {
        var area = places.of(id);
        check.inputs(caption, area.sheet(), area.cells(), recorded.numbers(), numbers(now.of(id)));
    }

    private static List<Double> numbers(double[][] cells) {
        return Arrays.stream(cells).flatMap(row -> Arrays.stream(row).boxed()).toList();
    }

    /** Which elements of so many are compared: all, or of very many the first and the last. */
    private static IntStream compared(int elements) {
        return elements <= MOST_OF_ONE ? IntStream.range(0, elements) : IntStream.of(0, elements - 1);
    }

    private void compare(Check check, Definition value, Evaluation now, Evaluation recorded) {
        var width = value.width();
        compared(value.height() * width).forEach(i -> {
            if (!value.gaps() && !value.cells().get(i / width).get(i % width).isTruth()) {
                var symbol = value.height() * width == 1
                        ? value.caption()
                        : value.caption() + "_{" + (value.height() == 1 ? "" : i / width + 1 + ",") + (i % width + 1)
                                + "}";
                compare(check, symbol, value.id(), i / width, i % width, now, recorded);
            }
        });
    }

    private void compare(Check check, Block.Table table, Evaluation now, Evaluation recorded) {
        var last = table.rows() - 1;
        for (var column : table.columns()) {
            if (column.content() instanceof Column.Givens givens) {
                watch(check, column.captions().get(0), column.id(), givens.values(), now);
            } else if (column.content() instanceof Column.Formulas formulas
                    && !formulas.gaps()
                    && !formulas.formulas().get(0).isTruth()) {
                compared(column.width())
                        .forEach(i -> compare(check, column.captions().get(i), column.id(), last, i, now, recorded));
            }
        }
        table.totals().forEach(total -> compare(check, total.quantity(), now, recorded));
    }

    private void compare(
            Check check, String symbol, String id, int row, int column, Evaluation now, Evaluation recorded) {
        var area = places.of(id);
        check.result(
                symbol,
                area.cells().first().plus(row, column).address(area.sheet()),
                now.of(id)[row][column],
                recorded.of(id)[row][column]);
    }
}
