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
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * The training that {@link GradientDescent} does, without a trace of it: costs, hits and parameters alone, as fast as may be. The
 * bits are the same however many threads there are.
 */
public final class QuickDescent implements AutoCloseable {
    /** Samples that go through the network side by side. */
    private static final int MOST_ROWS = 512;

    /** Fewer multiplications a step than this are not worth another thread's while. */
    private static final long LEAST_WORK = 500_000;

    /** More inputs than this are not kept twice. */
    private static final long MOST_KEPT = 1_000_000;

    private final Network network;
    private final List<Sample> samples;
    private final Hyperparameters hyperparameters;
    private final Workers workers;
    private final Pace pace;
    private final int rows;
    private final BatchGradient sums;
    private final Block spare;
    private final List<List<Block>> kept = new ArrayList<>();
    private final State state;
    private final State before;
    private final double[] gradient;
    private int epoch;

    /** What a step starts from, and changes. */
    private static final class State {
        private final double[] values;
        private final double[][] memory;
        private int step;
        private double cost;
        private int hits;

        State(double[] values, int memories) {
            this.values = values;
            this.memory = new double[memories][values.length];
        }

        void set(State other) {
            System.arraycopy(other.values, 0, values, 0, values.length);
            for (var m = 0; m < memory.length; m++) {
                System.arraycopy(other.memory[m], 0, memory[m], 0, values.length);
            }
            step = other.step;
            cost = other.cost;
            hits = other.hits;
        }

        /** What is not a finite number never becomes one again. */
        boolean isFinite() {
            return Double.isFinite(cost)
                    && isFinite(values)
                    && Arrays.stream(memory).allMatch(State::isFinite);
        }

        private static boolean isFinite(double[] numbers) {
            for (var number : numbers) {
                if (!Double.isFinite(number)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Prepares a descent.
     *
     * @param initial the parameters that epoch 1 starts from
     * @param threads how many may work; the more work where they are the faster
     */
    public QuickDescent(
            Network network, List<Sample> samples, Parameters initial, Hyperparameters hyperparameters, int threads) {
        this(network, samples, initial, hyperparameters, threads, System::nanoTime);
    }

    /**
     * Prepares a descent.
     *
     * @param clock tells, in nanoseconds, whether many threads are faster than one
     */
    QuickDescent(
            Network network,
            List<Sample> samples,
            Parameters initial,
            Hyperparameters hyperparameters,
            int threads,
            LongSupplier clock) {
        this.network = network;
        this.samples = List.copyOf(samples);
        this.hyperparameters = hyperparameters;
        var batch = Math.min(hyperparameters.batches().size(), samples.size());
        var blocks = (batch + MOST_ROWS - 1) / MOST_ROWS;
        this.rows = ((batch + blocks - 1) / blocks + 3) / 4 * 4;
        var work = (long) batch * network.parameterCount();
        this.workers = new Workers((int) Math.max(1, Math.min(threads, work / LEAST_WORK)));
        this.pace = new Pace(clock);
        this.sums = new BatchGradient(network, rows, workers);
        this.spare = new Block(network, rows);
        var memories = hyperparameters.optimiser().memories();
        this.state = new State(initial.toArray(), memories);
        this.before = new State(initial.toArray(), memories);
        this.gradient = new double[network.parameterCount()];
    }

    /**
     * Runs one epoch.
     *
     * @throws DivergenceException if a number leaves the representable range
     */
    public void next() {
        epoch++;
        state.cost = 0;
        state.hits = 0;
        before.set(state);
        var batches = hyperparameters.batches().of(epoch, samples.size());
        if (kept.isEmpty() && areKept()) {
            batches.forEach(numbers -> kept.add(blocks(numbers)));
        }
        for (var i = 0; i < batches.size(); i++) {
            step(batches.get(i), i);
        }
        if (!state.isFinite()) {
            throw divergence(batches);
        }
        if (hyperparameters.mean()) {
            state.cost /= samples.size();
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
        state.step++;
        var divisor = hyperparameters.mean() ? numbers.size() : 1;
        sums.visit(
                (numbers.size() + rows - 1) / rows,
                i -> {
                    workers.together(pace.next());
                    return kept.isEmpty()
                            ? spare.fill(samples, part(numbers, i * rows))
                            : kept.get(place).get(i);
                },
                state.values,
                (neuron, from, to) -> move(neuron, from, to, divisor));
        state.cost += sums.cost();
        state.hits += sums.hits();
    }

    /** Moves the parameters of one neuron. */
    private void move(double[] sums, int from, int to, int divisor) {
        System.arraycopy(sums, 0, gradient, from, to - from);
        if (divisor != 1) {
            for (var i = from; i < to; i++) {
                gradient[i] /= divisor;
            }
        }
        hyperparameters.decay().add(gradient, state.values, from, to);
        hyperparameters.move(state.values, gradient, state.memory, from, to, epoch, state.step);
    }

    /** Goes through the epoch once more, looking closely, to say where the numbers ended. */
    private DivergenceException divergence(List<List<Integer>> batches) {
        state.set(before);
        var i = -1;
        while (state.isFinite()) {
            before.set(state);
            step(batches.get(++i), i);
        }
        return divergenceIn(batches.get(i));
    }

    private DivergenceException divergenceIn(List<Integer> numbers) {
        var traces = new Pass(
                        network,
                        Parameters.of(network.places(), before.values),
                        numbers.stream().map(number -> samples.get(number - 1)).toList())
                .traces();
        var sum = 0.0;
        for (var i = 0; i < traces.size(); i++) {
            SampleTrace trace = traces.get(i);
            sum += trace.cost();
            if (!trace.isFinite() || !Double.isFinite(sum)) {
                return DivergenceException.at(epoch, numbers.get(i), trace);
            }
        }
        return DivergenceException.inStep(epoch);
    }

    /**
     * What the parameters after the last epoch make of all samples; no step is taken.
     *
     * @param cost the sum of their costs, or the mean, as in the epochs; it may be more than a number can hold
     * @param hits how many are answered as their targets want
     */
    public record Measures(double cost, int hits) {}

    /** Sends all samples forward with the parameters as they are. */
    public Measures measure() {
        var numbers = IntStream.rangeClosed(1, samples.size()).boxed().toList();
        sums.measure(
                (samples.size() + rows - 1) / rows, i -> spare.fill(samples, part(numbers, i * rows)), state.values);
        return new Measures(hyperparameters.mean() ? sums.cost() / samples.size() : sums.cost(), sums.hits());
    }

    /** C_T of the last epoch: see {@link EpochTrace#cost}. */
    public double cost() {
        return state.cost;
    }

    /** How many samples the last epoch answered as their targets want. */
    public int hits() {
        return state.hits;
    }

    /** The parameters after the last epoch. */
    public Parameters parameters() {
        return Parameters.of(network.places(), state.values);
    }

    @Override
    public void close() {
        workers.close();
    }
}
