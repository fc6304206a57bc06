package io.gradsheet.network;

/** The work of a recurrent layer: step by step, that of a dense one. */
final class RecurrentWork extends Work {
    private final Recurrent layer;
    private final int steps;
    private final int inputs;
    private final int neurons;

    /** From a neuron's first parameter to that of the next. */
    private final int width;

    /** The place of the first parameter. */
    private final int start;

    /** Errors of a step that flow from the next one. */
    private final double[][] later;

    RecurrentWork(Recurrent layer, int start, int rows) {
        super(layer, rows);
        this.layer = layer;
        this.steps = layer.steps();
        this.inputs = layer.inputs();
        this.neurons = layer.neurons();
        this.width = layer.weights() + 1;
        this.start = start;
        this.later = Block.matrix(neurons, rows);
    }

    @Override
    void forward(Inflow inflow, double[] parameters, Team team, Touch touch) {
        for (var t = 0; t < steps; t++) {
            var step = t;
            team.run(part ->
                    forward(inflow, parameters, step, team.begin(part, neurons), team.begin(part + 1, neurons)));
            finish(step * neurons, (step + 1) * neurons, inflow.count(), touch);
        }
    }

    private void forward(Inflow inflow, double[] parameters, int step, int from, int to) {
        var count = inflow.count();
        var z = step(z(), step, neurons);
        clear(z, from, to, count);
        var weights = new Products.Flat(parameters, start, width, 1);
        Products.add(z, from, to, step(inflow.columns(), step, inputs), 0, inputs, count, weights);
        if (step > 0) {
            var own = new Products.Flat(parameters, start + inputs, width, 1);
            Products.add(z, from, to, step(a(), step - 1, neurons), 0, neurons, count, own);
        }
        for (var j = from; j < to; j++) {
            add(z[j], parameters[start + (j + 1) * width - 1], count);
        }
        activate(step * neurons + from, step * neurons + to, count);
    }

    /** The arrays of one step. */
    private static double[][] step(double[][] all, int step, int size) {
        var some = new double[size][];
        System.arraycopy(all, step * size, some, 0, size);
        return some;
    }

    /** Each step hears of its errors from the next, the last one first. */
    @Override
    void settle(double[] parameters, int count, Team team) {
        for (var t = steps - 2; t >= 0; t--) {
            var step = t;
            team.run(part -> settle(parameters, count, step, team.begin(part, neurons), team.begin(part + 1, neurons)));
        }
    }

    private void settle(double[] parameters, int count, int step, int from, int to) {
        clear(later, from, to, count);
        var own = new Products.Flat(parameters, start + inputs, 1, width);
        Products.add(later, from, to, step(deltas(), step + 1, neurons), 0, neurons, count, own);
        for (var i = from; i < to; i++) {
            var unit = step * neurons + i;
            layer.activation().toErrors(z()[unit], a()[unit], later[i], 1, count);
            for (var k = 0; k < count; k++) {
                deltas()[unit][k] += later[i][k];
            }
        }
    }

    @Override
    void slopes(double[] parameters, double[][] slopes, int from, int to, int count) {
        var weights = new Products.Flat(parameters, start, 1, width);
        for (var step = from / inputs; step * inputs < to; step++) {
            var first = Math.max(from, step * inputs) - step * inputs;
            var after = Math.min(to, (step + 1) * inputs) - step * inputs;
            Products.add(
                    step(slopes, step, inputs),
                    first,
                    after,
                    step(deltas(), step, neurons),
                    0,
                    neurons,
                    count,
                    weights);
        }
    }

    @Override
    void gradients(Inflow inflow, int first, int after, double[][] sums, int from, int to) {
        var products = new double[1][after];
        var errors = new double[steps][];
        var flowing = new double[steps][];
        for (var j = from; j < to; j++) {
            for (var step = 0; step < steps; step++) {
                errors[step] = deltas()[step * neurons + j];
                sums[j][width - 1] += sum(errors[step], first, after);
            }
            for (var i = 0; i < inputs; i++) {
                for (var step = 0; step < steps; step++) {
                    flowing[step] = inflow.columns()[step * inputs + i];
                }
                clear(products, 0, 1, after);
                Products.addPairs(products[0], errors, flowing, steps, first, after);
                sums[j][i] += sum(products[0], first, after);
            }
            System.arraycopy(errors, 1, errors, 0, steps - 1);
            for (var i = 0; i < neurons; i++) {
                for (var step = 1; step < steps; step++) {
                    flowing[step - 1] = a()[(step - 1) * neurons + i];
                }
                clear(products, 0, 1, after);
                Products.addPairs(products[0], errors, flowing, steps - 1, first, after);
                sums[j][inputs + i] += sum(products[0], first, after);
            }
        }
    }
}
