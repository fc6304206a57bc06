package io.gradsheet.network;

/** The work of a dense layer: products of two tables, cut into blocks. */
final class DenseWork extends Work {
    private final int inputs;
    private final int size;

    /** How many units of the layer before it does not read. */
    private final int skipped;

    /** The place of the first parameter. */
    private final int start;

    DenseWork(Dense layer, int start, int rows) {
        super(layer, rows);
        this.inputs = layer.inputs();
        this.skipped = layer.before() - layer.inputs();
        this.size = layer.size();
        this.start = start;
    }

    @Override
    void forward(Inflow inflow, double[] parameters, Team team, Touch touch) {
        team.run(part -> forward(inflow, parameters, team.begin(part, size), team.begin(part + 1, size)));
        finish(0, size, inflow.count(), touch);
    }

    /** z = Σ w a + b, and a of it. */
    private void forward(Inflow inflow, double[] parameters, int from, int to) {
        var count = inflow.count();
        clear(z(), from, to, count);
        var weights = new Products.Flat(parameters, start - skipped, inputs + 1, 1);
        Products.add(z(), from, to, inflow.columns(), skipped, skipped + inputs, count, weights);
        for (var j = from; j < to; j++) {
            add(z()[j], parameters[start + j * (inputs + 1) + inputs], count);
        }
        activate(from, to, count);
    }

    @Override
    void slopes(double[] parameters, double[][] slopes, int from, int to, int count) {
        var weights = new Products.Flat(parameters, start - skipped, 1, inputs + 1);
        Products.add(slopes, Math.max(from, skipped), to, deltas(), 0, size, count, weights);
    }

    @Override
    void gradients(Inflow inflow, int first, int after, double[][] sums, int from, int to) {
        Products.add(sums, from, to, inflow.lines(), first, after, inputs, new Products.Rows(deltas()));
        var j = from;
        for (; j + 4 <= to; j += 4) {
            addBiases(sums, first, after, j);
        }
        for (; j < to; j++) {
            for (var k = first; k < after; k++) {
                sums[j][inputs] += deltas()[j][k];
            }
        }
    }

    /** Four sums side by side, for an addition that waits for the one before takes long. */
    private void addBiases(double[][] sums, int first, int after, int j) {
        var delta0 = deltas()[j];
        var delta1 = deltas()[j + 1];
        var delta2 = deltas()[j + 2];
        var delta3 = deltas()[j + 3];
        var sum0 = sums[j][inputs];
        var sum1 = sums[j + 1][inputs];
        var sum2 = sums[j + 2][inputs];
        var sum3 = sums[j + 3][inputs];
        for (var k = first; k < after; k++) {
            sum0 += delta0[k];
            sum1 += delta1[k];
            sum2 += delta2[k];
            sum3 += delta3[k];
        }
        sums[j][inputs] = sum0;
        sums[j + 1][inputs] = sum1;
        sums[j + 2][inputs] = sum2;
        sums[j + 3][inputs] = sum3;
    }
}
