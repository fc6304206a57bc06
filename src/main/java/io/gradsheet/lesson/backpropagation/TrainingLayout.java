package io.gradsheet.lesson.backpropagation;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Function.INDEX;
import static io.gradsheet.sheet.Function.MATCH;

import io.gradsheet.lesson.network.ForwardLayout;
import io.gradsheet.lesson.network.ParameterColumns;
import io.gradsheet.network.Network;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.training.Batches;
import io.gradsheet.training.Hyperparameters;

/**
 * Where every quantity stands on the Training sheet. A quantity is a column, a step is a block of rows, and a block is: the
 * value of each parameter now, a row for each sample, the total of each gradient, what the optimiser remembers, the next value of
 * each parameter. Layers,
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
    private final Hyperparameters hyperparameters;
    private final ForwardLayout forward;
    private final ParameterColumns parameters;

    /**
     * Lays out a training.
     *
     * @param samples how many there are
     * @param classes whether they belong to classes, so that an answer is right or wrong
     */
    TrainingLayout(Network network, int samples, boolean classes, Hyperparameters hyperparameters) {
        this.network = network;
        this.samples = samples;
        this.hyperparameters = hyperparameters;
        this.forward = new ForwardLayout(network, classes);
        this.parameters = forward.parametersAfterErrors();
    }

    /** The columns of a sample's way forward. */
    ForwardLayout forward() {
        return forward;
    }

    /** The column of sample numbers and of the names of the other rows. */
    int numberColumn() {
        return forward.number();
    }

    int input(int i) {
        return forward.input(i);
    }

    int target(int j) {
        return forward.target(j);
    }

    int weightedInput(int layer, int neuron) {
        return forward.weightedInput(layer, neuron);
    }

    int exponential(int layer, int neuron) {
        return forward.exponential(layer, neuron);
    }

    int activation(int layer, int neuron) {
        return forward.activation(layer, neuron);
    }

    int cost() {
        return forward.cost();
    }

    int hit() {
        return forward.hit();
    }

    int delta(int layer, int neuron) {
        return forward.delta(layer, neuron);
    }

    /** The columns of the parameters, and of their gradients. */
    ParameterColumns parameters() {
        return parameters;
    }

    int weight(int layer, int to, int from) {
        return parameters.weight(layer, to, from);
    }

    int bias(int layer, int neuron) {
        return parameters.bias(layer, neuron);
    }

    /** How many columns there are. */
    long columns() {
        return (long) parameters.first() + network.parameterCount();
    }

    /** How many steps an epoch has, each a block of rows. */
    int steps() {
        return hyperparameters.batches().steps(samples);
    }

    /** Whether an epoch is one block in which every sample is where the data has it. */
    boolean isInOrder() {
        return steps() == 1 && hyperparameters.batches().order() instanceof Batches.AsGiven;
    }

    /** How many samples a step has, which counts from 1 in its epoch. */
    int samples(int step) {
        var size = hyperparameters.batches().size();
        return Math.min(size, samples - (step - 1) * size);
    }

    /** The rows of a block that is full: those of its samples and the others. */
    int blockRows() {
        return hyperparameters.batches().size() + otherRows();
    }

    /** Value, total and next, and between them what decay adds and what the optimiser remembers. */
    private int otherRows() {
        return 3 + decayRows() + hyperparameters.optimiser().memories();
    }

    private int decayRows() {
        return hyperparameters.decay().changesGradients() ? 1 : 0;
    }

    /** The rows of all steps of an epoch. */
    int epochRows() {
        return samples + steps() * otherRows();
    }

    /** The first row of an epoch. */
    int valueRow(int epoch) {
        return valueRow(epoch, 1);
    }

    int valueRow(int epoch, int step) {
        return FIRST_ROW + (epoch - 1) * epochRows() + (step - 1) * blockRows();
    }

    /** The block that a row from the first block on belongs to. */
    TrainingSlips.Block blockOf(int row) {
        var below = row - FIRST_ROW;
        return new TrainingSlips.Block(below / epochRows() + 1, below % epochRows() / blockRows() + 1);
    }

    /** The row of a sample by its place, from 1, in a step. */
    int sampleRow(int epoch, int step, int place) {
        return valueRow(epoch, step) + place;
    }

    int totalRow(int epoch, int step) {
        return valueRow(epoch, step) + samples(step) + 1;
    }

    /** The gradient that the optimiser takes: the total, or below it what decay makes of it. */
    int gradientRow(int epoch, int step) {
        return totalRow(epoch, step) + decayRows();
    }

    /** What the optimiser remembers; {@code memory} counts from 0. */
    int memoryRow(int epoch, int step, int memory) {
        return gradientRow(epoch, step) + 1 + memory;
    }

    int nextRow(int epoch, int step) {
        return gradientRow(epoch, step) + hyperparameters.optimiser().memories() + 1;
    }

    /** The last row of an epoch. */
    int nextRow(int epoch) {
        return nextRow(epoch, steps());
    }

    /** Where a step writes a number of its own, its η for example; what the number is stands before it. */
    int stepFigure() {
        return weightedInput(2, 1);
    }

    /** The rows of an epoch in a column, samples and all others. */
    Range epochCells(int epoch, int column) {
        return Range.of(Ref.at(valueRow(epoch), column), epochRows(), 1);
    }

    /** The row of the parameters after the last epoch, below which all samples go forward once more. */
    int resultRow() {
        return valueRow(hyperparameters.epochs() + 1);
    }

    /** The row of a sample with the parameters after the last epoch; samples are in the order of the data. */
    int resultSampleRow(int sample) {
        return resultRow() + sample;
    }

    /** The total of the samples with the parameters after the last epoch. */
    int resultTotalRow() {
        return resultRow() + samples + 1;
    }

    /** The samples with the parameters after the last epoch, in a column. */
    Range resultCells(int column) {
        return Range.of(Ref.at(resultSampleRow(1), column), samples, 1);
    }

    /** The last row of the sheet, which may be further than a sheet can reach. */
    long lastRow() {
        return FIRST_ROW + (long) hyperparameters.epochs() * epochRows() + samples + 1;
    }

    /** A column of one row as a formula on another sheet names it. */
    static Formula on(int row, int column) {
        return Ref.at(row, column).on(NAME);
    }

    static Address address(int row, int column) {
        return new Address(NAME, row, column);
    }

    /** Every row of a column, for INDEX with a row number. */
    Formula wholeColumn(int column) {
        return Ref.at(0, column).to(Ref.at((int) lastRow(), column)).fix().on(NAME);
    }

    /** The row of a sample, as INDEX counts, wherever its epoch has it; {@code start} is the first row of the epoch. */
    Formula rowOfSample(Ref sample, Formula start) {
        var numbers = wholeColumn(numberColumn());
        var epoch = INDEX.of(numbers, start).upTo(INDEX.of(numbers, start.plus(epochRows() - 1)));
        return MATCH.of(sample, epoch, number(0)).plus(start).minus(1);
    }

    /** Every cell, for INDEX with the numbers of a row and a column. */
    Formula all() {
        return Ref.at(0, 0)
                .to(Ref.at((int) lastRow(), (int) columns() - 1))
                .fix()
                .on(NAME);
    }

    /** The cells of the parameters of one epoch, value or next. */
    Range parameters(int row) {
        return parameters.cells(row);
    }
}
