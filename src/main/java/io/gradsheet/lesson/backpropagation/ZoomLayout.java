package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.InputException;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.network.Network;
import io.gradsheet.network.Sample;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.ImageShape;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where everything stands on the Zoom sheet. Every neuron is a panel of two halves, forward left and backward right; each half is as
 * wide as the image, so that weights stand where their pixels do. Panels stand side by side as far as a screen reaches, and then in
 * further rows. Large networks are drawn abridged: small cells without figures, and not every neuron.
 */
final class ZoomLayout {
    /** The name of the sheet. */
    static final String NAME = "Zoom";

    /** The column that says in words what flows. */
    static final int WORDS_COLUMN = 0;

    static final int EPOCH_ROW = 3;
    static final int SAMPLE_ROW = EPOCH_ROW + 1;
    static final int FORWARD_ROW = EPOCH_ROW + 2;
    static final int BACKWARD_ROW = EPOCH_ROW + 3;
    static final int NEURON_ROW = EPOCH_ROW + 4;
    static final int WEIGHT_ROW = EPOCH_ROW + 5;
    static final int IMAGE_ROW = EPOCH_ROW + 10;

    /** Rows that only formulas read: where on Training the chosen epoch and sample stand. */
    private static final int PLACES_ROW = WEIGHT_ROW + 1;

    private static final int PANELS_COLUMN = 2;
    private static final double WORDS_WIDTH = 34;
    private static final double GAP_WIDTH = 2;
    private static final double MIDDLE_WIDTH = 1.2;
    private static final int LEAST_HALF = 3;

    /** Halves of more columns have cells too small for figures. */
    private static final int MOST_WITH_FIGURES = 6;

    /** More neurons of a layer are not drawn. */
    private static final int MOST_PANELS = 12;

