package io.gradsheet.network;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A layer of feature maps, one for each filter (Wakui 5.2). A filter has a weight for each place of a window in each map of the layer
 * before, map by map, row by row, and a bias; the window slides over the maps, and each unit sees it somewhere else.
 *
 * @param input the maps before
 * @param filters how many filters, and so maps, there are
 * @param rows of the window
 * @param columns of the window
 * @param stride how far the window slides from unit to unit
 * @param isPadded whether the window slides over the border as far as there are units, where nothing flows in; with a stride of 1, the
 *     maps are then as large as those before
 */
public record Convolution(
        Volume input, int filters, int rows, int columns, int stride, boolean isPadded, Activation activation)
        implements Maps {
    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if the window has no room, or the activation looks at all units
     */
    public Convolution {
        if (filters < 1 || rows < 1 || columns < 1 || stride < 1) {
            throw new IllegalArgumentException("a convolution has filters, a window and a stride");
        }
        if (activation.isForOutput()) {
            throw new IllegalArgumentException("an activation of each unit by itself");
        }
        if (!isPadded && (rows > input.rows() || columns > input.columns())) {
            throw new IllegalArgumentException("a window is not larger than the maps that it slides over");
        }
    }

    @Override
    public Volume output() {
        return new Volume(filters, slides(input.rows(), rows), slides(input.columns(), columns));
    }

    /** How many places the window takes. */
    private int slides(int length, int window) {
        return isPadded ? (length + stride - 1) / stride : (length - window) / stride + 1;
    }

    /** How far the first place of the window is beyond the border. */
    private int beyond(int length, int window) {
        return isPadded ? Math.max(0, (slides(length, window) - 1) * stride + window - length) / 2 : 0;
    }

    @Override
    public int groups() {
        return filters;
    }

    @Override
    public int weights() {
        return input.maps() * rows * columns;
    }

    @Override
    public int fanOut() {
        return filters * rows * columns;
    }

    @Override
    public int group(int unit) {
        return (unit - 1) / output().area() + 1;
    }

    /** The unit that a weight of a filter sees for a unit of the filter's map; there may be none beyond the border. */
    private OptionalInt seen(int inMap, int weight) {
        var window = rows * columns;
        var width = output().columns();
        var row = inMap / width * stride - beyond(input.rows(), rows) + (weight - 1) % window / columns;
        var column = inMap % width * stride - beyond(input.columns(), columns) + (weight - 1) % columns;
        var isWithin = row >= 0 && row < input.rows() && column >= 0 && column < input.columns();
        return isWithin
                ? OptionalInt.of((weight - 1) / window * input.area() + row * input.columns() + column + 1)
                : OptionalInt.empty();
    }

    @Override
    public List<Term> terms(int unit) {
        var inMap = (unit - 1) % output().area();
        return IntStream.rangeClosed(1, weights())
                .boxed()
                .flatMap(weight -> seen(inMap, weight).stream().mapToObj(from -> new Term(weight, Source.before(from))))
                .toList();
    }

    @Override
    public List<Use> uses(int group, int weight) {
        var area = output().area();
        return IntStream.range(0, area)
                .boxed()
                .flatMap(inMap -> seen(inMap, weight).stream()
                        .mapToObj(from -> new Use((group - 1) * area + inMap + 1, Source.before(from))))
                .toList();
    }

    @Override
    public List<Integer> biased(int group) {
        var area = output().area();
        return IntStream.rangeClosed((group - 1) * area + 1, group * area)
                .boxed()
                .toList();
    }

    /** Of each unit of a map and each weight of a filter, the unit that is seen, from 0, or −1. */
    int[][] sources() {
        return IntStream.range(0, output().area())
                .mapToObj(inMap -> IntStream.rangeClosed(1, weights())
                        .map(weight -> seen(inMap, weight).orElse(0) - 1)
                        .toArray())
                .toArray(int[][]::new);
    }

    @Override
    public Work work(int start, int rows) {
        return new ConvolutionWork(this, start, rows);
    }
}
