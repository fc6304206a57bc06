package io.gradsheet.network;

/** One row of data: inputs x and targets t, both numbered from 1. Immutable. */
public final class Sample {
    private final double[] inputs;
    private final double[] targets;

    /** Takes copies of the arrays. */
    public Sample(double[] inputs, double[] targets) {
        this.inputs = inputs.clone();
        this.targets = targets.clone();
    }

    /** x<sub>i</sub>. */
    public double input(int i) {
        return inputs[i - 1];
    }

    /** t<sub>j</sub>. */
    public double target(int j) {
        return targets[j - 1];
    }

    /** How many inputs there are. */
    public int inputCount() {
        return inputs.length;
    }

    /** How many targets there are. */
    public int targetCount() {
        return targets.length;
    }

    /**
     * The index, from 1, of the class that the targets name: that of the largest, the first of equals. A single one names class 1 from
     * ½ on, and else class 0. Targets are given, so no rounding is allowed for.
     */
    public int answer() {
        if (targets.length == 1) {
            return targets[0] >= 0.5 ? 1 : 0;
        }
        var best = 0;
        for (var j = 1; j < targets.length; j++) {
            if (targets[j] > targets[best]) {
                best = j;
            }
        }
        return best + 1;
    }

    double[] inputs() {
        return inputs;
    }

    double[] targets() {
        return targets;
    }

    /** Writes the numbers into row {@code row}, from 0, of arrays that hold many samples. */
    void copyTo(double[] allInputs, double[] allTargets, int row) {
        System.arraycopy(inputs, 0, allInputs, row * inputs.length, inputs.length);
        System.arraycopy(targets, 0, allTargets, row * targets.length, targets.length);
    }
}
