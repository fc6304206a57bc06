package io.gradsheet.training;

import io.gradsheet.network.Parameters;

/**
 * How parameters shrink besides what their gradients do. Coupled, λ times the parameter is added to its gradient, as if C had the term
 * ½ λ Σ w² (A. Krogh and J. Hertz, "A simple weight decay can improve generalization", 1991); decoupled, the parameter loses η λ times
 * itself before each step, and the optimiser sees the gradient alone (I. Loshchilov and F. Hutter, "Decoupled weight decay
 * regularization", 2019). What is frozen stays.
 *
 * @param strength λ
 * @param ofBiases whether biases decay as weights do
 * @param isDecoupled whether it is kept out of the gradient
 */
public record Decay(double strength, boolean ofBiases, boolean isDecoupled) {
    /** Nothing shrinks. */
    public static final Decay NONE = ofWeights(0);

    /** That of weights alone, by their gradients. */
    public static Decay ofWeights(double strength) {
        return new Decay(strength, false, false);
    }

    /** Whether nothing shrinks. */
    public boolean isNone() {
        return strength == 0;
    }

    /** Whether gradients are other than those of the cost. */
    public boolean changesGradients() {
        return strength > 0 && !isDecoupled;
    }

    /** Whether steps begin with shrinking. */
    public boolean shrinks() {
        return strength > 0 && isDecoupled;
    }

    /** The gradient of all parameters with what is added to it. */
    Parameters added(Parameters gradient, Parameters values) {
        if (!changesGradients()) {
            return gradient;
        }
        return ofBiases ? gradient.plus(strength, values) : gradient.plusWeights(strength, values);
    }

    /**
     * Adds to the gradient of one neuron.
     *
     * @param from the place of its first weight among all parameters
     * @param to the place after its bias
     */
    void add(double[] gradient, double[] values, int from, int to) {
        if (changesGradients()) {
            for (var i = from; i < end(to); i++) {
                gradient[i] += strength * values[i];
            }
        }
    }

    /**
     * Shrinks some of the parameters of one neuron.
     *
     * @param from the place of the first of them
     * @param to the place after the last of them
     * @param after the place after the neuron's bias
     */
    void shrink(double[] values, int from, int to, int after, double rate) {
        if (shrinks()) {
            for (var i = from; i < Math.min(to, end(after)); i++) {
                values[i] -= rate * strength * values[i];
            }
        }
    }

    /** The place after the last parameter of a neuron that decays. */
    private int end(int afterBias) {
        return ofBiases ? afterBias : afterBias - 1;
    }
}
