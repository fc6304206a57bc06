package io.gradsheet.benchmark;

import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.network.FrozenParameters;
import io.gradsheet.network.Initialization;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Places;
import io.gradsheet.network.Sample;
import io.gradsheet.training.Batches;
import io.gradsheet.training.Decay;
import io.gradsheet.training.Hyperparameters;
import io.gradsheet.training.Optimiser;
import io.gradsheet.training.QuickDescent;
import io.gradsheet.training.Schedule;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Three trainings of growing networks, the same that {@code numpy_training.py} does, in a Java as the launchers start it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC", "-XX:ObjectAlignmentInBytes=64"})
public class TrainingBenchmark {
    /** What is trained. */
    public enum Training {
        SMALL(12, 3, 2, 64, 64, 10_000),
        DIGITS(64, 30, 10, 1_797, 1_797, 200),
        LARGE(784, 100, 10, 10_000, 64, 5);

        private final int inputs;
        private final int hidden;
        private final int outputs;
        private final int samples;
        private final int batch;
        private final int epochs;

        Training(int inputs, int hidden, int outputs, int samples, int batch, int epochs) {
            this.inputs = inputs;
            this.hidden = hidden;
            this.outputs = outputs;
            this.samples = samples;
            this.batch = batch;
            this.epochs = epochs;
        }
    }

    @Param
    private Training training;

    @Param({"1", "2"})
    private int threads;

    private Network network;
    private List<Sample> samples;
    private Parameters initial;
    private Hyperparameters hyperparameters;

    /** Draws data and parameters. */
    @Setup
    public void prepare() {
        var sizes = List.of(training.inputs, training.hidden, training.outputs);
        network = Network.dense(sizes, Collections.nCopies(2, new Activation.Sigmoid()), new Cost.Squared());
        var random = new Random(1);
        samples = IntStream.range(0, training.samples)
                .mapToObj(k -> {
                    var targets = new double[network.outputs()];
                    targets[random.nextInt(targets.length)] = 1;
                    return new Sample(random.doubles(network.inputs()).toArray(), targets);
                })
                .toList();
        initial = new Initialization.Xavier().draw(network, 1);
        hyperparameters = new Hyperparameters(
                0.01,
                new Schedule.Constant(),
                training.epochs,
                new Batches(training.batch, new Batches.AsGiven()),
                false,
                Decay.NONE,
                new Optimiser.Plain(),
                FrozenParameters.none(Places.ofDense(sizes)));
    }

    /** All epochs. */
    @Benchmark
    public Parameters train() {
        try (var descent = new QuickDescent(network, samples, initial, hyperparameters, threads)) {
            for (var epoch = 1; epoch <= training.epochs; epoch++) {
                descent.next();
            }
            return descent.parameters();
        }
    }
}
