package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Task;
import io.gradsheet.lesson.frame.Slip;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What answers are worth that are not simply right or wrong, as a share of their points, from 0 to 1.
 *
 * @param follows those that are right given an earlier mistake
 * @param typed typed numbers where a formula is asked for
 * @param slips wrong ones, by the mistake that leads to them, where their task does not say; what is not named is worth nothing
 */
record Weights(double follows, double typed, Map<Slip.Kind, Double> slips) {
    /** Where nobody has said otherwise. */
    static final Weights USUAL = new Weights(1, 0, Map.of());

    Weights {
        slips = Collections.unmodifiableMap(new TreeMap<>(slips));
    }

    /** The same, but for what mistakes are worth. */
    Weights withSlips(Map<Slip.Kind, Double> others) {
        return new Weights(follows, typed, others);
    }

    /** The share of its points that an answer to a task has. */
    double share(Task task, Answer answer) {
        return switch (answer.verdict()) {
            case RIGHT -> 1;
            case FOLLOWS -> follows;
            case TYPED -> typed;
            case WRONG -> answer.slip().map(slip -> share(task, slip)).orElse(0.0);
            case UNCOUNTED, EMPTY -> 0;
        };
    }

    private double share(Task task, Slip.Kind slip) {
        return task.slips().getOrDefault(slip, slips.getOrDefault(slip, 0.0));
    }
}
