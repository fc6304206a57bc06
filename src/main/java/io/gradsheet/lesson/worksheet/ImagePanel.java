package io.gradsheet.lesson.worksheet;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.template.Block;
import java.util.Collections;
import java.util.List;

/** Cells as pixels, each a square whose colour is its value. */
record ImagePanel(Block.Image image) implements Panel {
    /** As wide as a row of pixels is high. */
    private static final double PIXEL_WIDTH = 4;

    private static final double PIXEL_HEIGHT = 24.75;
    private static final int LEAST_COLUMNS = 4;

    @Override
    public int rows() {
        return 1 + image.rows();
    }

    @Override
    public List<Double> widths() {
        return Collections.nCopies(Math.max(LEAST_COLUMNS, image.columns()), PIXEL_WIDTH);
    }

    @Override
    public boolean isPixels() {
        return true;
    }

    @Override
    public void paint(Ref origin, Canvas canvas) {
        canvas.putAcross(origin, widths().size(), image.caption(), Role.NOTE);
        var area = canvas.places().of(image.of());
        var numbers = canvas.evaluation().numbers(image.of());
        var pixels = Range.of(origin.plus(1, 0), image.rows(), image.columns());
        for (var row = 0; row < image.rows(); row++) {
            canvas.height(pixels.first().row() + row, PIXEL_HEIGHT);
            for (var column = 0; column < image.columns(); column++) {
                var index = row * image.columns() + column;
                var width = area.cells().columns();
                var cell =
                        area.cells().first().plus(index / width, index % width).fix();
                canvas.put(
                        pixels.first().plus(row, column),
                        Cell.computed(
                                area.sheet().equals(canvas.sheet()) ? cell : cell.on(area.sheet()),
                                numbers[index / width][index % width],
                                Role.PIXEL));
            }
        }
        canvas.grid().called(pixels, (place, cell) -> Quantity.inMap(image.caption(), pixels, place));
        canvas.add(new Feature.Colours(
                pixels, image.diverging() ? Feature.Palette.DIVERGING : Feature.Palette.INK, image.span()));
    }
}
