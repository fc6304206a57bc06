package io.gradsheet.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a layer turns weighted inputs z into activations a: a closed family, one record a function. Arrays hold one layer of many
 * samples: {@code z[k * width + j]} is z<sub>j+1</sub> of the sample in row k.
 */
public sealed interface Activation {
    /** The function's name in templates, {@code sigmoid}. */
    String name();

    /** Computes the activations of {@code rows} samples. */
    void activate(double[] z, double[] a, int rows, int width);

    /**
     * Turns the slopes ∂C/∂a of {@code rows} samples into the errors δ = ∂C/∂z, in place (Wakui 4.2).
     *
     * @param a the activations of {@code z}
     */
    void toErrors(double[] z, double[] a, double[] slopes, int rows, int width);

    /** Whether only the last layer can have it: its activations depend on all weighted inputs of the layer. */
    default boolean isForOutput() {
        return false;
    }

    /** Whether an error flows back through it, so that a network with it can be trained. */
    default boolean isTrainable() {
        return true;
    }

    /** Whether there are weighted inputs where its slope jumps. */
    default boolean hasKinks() {
        return false;
    }

    /** The piece between kinks that a weighted input lies in: the same number for two between which the function is smooth. */
    default long piece(double z) {
        return 0;
    }

    /** All functions that have a name, in the order in which they are listed to users. */
    static List<Activation> all() {
        return List.of(
                new Sigmoid(),
                new Tanh(),
                new Relu(),
                new LeakyRelu(),
                new Softplus(),
                new Linear(),
                new Softmax(),
                new Step());
    }

    /** The function that templates call {@code name}. */
    static Optional<Activation> named(String name) {
        return all().stream()
                .filter(activation -> activation.name().equals(name))
                .findFirst();
    }

    /** σ(z) = 1/(1 + e<sup>−z</sup>), whose derivative is σ(1 − σ) (Wakui 2.6). */
    record Sigmoid() implements Activation {
        @Override
        public String name() {
            return "sigmoid";
        }

        @Override
        public void activate(double[] z, double[] a, int rows, int width) {
            for (var i = 0; i < rows * width; i++) {
                a[i] = Math.exp(-z[i]);
            }
            // By themselves, divisions become vector instructions.
            for (var i = 0; i < rows * width; i++) {
                a[i] = 1 / (1 + a[i]);
            }
        }

        @Override
        public void toErrors(double[] z, double[] a, double[] slopes, int rows, int width) {
            for (var i = 0; i < rows * width; i++) {
                slopes[i] *= a[i] * (1 - a[i]);
            }
        }
    }

    /** tanh z, whose derivative is 1 − tanh² z. */
    record Tanh() implements Activation {
        @Override
        public String name() {
            return "tanh";
        }

        @Override
        public void activate(double[] z, double[] a, int rows, int width) {
            for (var i = 0; i < rows * width; i++) {
                a[i] = Math.tanh(z[i]);
            }
        }

        @Override
        public void toErrors(double[] z, double[] a, double[] slopes, int rows, int width) {
            for (var i = 0; i < rows * width; i++) {
                slopes[i] *= (1 - a[i]) * (1 + a[i]);
            }
        }
    }

    /** max(0, z); its derivative is taken as 0 at 0. */
    record Relu() implements Activation {
        @Override
        public String name() {
            return "relu";
        }

        @Override
        public boolean hasKinks() {
            return true;
        }

        @Override
        public long piece(double z) {
            return z > 0 ? 1 : 0;
        }

        @Override
        public void activate(double[] z, double[] a, int rows, int width) {
            for (var i = 0; i < rows * width; i++) {
                a[i] = Math.max(0, z[i]);
            }
        }

        @Override
        public void toErrors(double[] z, double[] a, double[] slopes, int rows, int width) {
            for (var i = 0; i < rows * width; i++) {
                slopes[i] = z[i] > 0 ? slopes[i] : 0;
            }
        }
    }

    /** z above 0, and a hundredth of it from 0 down: no neuron is ever without a slope. */
    record LeakyRelu() implements Activation {
        /** The derivative below 0, and at 0. */
        public static final double LEAK = 0.01;

        @Override
        public String name() {
            return "leaky-relu";
        }

        @Override
        public boolean hasKinks() {
            return true;
        }

        @Override
        public long piece(double z) {
            return z > 0 ? 1 : 0;
        }

        @Override
        public void activate(double[] z, double[] a, int rows, int width) {
            for (var i = 0; i < rows * width; i++) {
                a[i] = z[i] > 0 ? z[i] : LEAK * z[i];
            }
        }

        @Override
        public void toErrors(double[] z, double[] a, double[] slopes, int rows, int width) {
            for (var i = 0; i < rows * width; i++) {
                slopes[i] = z[i] > 0 ? slopes[i] : LEAK * slopes[i];
            }
        }
    }

