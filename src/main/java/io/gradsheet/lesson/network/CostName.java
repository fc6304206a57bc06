package io.gradsheet.lesson.network;

import io.gradsheet.training.Hyperparameters;

/**
 * What the commands call the cost that a training makes small, and that of a test beside it, which is of the same kind: the total C_T, or
 * with {@code gradient: mean} its mean over the samples.
 */
public record CostName(boolean isMean) {
    /** As a training has it. */
    public static CostName of(Hyperparameters hyperparameters) {
        return new CostName(hyperparameters.mean());
    }

    /** Of the samples to learn from. */
    public String learning() {
        return isMean ? "mean cost" : "cost";
    }

    /** Of the samples of the test. */
    public String test() {
        return isMean ? "mean test cost" : "test cost";
    }
}
