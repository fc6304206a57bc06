package io.gradsheet.network;

import java.util.Random;

/** How parameters to start from are drawn: a closed family. The same seed gives the same parameters on every machine. */
public sealed interface Initialization {
    /** Draws a weight into a layer of {@code outputs} neurons from one of {@code inputs}. */
    double weight(Random random, int inputs, int outputs);

    /** Draws a bias of a neuron in a layer after one of {@code inputs} neurons. */
    double bias(Random random, int inputs);

    /** Draws every parameter of a network, layer by layer, neuron by neuron, the weights before the bias. */
    default Parameters draw(Network network, long seed) {
        var random = new Random(seed);
        var values = new double[network.parameterCount()];
        for (var parameter : network.parameters()) {
            var layer = network.layer(parameter.layer());
            values[parameter.place()] = parameter.isBias()
                    ? bias(random, layer.weights())
                    : weight(random, layer.weights(), layer.fanOut());
        }
        return Parameters.of(network.places(), values);
    }

    /** Weights and biases from a normal distribution (Wakui 2.1). */
    record Normal(double mean, double deviation) implements Initialization {
        @Override
        public double weight(Random random, int inputs, int outputs) {
            return mean + deviation * random.nextGaussian();
        }

        @Override
        public double bias(Random random, int inputs) {
            return mean + deviation * random.nextGaussian();
        }
    }

    /** The same, but numbers of more than two deviations from the mean are drawn again. */
    record CutNormal(double mean, double deviation) implements Initialization {
        @Override
        public double weight(Random random, int inputs, int outputs) {
            return mean + deviation * Distribution.cut(random);
        }

        @Override
        public double bias(Random random, int inputs) {
            return mean + deviation * Distribution.cut(random);
        }
    }

    /** Weights as another draws them, and biases of 0. */
    record WeightsAlone(Initialization weights) implements Initialization {
        @Override
        public double weight(Random random, int inputs, int outputs) {
            return weights.weight(random, inputs, outputs);
        }

        @Override
        public double bias(Random random, int inputs) {
            return 0;
        }
    }

    /** Weights and biases from {@code least} to {@code most}, all equally likely. */
    record Uniform(double least, double most) implements Initialization {
        @Override
        public double weight(Random random, int inputs, int outputs) {
            return least + (most - least) * random.nextDouble();
        }

        @Override
        public double bias(Random random, int inputs) {
            return least + (most - least) * random.nextDouble();
        }
    }

    /** From which distribution weights of a given deviation are drawn. */
    enum Distribution {
        NORMAL,
        UNIFORM,
        /** Normal, and cut at two deviations; wider, so that the deviation of what is left is as asked for. */
        TRUNCATED;

        private static final double LIMIT = 2;

        /** The deviation that is left of 1 within the limits: √(1 − 4 φ(2) / (2 Φ(2) − 1)). */
        private static final double LEFT = 0.8796256610342398;

        double draw(Random random, double deviation) {
            return switch (this) {
                case NORMAL -> deviation * random.nextGaussian();
                case UNIFORM -> Math.sqrt(3) * deviation * (2 * random.nextDouble() - 1);
                case TRUNCATED -> deviation / LEFT * cut(random);
            };
        }

        private static double cut(Random random) {
            var number = random.nextGaussian();
            while (Math.abs(number) > LIMIT) {
                number = random.nextGaussian();
            }
            return number;
        }
    }

    /**
     * Weights of deviation √(2 / (inputs + outputs)), so that sigmoid and tanh layers neither swell nor fade; biases 0. Uniform ones lie
     * within ±√(6 / (inputs + outputs)). X. Glorot and Y. Bengio, "Understanding the difficulty of training deep feedforward neural
     * networks", 2010, formulas 12 and 16.
     */
    record Xavier(Distribution distribution) implements Initialization {
        /** The uniform ones of the paper. */
        public Xavier() {
            this(Distribution.UNIFORM);
        }

        @Override
        public double weight(Random random, int inputs, int outputs) {
            return distribution == Distribution.UNIFORM
                    ? Math.sqrt(6.0 / (inputs + outputs)) * (2 * random.nextDouble() - 1)
                    : distribution.draw(random, Math.sqrt(2.0 / (inputs + outputs)));
        }

        @Override
        public double bias(Random random, int inputs) {
            return 0;
        }
    }

    /**
     * Weights of deviation √(2 / inputs), for ReLU layers; biases 0. Uniform ones lie within ±√(6 / inputs). K. He et al., "Delving deep
     * into rectifiers", 2015, formula 10.
     */
    record He(Distribution distribution) implements Initialization {
        /** The normal ones of the paper. */
        public He() {
            this(Distribution.NORMAL);
        }

        @Override
        public double weight(Random random, int inputs, int outputs) {
            return distribution.draw(random, Math.sqrt(2.0 / inputs));
        }

        @Override
        public double bias(Random random, int inputs) {
            return 0;
        }
    }

    /**
     * Weights of deviation 1 / √inputs; biases 0. Uniform ones lie within ±√(3 / inputs). Y. LeCun et al., "Efficient backprop", 1998,
     * formula 16.
     */
    record LeCun(Distribution distribution) implements Initialization {
        @Override
        public double weight(Random random, int inputs, int outputs) {
            return distribution.draw(random, Math.sqrt(1.0 / inputs));
        }

        @Override
        public double bias(Random random, int inputs) {
            return 0;
        }
    }

    /** Weights and biases uniform within ±1 / √inputs, as PyTorch draws those of a linear layer. */
    record FanIn() implements Initialization {
        @Override
        public double weight(Random random, int inputs, int outputs) {
            return bias(random, inputs);
        }

        @Override
        public double bias(Random random, int inputs) {
            return (2 * random.nextDouble() - 1) / Math.sqrt(inputs);
        }
    }
}
