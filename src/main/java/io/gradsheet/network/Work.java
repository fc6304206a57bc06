package io.gradsheet.network;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * What one layer does for samples side by side, in arrays that are made once: {@code [j][k]} is of unit j + 1 and of the sample in row
 * k. A team shares out units, and groups of weights; so every sum is one member's, and its bits are the same whatever the team's size.
 */
abstract sealed class Work permits DenseWork, ConvolutionWork, PoolingWork, RecurrentWork {
    private final Layer layer;
    private final double[][] z;
    private final double[][] a;
    private final double[][] deltas;

    Work(Layer layer, int rows) {
        this.layer = layer;
        this.z = Block.matrix(layer.size(), rows);
        this.a = Block.matrix(layer.size(), rows);
        this.deltas = Block.matrix(layer.size(), rows);
    }

    /** Weighted inputs. */
    double[][] z() {
        return z;
    }

    /** Activations. */
    double[][] a() {
        return a;
    }

    /** First ∂C/∂a, then ∂C/∂z. */
    double[][] deltas() {
        return deltas;
    }

    /** Computes z and a. */
    abstract void forward(Inflow inflow, double[] parameters, Team team, Touch touch);

    /** Adds to the errors of the layer what flows from its units into each other. */
    void settle(double[] parameters, int count, Team team) {
        // In most kinds of layers, nothing does.
    }

    /**
     * Adds up ∂C/∂a of some units of the layer before, Σ δ w over their readers (Wakui 4.3).
     *
     * @param slopes zeros
     * @param from the first of the units, from 0
     * @param to the one after the last
     */
    abstract void slopes(double[] parameters, double[][] slopes, int from, int to, int count);

    /**
     * Adds ∂C/∂w, Σ δ a over the uses of w, and ∂C/∂b, Σ δ, of some samples (Wakui 4.2).
     *
     * @param first the first of the samples, from 0
     * @param after the one after the last
     * @param sums of each group of weights, those of its weights and then that of its bias
     * @param from the first of the groups, from 0
     * @param to the one after the last
     */
    abstract void gradients(Inflow inflow, int first, int after, double[][] sums, int from, int to);

    /** Turns ∂C/∂a of some units into ∂C/∂z. */
    void toErrors(int from, int to, int count) {
        for (var j = from; j < to; j++) {
            layer.activation().toErrors(z[j], a[j], deltas[j], 1, count);
        }
    }

    /** Turns all ∂C/∂a into ∂C/∂z where each depends on all. */
    void toErrors(int count) {
        if (layer.activation().isForOutput()) {
            var slopes = lines(deltas, 0, layer.size(), count);
            layer.activation()
                    .toErrors(
                            lines(z, 0, layer.size(), count),
                            lines(a, 0, layer.size(), count),
                            slopes,
                            count,
                            layer.size());
            fill(deltas, 0, layer.size(), slopes, count);
        } else {
            toErrors(0, layer.size(), count);
        }
    }

    /** Computes a of some units, unless each depends on all. */
    final void activate(int from, int to, int count) {
        if (!layer.activation().isForOutput()) {
            for (var j = from; j < to; j++) {
                layer.activation().activate(z[j], a[j], 1, count);
            }
        }
    }

    /** Computes a of units that depend on each other, and lets any be touched. */
    final void finish(int from, int to, int count, Touch touch) {
        if (layer.activation().isForOutput()) {
            var shares = new double[(to - from) * count];
            layer.activation().activate(lines(z, from, to, count), shares, count, to - from);
            fill(a, from, to, shares, count);
        }
        if (touch != Touch.NONE) {
            var touched = lines(a, from, to, count);
            touch.touch(layer.activation(), lines(z, from, to, count), touched, count);
            fill(a, from, to, touched, count);
        }
    }

    /** See {@link Propagation#pieces}. */
    void pieces(int count, LongStream.Builder pieces) {
        if (layer.activation().hasKinks()) {
            for (var column : z) {
                for (var k = 0; k < count; k++) {
                    pieces.add(layer.activation().piece(column[k]));
                }
            }
        }
    }

    /** Which of a unit's terms was the largest, from 1, where the layer takes the largest. */
    int chosen(int unit, int row) {
        throw new IllegalStateException("no layer that takes the largest");
    }

    /** The numbers of some units sample by sample, all in one array. */
    static double[] lines(double[][] columns, int from, int to, int count) {
        var lines = new double[(to - from) * count];
        lines(columns, from, to, count, lines);
        return lines;
    }

    static void lines(double[][] columns, int from, int to, int count, double[] lines) {
        var width = to - from;
        for (var j = 0; j < width; j++) {
            var column = columns[from + j];
            for (var k = 0; k < count; k++) {
                lines[k * width + j] = column[k];
            }
        }
    }

    /** The other way round. */
    static void fill(double[][] columns, int from, int to, double[] lines, int count) {
        var width = to - from;
        for (var j = 0; j < width; j++) {
            var column = columns[from + j];
            for (var k = 0; k < count; k++) {
                column[k] = lines[k * width + j];
            }
        }
    }

    /** Adds a number to all. */
    static void add(double[] numbers, double number, int count) {
        for (var k = 0; k < count; k++) {
            numbers[k] += number;
        }
    }

    /** Four sums side by side, for an addition that waits for the one before takes long. */
    static double sum(double[] numbers, int first, int after) {
        var sum0 = 0.0;
        var sum1 = 0.0;
        var sum2 = 0.0;
        var sum3 = 0.0;
        var k = first;
        for (; k + 4 <= after; k += 4) {
            sum0 += numbers[k];
            sum1 += numbers[k + 1];
            sum2 += numbers[k + 2];
            sum3 += numbers[k + 3];
        }
        for (; k < after; k++) {
            sum0 += numbers[k];
        }
        return (sum0 + sum1) + (sum2 + sum3);
    }

    /** Zeros for some units. */
    static void clear(double[][] columns, int from, int to, int count) {
        for (var j = from; j < to; j++) {
            Arrays.fill(columns[j], 0, count, 0);
        }
    }
}
