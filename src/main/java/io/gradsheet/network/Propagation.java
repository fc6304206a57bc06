package io.gradsheet.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The way of samples through a network, forward and back: the only one there is. Arrays are made once, for many blocks of samples.
 */
final class Propagation {
    private final Network network;
    private final Team team;
    private final int last;

    /** Of each layer from the second on. */
    private final List<Work> works = new ArrayList<>();

    /** Of each hidden layer, its activations sample by sample where the next layer reads them so: {@code [l - 2][k][i]}. */
    private final double[][][] lines;

    // Of the output layer, sample by sample, all in one array.
    private final double[] outputZ;
    private final double[] outputA;
    private final double[] outputDelta;
    private final double[] costs;
    private Inflow input;
    private double[] targets;

    /**
     * Makes room.
     *
     * @param rows most samples of a block
     */
    Propagation(Network network, int rows, Team team) {
        this.network = network;
        this.team = team;
        this.last = network.layers();
        this.lines = new double[last - 1][][];
        for (var layer = 2; layer <= last; layer++) {
            works.add(network.layer(layer).work(network.places().start(layer), rows));
            var isRead = layer < last && network.layer(layer + 1) instanceof Dense;
            lines[layer - 2] =
                    isRead ? Block.matrix(rows, network.layer(layer + 1).weights()) : new double[0][];
        }
        var output = network.outputs() * rows;
        this.outputZ = new double[output];
        this.outputA = new double[output];
        this.outputDelta = new double[output];
        this.costs = new double[rows];
    }

    /** The numbers of a layer, which counts from 2. */
    Work work(int layer) {
        return works.get(layer - 2);
    }

    /** Goes forward to the costs. */
    void forward(Block block, double[] parameters, Touch touch) {
        input = new Inflow(block.columns(), block.lines(), block.count());
        targets = block.targets();
        for (var layer = 2; layer <= last; layer++) {
            work(layer).forward(inflow(layer), parameters, team, touch);
            if (lines[layer - 2].length > 0) {
                var turned = layer;
                team.run(part -> turn(turned, part));
            }
        }
        Work.lines(work(last).z(), 0, network.outputs(), count(), outputZ);
        Work.lines(work(last).a(), 0, network.outputs(), count(), outputA);
        network.cost().of(network.outputActivation(), outputZ, outputA, targets, costs, count(), network.outputs());
    }

    private int count() {
        return input.count();
    }

    private Inflow inflow(int layer) {
        return layer == 2 ? input : new Inflow(work(layer - 1).a(), lines[layer - 3], count());
    }

    /** Turns the activations of some samples into lines. Each line is one member's, or they would wait for each other's writing. */
    private void turn(int layer, int part) {
        var from = team.begin(part, count());
        var to = team.begin(part + 1, count());
        var a = work(layer).a();
        var turned = lines[layer - 2];
        var read = network.layer(layer + 1).weights();
        for (var j = 0; j < read; j++) {
            var column = a[a.length - read + j];
            for (var k = from; k < to; k++) {
                turned[k][j] = column[k];
            }
        }
    }

    /** Goes back from the costs to the errors of the second layer. */
    void backward(double[] parameters) {
        var outputs = network.outputs();
        network.cost().errors(network.outputActivation(), outputZ, outputA, targets, outputDelta, count(), outputs);
        Work.fill(work(last).deltas(), 0, outputs, outputDelta, count());
        backThrough(parameters);
    }

    /** Goes back from the activations of one output, counted from 0, instead of costs. */
    void backward(double[] parameters, int output) {
        for (var j = 0; j < network.outputs(); j++) {
            Arrays.fill(work(last).deltas()[j], 0, count(), j == output ? 1 : 0);
        }
        work(last).toErrors(count());
        backThrough(parameters);
    }

    private void backThrough(double[] parameters) {
        work(last).settle(parameters, count(), team);
        for (var layer = last - 1; layer >= 2; layer--) {
            var to = work(layer);
            var by = work(layer + 1);
            team.run(part -> back(parameters, to, by, part));
            to.settle(parameters, count(), team);
        }
    }

    private void back(double[] parameters, Work to, Work by, int part) {
        var units = to.deltas().length;
        var from = team.begin(part, units);
        var after = team.begin(part + 1, units);
        Work.clear(to.deltas(), from, after, count());
        by.slopes(parameters, to.deltas(), from, after, count());
        to.toErrors(from, after, count());
    }

    /** Room for sums of all gradients, for {@link #gradients}. */
    double[][][] sums() {
        var sums = new double[last - 1][][];
        for (var layer = 2; layer <= last; layer++) {
            sums[layer - 2] = Block.matrix(
                    network.layer(layer).groups(), network.layer(layer).weights() + 1);
        }
        return sums;
    }

    /** Adds the gradients of a layer's groups of weights, a part of them, for some samples: see {@link Work#gradients}. */
    void gradients(int layer, int part, int first, int after, double[][] sums) {
        var groups = network.layer(layer).groups();
        work(layer)
                .gradients(inflow(layer), first, after, sums, team.begin(part, groups), team.begin(part + 1, groups));
    }

    /** The gradients of all parameters for some samples, in the order of {@link Parameters#toArray}. */
    double[] gradient(int first, int after) {
        var places = network.places();
        var gradient = new double[places.count()];
        for (var layer = 2; layer <= last; layer++) {
            var width = network.layer(layer).weights() + 1;
            var sums = new double[network.layer(layer).groups()][width];
            work(layer).gradients(inflow(layer), first, after, sums, 0, sums.length);
            for (var j = 0; j < sums.length; j++) {
                System.arraycopy(sums[j], 0, gradient, places.start(layer) + j * width, width);
            }
        }
        return gradient;
    }

    /** C of a row. */
    double cost(int row) {
        return costs[row];
    }

    /** C of each row. */
    double[] costs() {
        return costs;
    }

    /** The outputs, sample by sample, all in one array. */
    double[] outputs() {
        return outputA;
    }

    /** Tells of every number that is chosen by cases, which: the same for two points between which the costs are smooth. */
    void pieces(LongStream.Builder pieces) {
        for (var layer = 2; layer <= last; layer++) {
            work(layer).pieces(count(), pieces);
        }
    }
}
