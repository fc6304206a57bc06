package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Blank;
import io.gradsheet.classroom.FormulaSlips;
import io.gradsheet.lesson.frame.Slip;
import io.gradsheet.lesson.frame.Slips;
import io.gradsheet.template.Assignment.Tolerance;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Which of the known mistakes a wrong answer comes from. */
final class Explanations {
    /** Of a number that was computed, and not written down with four decimals. */
    private static final Tolerance EXACT = new Tolerance(1e-12, 1e-9);

    private final Marker marker;
    private final Slips slips;

    Explanations(Marker marker, Slips slips) {
        this.marker = marker;
        this.slips = slips;
    }

    /**
     * The mistake that leads to what was found: of those that lead there exactly the most usual, else the one that leads nearest to it, as
     * long as it leads nearer than what is right.
     *
     * @param followed what is right given the learner's own numbers
     */
    Optional<Slip.Kind> of(Answer answer, OptionalDouble followed) {
        if (answer.number().isEmpty()) {
            return Optional.empty();
        }
        var found = answer.number().getAsDouble();
        var tolerance = answer.task().tolerance();
        var rights = DoubleStream.concat(
                        followed.stream(), DoubleStream.of(answer.blank().value()))
                .toArray();
        var known = known(answer, rights);
        return known.stream()
                .filter(slip -> EXACT.accepts(found, slip.value()))
                .map(Slip::kind)
                .findFirst()
                .or(() -> answer.found().hasFormula()
                        ? Optional.empty()
                        : Mistyped.as(
                                found,
                                typed -> DoubleStream.of(rights).anyMatch(right -> tolerance.accepts(typed, right))))
                .or(() -> nearest(known, found, tolerance, rights));
    }

    private static Optional<Slip.Kind> nearest(List<Slip> known, double found, Tolerance tolerance, double... rights) {
        var fromRight = DoubleStream.of(rights)
                .map(right -> Math.abs(found - right))
                .min()
                .orElseThrow();
        return known.stream()
                .filter(slip -> tolerance.accepts(found, slip.value()) && Math.abs(found - slip.value()) < fromRight)
                .min(Comparator.comparingDouble(slip -> Math.abs(found - slip.value())))
                .map(Slip::kind);
    }

    /** All that can be made in the cell, the most usual first; what explains much comes last. */
    private List<Slip> known(Answer answer, double... rights) {
        var blank = answer.blank();
        var anywhere = DoubleStream.of(rights)
                .boxed()
                .flatMap(right -> Slips.anywhere(right).stream())
                .toList();
        return Stream.of(
                        slips.at(blank.place(), marker::number).stream(),
                        FormulaSlips.of(blank).stream()
                                .map(variant ->
                                        slip(variant.kind(), variant.formula().text(), blank)),
                        anywhere.stream().filter(slip -> slip.kind() != Slip.Kind.ROUNDED),
                        answer.task().blanks().stream()
                                .filter(other -> !other.equals(blank))
                                .map(other -> slip(
                                        Slip.Kind.OTHER_CELL, other.answer().text(), other)),
                        // What is rounded away altogether could be anything.
                        anywhere.stream().filter(slip -> slip.kind() == Slip.Kind.ROUNDED && slip.value() != 0))
                .flatMap(slip -> slip)
                .filter(slip -> Double.isFinite(slip.value()))
                .toList();
    }

    private Slip slip(Slip.Kind kind, String formula, Blank in) {
        return new Slip(kind, marker.tried(formula, in.place()).orElse(Double.NaN));
    }
}
