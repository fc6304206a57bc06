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
        var inputs = 1 + random.nextInt(5);
        var before = inputs;
        for (var dense = random.nextInt(3); dense > 0; dense--) {
            layers.add(new Dense(before, 1 + random.nextInt(6), hidden(random)));
            before = layers.get(layers.size() - 1).size();
        }
        var output = List.of(new Activation.Sigmoid(), new Activation.Softmax(), new Activation.Tanh())
                .get(random.nextInt(3));
        layers.add(new Dense(before, 2 + random.nextInt(3), output));
        var cost = !(output instanceof Activation.Tanh) && random.nextBoolean()
                ? new Cost.CrossEntropy()
                : new Cost.Squared();
        return new Network(inputs, layers, cost);
    }

    private static Activation hidden(Random random) {
        return HIDDEN.get(random.nextInt(HIDDEN.size()));
    }
}