    // In pixels.
    private static final double ACROSS = 1063;
    private static final double HALF_WITH_FIGURES = 156;
    private static final double LEAST_WITH_FIGURES = 39;
    private static final double HALF = 160;
    private static final double LEAST = 9;
    private static final double SYMBOL = 50;
    private static final double POINTS_PER_PIXEL = 0.75;
    private static final double DIGIT = 7;
    private static final double PADDING = 5;

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
        return Math.max(inputColumns(), LEAST_HALF);
    }

    /** How many of a neuron's weights from the input layer stand side by side. */
    private int inputColumns() {
        if (image.isPicture()) {
            return image.columns();
        }
        var rows = parts(network.inputs(), MOST_WITH_FIGURES);
        return parts(network.inputs(), rows);
    }

    /** How many parts of at most {@code most} a whole has. */
    private static int parts(int whole, int most) {
        return (whole + most - 1) / most;
    }

    /** Whether cells of weights are large enough for figures. */
    boolean showsFigures() {
        return half() <= MOST_WITH_FIGURES;
    }

    private double cellPixels() {
        return showsFigures()
                ? Math.max(LEAST_WITH_FIGURES, HALF_WITH_FIGURES / half())
                : Math.max(LEAST, HALF / half());
    }

    private static double pixels(double characters) {
        return characters * DIGIT + PADDING;
    }

    /** How tall a cell of weights is, in points: as tall as it is wide, if that is enough for its figure. */
    double cellHeight() {
        return showsFigures() ? 24 : cellPixels() * POINTS_PER_PIXEL;
    }

    /** How many of the columns of a half carry the symbol beside a value. */
    int symbolColumns() {
        return showsFigures() && half() == LEAST_HALF ? 1 : (int) Math.ceil(SYMBOL / cellPixels());
    }

    /** How many neurons of a layer are drawn: the first ones. */
    int drawn(int layer) {
        return Math.min(network.size(layer), MOST_PANELS);
    }

    /** How many panels stand side by side. */
    int panelsAcross() {
        var panel = 2 * half() * cellPixels() + pixels(MIDDLE_WIDTH) + pixels(GAP_WIDTH);
        var most = IntStream.rangeClosed(2, network.layers())
                .map(layer -> drawn(layer))
                .max()
                .orElseThrow();
        return Math.max(1, Math.min((int) (ACROSS / panel), most));
    }

    /** The column of panels that a neuron stands in, from 1. */
    int place(int neuron) {
        return 1 + (neuron - 1) % panelsAcross();
    }

    /** The row of panels that a neuron of a layer stands in, from 0. */
    int line(int neuron) {
        return (neuron - 1) / panelsAcross();
    }

    /** The first column of what flows forward through the panel of a place. */
    int forwardColumn(int place) {
        return PANELS_COLUMN + (place - 1) * (2 * half() + 2);
    }

    /** The first column of what flows backward. */
    int backwardColumn(int place) {
        return forwardColumn(place) + half() + 1;
    }

    /** The column after the last. */
    int columns() {
        return forwardColumn(panelsAcross() + 1) - 1;
    }

    /** The widths of all columns, in characters. */
    List<Double> widths() {
        var cell = (cellPixels() - PADDING) / DIGIT;
        var widths = new ArrayList<>(List.of(WORDS_WIDTH, GAP_WIDTH));
        for (var panel = 1; panel <= panelsAcross(); panel++) {
            widths.addAll(Collections.nCopies(half(), cell));
            widths.add(MIDDLE_WIDTH);
            widths.addAll(Collections.nCopies(half(), cell));
            widths.add(GAP_WIDTH);
        }
        return widths.subList(0, widths.size() - 1);
    }

    /** The width of all columns, in points. */
    double widthPoints() {
        return POINTS_PER_PIXEL
                * widths().stream().mapToDouble(ZoomLayout::pixels).sum();
    }

    /** How many rows the weights of a neuron take: those from pixels have the shape of the image. */
    int weightRows(int layer) {
        return parts(network.size(layer - 1), weightColumns(layer));
    }

    int weightColumns(int layer) {
        return layer == 2 ? inputColumns() : Math.min(half(), network.size(layer - 1));
    }

    /** Inputs that are no image stand with their names in pairs of rows, so many beside one another: one to a half. */
    int namedAcross() {
        return 2 * panelsAcross();
    }

    /** The first column of the half that a named input stands in. */
    int namedColumn(int i) {
        var place = (i - 1) % namedAcross();
        return place % 2 == 0 ? forwardColumn(1 + place / 2) : backwardColumn(1 + place / 2);
    }

    /** A neuron after the input layer, by its layer and number, and what a drop-down calls it. */
    record Neuron(int layer, int number, String name) {}

    /** All of them, layer by layer. */
    List<Neuron> neurons() {
        var neurons = new ArrayList<Neuron>();
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                neurons.add(new Neuron(layer, j, Notation.plain(Notation.activation(layer, j))));
            }
        }
        return neurons;
    }

    /** How many weights the neurons have that have most. */
    int mostInputs() {
        return network.sizes().subList(0, network.layers() - 1).stream()
                .mapToInt(size -> size)
                .max()
                .orElseThrow();
    }

    /** Targets of classes are 0 and 1; numbers are shown like the activations that come close to them. */
    Role targetRole() {
        return experiment.data().hasClasses() ? Role.DATA : Role.CHECK;
    }

    /** How many rows the inputs take. */
    int inputRows() {
        return image.isPicture() ? image.rows() : 2 * parts(network.inputs(), namedAcross());
    }

    /** The cell of a choice; {@code row} is one of the rows above. */
    static Ref choice(int row) {
        return Ref.at(row, PANELS_COLUMN);
    }

    /** How many columns a choice spans. */
    int choiceColumns() {
        return symbolColumns();
    }

    /** The cell with the row number of the Training sheet that a choice leads to: the epoch's parameters, or the sample. */
    static Ref rowNumber(int row) {
        return choice(PLACES_ROW + row - EPOCH_ROW).fix();
    }

    /** What is chosen in the file now. */
    Choices read(Inputs file, int confusionEpoch, PlaneView view, Sample drawn) {
        return new Choices(
                file.whole(choice(EPOCH_ROW).address(NAME), 1, experiment.epochs()),
                file.whole(
                        choice(SAMPLE_ROW).address(NAME),
                        1,
                        experiment.samples().size()),
                file.whole(choice(FORWARD_ROW).address(NAME), 0, 1) == 1,
                file.whole(choice(BACKWARD_ROW).address(NAME), 0, 1) == 1,
                confusionEpoch,
                neuron(file),
                file.whole(choice(WEIGHT_ROW).address(NAME), 1, mostInputs()),
                view,
                drawn);
    }

    private int neuron(Inputs file) {
        var cell = choice(NEURON_ROW).address(NAME);
        var names = neurons().stream().map(Neuron::name).toList();
        var at = file.value(cell) instanceof Value.Text text ? names.indexOf(text.text()) : -1;
        if (at < 0) {
            throw new InputException(
                    cell, file.value(cell), "one of " + names.get(0) + " to " + names.get(names.size() - 1));
        }
        return at + 1;
    }
}
