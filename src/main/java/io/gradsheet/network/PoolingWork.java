package io.gradsheet.network;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The work of a pooling. */
final class PoolingWork extends Work {
    private final boolean isMax;
    private final int size;

    /** Of each unit, the units of its window. */
    private final int[][] windows;

    /** Of each unit of the layer before, the unit whose window it is in, and where there. */
    private final int[] units;

    private final int[] places;

    /** Of each unit and sample, which of its window was the largest. */
    private final int[][] chosen;

    PoolingWork(Pooling layer, int rows) {
        super(layer, rows);
        this.isMax = layer.by() == Pooling.By.MAX;
        this.size = layer.size();
        this.windows = IntStream.range(0, size).mapToObj(layer::window).toArray(int[][]::new);
        this.units = new int[layer.before()];
        this.places = new int[layer.before()];
        for (var unit = 0; unit < size; unit++) {
            for (var place = 0; place < windows[unit].length; place++) {
                units[windows[unit][place]] = unit;
                places[windows[unit][place]] = place;
            }
        }
        this.chosen = new int[isMax ? size : 0][rows];
    }

    @Override
    void forward(Inflow inflow, double[] parameters, Team team, Touch touch) {
        team.run(part -> {
            var from = team.begin(part, size);
            var to = team.begin(part + 1, size);
            var least = new double[inflow.count()];
            for (var unit = from; unit < to; unit++) {
                if (isMax) {
                    choose(inflow, unit, least);
                } else {
                    average(inflow, unit);
                }
            }
            activate(from, to, inflow.count());
        });
        finish(0, size, inflow.count(), touch);
    }

    private void choose(Inflow inflow, int unit, double[] least) {
        var largest = z()[unit];
        System.arraycopy(inflow.columns()[windows[unit][0]], 0, largest, 0, inflow.count());
        for (var place = 1; place < windows[unit].length; place++) {
            var column = inflow.columns()[windows[unit][place]];
            for (var k = 0; k < inflow.count(); k++) {
                largest[k] = Math.max(largest[k], column[k]);
            }
        }
        for (var k = 0; k < inflow.count(); k++) {
            least[k] = Largest.least(largest[k]);
        }
        var first = chosen[unit];
        // No comparison holds for what is not a number.
        Arrays.fill(first, 0);
        for (var place = windows[unit].length - 1; place >= 0; place--) {
            var column = inflow.columns()[windows[unit][place]];
            for (var k = 0; k < inflow.count(); k++) {
                first[k] = column[k] >= least[k] ? place : first[k];
            }
        }
    }

    private void average(Inflow inflow, int unit) {
        var sums = z()[unit];
        Arrays.fill(sums, 0, inflow.count(), 0);
        for (var place : windows[unit]) {
            var column = inflow.columns()[place];
            for (var k = 0; k < inflow.count(); k++) {
                sums[k] += column[k];
            }
        }
        for (var k = 0; k < inflow.count(); k++) {
            sums[k] /= windows[unit].length;
        }
    }

    @Override
    void slopes(double[] parameters, double[][] slopes, int from, int to, int count) {
        for (var i = from; i < to; i++) {
            var deltas = deltas()[units[i]];
            if (isMax) {
                var first = chosen[units[i]];
                for (var k = 0; k < count; k++) {
                    slopes[i][k] = first[k] == places[i] ? deltas[k] : 0;
                }
            } else {
                var share = windows[units[i]].length;
                for (var k = 0; k < count; k++) {
                    slopes[i][k] = deltas[k] / share;
                }
            }
        }
    }

    @Override
    void gradients(Inflow inflow, int first, int after, double[][] sums, int from, int to) {
        // There is nothing to learn.
    }

    @Override
    int chosen(int unit, int row) {
        return chosen[unit - 1][row] + 1;
    }

    @Override
    void pieces(int count, LongStream.Builder pieces) {
        for (var places : chosen) {
            for (var k = 0; k < count; k++) {
                pieces.add(places[k]);
            }
        }
    }
}
