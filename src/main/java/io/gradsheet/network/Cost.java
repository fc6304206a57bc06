package io.gradsheet.network;

import java.util.List;
import java.util.Optional;

/**
 * How far the outputs are from their targets: a closed family, one record a function. Arrays hold the output layer of many
 * samples, as in {@link Activation}.
 */
public sealed interface Cost {
    /** The function's name in templates, {@code squared}. */
    String name();

    /** Whether it can be taken of what this activation puts out. */
    boolean fits(Activation output);

    /**
     * Computes C of {@code rows} samples.
     *
     * @param output the activation that made {@code a} of {@code z}
     * @param costs receives C of each row
     */
    void of(Activation output, double[] z, double[] a, double[] targets, double[] costs, int rows, int width);

    /** Computes the errors δ = ∂C/∂z of the output layer of {@code rows} samples (Wakui 4.2). */
    void errors(Activation output, double[] z, double[] a, double[] targets, double[] errors, int rows, int width);

    /** All functions there are, in the order in which they are listed to users. */
    static List<Cost> all() {
        return List.of(
                new Squared(), new Squared(Squared.Share.WHOLE), new Squared(Squared.Share.MEAN), new CrossEntropy());
    }

    /** The function that templates call {@code name}. */
    static Optional<Cost> named(String name) {
        return all().stream().filter(cost -> cost.name().equals(name)).findFirst();
    }

    /** Squared error: a share of Σ (t − a)², in the book the half of it (Wakui 3.4). */
    record Squared(Share share) implements Cost {
        /** How much of Σ (t − a)² is the cost. */
        public enum Share {
            /** C = ½ Σ (t − a)²: the ½ cancels the 2 of the derivative. */
            HALF("squared"),
            /** C = Σ (t − a)². */
            WHOLE("sum-of-squares"),
            /** C = (1/n) Σ (t − a)² of n outputs. */
            MEAN("mean-of-squares");

            private final String word;

            Share(String word) {
                this.word = word;
            }
        }

        /** The book's. */
        public Squared() {
            this(Share.HALF);
        }

        @Override
        public String name() {
            return share.word;
        }

        /** What a − t is multiplied by in ∂C/∂a, of so many outputs; half of it is the share. */
        public double slope(int outputs) {
            return switch (share) {
                case HALF -> 1;
                case WHOLE -> 2;
                case MEAN -> 2.0 / outputs;
            };
        }

        @Override
        public boolean fits(Activation output) {
            return true;
        }

        @Override
        public void of(
                Activation output, double[] z, double[] a, double[] targets, double[] costs, int rows, int width) {
            for (var row = 0; row < rows; row++) {
                var sum = 0.0;
                for (var j = row * width; j < (row + 1) * width; j++) {
                    var difference = targets[j] - a[j];
                    sum += difference * difference;
                }
                costs[row] = sum * slope(width) / 2;
            }
        }

        @Override
        public void errors(
                Activation output, double[] z, double[] a, double[] targets, double[] errors, int rows, int width) {
            var slope = slope(width);
            for (var i = 0; i < rows * width; i++) {
                errors[i] = slope * (a[i] - targets[i]);
            }
            output.toErrors(z, a, errors, rows, width);
        }
    }

    /**
     * Cross-entropy (Wakui 3.3): C = −Σ (t ln a + (1 − t) ln(1 − a)) of sigmoid outputs, each a yes or no of its own, and
     * C = −Σ t ln a of softmax outputs, whose targets have the sum 1. Both are computed from z, where nothing is rounded away
     * when a comes close to 0 or 1, and both have the errors δ = a − t.
     */
    record CrossEntropy() implements Cost {
        @Override
        public String name() {
            return "cross-entropy";
        }

        @Override
        public boolean fits(Activation output) {
            return output instanceof Activation.Sigmoid || output instanceof Activation.Softmax;
        }

        @Override
        public void of(
                Activation output, double[] z, double[] a, double[] targets, double[] costs, int rows, int width) {
            for (var row = 0; row < rows; row++) {
                costs[row] = output instanceof Activation.Softmax
                        ? ofShares(z, targets, row * width, width)
                        : ofChances(z, targets, row * width, width);
            }
        }

        /** ln a<sub>j</sub> = z<sub>j</sub> − ln Σ e<sup>z</sup>. */
        private static double ofShares(double[] z, double[] targets, int from, int width) {
            var largest = Activation.largest(z, from, width);
            var sum = 0.0;
            for (var j = from; j < from + width; j++) {
                sum += Math.exp(z[j] - largest);
            }
            var logarithm = largest + Math.log(sum);
            var cost = 0.0;
            for (var j = from; j < from + width; j++) {
                cost += targets[j] * (logarithm - z[j]);
            }
            return cost;
        }

        /** −ln a = ln(1 + e<sup>−z</sup>) and −ln(1 − a) = ln(1 + e<sup>z</sup>). */
        private static double ofChances(double[] z, double[] targets, int from, int width) {
            var cost = 0.0;
            for (var j = from; j < from + width; j++) {
                cost += targets[j] * Activation.softplus(-z[j]) + (1 - targets[j]) * Activation.softplus(z[j]);
            }
            return cost;
        }

        @Override
        public void errors(
                Activation output, double[] z, double[] a, double[] targets, double[] errors, int rows, int width) {
            for (var i = 0; i < rows * width; i++) {
                errors[i] = a[i] - targets[i];
            }
        }
    }
}
