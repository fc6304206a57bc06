package io.gradsheet.network;

/**
 * Maps of one size, a picture being one: their units are numbered map by map, row by row.
 *
 * @param maps how many there are
 * @param rows of each
 * @param columns of each
 */
public record Volume(int maps, int rows, int columns) {
    /** How many units they have. */
    public int size() {
        return maps * area();
    }

    /** How many units a map has. */
    public int area() {
        return rows * columns;
    }

    /** {@code 6 × 6}, or {@code 3 maps of 4 × 4}. */
    @Override
    public String toString() {
        var map = rows + " × " + columns;
        return maps == 1 ? map : maps + " maps of " + map;
    }
}
