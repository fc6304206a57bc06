package io.gradsheet.template;

import io.gradsheet.expression.Digits;
import io.gradsheet.network.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Puts the mean of a column in place of inputs that are missing. */
final class MeanFiller {
    private final Section data;
    private final List<String> names;
    private final int inputs;

    /**
     * For the inputs of a network.
     *
     * @param names of the inputs; empty if they have none
     */
    MeanFiller(Section data, List<String> names, int inputs) {
        this.data = data;
        this.names = names;
        this.inputs = inputs;
    }

    /**
     * Replaces the samples of which an input is missing.
     *
     * @param rows samples, those to learn from first
     * @param learned how many those are; the means are theirs
     * @return what was put where
     * @throws TemplateException if an input is missing in all samples to learn from
     */
    List<Gaps.Filled> fill(List<Sample> rows, int learned) {
        var filled = new ArrayList<Gaps.Filled>();
        for (var input = 1; input <= inputs; input++) {
            var i = input;
            var count = (int)
                    rows.stream().filter(row -> Double.isNaN(row.input(i))).count();
            if (count > 0) {
                filled.add(new Gaps.Filled(i, name(i), count, mean(rows.subList(0, learned), i)));
            }
        }
        if (!filled.isEmpty()) {
            rows.replaceAll(row -> filled(row, filled));
        }
        return filled;
    }

    private String name(int i) {
        return names.isEmpty() || names.get(i - 1).isBlank() ? "x" + i : Wording.shown(names.get(i - 1));
    }

    private double mean(List<Sample> rows, int i) {
        return rows.stream().mapToDouble(row -> row.input(i)).filter(number -> !Double.isNaN(number)).average().stream()
                // It is an input of the workbook, which holds so many digits.
                .map(Digits::kept)
                .findFirst()
                .orElseThrow(() -> data.entry("missing")
                        .complaint("cannot be mean: " + name(i)
                                + " is missing in all samples to learn from; leave its column out"));
    }

    private Sample filled(Sample row, List<Gaps.Filled> filled) {
        var numbers = IntStream.rangeClosed(1, inputs).mapToDouble(row::input).toArray();
        for (var gap : filled) {
            if (Double.isNaN(numbers[gap.input() - 1])) {
                numbers[gap.input() - 1] = gap.mean();
            }
        }
        return new Sample(
                numbers,
                IntStream.rangeClosed(1, row.targetCount())
                        .mapToDouble(row::target)
                        .toArray());
    }
}
