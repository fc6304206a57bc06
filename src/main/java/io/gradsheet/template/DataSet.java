package io.gradsheet.template;

import io.gradsheet.network.Sample;
import io.gradsheet.network.Scaling;
import io.gradsheet.network.Scaling.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a network learns from, and what it is tested on: as the file has it, and as the network reads it once columns of different
 * sizes are scaled. Scales come from the samples to learn from alone. Immutable.
 */
public final class DataSet {
    private final List<Sample> rows;
    private final int learned;
    private final Meaning meaning;
    private final Gaps gaps;
    private final List<Scale> inputScales;
    private final List<Scale> targetScales;
    private final List<Sample> scaled;

    /**
     * What the numbers of a data set mean.
     *
     * @param inputs what the file calls the inputs; empty if it does not, or if they are pixels
     * @param targets what the file calls the targets; empty if it does not, or if there are classes
     * @param classes what each neuron of the output layer stands for, in order; a single output neuron has two: what t = 0
     *     and what t = 1 stand for. Empty where the targets are numbers of their own
     * @param image the shape of the inputs where they are pixels; otherwise one row of them
     * @param inputScaling of each input
     * @param targetScaling of each target; classes have none
     */
    public record Meaning(
            List<String> inputs,
            List<String> targets,
            List<String> classes,
            ImageShape image,
            Scaling inputScaling,
            Scaling targetScaling) {
        public Meaning {
            inputs = List.copyOf(inputs);
            targets = List.copyOf(targets);
            classes = List.copyOf(classes);
        }
    }

    /**
     * A data set.
     *
     * @param rows the samples as the file has them, first those to learn from, then those to test with
     * @param learned how many are to learn from
     * @param gaps what was done about missing values before
     */
    DataSet(List<Sample> rows, int learned, Meaning meaning, Gaps gaps) {
        this.rows = List.copyOf(rows);
        this.learned = learned;
        this.meaning = meaning;
        this.gaps = gaps;
        var first = this.rows.get(0);
        this.inputScales = IntStream.rangeClosed(1, first.inputCount())
                .mapToObj(i -> scale(meaning.inputScaling(), row -> row.input(i)))
                .toList();
        this.targetScales = IntStream.rangeClosed(1, first.targetCount())
                .mapToObj(j -> scale(meaning.targetScaling(), row -> row.target(j)))
                .toList();
        this.scaled = isScaled() ? this.rows.stream().map(this::scaled).toList() : this.rows;
    }

    private Scale scale(Scaling scaling, ToDoubleFunction<Sample> column) {
        return scaling.of(rows.subList(0, learned).stream().mapToDouble(column).toArray());
    }

    /** Whether an input, counted from 1, is the same in all samples to learn from. */
    public boolean isConstantInput(int i) {
        return isConstant(row -> row.input(i));
    }

    /** Whether a target, counted from 1, is the same in all samples to learn from. */
    public boolean isConstantTarget(int j) {
        return isConstant(row -> row.target(j));
    }

    private boolean isConstant(ToDoubleFunction<Sample> column) {
        var first = column.applyAsDouble(rows.get(0));
        return rows.subList(0, learned).stream().allMatch(row -> column.applyAsDouble(row) == first);
    }

    /** What was done about missing values before these numbers were there. */
    public Gaps gaps() {
        return gaps;
    }

    /** What a user should know who has only looked at the file: rows left out, numbers put in, columns that say nothing. */
    List<String> remarks() {
        var remarks = new ArrayList<String>();
        if (gaps.leftOut() > 0) {
            remarks.add(
                    "data.missing: " + Wording.count(gaps.leftOut(), "row") + " left out, since a value is missing");
        }
        gaps.filled()
                .forEach(gap -> remarks.add("data.missing: the mean " + gap.shownMean() + " stands for "
                        + Wording.count(gap.count(), "missing value") + " of " + gap.name()));
        if (meaning.inputScaling() != Scaling.NONE) {
            IntStream.rangeClosed(1, inputScales.size())
                    .filter(this::isConstantInput)
                    .mapToObj(i -> same(meaning.inputs(), i, "x"))
                    .forEach(remarks::add);
        }
        if (meaning.targetScaling() != Scaling.NONE) {
            IntStream.rangeClosed(1, targetScales.size())
                    .filter(this::isConstantTarget)
                    .mapToObj(j -> same(meaning.targets(), j, "t"))
                    .forEach(remarks::add);
        }
        return remarks;
    }

    private static String same(List<String> names, int number, String letter) {
        return "data.scale: " + (names.isEmpty() ? letter + number : names.get(number - 1))
                + " is the same in all samples to learn from, and becomes 0 there: nothing can be learned from it";
    }

    private boolean isScaled() {
        return meaning.inputScaling() != Scaling.NONE || meaning.targetScaling() != Scaling.NONE;
    }

    /** A row as the network reads it. */
    public Sample scaled(Sample row) {
        var inputs = IntStream.rangeClosed(1, inputScales.size())
                .mapToDouble(i -> inputScale(i).of(row.input(i)))
                .toArray();
        var targets = IntStream.rangeClosed(1, targetScales.size())
                .mapToDouble(j -> targetScale(j).of(row.target(j)))
                .toArray();
        return new Sample(inputs, targets);
    }

    /** All samples as the file has them, first those to learn from, then those to test with. */
    public List<Sample> rows() {
        return rows;
    }

    /** The samples to learn from, as the network reads them. */
    public List<Sample> samples() {
        return scaled.subList(0, learned);
    }

    /** The samples to test with, as the network reads them; there may be none. */
    public List<Sample> test() {
        return scaled.subList(learned, scaled.size());
    }

    /** Whether some samples are kept for a test. */
    public boolean hasTest() {
        return learned < rows.size();
    }

    /** What the numbers mean. */
    public Meaning meaning() {
        return meaning;
    }

    /** Whether a sample belongs to a class; otherwise its targets are numbers to come close to. */
    public boolean hasClasses() {
        return !meaning.classes().isEmpty();
    }

    /** The scale of input i, which counts from 1. */
    public Scale inputScale(int i) {
        return inputScales.get(i - 1);
    }

    /** The scale of target j, which counts from 1. */
    public Scale targetScale(int j) {
        return targetScales.get(j - 1);
    }

    /** The same with other numbers in the rows. */
    public DataSet with(List<Sample> rows) {
        if (rows.size() != this.rows.size()) {
            throw new IllegalArgumentException("as many rows as there were");
        }
        return new DataSet(new ArrayList<>(rows), learned, meaning, gaps);
    }
}
