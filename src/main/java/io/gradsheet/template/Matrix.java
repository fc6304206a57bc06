package io.gradsheet.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Numbers in rows of equal length.
 *
 * @param rows at least one, none of them empty
 */
public record Matrix(List<List<Double>> rows) {
    public Matrix {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A single number. */
    static Matrix of(double number) {
        return new Matrix(List.of(List.of(number)));
    }

    /** Numbers below one another. */
    static Matrix column(List<Double> numbers) {
        return new Matrix(numbers.stream().map(List::of).toList());
    }

    /** So many rows and columns, filled row by row with what the index, counted from 0, gives. */
    static Matrix filled(int rows, int columns, IntToDoubleFunction number) {
        var filled = new ArrayList<List<Double>>();
        for (var row = 0; row < rows; row++) {
            var first = row * columns;
            filled.add(IntStream.range(0, columns)
                    .mapToObj(column -> number.applyAsDouble(first + column))
                    .toList());
        }
        return new Matrix(filled);
    }

    public int height() {
        return rows.size();
    }

    public int width() {
        return rows.get(0).size();
    }

    /** All numbers, row by row. */
    public List<Double> numbers() {
        return rows.stream().flatMap(List::stream).toList();
    }
}
