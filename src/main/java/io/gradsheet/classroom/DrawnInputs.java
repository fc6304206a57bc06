package io.gradsheet.classroom;

import io.gradsheet.template.Assignment.Interval;
import io.gradsheet.template.Block;
import io.gradsheet.template.Input;
import io.gradsheet.template.Matrix;
import io.gradsheet.template.WorksheetExperiment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The inputs of a worksheet, drawn anew. */
final class DrawnInputs {
    /** More numbers than these are data or a picture, and stay. */
    private static final int MOST_NUMBERS = 30;

    private DrawnInputs() {}

    /** What can be drawn. */
    static List<String> names(WorksheetExperiment worksheet) {
        return inputs(worksheet).map(Input::id).toList();
    }

    private static Stream<Input> inputs(WorksheetExperiment worksheet) {
        return worksheet.pages().stream()
                .flatMap(page -> page.content().stream())
                .flatMap(DrawnInputs::flat)
                .filter(Block.Inputs.class::isInstance)
                .flatMap(block -> ((Block.Inputs) block).inputs().stream())
                .filter(input -> input.content() instanceof Input.Numbers);
    }

    private static Stream<Block> flat(Block block) {
        return block instanceof Block.Beside beside
                ? beside.blocks().stream().flatMap(DrawnInputs::flat)
                : Stream.of(block);
    }

    /**
     * The worksheet with other numbers in its inputs.
     *
     * @param intervals of the inputs to be drawn; if there are none, every input is drawn that may be, from where the template says, or
     *     from around its number
     */
    static WorksheetExperiment of(WorksheetExperiment worksheet, Map<String, Interval> intervals, Random random) {
        var drawn = new HashMap<String, Matrix>();
        inputs(worksheet).forEach(input -> {
            var numbers = (Input.Numbers) input.content();
            if (intervals.containsKey(input.id())) {
                drawn.put(
                        input.id(),
                        mapped(
                                numbers.values(),
                                old -> within(intervals.get(input.id()), numbers.bounds(), old, random)));
            } else if (intervals.isEmpty() && isVaried(numbers)) {
                drawn.put(
                        input.id(),
                        mapped(
                                numbers.values(),
                                old -> within(
                                        numbers.draw().interval().orElseGet(() -> around(old)),
                                        numbers.bounds(),
                                        old,
                                        random)));
            }
        });
        return worksheet.with(drawn);
    }

    private static Matrix mapped(Matrix matrix, UnaryOperator<Double> change) {
        return new Matrix(matrix.rows().stream()
                .map(row -> row.stream().map(change).toList())
                .toList());
    }

    /** Unless the template says more, whole numbers that must be such are choices, and zeros and ones are patterns. */
    private static boolean isVaried(Input.Numbers numbers) {
        var values = numbers.values().numbers();
        if (!numbers.draw().allowed() || numbers.draw().interval().isPresent()) {
            return numbers.draw().allowed();
        }
        return !numbers.bounds().whole()
                && values.size() <= MOST_NUMBERS
                && !values.stream().allMatch(value -> value == 0 || (value == 1 && values.size() > 1));
    }

    private static Interval around(double number) {
        var reach = Math.max(0.5, Math.abs(number) / 2);
        return new Interval(number - reach, number + reach);
    }

    /** A number that the cell may hold; else the one that it holds. */
    private static double within(Interval interval, Input.Bounds bounds, double old, Random random) {
        var from = Math.max(interval.from(), bounds.from().orElse(interval.from()));
        var to = Math.min(interval.to(), bounds.to().orElse(interval.to()));
        if (from >= to) {
            return old;
        }
        var drawn = Draw.number(random, new Interval(from, to));
        var kept = bounds.whole() ? Math.rint(drawn) : drawn;
        return bounds.allows(kept) ? kept : old;
    }
}
