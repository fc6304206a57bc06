package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.Slip;
import io.gradsheet.lesson.frame.Slip.Kind;
import io.gradsheet.lesson.frame.Slips;
import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.network.Network;
import io.gradsheet.sheet.Address;
import io.gradsheet.training.Hyperparameters;
import io.gradsheet.training.Optimiser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The usual mistakes on the Training sheet. */
final class TrainingSlips implements Slips {
    private final Network network;
    private final Hyperparameters hyperparameters;
    private final TrainingLayout layout;

    TrainingSlips(Network network, Hyperparameters hyperparameters, TrainingLayout layout) {
        this.network = network;
        this.hyperparameters = hyperparameters;
        this.layout = layout;
    }

    @Override
    public List<Slip> at(Address cell, ToDoubleFunction<Address> sheet) {
        if (!cell.sheet().equals(TrainingLayout.NAME)
                || cell.row() < layout.valueRow(1)
                || cell.row() >= layout.resultRow()) {
            return List.of();
        }
        var block = layout.blockOf(cell.row());
        var slips = new ArrayList<Slip>();
        new Cell(block, cell.row(), sheet, slips).look(cell.column());
        return slips;
    }

    @Override
    public Optional<Address> start(Address cell) {
        if (!cell.sheet().equals(TrainingLayout.NAME) || cell.row() < layout.valueRow(1)) {
            return Optional.empty();
        }
        var block = layout.blockOf(cell.row());
        return cell.row() == layout.nextRow(block.epoch, block.step)
                ? Optional.of(TrainingLayout.address(layout.valueRow(block.epoch, block.step), cell.column()))
                : Optional.empty();
    }

    /** A step of an epoch, both counted from 1. */
    record Block(int epoch, int step) {}

    /** One cell that is looked at: its row, and the learner's numbers around it. */
    private final class Cell {
        private final Block block;
        private final int row;
        private final ToDoubleFunction<Address> sheet;
        private final List<Slip> slips;

        private Cell(Block block, int row, ToDoubleFunction<Address> sheet, List<Slip> slips) {
            this.block = block;
            this.row = row;
            this.sheet = sheet;
            this.slips = slips;
        }

        private void look(int column) {
            if (row == layout.nextRow(block.epoch, block.step)) {
                next(column);
            } else if (row == layout.totalRow(block.epoch, block.step)) {
                total(column);
            } else if (row > valueRow() && row < layout.totalRow(block.epoch, block.step)) {
                sample(column);
            }
        }

        private void add(Kind kind, double value) {
            slips.add(new Slip(kind, value));
        }

        private double at(int row, int column) {
            return sheet.applyAsDouble(TrainingLayout.address(row, column));
        }

        private int valueRow() {
            return layout.valueRow(block.epoch, block.step);
        }

        private double activation(int layer, int neuron) {
            return at(row, layout.activation(layer, neuron));
        }

        private double delta(int layer, int neuron) {
            return at(row, layout.delta(layer, neuron));
        }

        private void sample(int column) {
            if (column == layout.cost()) {
                cost();
            }
            for (var layer = 2; layer <= network.layers(); layer++) {
                for (var j = 1; j <= network.size(layer); j++) {
                    if (column == layout.weightedInput(layer, j)) {
                        weightedInput(layer, j);
                    } else if (column == layout.activation(layer, j)) {
                        activation(layer, at(row, layout.weightedInput(layer, j)));
                    } else if (column == layout.delta(layer, j)) {
                        delta(layer, j, column);
                    } else if (column >= layout.weight(layer, j, 1) && column <= layout.bias(layer, j)) {
                        gradient(layer, j, column - layout.weight(layer, j, 1) + 1);
                    }
                }
            }
        }

        /** Σ w a + b, with the weights of a neuron as {@code weight} finds them. */
        private double weighted(int layer, int row, IntToDoubleFunction weight, double bias) {
            return sum(network.size(layer - 1), i -> weight.applyAsDouble(i) * at(row, layout.activation(layer - 1, i)))
                    + bias;
        }

