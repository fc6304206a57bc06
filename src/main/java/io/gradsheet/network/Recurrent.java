package io.gradsheet.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A layer that reads a sequence step by step, and remembers: each neuron has a weight for every input of a step, and one for every neuron
 * of the layer at the step before. It is unrolled: its units are its neurons at every step, step by step, all with the same weights.
 *
 * @param steps how many there are
 * @param inputs units of the layer before at each step
 * @param neurons how many there are
 */
public record Recurrent(int steps, int inputs, int neurons, Activation activation) implements Layer {
    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if a step is empty, or the activation looks at all units
     */
    public Recurrent {
        if (steps < 1 || inputs < 1 || activation.isForOutput()) {
            throw new IllegalArgumentException("steps that are not empty, and an activation of each unit by itself");
        }
    }

    @Override
    public int before() {
        return steps * inputs;
    }

    @Override
    public int size() {
        return steps * neurons;
    }

    @Override
    public int groups() {
        return neurons;
    }

    @Override
    public int weights() {
        return inputs + neurons;
    }

    @Override
    public int fanOut() {
        return neurons;
    }

    @Override
    public int group(int unit) {
        return (unit - 1) % neurons + 1;
    }

    @Override
    public List<Term> terms(int unit) {
        var step = (unit - 1) / neurons;
        var terms = new ArrayList<Term>();
        for (var i = 1; i <= inputs; i++) {
            terms.add(new Term(i, Source.before(step * inputs + i)));
        }
        for (var i = 1; i <= neurons && step > 0; i++) {
            terms.add(new Term(inputs + i, Source.own((step - 1) * neurons + i)));
        }
        return terms;
    }

    @Override
    public List<Use> uses(int group, int weight) {
        return weight <= inputs
                ? IntStream.range(0, steps)
                        .mapToObj(step -> new Use(step * neurons + group, Source.before(step * inputs + weight)))
                        .toList()
                : IntStream.range(1, steps)
                        .mapToObj(step ->
                                new Use(step * neurons + group, Source.own((step - 1) * neurons + weight - inputs)))
                        .toList();
    }

    @Override
    public List<Integer> biased(int group) {
        return IntStream.range(0, steps)
                .mapToObj(step -> step * neurons + group)
                .toList();
    }

    @Override
    public Work work(int start, int rows) {
        return new RecurrentWork(this, start, rows);
    }
}
