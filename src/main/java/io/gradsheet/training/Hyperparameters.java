package io.gradsheet.training;

import io.gradsheet.network.FrozenParameters;

/**
 * What is chosen before training, and not learned by it.
 *
 * @param learningRate η
 * @param epochs how often training goes through all samples
 * @param frozen the parameters that stay as they are
 */
public record Hyperparameters(double learningRate, int epochs, FrozenParameters frozen) {
    /** The same with another η. */
    public Hyperparameters withLearningRate(double eta) {
        return new Hyperparameters(eta, epochs, frozen);
    }

    /** The same for another number of epochs. */
    public Hyperparameters withEpochs(int count) {
        return new Hyperparameters(learningRate, count, frozen);
    }
}
