package io.gradsheet.network;

import java.util.List;
import java.util.Random;

/** How parameters to start from are drawn: a closed family. The same seed gives the same parameters on every machine. */
public sealed interface Initialization {
    /** Draws a weight into a layer of {@code outputs} neurons from one of {@code inputs}. */
    double weight(Random random, int inputs, int outputs);

    /** Draws a bias. */
    double bias(Random random);

    /**
     * Draws every parameter, layer by layer, neuron by neuron, the weights before the bias.
     *
     * @param sizes of the layers, the input layer first
     */
    default Parameters draw(List<Integer> sizes, long seed) {
        var random = new Random(seed);
        var shape = new Shape(sizes);
        var values = new double[shape.count()];
        var place = 0;
        for (var layer = 2; layer <= shape.layers(); layer++) {
            for (var j = 1; j <= shape.size(layer); j++) {
                for (var i = 1; i <= shape.size(layer - 1); i++) {
                    values[place++] = weight(random, shape.size(layer - 1), shape.size(layer));
                }
                values[place++] = bias(random);
            }
        }
        return Parameters.of(sizes, values);
    }

    /** Weights and biases from a normal distribution (Wakui 2.1). */
    record Normal(double mean, double deviation) implements Initialization {
        @Override
        public double weight(Random random, int inputs, int outputs) {
            return mean + deviation * random.nextGaussian();
        }

        @Override
        public double bias(Random random) {
            return mean + deviation * random.nextGaussian();
        }
    }

    /** Weights and biases from {@code least} to {@code most}, all equally likely. */
    record Uniform(double least, double most) implements Initialization {
        @Override
        public double weight(Random random, int inputs, int outputs) {
            return least + (most - least) * random.nextDouble();
        }

        @Override
        public double bias(Random random) {
            return least + (most - least) * random.nextDouble();
        }
    }

    /**
     * Weights uniform within ±√(6 / (inputs + outputs)), so that sigmoid and tanh layers neither swell nor fade; biases 0. X. Glorot
     * and Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010, formula 16.
     */
    record Xavier() implements Initialization {
        @Override
        public double weight(Random random, int inputs, int outputs) {
            return Math.sqrt(6.0 / (inputs + outputs)) * (2 * random.nextDouble() - 1);
        }

        @Override
        public double bias(Random random) {
            return 0;
        }
    }

    /**
     * Weights from a normal distribution of deviation √(2 / inputs), for ReLU layers; biases 0. K. He et al., "Delving deep into
     * rectifiers", 2015, formula 10.
     */
    record He() implements Initialization {
        @Override
        public double weight(Random random, int inputs, int outputs) {
            return Math.sqrt(2.0 / inputs) * random.nextGaussian();
        }

        @Override
        public double bias(Random random) {
            return 0;
        }
    }
}
