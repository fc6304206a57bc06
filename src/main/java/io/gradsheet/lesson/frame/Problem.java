package io.gradsheet.lesson.frame;

import io.gradsheet.training.Chase;
import io.gradsheet.training.Objective;
import io.gradsheet.training.Solver;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** What a solver can make small: the function that a lesson's gradient descent makes small, from the same start. */
public interface Problem {
    /** What the function is called, {@code C_T}. */
    String quantity();

    /** The names of the unknowns, {@code w2_11}, in the order of a point's coordinates. */
    List<String> unknowns();

    /** The function. */
    Objective objective();

    /** The method that suits it best. */
    Solver.Method usualMethod();

    /** What else can be said of a point, by name; may be empty. */
    Map<String, Double> measures(double[] point);

    /** What a step of gradient descent is called, {@code epoch}. */
    String step();

    /** η of the descent. */
    double learningRate();

    /** How many steps gradient descent makes in a few seconds, and never more than 10,000. */
    long affordableSteps();

    /**
     * Sends gradient descent after a solver.
     *
     * @param goal the value at which it stops
     * @param most steps it makes
     * @param progress is told how many it has made
     */
    Chase chase(double goal, long most, LongConsumer progress);
}