        private void weightedInput(int layer, int j) {
            var parameters = valueRow();
            var inputs = network.size(layer - 1);
            var bias = at(parameters, layout.bias(layer, j));
            IntToDoubleFunction own = i -> at(parameters, layout.weight(layer, j, i));
            add(Kind.BIAS_FORGOTTEN, weighted(layer, row, own, 0));
            add(Kind.BIAS_SUBTRACTED, weighted(layer, row, own, -bias));
            add(Kind.MEAN_INSTEAD_OF_SUM, weighted(layer, row, own, 0) / inputs + bias);
            // The matrix filled column by column, as a book that writes it the other way round has it.
            add(
                    Kind.WEIGHT_TRANSPOSED,
                    weighted(layer, row, i -> transposed(parameters, layer, (i - 1) * network.size(layer) + j), bias));
            for (var other = 1; other <= network.size(layer); other++) {
                var neuron = other;
                if (other != j) {
                    IntToDoubleFunction weight = i -> at(parameters, layout.weight(layer, neuron, i));
                    add(Kind.OTHER_NEURON, weighted(layer, row, weight, at(parameters, layout.bias(layer, neuron))));
                    add(Kind.OTHER_NEURON, weighted(layer, row, weight, bias));
                }
            }
            for (var other : List.of(row - 1, row + 1)) {
                add(Kind.OTHER_SAMPLE, weighted(layer, other, own, bias));
            }
            var next = layout.nextRow(block.epoch, block.step);
            add(
                    Kind.UPDATED_WEIGHTS,
                    weighted(layer, row, i -> at(next, layout.weight(layer, j, i)), at(next, layout.bias(layer, j))));
            before().ifPresent(before -> {
                var old = layout.valueRow(before.epoch, before.step);
                add(
                        Kind.PREVIOUS_EPOCH,
                        weighted(layer, row, i -> at(old, layout.weight(layer, j, i)), at(old, layout.bias(layer, j))));
            });
        }

        /** The step before, which may be the last one of the epoch before. */
        private Optional<Block> before() {
            if (block.step > 1) {
                return Optional.of(new Block(block.epoch, block.step - 1));
            }
            return block.epoch > 1 ? Optional.of(new Block(block.epoch - 1, layout.steps())) : Optional.empty();
        }

        /** The weight that stands n-th, from 1, in its layer's matrix, read row by row. */
        private double transposed(int parameters, int layer, int n) {
            var width = network.size(layer - 1);
            return at(parameters, layout.weight(layer, (n - 1) / width + 1, (n - 1) % width + 1));
        }

        private void activation(int layer, double z) {
            var sigmoid = 1 / (1 + Math.exp(-z));
            add(Kind.ACTIVATION_FORGOTTEN, z);
            if (network.activation(layer) instanceof Activation.Sigmoid) {
                add(Kind.SIGN_IN_EXPONENT, 1 - sigmoid);
                add(Kind.DERIVATIVE_INSTEAD, sigmoid * (1 - sigmoid));
                add(Kind.OTHER_ACTIVATION, Math.tanh(z));
            } else if (network.activation(layer) instanceof Activation.Tanh) {
                add(Kind.DERIVATIVE_INSTEAD, 1 - Math.tanh(z) * Math.tanh(z));
                add(Kind.OTHER_ACTIVATION, sigmoid);
            } else {
                add(Kind.OTHER_ACTIVATION, sigmoid);
                add(Kind.OTHER_ACTIVATION, Math.tanh(z));
            }
            add(Kind.OTHER_ACTIVATION, Math.max(0, z));
        }

        private void delta(int layer, int j, int column) {
            var a = activation(layer, j);
            var z = at(row, layout.weightedInput(layer, j));
            if (layer == network.layers()) {
                var difference = costSlope() * (a - at(row, layout.target(j)));
                errors(layer, difference, a, z);
                add(Kind.TARGET_MINUS_ACTIVATION, -difference * slope(layer, a, z));
                add(Kind.TARGET_MINUS_ACTIVATION_SLOPE_FORGOTTEN, -difference);
                if (costSlope() == 1) {
                    add(Kind.HALF_FORGOTTEN, 2 * difference * slope(layer, a, z));
                }
                add(Kind.SIGN, -difference * difference * slope(layer, a, z));
            } else {
                var slope = slope(layer, a, z);
                var parameters = valueRow();
                var next = layer + 1;
                var outputs = network.size(next);
                errors(layer, back(next, j, parameters), a, z);
                add(Kind.WEIGHTS_FORGOTTEN, sum(outputs, k -> delta(next, k)) * slope);
                add(
                        Kind.WEIGHT_TRANSPOSED,
                        sum(outputs, k -> delta(next, k) * transposed(parameters, next, (j - 1) * outputs + k))
                                * slope);
                add(Kind.UPDATED_WEIGHTS, back(next, j, layout.nextRow(block.epoch, block.step)) * slope);
                for (var k = 1; k <= outputs; k++) {
                    add(Kind.ONE_TERM_ONLY, delta(next, k) * at(parameters, layout.weight(next, k, j)) * slope);
                }
                for (var other = 1; other <= network.size(layer); other++) {
                    if (other != j) {
                        add(Kind.OTHER_NEURON, back(next, other, parameters) * slope);
                    }
                }
            }
            add(Kind.OTHER_SAMPLE, at(row - 1, column));
            add(Kind.OTHER_SAMPLE, at(row + 1, column));
        }

