package io.gradsheet.network;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A layer of neurons, each with a weight for every unit of the layer before.
 *
 * @param before how many units the layer before has
 * @param size how many neurons it has
 */
public record Dense(int before, int size, Activation activation) implements Layer {
    @Override
    public int groups() {
        return size;
    }

    @Override
    public int weights() {
        return before;
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
        return IntStream.rangeClosed(1, before)
                .mapToObj(i -> new Term(i, new Source(i)))
                .toList();
    }

    @Override
    public List<Use> uses(int group, int weight) {
        return List.of(new Use(group, new Source(weight)));
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
