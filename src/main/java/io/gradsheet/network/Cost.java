package io.gradsheet.network;

import java.util.List;
import java.util.Optional;

/** How far the output of one sample is from its target: a closed family, one record a function. */
public sealed interface Cost {
    /** The function's name in templates, {@code squared}. */
    String name();

    /**
     * C of one sample.
     *
     * @param activations a[j] of the output layer
     * @param targets t[j]
     */
    double of(double[] activations, double[] targets);

    /** The slopes ∂C/∂a[j] of one sample. */
    double[] slopes(double[] activations, double[] targets);

    /** All functions there are, in the order in which they are listed to users. */
    static List<Cost> all() {
        return List.of(new Squared());
    }

    /** The function that templates call {@code name}. */
    static Optional<Cost> named(String name) {
        return all().stream().filter(cost -> cost.name().equals(name)).findFirst();
    }

    /** Squared error C = ½ Σ (t − a)² (seed 3.4). */
    record Squared() implements Cost {
        @Override
        public String name() {
            return "squared";
        }

        @Override
        public double of(double[] activations, double[] targets) {
            var sum = 0.0;
            for (var j = 0; j < targets.length; j++) {
                var difference = targets[j] - activations[j];
                sum += difference * difference;
            }
            return sum / 2;
        }

        @Override
        public double[] slopes(double[] activations, double[] targets) {
            var slopes = new double[targets.length];
            for (var j = 0; j < slopes.length; j++) {
                slopes[j] = activations[j] - targets[j];
            }
            return slopes;
        }
    }
}