        /** What may go wrong with the derivative of the activation, beside a slope ∂C/∂a. */
        private void errors(int layer, double slope, double a, double z) {
            add(Kind.SLOPE_FORGOTTEN, slope);
            if (network.activation(layer) instanceof Activation.Sigmoid) {
                add(Kind.SLOPE_FROM_WEIGHTED_INPUT, slope * z * (1 - z));
                add(Kind.HALF_OF_SLOPE, slope * a);
                add(Kind.HALF_OF_SLOPE, slope * (1 - a));
                var again = 1 / (1 + Math.exp(-a));
                add(Kind.SLOPE_FROM_WEIGHTED_INPUT, slope * again * (1 - again));
            } else if (network.activation(layer) instanceof Activation.Tanh) {
                add(Kind.SLOPE_FROM_WEIGHTED_INPUT, slope * (1 - z * z));
                add(Kind.HALF_OF_SLOPE, slope * (1 - a));
            }
        }

        /** Σ over a layer of δ times the weight that comes from neuron j. */
        private double back(int layer, int j, int parameters) {
            return sum(network.size(layer), k -> delta(layer, k) * at(parameters, layout.weight(layer, k, j)));
        }

        /** The derivative of an activation; 1 where it depends on other neurons, too, or is no factor of δ. */
        private double slope(int layer, double a, double z) {
            if (network.cost() instanceof Cost.CrossEntropy && layer == network.layers()) {
                return 1;
            }
            var activation = network.activation(layer);
            if (activation instanceof Activation.Softmax) {
                return 1;
            }
            var slopes = new double[] {1};
            activation.toErrors(new double[] {z}, new double[] {a}, slopes, 1, 1);
            return slopes[0];
        }

        private void gradient(int layer, int j, int from) {
            var delta = delta(layer, j);
            if (from > network.size(layer - 1)) {
                // Of a bias: nothing flows in but 1.
                add(Kind.WEIGHTED_INPUT_FOR_ACTIVATION, delta * at(row, layout.weightedInput(layer, j)));
                add(Kind.OTHER_NEURON, delta * activation(layer, j));
                return;
            }
            var flowing = activation(layer - 1, from);
            add(Kind.ACTIVATION_LEFT_OUT, delta);
            add(Kind.ERROR_LEFT_OUT, flowing);
            if (layer > 2) {
                add(Kind.WEIGHTED_INPUT_FOR_ACTIVATION, delta * at(row, layout.weightedInput(layer - 1, from)));
            }
            if (from <= network.size(layer) && j <= network.size(layer - 1)) {
                add(Kind.WEIGHT_TRANSPOSED, delta(layer, from) * activation(layer - 1, j));
            }
            add(Kind.OTHER_NEURON, delta * activation(layer, j));
            for (var other = 1; other <= network.size(layer); other++) {
                if (other != j) {
                    add(Kind.OTHER_NEURON, delta(layer, other) * flowing);
                }
            }
            add(Kind.OTHER_SAMPLE, at(row - 1, layout.delta(layer, j)) * flowing);
            add(Kind.OTHER_SAMPLE, at(row + 1, layout.delta(layer, j)) * flowing);
        }

        /** What a − t is multiplied by in ∂C/∂a. */
        private double costSlope() {
            return network.cost() instanceof Cost.Squared squared ? squared.slope(network.outputs()) : 1;
        }

