package io.gradsheet.network;

import java.util.List;
import java.util.stream.IntStream;

/** A few samples side by side, as {@link BatchGradient} reads them. */
public final class Block {
    private final double[][] columns;
    private final double[][] lines;
    private final double[] targets;
    private final int[] answers;
    private int count;

    /**
     * Makes room.
     *
     * @param rows for so many samples
     */
    public Block(Network network, int rows) {
        this.columns = matrix(network.inputs(), rows);
        this.lines = new double[rows][];
        this.targets = new double[network.outputs() * rows];
        this.answers = new int[rows];
    }

    /** All of these samples. */
    static Block of(Network network, List<Sample> samples) {
        return new Block(network, samples.size())
                .fill(samples, IntStream.rangeClosed(1, samples.size()).boxed().toList());
    }

    /**
     * Zeros. Arrays that are made one after the other begin at the same place of a cache line if their sizes are multiples of one,
     * which vector instructions like: hence a few numbers more, after a header of two.
     */
    static double[][] matrix(int arrays, int length) {
        return new double[arrays][(length + 9) / 8 * 8 - 2];
    }

    /** Takes samples in, by their numbers from 1, in place of those that were there. */
    public Block fill(List<Sample> samples, List<Integer> numbers) {
        count = numbers.size();
        for (var k = 0; k < count; k++) {
            var sample = samples.get(numbers.get(k) - 1);
            lines[k] = sample.inputs();
            System.arraycopy(sample.targets(), 0, targets, k * sample.targets().length, sample.targets().length);
            answers[k] = sample.answer();
        }
        for (var i = 0; i < columns.length; i++) {
            var column = columns[i];
            for (var k = 0; k < count; k++) {
                column[k] = lines[k][i];
            }
        }
        return this;
    }

    int count() {
        return count;
    }

    /** Input by input: {@code [i][k]}. What is beyond the count means nothing. */
    double[][] columns() {
        return columns;
    }

    /** Sample by sample: {@code [k][i]}. */
    double[][] lines() {
        return lines;
    }

    /** Sample by sample, all in one array. */
    double[] targets() {
        return targets;
    }

    /** The class of a sample: see {@link Network#answer}. */
    int answer(int row) {
        return answers[row];
    }
}
