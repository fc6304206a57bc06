package io.gradsheet.lesson.backpropagation;

import io.gradsheet.network.Activation;
import io.gradsheet.network.Network;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;

/**
 * Where every quantity stands on the Training sheet. A quantity is a column, an epoch is a block of rows, and a block is: the
 * value of each parameter now, a row for each sample, the total of each gradient, the next value of each parameter. Layers,
 * neurons, epochs and samples count as in the book; rows and columns from 0.
 */
final class TrainingLayout {
    /** The name of the sheet. */
    static final String NAME = "Training";

    /** The cell of η. */
    static final Ref LEARNING_RATE = Ref.at(2, 1);

    /** The first of the three rows of captions. */
    static final int GROUP_ROW = 4;

    /** The last of them. */
    static final int SYMBOL_ROW = GROUP_ROW + 2;

    /** The first row of the first block. */
    private static final int FIRST_ROW = SYMBOL_ROW + 1;

    private final Network network;
    private final int samples;
    private final boolean classes;

    /**
     * Lays out a training.
     *
     * @param samples how many there are
     * @param classes whether they belong to classes, so that an answer is right or wrong
     */
    TrainingLayout(Network network, int samples, boolean classes) {
        this.network = network;
        this.samples = samples;
        this.classes = classes;
    }

    /** The row of sample numbers and of the names of the other rows. */
    int numberColumn() {
        return 0;
    }

    int input(int i) {
        return i;
    }

    int target(int j) {
        return network.inputs() + j;
    }

    int weightedInput(int layer, int neuron) {
        return forward(layer) + neuron;
    }

    /** What softmax shares; only a layer that has it has these columns. */
    int exponential(int layer, int neuron) {
        return forward(layer) + network.size(layer) + neuron;
    }

    int activation(int layer, int neuron) {
        return layer == 1 ? input(neuron) : forward(layer + 1) - network.size(layer) + neuron;
    }

    /** The column before z and a of a layer. */
    private int forward(int layer) {
        var column = network.inputs() + network.outputs();
        for (var before = 2; before < layer; before++) {
            column += forwardGroups(before) * network.size(before);
        }
        return column;
    }

    /** Groups of columns that lead forward through a layer: z, a, and between them what softmax shares. */
    private int forwardGroups(int layer) {
        return network.activation(layer) instanceof Activation.Softmax ? 3 : 2;
    }

    int cost() {
        return forward(network.layers() + 1) + 1;
    }

    /** Whether the output is right; there is no such column without classes. */
    int hit() {
        return cost() + 1;
    }

    /** The last column of what is computed forward. */
    private int lastForward() {
        return classes ? hit() : cost();
    }

    /** The output layer's errors come first: that is the order in which they are computed. */
    int delta(int layer, int neuron) {
        var column = lastForward();
        for (var after = network.layers(); after > layer; after--) {
            column += network.size(after);
        }
        return column + neuron;
    }

    int weight(int layer, int to, int from) {
        return neuron(layer, to) + from - 1;
    }

    int bias(int layer, int neuron) {
        return neuron(layer, neuron) + network.size(layer - 1);
    }

    /** The column of a neuron's first weight; its bias follows its weights. */
    private int neuron(int layer, int neuron) {
        var column = lastForward() + 1;
        for (var any = 2; any <= network.layers(); any++) {
            column += network.size(any);
        }
        for (var before = 2; before < layer; before++) {
            column += network.size(before) * (network.size(before - 1) + 1);
        }
        return column + (neuron - 1) * (network.size(layer - 1) + 1);
    }

    /** How many columns there are. */
    long columns() {
        return 1L
                + network.inputs()
                + network.outputs()
                + 3L * hidden()
                + (forwardGroups(network.layers()) + 1L) * network.outputs()
                + (classes ? 2 : 1)
                + network.parameterCount();
    }

    private int hidden() {
        return network.sizes().subList(1, network.layers() - 1).stream()
                .mapToInt(size -> size)
                .sum();
    }

    /** The rows of a block. */
    int blockRows() {
        return samples + 3;
    }

    int valueRow(int epoch) {
        return FIRST_ROW + (epoch - 1) * blockRows();
    }

    int sampleRow(int epoch, int sample) {
        return valueRow(epoch) + sample;
    }

    int totalRow(int epoch) {
        return valueRow(epoch) + samples + 1;
    }

    int nextRow(int epoch) {
        return totalRow(epoch) + 1;
    }

    /** The last row of the sheet, which may be further than a sheet can reach. */
    long lastRow(int epochs) {
        return FIRST_ROW + (long) epochs * blockRows() - 1;
    }

    /** A column of one row as a formula on another sheet names it. */
    static String on(int row, int column) {
        return Ref.at(row, column).on(NAME);
    }

    static Address address(int row, int column) {
        return new Address(NAME, row, column);
    }

    /** Every row of a column, for INDEX with a row number. */
    String wholeColumn(int column, int epochs) {
        return Ref.at(0, column).to(Ref.at((int) lastRow(epochs), column)).fix().on(NAME);
    }

    /** The cells of the parameters of one epoch, value or next. */
    Range parameters(int row) {
        return Range.of(Ref.at(row, weight(2, 1, 1)), 1, network.parameterCount());
    }
}
