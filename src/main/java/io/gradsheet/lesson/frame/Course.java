package io.gradsheet.lesson.frame;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A lesson's computation in Java alone, without a workbook. */
public interface Course {
    /** What the numbers of a row are; the first counts steps, the second is what gradient descent makes small. */
    List<String> columns();

    /** What of a row belongs into a picture, by name and in order: one quantity, or several of one size. */
    default Map<String, Double> curves(List<Double> row) {
        return Map.of(columns().get(1), row.get(1));
    }

    /**
     * Runs, and hands out a row for every step as it is done.
     *
     * @return what came of it, by name, ready to become JSON
     * @throws io.gradsheet.training.DivergenceException if it leaves the representable numbers
     */
    Map<String, Object> run(Consumer<List<Double>> row);

    /** How many rows there will be. */
    long rows();

    /** What somebody should know of a run, a sentence each; tells it from its rows. */
    default List<String> cautions(List<List<Double>> rows) {
        return List.of();
    }
}
