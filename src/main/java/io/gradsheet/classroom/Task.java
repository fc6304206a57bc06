package io.gradsheet.classroom;

import io.gradsheet.template.Assignment.Tolerance;
import java.util.List;

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
 */
public record Task(
        int number,
        String title,
        String words,
        List<Blank> blanks,
        double points,
        Tolerance tolerance,
        boolean formula) {
    public Task {
        blanks = List.copyOf(blanks);
    }
}
