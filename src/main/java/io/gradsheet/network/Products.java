package io.gradsheet.network;

/**
 * Sums of products of many numbers side by side, y<sub>j</sub> += Σ<sub>i</sub> f<sub>ji</sub> x<sub>i</sub>. An x and a y are
 * arrays; the terms of a sum are added one after the other from the first on, as in a cell of a sheet, however the work is cut up.
 *
 * <p>In the innermost loops all arrays are read with the same index, and there are no more than five: only such loops does the
 * compiler turn into vector instructions. What they read over and over stays in the processor's nearest cache.
 */
final class Products {
    /** Numbers of all the x that are gone through with every y: 16 kB. */
    private static final int TILE = 2_048;

    private static final int LONGEST = TILE / 4;

    private Products() {}

    /** Where f<sub>ji</sub> stands, j and i counted from 0. */
    sealed interface Factors {
        /** The array that those of a sum stand in. */
        double[] array(int j);

        /** The place of the first in it. */
        int start(int j);

        /** From one to the next. */
        int step();
    }

    /** All in one array: {@code values[first + j * rowStep + i * step]}. */
    // A view of the array, made for one call and never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Flat(double[] values, int first, int rowStep, int step) implements Factors {
        @Override
        public double[] array(int j) {
            return values;
        }

        @Override
        public int start(int j) {
            return first + j * rowStep;
        }
    }

    /** Those of each sum in an array of its own: {@code values[j][i]}. */
    @SuppressWarnings("ArrayRecordComponent")
    record Rows(double[][] values) implements Factors {
        @Override
        public double[] array(int j) {
            return values[j];
        }

        @Override
        public int start(int j) {
            return 0;
        }

        @Override
        public int step() {
            return 1;
        }
    }

    /**
     * Adds to some of the y.
     *
     * @param from the first y
     * @param to the y after the last
     * @param first the first x
     * @param after the x after the last
     * @param length how many numbers of each array count
     */
    static void add(double[][] y, int from, int to, double[][] x, int first, int after, int length, Factors factors) {
        for (var begin = 0; begin < length; begin += LONGEST) {
            var end = Math.min(length, begin + LONGEST);
            var tile = Math.max(4, TILE / (end - begin) / 4 * 4);
            for (var i = first; i < after; i += tile) {
                for (var j = from; j < to; j++) {
                    add(y[j], x, i, Math.min(after, i + tile), begin, end, factors, j);
                }
            }
        }
    }

    private static void add(
            double[] y, double[][] x, int first, int after, int begin, int end, Factors factors, int j) {
        var f = factors.array(j);
        var step = factors.step();
        var at = factors.start(j) + first * step;
        var i = first;
        for (; i + 4 <= after; i += 4) {
            var at1 = at + step;
            var at2 = at1 + step;
            var at3 = at2 + step;
            add(y, x[i], x[i + 1], x[i + 2], x[i + 3], f[at], f[at1], f[at2], f[at3], begin, end);
            at = at3 + step;
        }
        for (; i < after; i++) {
            add(y, x[i], f[at], begin, end);
            at += step;
        }
    }

    private static void add(
            double[] y,
            double[] x0,
            double[] x1,
            double[] x2,
            double[] x3,
            double f0,
            double f1,
            double f2,
            double f3,
            int begin,
            int end) {
        for (var k = begin; k < end; k++) {
            y[k] = y[k] + f0 * x0[k] + f1 * x1[k] + f2 * x2[k] + f3 * x3[k];
        }
    }

    private static void add(double[] y, double[] x, double f, int begin, int end) {
        for (var k = begin; k < end; k++) {
            y[k] += f * x[k];
        }
    }

    /**
     * Adds the products of pairs, y += Σ<sub>i</sub> x<sub>i</sub> z<sub>i</sub>, number by number.
     *
     * @param pairs how many there are
     * @param from the first number of each array
     * @param to the one after the last
     */
    static void addPairs(double[] y, double[][] x, double[][] z, int pairs, int from, int to) {
        var i = 0;
        for (; i + 2 <= pairs; i += 2) {
            addPairs(y, x[i], z[i], x[i + 1], z[i + 1], from, to);
        }
        if (i < pairs) {
            addPair(y, x[i], z[i], from, to);
        }
    }

    private static void addPairs(double[] y, double[] x0, double[] z0, double[] x1, double[] z1, int from, int to) {
        for (var k = from; k < to; k++) {
            y[k] += x0[k] * z0[k] + x1[k] * z1[k];
        }
    }

    private static void addPair(double[] y, double[] x, double[] z, int from, int to) {
        for (var k = from; k < to; k++) {
            y[k] += x[k] * z[k];
        }
    }
}
