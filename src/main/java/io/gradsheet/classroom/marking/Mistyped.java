package io.gradsheet.classroom.marking;

import io.gradsheet.lesson.frame.Slip;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Numbers that a program did not take as they were meant, since it separates decimals by another sign. */
final class Mistyped {
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);

    /** The first of January 1930, from which on two figures are a year of a date, to the end of 2099. */
    private static final int FIRST_DAY = 10_959;

    private static final int LAST_DAY = 73_050;
    private static final int MOST_DECIMALS = 9;

    private Mistyped() {}

    /**
     * What became of a number as it was typed.
     *
     * @param meant whether a number would have been right
     */
    static Optional<Slip.Kind> as(double found, DoublePredicate meant) {
        if (found != Math.rint(found)) {
            return Optional.empty();
        }
        if (found >= FIRST_DAY
                && found <= LAST_DAY
                && read(DAY_0.plusDays((long) found)).anyMatch(meant)) {
            return Optional.of(Slip.Kind.DATE);
        }
        return IntStream.rangeClosed(1, MOST_DECIMALS)
                        .mapToDouble(decimals -> found / Math.pow(10, decimals))
                        .anyMatch(meant)
                ? Optional.of(Slip.Kind.POINT_LOST)
                : Optional.empty();
    }

    /** What may have been typed for a date: day and month, month and day, month and year; the second with a nought or without. */
    private static DoubleStream read(LocalDate date) {
        var day = date.getDayOfMonth();
        var month = date.getMonthValue();
        return DoubleStream.concat(
                DoubleStream.of(day + decimals(month), day + month / 100.0, month + decimals(day), month + day / 100.0),
                day == 1
                        ? DoubleStream.of(month + date.getYear() % 100 / 100.0, month + date.getYear() / 1e4)
                        : DoubleStream.empty());
    }

    private static double decimals(int number) {
        return number < 10 ? number / 10.0 : number / 100.0;
    }
}
