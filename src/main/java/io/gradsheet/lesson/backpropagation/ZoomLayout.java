package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.network.Network;
import io.gradsheet.network.Sample;
import io.gradsheet.sheet.Ref;
import io.gradsheet.template.ImageShape;
import io.gradsheet.template.NetworkExperiment;

/**
 * Where everything stands on the Zoom sheet. Every neuron is a panel of two halves, forward left and backward right; each half is as
 * wide as the image, so that weights stand where their pixels do.
 */
final class ZoomLayout {
    /** The name of the sheet. */
    static final String NAME = "Zoom";

    /** The column that says in words what flows forward. */
    static final int WORDS_COLUMN = 0;

    static final int EPOCH_ROW = 3;
    static final int SAMPLE_ROW = EPOCH_ROW + 1;
    static final int FORWARD_ROW = EPOCH_ROW + 2;
    static final int BACKWARD_ROW = EPOCH_ROW + 3;
    static final int IMAGE_ROW = EPOCH_ROW + 8;

    /** Rows that only formulas read: where on Training the chosen epoch and sample stand. */
    private static final int PLACES_ROW = BACKWARD_ROW + 1;

    private static final int PANELS_COLUMN = 2;
    private static final int LEAST_HALF = 3;

    private final NetworkExperiment experiment;
    private final Network network;
    private final ImageShape image;

    ZoomLayout(NetworkExperiment experiment) {
        this.experiment = experiment;
        this.network = experiment.network();
        this.image = experiment.image();
    }

    /** How many columns half a panel has. */
    int half() {
        return Math.max(image.columns(), LEAST_HALF);
    }

    /** The first column of what flows forward through a neuron, counted from 1. */
    int forwardColumn(int neuron) {
        return PANELS_COLUMN + (neuron - 1) * (2 * half() + 2);
    }

    /** The first column of what flows backward. */
    int backwardColumn(int neuron) {
        return forwardColumn(neuron) + half() + 1;
    }

    /** How many panels stand side by side: as many as the largest layer has neurons. */
    int panels() {
        return network.sizes().subList(1, network.layers()).stream()
                .mapToInt(size -> size)
                .max()
                .orElseThrow();
    }

    /** The column that says in words what flows backward. */
    int backwardWordsColumn() {
        return forwardColumn(panels() + 1);
    }

    /** How many rows the weights of a neuron take: those from pixels have the shape of the image, others fill rows of a half's width. */
    int weightRows(int layer) {
        return layer == 2 ? image.rows() : (network.size(layer - 1) + half() - 1) / half();
    }

    int weightColumns(int layer) {
        return layer == 2 ? image.columns() : half();
    }

    /** The cell of a choice; {@code row} is one of the rows above. */
    static Ref choice(int row) {
        return Ref.at(row, PANELS_COLUMN);
    }

    /** The cell with the row number of the Training sheet that a choice leads to: the epoch's parameters, or the sample. */
    static Ref rowNumber(int row) {
        return choice(PLACES_ROW + row - EPOCH_ROW).fix();
    }

    /** What is chosen in the file now. */
    Choices read(Inputs file, int confusionEpoch, Sample drawn) {
        return new Choices(
                file.whole(choice(EPOCH_ROW).address(NAME), 1, experiment.epochs()),
                file.whole(
                        choice(SAMPLE_ROW).address(NAME),
                        1,
                        experiment.samples().size()),
                file.whole(choice(FORWARD_ROW).address(NAME), 0, 1) == 1,
                file.whole(choice(BACKWARD_ROW).address(NAME), 0, 1) == 1,
                confusionEpoch,
                drawn);
    }
}