    /** ln(1 + e<sup>z</sup>), a smooth ReLU, whose derivative is the sigmoid of z. */
    record Softplus() implements Activation {
        @Override
        public String name() {
            return "softplus";
        }

        @Override
        public void activate(double[] z, double[] a, int rows, int width) {
            for (var i = 0; i < rows * width; i++) {
                a[i] = softplus(z[i]);
            }
        }

        @Override
        public void toErrors(double[] z, double[] a, double[] slopes, int rows, int width) {
            for (var i = 0; i < rows * width; i++) {
                slopes[i] /= 1 + Math.exp(-z[i]);
            }
        }
    }

    /** z itself: for outputs that are to be any number. */
    record Linear() implements Activation {
        @Override
        public String name() {
            return "linear";
        }

        @Override
        public void activate(double[] z, double[] a, int rows, int width) {
            System.arraycopy(z, 0, a, 0, rows * width);
        }

        @Override
        public void toErrors(double[] z, double[] a, double[] slopes, int rows, int width) {
            // The derivative is 1.
        }
    }

    /** e<sup>z<sub>j</sub></sup> / Σ<sub>i</sub> e<sup>z<sub>i</sub></sup>: shares of 1, one for each class. */
    record Softmax() implements Activation {
        @Override
        public String name() {
            return "softmax";
        }

        @Override
        public boolean isForOutput() {
            return true;
        }

        @Override
        public void activate(double[] z, double[] a, int rows, int width) {
            for (var row = 0; row < rows * width; row += width) {
                var largest = largest(z, row, width);
                var sum = 0.0;
                for (var j = row; j < row + width; j++) {
                    a[j] = Math.exp(z[j] - largest);
                    sum += a[j];
                }
                for (var j = row; j < row + width; j++) {
                    a[j] /= sum;
                }
            }
        }

        /** Every activation depends on every weighted input: ∂a<sub>i</sub>/∂z<sub>j</sub> = a<sub>i</sub>([i = j] − a<sub>j</sub>). */
        @Override
        public void toErrors(double[] z, double[] a, double[] slopes, int rows, int width) {
            for (var row = 0; row < rows * width; row += width) {
                var mean = 0.0;
                for (var j = row; j < row + width; j++) {
                    mean += a[j] * slopes[j];
                }
                for (var j = row; j < row + width; j++) {
                    slopes[j] = a[j] * (slopes[j] - mean);
                }
            }
        }
    }

    /** The threshold of the first neurons: 1 from 0 on, else 0 (Wakui 1.2). Its derivative is 0, so nothing can be learned. */
    record Step() implements Activation {
        @Override
        public String name() {
            return "step";
        }

        @Override
        public boolean isTrainable() {
            return false;
        }

        @Override
        public void activate(double[] z, double[] a, int rows, int width) {
            for (var i = 0; i < rows * width; i++) {
                a[i] = z[i] >= 0 ? 1 : 0;
            }
        }

        @Override
        public void toErrors(double[] z, double[] a, double[] slopes, int rows, int width) {
            Arrays.fill(slopes, 0, rows * width, 0);
        }
    }

    /** A function that somebody has written down, whatever it is. Where it has no value, or no derivative, that is NaN. */
    interface Curve {
        /** What is written, {@code z/(1+EXP(-z))}. */
        String text();

        /** f(z). */
        double value(double z);

        /** f′(z). */
        double slope(double z);

        /** Whether f′ is 0 everywhere, so that nothing can be learned. */
        boolean isFlat();

        /** See {@link Activation#piece}. */
        long piece(double z);
    }

    /** A function of z that is written as a formula, with the derivative that follows from it (Wakui 2.6). */
    record Written(Curve curve) implements Activation {
        @Override
        public String name() {
            return curve.text();
        }

        @Override
        public boolean isTrainable() {
            return !curve.isFlat();
        }

        @Override
        public boolean hasKinks() {
            return true;
        }

        @Override
        public long piece(double z) {
            return curve.piece(z);
        }

        @Override
        public void activate(double[] z, double[] a, int rows, int width) {
            for (var i = 0; i < rows * width; i++) {
                a[i] = curve.value(z[i]);
            }
        }

        @Override
        public void toErrors(double[] z, double[] a, double[] slopes, int rows, int width) {
            for (var i = 0; i < rows * width; i++) {
                slopes[i] *= curve.slope(z[i]);
            }
        }
    }

    /** ln(1 + e<sup>z</sup>) for every z: the exponential never overflows, and far down it is not rounded to 0. */
    static double softplus(double z) {
        return Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    /** The largest of {@code width} numbers from a place on. */
    static double largest(double[] numbers, int from, int width) {
        var largest = numbers[from];
        for (var i = from + 1; i < from + width; i++) {
            largest = Math.max(largest, numbers[i]);
        }
        return largest;
    }
}