        private void cost() {
            if (network.cost() instanceof Cost.Squared squared) {
                var last = network.layers();
                IntToDoubleFunction difference = j -> at(row, layout.target(j)) - activation(last, j);
                var squares = sum(network.outputs(), j -> difference.applyAsDouble(j) * difference.applyAsDouble(j));
                var share = costSlope() / 2;
                if (squared.share() == Cost.Squared.Share.HALF) {
                    add(Kind.HALF_FORGOTTEN, squares);
                }
                if (squared.share() == Cost.Squared.Share.MEAN) {
                    add(Kind.SUM_INSTEAD_OF_MEAN, squares);
                } else {
                    add(Kind.MEAN_INSTEAD_OF_SUM, squares / network.outputs() * share);
                }
                add(Kind.SQUARE_FORGOTTEN, sum(network.outputs(), difference) * share);
                add(Kind.SQUARE_FORGOTTEN, sum(network.outputs(), j -> Math.abs(difference.applyAsDouble(j))) * share);
                add(Kind.SQUARE_FORGOTTEN, sum(network.outputs(), difference));
            }
        }

        private void total(int column) {
            var samples = layout.samples(block.step);
            IntToDoubleFunction term = k -> at(layout.sampleRow(block.epoch, block.step, k), column);
            var sum = sum(samples, term);
            var share = hyperparameters.mean() ? samples : 1;
            if (hyperparameters.mean()) {
                add(Kind.SUM_INSTEAD_OF_MEAN, sum);
            } else {
                add(Kind.MEAN_INSTEAD_OF_SUM, sum / samples);
            }
            add(Kind.TERM_LEFT_OUT, (sum - term.applyAsDouble(1)) / share);
            add(Kind.TERM_LEFT_OUT, (sum - term.applyAsDouble(samples)) / share);
            if (hyperparameters.mean() && samples > 1) {
                add(Kind.TERM_LEFT_OUT, (sum - term.applyAsDouble(1)) / (samples - 1));
                add(Kind.TERM_LEFT_OUT, (sum - term.applyAsDouble(samples)) / (samples - 1));
            }
            add(Kind.ONE_TERM_ONLY, term.applyAsDouble(1));
            add(Kind.ONE_TERM_ONLY, term.applyAsDouble(samples));
            before().ifPresent(
                            before -> add(Kind.PREVIOUS_EPOCH, at(layout.totalRow(before.epoch, before.step), column)));
        }

        private void next(int column) {
            var value = at(valueRow(), column);
            add(Kind.NOT_UPDATED, value);
            if (!(hyperparameters.optimiser() instanceof Optimiser.Plain)) {
                return;
            }
            var eta = sheet.applyAsDouble(TrainingLayout.LEARNING_RATE.address(TrainingLayout.NAME));
            var gradient = at(layout.gradientRow(block.epoch, block.step), column);
            add(Kind.SIGN_OF_UPDATE, value + eta * gradient);
            add(Kind.RATE_FORGOTTEN, value - gradient);
            add(Kind.SIGN_OF_UPDATE_RATE_FORGOTTEN, value + gradient);
            add(Kind.VALUE_FORGOTTEN, -eta * gradient);
            add(Kind.VALUE_FORGOTTEN, eta * gradient);
            var samples = layout.samples(block.step);
            if (hyperparameters.mean()) {
                add(Kind.SUM_INSTEAD_OF_MEAN, value - eta * gradient * samples);
            } else {
                add(Kind.MEAN_INSTEAD_OF_SUM, value - eta * gradient / samples);
            }
            var last = layout.sampleRow(block.epoch, block.step, samples);
            add(Kind.ONE_TERM_ONLY, value - eta * at(last, column));
            add(Kind.ONE_TERM_ONLY, value - eta * at(layout.sampleRow(block.epoch, block.step, 1), column));
            before().ifPresent(before -> {
                add(Kind.PREVIOUS_EPOCH, at(layout.valueRow(before.epoch, before.step), column) - eta * gradient);
                add(Kind.PREVIOUS_EPOCH, value - eta * at(layout.gradientRow(before.epoch, before.step), column));
            });
        }

        private static double sum(int count, IntToDoubleFunction term) {
            return IntStream.rangeClosed(1, count).mapToDouble(term).sum();
        }
    }
}
