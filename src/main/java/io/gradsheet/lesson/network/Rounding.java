package io.gradsheet.lesson.network;

import io.gradsheet.lesson.frame.SharedDigits;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.Evaluation;
import io.gradsheet.training.GradientDescent;
import io.gradsheet.training.Optimiser;
import io.gradsheet.training.RoundingGrowth;
import io.gradsheet.training.RoundingGrowth.Apart;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What rounding allows two programs to differ by in a training: nothing to speak of, or from some epoch on more than usual. It follows
 * from trainings in Java alone. Epochs count from 1; the one after the last stands for what is computed from the trained parameters.
 */
public final class Rounding {
    /** Inputs of this size and more are what makes rounding grow, more often than not. */
    private static final double LARGE = 10;

    private final NetworkExperiment experiment;
    private final List<Apart> apart;
    private final int[] undecided;

    private Rounding(NetworkExperiment experiment, List<Apart> apart, int[] undecided) {
        this.experiment = experiment;
        this.apart = apart;
        this.undecided = undecided;
    }

    /**
     * Measures.
     *
     * @param further samples of no training that sheets send forward with the parameters that an epoch starts from
     * @throws io.gradsheet.training.DivergenceException if training leaves the representable numbers
     */
    public static Rounding of(NetworkExperiment experiment, IntFunction<List<Sample>> further) {
        var growth = RoundingGrowth.of(
                experiment.network(),
                experiment.samples(),
                experiment.initial(),
                experiment.hyperparameters(),
                further);
        var apart = Stream.concat(growth.epochs().stream(), Stream.of(growth.after()))
                .toList();
        var undecided = new int[apart.size()];
        if (apart.stream().anyMatch(each -> SharedDigits.areFew(each.largest()))) {
            count(experiment, apart, undecided);
        }
        return new Rounding(experiment, apart, undecided);
    }

    /** Counts the answers of each epoch that hang on how numbers are rounded. */
    private static void count(NetworkExperiment experiment, List<Apart> apart, int[] undecided) {
        var descent = new GradientDescent(
                experiment.network(), experiment.samples(), experiment.initial(), experiment.hyperparameters());
        var last = experiment.initial();
        while (descent.hasNext()) {
            var epoch = descent.next();
            var place = epoch.epoch() - 1;
            undecided[place] = undecided(epoch.samples(), apart.get(place))
                    + undecided(
                            traces(
                                    experiment,
                                    epoch.parameters(),
                                    experiment.data().test()),
                            apart.get(place));
            last = epoch.next();
        }
        var after = undecided.length - 1;
        undecided[after] = undecided(traces(experiment, last, experiment.data().rows()), apart.get(after));
    }

    private static List<SampleTrace> traces(NetworkExperiment experiment, Parameters parameters, List<Sample> samples) {
        return Evaluation.of(experiment.network(), parameters, samples, false).samples();
    }

    private static int undecided(List<SampleTrace> traces, Apart apart) {
        return (int) traces.stream().filter(trace -> isUndecided(trace, apart)).count();
    }

    /** Whether the answer to a sample hangs on rounding. */
    private static boolean isUndecided(SampleTrace trace, Apart apart) {
        var last = trace.layers();
        var largest = IntStream.rangeClosed(1, trace.sample().targetCount())
                .mapToDouble(j -> Math.abs(trace.activation(last, j)))
                .reduce(1, Math::max);
        return trace.lead() <= 2 * SharedDigits.allowance(apart.activation()) * largest;
    }

    /** Whether no cell needs an allowance. */
    public boolean isUsual() {
        return apart.stream().noneMatch(each -> SharedDigits.areFew(each.largest()));
    }

    /** How far runs are apart in an epoch. */
    public Apart apart(int epoch) {
        return apart.get(epoch - 1);
    }

    /** How many answers hang on rounding in an epoch. */
    public int undecided(int epoch) {
        return undecided[epoch - 1];
    }

    /** Whether the answer to a sample with the trained parameters hangs on rounding. */
    public boolean isUndecidedAfter(SampleTrace trace) {
        return isUndecided(trace, apart.get(apart.size() - 1));
    }

    /** What somebody should know, if rounding grows. What is computed from the trained parameters comes of the last epoch. */
    public Optional<String> caution() {
        var epochs = experiment.epochs();
        return SharedDigits.caution(
                "epoch",
                1,
                IntStream.rangeClosed(1, epochs)
                        .mapToObj(epoch ->
                                epoch < epochs ? apart(epoch) : apart(epoch).or(apart(epoch + 1)))
                        .map(Apart::largest)
                        .toList(),
                advice());
    }

    private String advice() {
        var optimiser = experiment.hyperparameters().optimiser();
        var divides = optimiser instanceof Optimiser.Adam || optimiser instanceof Optimiser.RmsProp;
        var eta = (divides
                        ? "take a larger epsilon (train.optimiser), or a smaller eta than "
                        : "take a smaller eta than ")
                + Value.of(experiment.learningRate());
        var isLarge = experiment.samples().stream()
                .anyMatch(sample -> IntStream.rangeClosed(1, sample.inputCount())
                        .anyMatch(i -> Math.abs(sample.input(i)) >= LARGE));
        return isLarge ? "scale the columns (data.scale), or " + eta : eta;
    }
}
