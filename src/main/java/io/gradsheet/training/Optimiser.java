package io.gradsheet.training;

/**
 * How a step follows from a gradient: a closed family. What an optimiser remembers from step to step is a few numbers for each
 * parameter, zeros at first.
 */
public sealed interface Optimiser {
    /** How many numbers it remembers of each parameter. */
    int memories();

    /**
     * Moves one parameter.
     *
     * @param value of the parameter
     * @param gradient the derivative with respect to it
     * @param memory {@code memory[m][place]} is what it remembers, which the step changes
     * @param place the parameter's
     * @param rate η of this step
     * @param step its number, from 1
     * @return the next value
     */
    double next(double value, double gradient, double[][] memory, int place, double rate, int step);

    /** value − η g (Wakui 2.10). */
    record Plain() implements Optimiser {
        @Override
        public int memories() {
            return 0;
        }

        @Override
        public double next(double value, double gradient, double[][] memory, int place, double rate, int step) {
            return value - rate * gradient;
        }
    }

    /** A velocity v ← μ v − η g, which moves the value. B. Polyak, "Some methods of speeding up the convergence", 1964. */
    record Momentum(double mu) implements Optimiser {
        @Override
        public int memories() {
            return 1;
        }

        @Override
        public double next(double value, double gradient, double[][] memory, int place, double rate, int step) {
            memory[0][place] = mu * memory[0][place] - rate * gradient;
            return value + memory[0][place];
        }
    }

    /**
     * The velocity of momentum, looked at one step ahead: the value moves by μ v − η g. I. Sutskever et al., "On the importance of
     * initialization and momentum in deep learning", 2013, with the value kept where the gradient is taken.
     */
    record Nesterov(double mu) implements Optimiser {
        @Override
        public int memories() {
            return 1;
        }

        @Override
        public double next(double value, double gradient, double[][] memory, int place, double rate, int step) {
            memory[0][place] = mu * memory[0][place] - rate * gradient;
            return value + mu * memory[0][place] - rate * gradient;
        }
    }

    /** s ← ρ s + (1 − ρ) g²; the value moves by −η g / (√s + ε). G. Hinton, "Neural networks for machine learning", lecture 6. */
    record RmsProp(double rho, double epsilon) implements Optimiser {
        @Override
        public int memories() {
            return 1;
        }

        @Override
        public double next(double value, double gradient, double[][] memory, int place, double rate, int step) {
            memory[0][place] = rho * memory[0][place] + (1 - rho) * gradient * gradient;
            return value - rate * gradient / (Math.sqrt(memory[0][place]) + epsilon);
        }
    }

    /**
     * m ← β₁ m + (1 − β₁) g and s ← β₂ s + (1 − β₂) g², both divided by 1 − βⁿ because they began at 0; the value moves by
     * −η m̂ / (√ŝ + ε). D. Kingma and J. Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1.
     */
    record Adam(double beta1, double beta2, double epsilon) implements Optimiser {
        @Override
        public int memories() {
            return 2;
        }

        @Override
        public double next(double value, double gradient, double[][] memory, int place, double rate, int step) {
            memory[0][place] = beta1 * memory[0][place] + (1 - beta1) * gradient;
            memory[1][place] = beta2 * memory[1][place] + (1 - beta2) * gradient * gradient;
            var mean = memory[0][place] / (1 - Math.pow(beta1, step));
            var square = memory[1][place] / (1 - Math.pow(beta2, step));
            return value - rate * mean / (Math.sqrt(square) + epsilon);
        }
    }
}
