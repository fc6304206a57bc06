package io.gradsheet.lesson.network;

import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.template.ImageShape;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The samples as small images beside their numbers, in bands of several side by side, each with the number of its sample below. They
 * are there where samples are images, and few enough to be looked at.
 */
final class Gallery {
    /** The width of a pixel's column, in characters. */
    static final double PIXEL_WIDTH = 2.1;

    private static final int MOST_PIXELS = 200;
    private static final int MOST_SAMPLES = 500;

    private final NetworkExperiment experiment;
    private final ImageShape image;
    private final Ref topLeft;
    private final int bands;
    private final int perBand;

    /**
     * Lays the images out over as many rows as there are samples.
     *
     * @param topLeft where the first pixel of the first image stands, in the row of the first sample
     */
    Gallery(NetworkExperiment experiment, Ref topLeft) {
        this.experiment = experiment;
        this.image = experiment.image();
        this.topLeft = topLeft;
        var samples = experiment.data().rows().size();
        this.bands = Math.max(1, samples / bandRows());
        this.perBand = (samples + bands - 1) / bands;
    }

    /** Whether there are images to look at. */
    boolean isShown() {
        return image.isPicture()
                && image.rows() * image.columns() <= MOST_PIXELS
                && experiment.data().rows().size() <= MOST_SAMPLES
                && experiment.data().rows().size() >= bandRows();
    }

    private int bandRows() {
        return image.rows() + 1;
    }

    int columns() {
        return perBand * (image.columns() + 1) - 1;
    }

    /** The colours of all pixels, band by band: the numbers between bands have none. */
    List<Feature> colours() {
        return IntStream.range(0, bands)
                .<Feature>mapToObj(band -> new Feature.Colours(
                        Range.of(topLeft.plus(band * bandRows(), 0), image.rows(), columns()), Feature.Palette.INK, 1))
                .toList();
    }

    /**
     * The cells of a row.
     *
     * @param row counted from 0 with the first sample
     * @param pixel the cell of a sample's input, both counted from 1
     */
    List<Cell> cells(int row, Pixel pixel) {
        var cells = new ArrayList<Cell>();
        var band = row / bandRows();
        if (band >= bands) {
            return cells;
        }
        for (var place = 0; place < perBand; place++) {
            var sample = band * perBand + place + 1;
            if (sample > experiment.data().rows().size()) {
                break;
            }
            if (place > 0) {
                cells.add(Cell.EMPTY);
            }
            addImageRow(cells, row % bandRows(), sample, pixel);
        }
        return cells;
    }

    /** Where a pixel is an input. */
    @FunctionalInterface
    interface Pixel {
        Ref of(int sample, int input);
    }

    private void addImageRow(List<Cell> cells, int row, int sample, Pixel pixel) {
        for (var column = 0; column < image.columns(); column++) {
            if (row < image.rows()) {
                var input = row * image.columns() + column + 1;
                var value = experiment.data().rows().get(sample - 1).input(input);
                var quantity = new Quantity(
                        Notation.input(input), "", List.of(new Quantity.Place(Quantity.Kind.SAMPLE, sample)));
                cells.add(
                        Cell.computed(pixel.of(sample, input), value, Role.MAP).as(quantity));
            } else {
                // The row below an image has its number, in the middle.
                cells.add(column == image.columns() / 2 ? new Cell.Figure(sample, Role.NOTE) : Cell.EMPTY);
            }
        }
    }
}
