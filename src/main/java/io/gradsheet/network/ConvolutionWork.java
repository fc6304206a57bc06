package io.gradsheet.network;

import java.util.ArrayList;
import java.util.List;

/** The work of a convolution: for each place of the window, products of a dense layer's kind, of the filters and what is seen there. */
final class ConvolutionWork extends Work {
    /** Units of a map whose products with a filter's weights are added up in one go, so that their numbers stay near. */
    private static final int TILE = 16;

    private final int filters;
    private final int weights;
    private final int area;

    /** The place of the first parameter. */
    private final int start;

    private final Volume input;
    private final int window;

    /** {@code [inMap][weight]}: see {@link Convolution#sources}. */
    private final int[][] sources;

    /** Of each unit of a map of the layer before, the units of a map that see it, and with which weights of the window. */
    private final List<int[]> readers = new ArrayList<>();

    /** What flows in from beyond the border. */
    private final double[] nothing;

    ConvolutionWork(Convolution layer, int start, int rows) {
        super(layer, rows);
        this.filters = layer.filters();
        this.weights = layer.weights();
        this.area = layer.output().area();
        this.start = start;
        this.input = layer.input();
        this.window = layer.rows() * layer.columns();
        this.sources = layer.sources();
        this.nothing = Block.matrix(1, rows)[0];
    }

    @Override
    void forward(Inflow inflow, double[] parameters, Team team, Touch touch) {
        team.run(part -> forward(inflow, parameters, team.begin(part, area), team.begin(part + 1, area)));
        finish(0, filters * area, inflow.count(), touch);
    }

    private void forward(Inflow inflow, double[] parameters, int from, int to) {
        var count = inflow.count();
        var seen = new double[weights][];
        var units = new double[filters][];
        var factors = new Products.Flat(parameters, start, weights + 1, 1);
        for (var inMap = from; inMap < to; inMap++) {
            for (var weight = 0; weight < weights; weight++) {
                seen[weight] = seen(inflow, sources[inMap][weight]);
            }
            for (var filter = 0; filter < filters; filter++) {
                units[filter] = z()[filter * area + inMap];
            }
            clear(units, 0, filters, count);
            Products.add(units, 0, filters, seen, 0, weights, count, factors);
            for (var filter = 0; filter < filters; filter++) {
                add(units[filter], parameters[factors.start(filter) + weights], count);
                activate(filter * area + inMap, filter * area + inMap + 1, count);
            }
        }
    }

    private double[] seen(Inflow inflow, int source) {
        return source < 0 ? nothing : inflow.columns()[source];
    }

    @Override
    void slopes(double[] parameters, double[][] slopes, int from, int to, int count) {
        prepareReaders();
        for (var unit = from; unit < to; unit++) {
            var map = unit / input.area();
            var pairs = readers.get(unit % input.area());
            var terms = filters * pairs.length / 2;
            var errors = new double[terms][];
            var factors = new double[terms];
            var term = 0;
            for (var filter = 0; filter < filters; filter++) {
                var first = start + filter * (weights + 1) + map * window;
                for (var pair = 0; pair < pairs.length; pair += 2) {
                    errors[term] = deltas()[filter * area + pairs[pair]];
                    factors[term++] = parameters[first + pairs[pair + 1]];
                }
            }
            Products.add(slopes, unit, unit + 1, errors, 0, terms, count, new Products.Flat(factors, 0, 0, 1));
        }
    }

    /** A first layer, which sends no errors back, never needs them. */
    private synchronized void prepareReaders() {
        if (readers.isEmpty()) {
            var found = new ArrayList<List<Integer>>();
            for (var unit = 0; unit < input.area(); unit++) {
                found.add(new ArrayList<>());
            }
            for (var inMap = 0; inMap < area; inMap++) {
                for (var weight = 0; weight < window; weight++) {
                    if (sources[inMap][weight] >= 0) {
                        found.get(sources[inMap][weight]).addAll(List.of(inMap, weight));
                    }
                }
            }
            found.forEach(pairs ->
                    readers.add(pairs.stream().mapToInt(number -> number).toArray()));
        }
    }

    @Override
    void gradients(Inflow inflow, int first, int after, double[][] sums, int from, int to) {
        var products = new double[weights][after];
        var seen = new double[TILE][];
        var errors = new double[TILE][];
        for (var filter = from; filter < to; filter++) {
            clear(products, 0, weights, after);
            for (var begin = 0; begin < area; begin += TILE) {
                var tile = Math.min(TILE, area - begin);
                for (var i = 0; i < tile; i++) {
                    errors[i] = deltas()[filter * area + begin + i];
                    sums[filter][weights] += sum(errors[i], first, after);
                }
                for (var weight = 0; weight < weights; weight++) {
                    for (var i = 0; i < tile; i++) {
                        seen[i] = seen(inflow, sources[begin + i][weight]);
                    }
                    Products.addPairs(products[weight], errors, seen, tile, first, after);
                }
            }
            for (var weight = 0; weight < weights; weight++) {
                sums[filter][weight] += sum(products[weight], first, after);
            }
        }
    }
}
