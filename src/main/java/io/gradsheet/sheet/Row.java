package io.gradsheet.sheet;

import java.util.List;

/**
 * One row of a sheet.
 *
 * @param index counts from 0
 * @param cells from column A on
 * @param look how tall it is, and its place in the outline
 */
public record Row(int index, List<Cell> cells, Look look) {
    /**
     * How a row is shown.
     *
     * @param height in points; 0 makes the row as high as its labels need, in a body as high as any other row
     * @param outlineLevel 0 outside any group
     * @param folded whether the row is in a group that is folded, and so not seen
     * @param endsFold whether the row carries the button of the folded group before it
     */
    public record Look(double height, int outlineLevel, boolean folded, boolean endsFold) {
        public static final Look PLAIN = new Look(0, 0, false, false);

        public static Look tall(double height) {
            return new Look(height, 0, false, false);
        }
    }

    /** A row without a look of its own. */
    public static Row of(int index, List<Cell> cells) {
        return new Row(index, cells, Look.PLAIN);
    }
}
