package io.gradsheet.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Networks of a few layers, of any kinds that go together. */
final class SmallNetworks {
    private static final List<Activation> HIDDEN = List.of(
            new Activation.Sigmoid(),
            new Activation.Tanh(),
            new Activation.Relu(),
            new Activation.LeakyRelu(),
            new Activation.Softplus(),
            new Activation.Linear());

    private SmallNetworks() {}

    static Network any(Random random) {
        var layers = new ArrayList<Layer>();
        var inputs = switch (random.nextInt(3)) {
            case 0 -> 1 + random.nextInt(5);
            case 1 -> maps(layers, random);
            default -> sequence(layers, random);
        };
        var isSequence = !layers.isEmpty() && random.nextBoolean();
        for (var dense = random.nextInt(3); dense > 0; dense--) {
            add(layers, inputs, 1 + random.nextInt(6), hidden(random));
        }
        var isOutput = isSequence && last(layers) instanceof Recurrent;
        if (!isOutput) {
            add(layers, inputs, 2 + random.nextInt(3), output(random));
        }
        var isChance = List.of(new Activation.Sigmoid(), new Activation.Softmax())
                .contains(last(layers).activation());
        return new Network(
                inputs, layers, isChance && random.nextBoolean() ? new Cost.CrossEntropy() : new Cost.Squared());
    }

    private static Layer last(List<Layer> layers) {
        return layers.get(layers.size() - 1);
    }

    private static Activation output(Random random) {
        return List.of(new Activation.Sigmoid(), new Activation.Softmax(), new Activation.Tanh())
                .get(random.nextInt(3));
    }

    private static void add(List<Layer> layers, int inputs, int size, Activation activation) {
        if (layers.isEmpty()) {
            layers.add(new Dense(inputs, size, activation));
        } else if (last(layers) instanceof Recurrent recurrent) {
            layers.add(new Dense(recurrent.size(), recurrent.neurons(), size, activation));
        } else {
            layers.add(new Dense(last(layers).size(), size, activation));
        }
    }

    /** One or two convolutions, each with a pooling if the maps' size allows; returns how many inputs there are. */
    private static int maps(List<Layer> layers, Random random) {
        var input = new Volume(1 + random.nextInt(2), 2 + random.nextInt(5), 2 + random.nextInt(5));
        var maps = input;
        for (var more = 1 + random.nextInt(2); more > 0; more--) {
            var convolution = new Convolution(
                    maps,
                    1 + random.nextInt(3),
                    1 + random.nextInt(Math.min(3, maps.rows())),
                    1 + random.nextInt(Math.min(3, maps.columns())),
                    1 + random.nextInt(2),
                    random.nextBoolean(),
                    hidden(random));
            layers.add(convolution);
            maps = convolution.output();
            var rows = maps.rows() % 2 == 0 ? 2 : 1;
            var columns = maps.columns() % 2 == 0 ? 2 : 1;
            if (random.nextBoolean()) {
                var pooling =
                        new Pooling(maps, random.nextBoolean() ? Pooling.By.MAX : Pooling.By.AVERAGE, rows, columns);
                layers.add(pooling);
                maps = pooling.output();
            }
        }
        return input.size();
    }

    /** One or two recurrent layers; returns how many inputs there are. */
    private static int sequence(List<Layer> layers, Random random) {
        var steps = 1 + random.nextInt(4);
        var inputs = 1 + random.nextInt(3);
        var width = inputs;
        for (var more = 1 + random.nextInt(2); more > 0; more--) {
            var recurrent = new Recurrent(steps, width, 1 + random.nextInt(3), hidden(random));
            layers.add(recurrent);
            width = recurrent.neurons();
        }
        return steps * inputs;
    }

    private static Activation hidden(Random random) {
        return HIDDEN.get(random.nextInt(HIDDEN.size()));
    }
}
