package io.gradsheet.expression;

import io.gradsheet.expression.Matrix.Cells;
import java.util.Arrays;

/** The numbers of a square matrix, row by row, for elimination with the largest pivot of each column (Gauss and Jordan). */
final class SquareMatrix {
    private final double[][] rows;

    private SquareMatrix(double[][] rows) {
        this.rows = rows;
    }

    /** The numbers in cells, NaN where there is none. */
    static SquareMatrix of(Cells cells, Point point) {
        var rows = new double[cells.rows()][cells.columns()];
        for (var i = 0; i < rows.length; i++) {
            for (var j = 0; j < rows.length; j++) {
                rows[i][j] = cells.element(i + 1, j + 1).value(point);
            }
        }
        return new SquareMatrix(rows);
    }

    /** The determinant, NaN where there is none. */
    double determinant() {
        if (Arrays.stream(rows).flatMapToDouble(Arrays::stream).anyMatch(Double::isNaN)) {
            return Double.NaN;
        }
        var a = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
        var determinant = 1.0;
        for (var column = 0; column < a.length; column++) {
            var pivot = pivot(a, column);
            if (a[pivot][column] == 0) {
                return 0;
            }
            if (pivot != column) {
                swap(a, pivot, column);
                determinant = -determinant;
            }
            determinant *= a[column][column];
            for (var i = column + 1; i < a.length; i++) {
                subtract(a[i], a[column], a[i][column] / a[column][column]);
            }
        }
        return determinant;
    }

    /**
     * An element of the inverse, rows and columns counted from 1; NaN where there is none, or where what is left of a column is no more
     * than rounding, of which programs make different inverses.
     */
    double inverse(int row, int column) {
        var size = rows.length;
        var a = new double[size][];
        for (var i = 0; i < size; i++) {
            a[i] = Arrays.copyOf(rows[i], 2 * size);
            a[i][size + i] = 1;
        }
        var largest = Arrays.stream(rows)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        for (var c = 0; c < size; c++) {
            swap(a, pivot(a, c), c);
            var pivot = a[c][c];
            if (pivot == 0 || Double.isNaN(pivot) || Nearness.isBlurred(pivot, largest)) {
                return Double.NaN;
            }
            for (var i = 0; i < size; i++) {
                if (i != c) {
                    subtract(a[i], a[c], a[i][c] / pivot);
                }
            }
        }
        return a[row - 1][size + column - 1] / a[row - 1][row - 1];
    }

    private static int pivot(double[][] a, int column) {
        var best = column;
        for (var i = column + 1; i < a.length; i++) {
            if (Math.abs(a[i][column]) > Math.abs(a[best][column])) {
                best = i;
            }
        }
        return best;
    }

    private static void swap(double[][] a, int i, int j) {
        var row = a[i];
        a[i] = a[j];
        a[j] = row;
    }

    private static void subtract(double[] row, double[] other, double times) {
        for (var j = 0; j < row.length; j++) {
            row[j] -= times * other[j];
        }
    }
}
