package io.gradsheet.classroom;

import io.gradsheet.lesson.frame.Slip;
import io.gradsheet.template.Assignment.Tolerance;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A task: cells that are worked out alike, those of one row or of one column. Its points are shared equally by its cells.
 *
 * @param number from 1
 * @param title what is asked for, in markup and in the language of the workbook
 * @param words how it is worked out, in markup and in the language of the workbook; may be empty
 * @param blanks at least one
 * @param points of all cells together
 * @param tolerance how far an answer may be off
 * @param formula whether an answer must be a formula
 * @param slips what answers are worth that usual mistakes lead to, as a share of their points, where this task says so itself
 */
public record Task(
        int number,
        String title,
        String words,
        List<Blank> blanks,
        double points,
        Tolerance tolerance,
        boolean formula,
        Map<Slip.Kind, Double> slips) {
    /** The same with other points, and other shares for mistakes. */
    public Task worth(double otherPoints, Map<Slip.Kind, Double> otherSlips) {
        return new Task(number, title, words, blanks, otherPoints, tolerance, formula, otherSlips);
    }

    public Task {
        blanks = List.copyOf(blanks);
        slips = slips.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(slips));
    }
}
