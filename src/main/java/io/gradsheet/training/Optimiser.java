package io.gradsheet.training;

/**
 * How a step follows from a gradient: a closed family. What an optimiser remembers from step to step is a few numbers for each
 * parameter, zeros at first.
 */
public sealed interface Optimiser {
    /** How many numbers it remembers of each parameter. */
    int memories();

    /**
     * Moves parameters that follow one another.
     *
     * @param values of all parameters, of which the step changes some
     * @param gradient the derivatives with respect to them
     * @param memory {@code memory[m][place]} is what it remembers of the parameter at a place, which the step changes
     * @param from the place of the first parameter that moves
     * @param to the place after the last
     * @param rate η of this step
     * @param step its number, from 1
     */
    void move(double[] values, double[] gradient, double[][] memory, int from, int to, double rate, int step);

    /** value − η g (Wakui 2.10). */
    record Plain() implements Optimiser {
        @Override
        public int memories() {
            return 0;
        }

        @Override
        public void move(
                double[] values, double[] gradient, double[][] memory, int from, int to, double rate, int step) {
            for (var i = from; i < to; i++) {
                values[i] -= rate * gradient[i];
            }
        }
    }

    /**
     * A velocity v ← μ v − η g, which moves the value. B. Polyak, "Some methods of speeding up the convergence", 1964. With η outside,
     * v ← μ v + g and the value moves by −η v: the same as long as η is.
     */
    record Momentum(double mu, boolean isRateOutside) implements Optimiser {
        /** With η inside of v. */
        public Momentum(double mu) {
            this(mu, false);
        }

        @Override
        public int memories() {
            return 1;
        }

        @Override
        public void move(
                double[] values, double[] gradient, double[][] memory, int from, int to, double rate, int step) {
            var v = memory[0];
            for (var i = from; i < to; i++) {
                if (isRateOutside) {
                    v[i] = mu * v[i] + gradient[i];
                    values[i] -= rate * v[i];
                } else {
                    v[i] = mu * v[i] - rate * gradient[i];
                    values[i] += v[i];
                }
            }
        }
    }

    /**
     * The velocity of momentum, looked at one step ahead: the value moves by μ v − η g. I. Sutskever et al., "On the importance of
     * initialization and momentum in deep learning", 2013, with the value kept where the gradient is taken. With η outside, v ← μ v + g
     * and the value moves by −η (g + μ v).
     */
    record Nesterov(double mu, boolean isRateOutside) implements Optimiser {
        /** With η inside of v. */
        public Nesterov(double mu) {
            this(mu, false);
        }

        @Override
        public int memories() {
            return 1;
        }

        @Override
        public void move(
                double[] values, double[] gradient, double[][] memory, int from, int to, double rate, int step) {
            var v = memory[0];
            for (var i = from; i < to; i++) {
                if (isRateOutside) {
                    v[i] = mu * v[i] + gradient[i];
                    values[i] -= rate * (gradient[i] + mu * v[i]);
                } else {
                    v[i] = mu * v[i] - rate * gradient[i];
                    values[i] = values[i] + mu * v[i] - rate * gradient[i];
                }
            }
        }
    }

    /**
     * s ← ρ s + (1 − ρ) g²; the value moves by −η g / (√s + ε), or with ε in the root by −η g / √(s + ε). G. Hinton, "Neural networks
     * for machine learning", lecture 6.
     */
    record RmsProp(double rho, double epsilon, boolean isEpsilonInRoot) implements Optimiser {
        /** With ε added to the root. */
        public RmsProp(double rho, double epsilon) {
            this(rho, epsilon, false);
        }

        @Override
        public int memories() {
            return 1;
        }

        @Override
        public void move(
                double[] values, double[] gradient, double[][] memory, int from, int to, double rate, int step) {
            var s = memory[0];
            for (var i = from; i < to; i++) {
                s[i] = rho * s[i] + (1 - rho) * gradient[i] * gradient[i];
                values[i] -=
                        rate * gradient[i] / (isEpsilonInRoot ? Math.sqrt(s[i] + epsilon) : Math.sqrt(s[i]) + epsilon);
            }
        }
    }

    /**
     * m ← β₁ m + (1 − β₁) g and s ← β₂ s + (1 − β₂) g², both divided by 1 − βⁿ because they began at 0; the value moves by
     * −η m̂ / (√ŝ + ε). D. Kingma and J. Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1; with ε added before the
     * correction, by −η √(1 − β₂ⁿ) m̂ / (√s + ε), as the end of their section 2 has it.
     */
    record Adam(double beta1, double beta2, double epsilon, boolean isEpsilonFirst) implements Optimiser {
        /** With ε added to the corrected root. */
        public Adam(double beta1, double beta2, double epsilon) {
            this(beta1, beta2, epsilon, false);
        }

        @Override
        public int memories() {
            return 2;
        }

        @Override
        public void move(
                double[] values, double[] gradient, double[][] memory, int from, int to, double rate, int step) {
            var m = memory[0];
            var s = memory[1];
            var meanShare = 1 - Math.pow(beta1, step);
            var squareShare = 1 - Math.pow(beta2, step);
            for (var i = from; i < to; i++) {
                m[i] = beta1 * m[i] + (1 - beta1) * gradient[i];
                s[i] = beta2 * s[i] + (1 - beta2) * gradient[i] * gradient[i];
                var mean = m[i] / meanShare;
                var root = isEpsilonFirst
                        ? (Math.sqrt(s[i]) + epsilon) / Math.sqrt(squareShare)
                        : Math.sqrt(s[i] / squareShare) + epsilon;
                values[i] -= rate * mean / root;
            }
        }
    }
}
