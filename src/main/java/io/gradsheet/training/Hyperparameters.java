package io.gradsheet.training;

import io.gradsheet.network.FrozenParameters;

/**
 * What is chosen before training, and not learned by it.
 *
 * @param learningRate η
 * @param schedule how η changes from epoch to epoch
 * @param epochs how often training goes through all samples
 * @param batches which samples each step learns from
 * @param mean whether a step takes the mean of its samples' gradients, and not their sum
 * @param decay how parameters shrink besides
 * @param optimiser how a step follows from the gradient
 * @param frozen the parameters that stay as they are
 */
public record Hyperparameters(
        double learningRate,
        Schedule schedule,
        int epochs,
        Batches batches,
        boolean mean,
        Decay decay,
        Optimiser optimiser,
        FrozenParameters frozen) {

    /** The book's: one step an epoch, from the sum of all gradients, with the same η in each. */
    public static Hyperparameters plain(double learningRate, int epochs, int samples, FrozenParameters frozen) {
        return new Hyperparameters(
                learningRate,
                new Schedule.Constant(),
                epochs,
                Batches.full(samples),
                false,
                Decay.NONE,
                new Optimiser.Plain(),
                frozen);
    }

    /** Whether they are the book's, but for η, epochs, and what is frozen. */
    public boolean isPlain(int samples) {
        return equals(plain(learningRate, epochs, samples, frozen));
    }

    /** η of an epoch. */
    public double rate(int epoch) {
        return learningRate * schedule.share(epoch);
    }

    /**
     * Takes a step with those parameters of one neuron that are not frozen: see {@link Optimiser#move}.
     *
     * @param from the place of its first weight
     * @param to the place after its bias
     * @param epoch which tells η
     */
    void move(double[] values, double[] gradient, double[][] memory, int from, int to, int epoch, int step) {
        var rate = rate(epoch);
        for (var begin = from; begin < to; ) {
            var end = Math.min(to, frozen.next(begin));
            decay.shrink(values, begin, end, to, rate);
            optimiser.move(values, gradient, memory, begin, end, rate, step);
            begin = end + 1;
        }
    }

    /** The same with another η. */
    public Hyperparameters withLearningRate(double eta) {
        return new Hyperparameters(eta, schedule, epochs, batches, mean, decay, optimiser, frozen);
    }

    /** The same for another number of epochs. */
    public Hyperparameters withEpochs(int count) {
        return new Hyperparameters(learningRate, schedule, count, batches, mean, decay, optimiser, frozen);
    }
}
