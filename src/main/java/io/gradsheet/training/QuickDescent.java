package io.gradsheet.training;

import io.gradsheet.network.BatchGradient;
import io.gradsheet.network.Block;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Pass;
import io.gradsheet.network.Sample;
import io.gradsheet.network.SampleTrace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The training that {@link GradientDescent} does, without a trace of it: costs, hits and parameters alone, as fast as may be. The
 * samples of a step are shared out in a way that depends on their number only, and the shares are added up in order; so the bits are
 * the same however many threads there are.
 */
public final class QuickDescent implements AutoCloseable {
    private static final int MOST_SHARES = 8;

    /** Where samples are many and small, rows are long; where parameters are many, a batch of 64 is still two blocks. */
    private static final int LONG_ROWS = 64;

    private static final int SHORT_ROWS = 32;
    private static final int MANY_PARAMETERS = 10_000;

    /** Steps of fewer multiplications than this are over before another thread has begun. */
    private static final long LEAST_SHARED_WORK = 1_000_000;

    /** More inputs than this are not kept twice. */
    private static final long MOST_KEPT = 8_000_000;

    private final Network network;
    private final List<Sample> samples;
    private final Hyperparameters hyperparameters;
    private final Workers workers;
    private final int rows;
    private final List<BatchGradient> shares;
    private final List<Block> spare;
    private final List<List<Block>> kept = new ArrayList<>();
    private final double[] values;
    private final double[] before;
    private final double[] gradient;
    private final double[] decays;
    private final double[][] memory;
    private int epoch;
    private int step;
    private double cost;
    private int hits;

    /**
     * Prepares a descent.
     *
     * @param initial the parameters that epoch 1 starts from
     * @param threads how many may work
     */
    public QuickDescent(
            Network network, List<Sample> samples, Parameters initial, Hyperparameters hyperparameters, int threads) {
        this.network = network;
        this.samples = List.copyOf(samples);
        this.hyperparameters = hyperparameters;
        this.rows = network.parameterCount() < MANY_PARAMETERS ? LONG_ROWS : SHORT_ROWS;
        var batch = Math.min(hyperparameters.batches().size(), samples.size());
        var blocks = (batch + rows - 1) / rows;
        this.shares = IntStream.range(0, Math.min(MOST_SHARES, blocks))
                .mapToObj(share -> new BatchGradient(network, rows))
                .toList();
        this.spare = shares.stream().map(share -> new Block(network, rows)).toList();
        this.workers = new Workers(
                (long) batch * network.parameterCount() < LEAST_SHARED_WORK ? 1 : Math.min(threads, shares.size()));
        this.values = initial.toArray();
        this.before = new double[values.length];
        this.gradient = new double[values.length];
        var zeros = Parameters.zeros(network.sizes());
        this.decays =
                zeros.plusWeights(hyperparameters.decay(), zeros.map(zero -> 1)).toArray();
        this.memory = new double[hyperparameters.optimiser().memories()][values.length];
    }

    /**
     * Runs one epoch.
     *
     * @throws DivergenceException if a number leaves the representable range
     */
    public void next() {
        epoch++;
        cost = 0;
        hits = 0;
        var batches = hyperparameters.batches().of(epoch, samples.size());
        if (kept.isEmpty() && areKept()) {
            batches.forEach(numbers -> kept.add(blocks(numbers)));
        }
        for (var i = 0; i < batches.size(); i++) {
            step(batches.get(i), i);
        }
        if (hyperparameters.mean()) {
            cost /= samples.size();
        }
    }

    private boolean areKept() {
        return !(hyperparameters.batches().order() instanceof Batches.Shuffled)
                && (long) samples.size() * network.inputs() <= MOST_KEPT;
    }

    private List<Block> blocks(List<Integer> numbers) {
        var blocks = new ArrayList<Block>();
        for (var from = 0; from < numbers.size(); from += rows) {
            blocks.add(new Block(network, rows).fill(samples, part(numbers, from)));
        }
        return blocks;
    }

    private List<Integer> part(List<Integer> numbers, int from) {
        return numbers.subList(from, Math.min(numbers.size(), from + rows));
    }

    private void step(List<Integer> numbers, int place) {
        step++;
        System.arraycopy(values, 0, before, 0, values.length);
        workers.run(shares.size(), share -> add(share, numbers, place));
        Arrays.fill(gradient, 0);
        var sum = 0.0;
        for (var share : shares) {
            share.addTo(gradient);
            sum += share.cost();
            hits += share.hits();
        }
        cost += sum;
        move(numbers.size());
        if (!Double.isFinite(cost) || !isFinite(values) || !isFinite(gradient) || !isFinite(memory)) {
            throw divergence(numbers);
        }
    }

    /** Every share takes its blocks one after the other. */
    private void add(int share, List<Integer> numbers, int place) {
        var sum = shares.get(share);
        sum.clear();
        var blocks = (numbers.size() + rows - 1) / rows;
        for (var block = share; block < blocks; block += shares.size()) {
            sum.add(
                    kept.isEmpty()
                            ? spare.get(share).fill(samples, part(numbers, block * rows))
                            : kept.get(place).get(block),
                    values);
        }
    }

    private void move(int count) {
        var optimiser = hyperparameters.optimiser();
        var rate = hyperparameters.rate(epoch);
        var divisor = hyperparameters.mean() ? count : 1;
        for (var i = 0; i < values.length; i++) {
            gradient[i] = gradient[i] / divisor + decays[i] * values[i];
            if (!hyperparameters.frozen().has(i)) {
                values[i] = optimiser.next(values[i], gradient[i], memory, i, rate, step);
            }
        }
    }

    private static boolean isFinite(double[]... arrays) {
        for (var array : arrays) {
            for (var number : array) {
                if (!Double.isFinite(number)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Goes the last step once more, sample by sample, to say where it left the numbers. */
    private DivergenceException divergence(List<Integer> numbers) {
        var traces = new Pass(
                        network,
                        Parameters.of(network.sizes(), before),
                        numbers.stream().map(number -> samples.get(number - 1)).toList())
                .traces();
        var sum = 0.0;
        for (var i = 0; i < traces.size(); i++) {
            SampleTrace trace = traces.get(i);
            sum += trace.cost();
            if (!trace.isFinite() || !Double.isFinite(sum)) {
                return DivergenceException.at(epoch, numbers.get(i));
            }
        }
        return DivergenceException.inStep(epoch);
    }

    /** C_T of the last epoch: see {@link EpochTrace#cost}. */
    public double cost() {
        return cost;
    }

    /** How many samples the last epoch answered as their targets want. */
    public int hits() {
        return hits;
    }

    /** The parameters after the last epoch. */
    public Parameters parameters() {
        return Parameters.of(network.sizes(), values);
    }

    @Override
    public void close() {
        workers.close();
    }
}
