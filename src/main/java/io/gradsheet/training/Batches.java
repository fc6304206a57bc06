package io.gradsheet.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which samples each step of an epoch learns from: every sample once an epoch.
 *
 * @param size samples of a step; the last step of an epoch takes what is left
 * @param order in which an epoch goes through the samples
 */
public record Batches(int size, Order order) {
    /** An order of samples: a closed family. */
    public sealed interface Order {
        /** The numbers of all samples, from 1, as an epoch goes through them. */
        List<Integer> of(int epoch, int samples);
    }

    /** As the data has them. */
    public record AsGiven() implements Order {
        @Override
        public List<Integer> of(int epoch, int samples) {
            return IntStream.rangeClosed(1, samples).boxed().toList();
        }
    }

    /** As somebody listed them, the same in every epoch. */
    public record Listed(List<Integer> numbers) implements Order {
        public Listed {
            numbers = List.copyOf(numbers);
        }

        @Override
        public List<Integer> of(int epoch, int samples) {
            return numbers;
        }
    }

    /** Shuffled anew in every epoch. The same seed gives the same orders on every machine. */
    public record Shuffled(long seed) implements Order {
        @Override
        public List<Integer> of(int epoch, int samples) {
            var numbers = new ArrayList<>(new AsGiven().of(epoch, samples));
            // Odd, so that the epochs of one seed are not those of the next.
            Collections.shuffle(numbers, new Random(seed * 1_000_003 + epoch));
            return numbers;
        }
    }

    /** All samples in every step. */
    public static Batches full(int samples) {
        return new Batches(samples, new AsGiven());
    }

    /** How many steps an epoch has. */
    public int steps(int samples) {
        return (samples + size - 1) / size;
    }

    /** The numbers, from 1, of the samples of each step of an epoch. */
    public List<List<Integer>> of(int epoch, int samples) {
        var all = order.of(epoch, samples);
        return IntStream.range(0, steps(samples))
                .mapToObj(step -> all.subList(step * size, Math.min(samples, (step + 1) * size)))
                .toList();
    }
}
