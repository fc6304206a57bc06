package io.gradsheet.network;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A layer of neurons, each with a weight for every unit that it reads of the layer before.
 *
 * @param before how many units the layer before has
 * @param inputs how many of them it reads, the last ones: all, or those of a sequence's last step
 * @param size how many neurons it has
 */
public record Dense(int before, int inputs, int size, Activation activation) implements Layer {
    /** One that reads all units of the layer before. */
    public Dense(int before, int size, Activation activation) {
        this(before, before, size, activation);
    }

    @Override
    public int groups() {
        return size;
    }

    @Override
    public int weights() {
        return inputs;
    }

    @Override
    public int fanOut() {
        return size;
    }

    @Override
    public int group(int unit) {
        return unit;
    }

    @Override
    public List<Term> terms(int unit) {
        return IntStream.rangeClosed(1, inputs)
                .mapToObj(i -> new Term(i, source(i)))
                .toList();
    }

    private Source source(int weight) {
        return Source.before(before - inputs + weight);
    }

    @Override
    public List<Use> uses(int group, int weight) {
        return List.of(new Use(group, source(weight)));
    }

    @Override
    public List<Integer> biased(int group) {
        return List.of(group);
    }

    @Override
    public Work work(int start, int rows) {
        return new DenseWork(this, start, rows);
    }
}
