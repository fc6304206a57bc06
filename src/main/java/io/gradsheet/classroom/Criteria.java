package io.gradsheet.classroom;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.lesson.frame.Slip;
import io.gradsheet.lesson.frame.Slips;
import io.gradsheet.recalc.StoredCell;
import io.gradsheet.recalc.TrialWorkbook;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Assignment.Tolerance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How each blank of an exercise is judged. */
public final class Criteria {
    /** Mistakes that are wrong however close they come: a step that goes the other way, or is not taken. */
    private static final Set<Slip.Kind> NEVER = Set.of(Slip.Kind.SIGN, Slip.Kind.SIGN_OF_UPDATE, Slip.Kind.NOT_UPDATED);

    /** Of these the tolerance decides: rounding is what it allows, and two cells may well have one number. */
    private static final Set<Slip.Kind> BY_TOLERANCE = Set.of(Slip.Kind.ROUNDED, Slip.Kind.OTHER_CELL);

    /** Two ways of working out one number agree to this share of it. */
    private static final double SAME = 1e-9;

    private final Map<Address, Criterion> criteria = new HashMap<>();
    private final Slips slips;
    private final TrialWorkbook workbook;

    private Criteria(Exercise exercise, Flow flow) {
        this.slips = Lessons.of(exercise.experiment()).slips();
        this.workbook = TrialWorkbook.of(exercise.plan(), flow.sheets(), (cell, number) -> number);
        for (var task : exercise.tasks()) {
            for (var blank : task.blanks()) {
                criteria.put(blank.place(), criterion(blank, task.tolerance(), flow.needs(blank.place())));
            }
        }
    }

    /** Those of an exercise, whose own numbers tell which mistakes lead close to what is right. */
    public static Criteria of(Exercise exercise) {
        return of(exercise, new Flow(exercise));
    }

    static Criteria of(Exercise exercise, Flow flow) {
        return new Criteria(exercise, flow);
    }

    /** That of a blank of the exercise. */
    public Criterion of(Blank blank) {
        return criteria.get(blank.place());
    }

    /** Java's number in a cell; not a number where there is none. */
    public double number(Address cell) {
        return workbook.stored(cell)
                .map(StoredCell::value)
                .map(Criteria::number)
                .orElse(Double.NaN);
    }

    private static double number(Value value) {
        return value instanceof Value.Figure figure ? figure.number() : Double.NaN;
    }

    private Criterion criterion(Blank blank, Tolerance tolerance, List<Address> needs) {
        var plain = new Criterion(tolerance, slips.start(blank.place()), 1, 1, needs);
        var right = blank.value();
        var reach = plain.reach(right, plain.start().map(this::number).orElse(Double.NaN));
        var below = reach;
        var above = reach;
        for (var slip : mistakes(blank).toList()) {
            var off = slip.value() - right;
            var isApart = Math.abs(off) > (NEVER.contains(slip.kind()) ? SAME * Math.abs(right) : tolerance.absolute());
            if (isApart && off > 0) {
                above = Math.min(above, off / 2);
            } else if (isApart) {
                below = Math.min(below, -off / 2);
            }
        }
        return reach > 0 ? new Criterion(tolerance, plain.start(), below / reach, above / reach, needs) : plain;
    }

    /** What the usual mistakes lead to in a cell, where everything else is right. */
    private Stream<Slip> mistakes(Blank blank) {
        return Stream.of(
                        slips.at(blank.place(), this::number).stream(),
                        FormulaSlips.of(blank).stream()
                                .map(variant -> new Slip(
                                        variant.kind(),
                                        number(workbook.tried(
                                                blank.place(), variant.formula().text())))),
                        Slips.anywhere(blank.value()).stream())
                .flatMap(slip -> slip)
                .filter(slip -> Double.isFinite(slip.value()) && !BY_TOLERANCE.contains(slip.kind()));
    }
}
