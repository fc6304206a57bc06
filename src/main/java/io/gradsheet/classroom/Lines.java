package io.gradsheet.classroom;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which line of a training or a descent a row is: that of a sample or step, whose number it begins with, or one that follows from
 * those above it. The same number again is that of the next epoch.
 */
final class Lines {
    private final Map<Double, Integer> seen = new HashMap<>();
    private int epoch = 1;

    /**
     * A line.
     *
     * @param number of the sample or step; empty for any other line
     * @param epoch from 1
     * @param caption what the row is called where it has no number
     */
    record Line(Optional<Integer> number, int epoch, String caption) {}

    /** The line of the next row. */
    Line next(Row row) {
        var first = row.cells().isEmpty() ? Cell.EMPTY : row.cells().get(0);
        if (first instanceof Cell.Figure figure && figure.role() == Role.INDEX) {
            epoch = seen.merge(figure.value(), 1, Integer::sum);
            return new Line(Optional.of((int) figure.value()), epoch, "");
        }
        return new Line(
                Optional.empty(),
                epoch,
                first instanceof Cell.Label label ? label.text().text() : "");
    }
}
