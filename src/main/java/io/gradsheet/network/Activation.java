package io.gradsheet.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a layer turns weighted inputs z into activations a: a closed family, one record a function. */
public sealed interface Activation {
    /** The function's name in templates, {@code sigmoid}. */
    String name();

    /**
     * The activations of one layer.
     *
     * @param weightedInputs z[j] of every neuron of the layer
     * @return a[j], as many
     */
    double[] activations(double[] weightedInputs);

    /**
     * The errors δ[j] = ∂C/∂z[j] of one layer (seed 4.2).
     *
     * @param weightedInputs z[j]
     * @param activations a[j], as {@link #activations} gave them
     * @param slopes ∂C/∂a[j]
     */
    double[] deltas(double[] weightedInputs, double[] activations, double[] slopes);

    /** All functions there are, in the order in which they are listed to users. */
    static List<Activation> all() {
        return List.of(new Sigmoid());
    }

    /** The function that templates call {@code name}. */
    static Optional<Activation> named(String name) {
        return all().stream()
                .filter(activation -> activation.name().equals(name))
                .findFirst();
    }

    /** σ(z) = 1/(1 + e<sup>−z</sup>), whose derivative is σ(1 − σ) (seed 2.6). */
    record Sigmoid() implements Activation {
        @Override
        public String name() {
            return "sigmoid";
        }

        @Override
        public double[] activations(double[] weightedInputs) {
            return Arrays.stream(weightedInputs)
                    .map(z -> 1 / (1 + Math.exp(-z)))
                    .toArray();
        }

        @Override
        public double[] deltas(double[] weightedInputs, double[] activations, double[] slopes) {
            var deltas = new double[slopes.length];
            for (var j = 0; j < deltas.length; j++) {
                deltas[j] = slopes[j] * activations[j] * (1 - activations[j]);
            }
            return deltas;
        }
    }
}
