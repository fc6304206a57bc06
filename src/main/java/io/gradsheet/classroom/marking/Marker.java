package io.gradsheet.classroom.marking;

import io.gradsheet.check.Displacement;
import io.gradsheet.classroom.Blank;
import io.gradsheet.classroom.FormulaSlips;
import io.gradsheet.classroom.Task;
import io.gradsheet.lesson.frame.Slip;
import io.gradsheet.lesson.frame.Slips;
import io.gradsheet.recalc.StoredCell;
import io.gradsheet.recalc.TrialWorkbook;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Assignment.Tolerance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges the answers in a workbook. An answer that is not Java's number is compared with what the teacher's formula gives in its
 * place, all other cells being the learner's own: so a mistake costs where it was made, and not again where it led.
 */
final class Marker {
    /** Of a number that was computed, and not written down with four decimals. */
    private static final Tolerance EXACT = new Tolerance(1e-12, 1e-9);

    private final TrialWorkbook workbook;
    private final Displacement places;
    private final Slips slips;

    Marker(TrialWorkbook workbook, Displacement places, Slips slips) {
        this.workbook = workbook;
        this.places = places;
        this.slips = slips;
    }

    /**
     * All answers, in the order of the tasks and of their cells.
     *
     * @param plan the teacher's workbook: an exam lacks formulas that lead from one answer to another
     */
    List<Answer> mark(List<Task> tasks, Plan plan) {
        var answers = new ArrayList<Answer>();
        for (var task : tasks) {
            task.blanks().forEach(blank -> answers.add(found(task, blank)));
        }
        workbook.supply(formulas(tasks, plan));
        return answers.stream().map(this::judged).toList();
    }

    /** Those of all cells but the blanks, on the sheets of these. */
    private Map<Address, String> formulas(List<Task> tasks, Plan plan) {
        var blanks = tasks.stream()
                .flatMap(task -> task.blanks().stream())
                .map(Blank::place)
                .collect(Collectors.toSet());
        var sheets = blanks.stream().map(Address::sheet).collect(Collectors.toSet());
        var formulas = new HashMap<Address, String>();
        plan.sheets().stream()
                .filter(sheet -> sheets.contains(sheet.name()))
                .forEach(sheet -> sheet.pushTo(row -> {
                    for (var column = 0; column < row.cells().size(); column++) {
                        var place = new Address(sheet.name(), row.index(), column);
                        if (row.cells().get(column) instanceof Cell.Computed computed && !blanks.contains(place)) {
                            formulas.put(places.now(place), places.now(computed.formula(), sheet.name()));
                        }
                    }
                }));
        return formulas;
    }

    /** What is in a cell, not yet judged. */
    private Answer found(Task task, Blank blank) {
        var place = places.now(blank.place());
        var found = workbook.cell(place).orElseGet(() -> new StoredCell(place.column(), "", Value.NOTHING));
        return new Answer(task, blank, found, Verdict.EMPTY, OptionalDouble.empty(), Optional.empty());
    }

    private Answer judged(Answer answer) {
        if (isEmpty(answer.found())) {
            return answer;
        }
        var followed = tried(answer.blank().answer().formula(), answer.blank().place());
        var verdict = verdict(answer, followed);
        var slip = verdict == Verdict.WRONG ? slip(answer, followed) : Optional.<Slip.Kind>empty();
        return new Answer(answer.task(), answer.blank(), answer.found(), verdict, followed, slip);
    }

    private static boolean isEmpty(StoredCell found) {
        return !found.hasFormula()
                && (found.value() instanceof Value.Nothing
                        || (found.value() instanceof Value.Text text
                                && text.text().isBlank()));
    }

    private static Verdict verdict(Answer answer, OptionalDouble followed) {
        var number = answer.number();
        if (number.isEmpty()) {
            return Verdict.WRONG;
        }
        var found = number.getAsDouble();
        var tolerance = answer.task().tolerance();
        var right = tolerance.accepts(found, answer.blank().value());
        if (!right && !(followed.isPresent() && follows(answer, found, followed.getAsDouble(), tolerance))) {
            return Verdict.WRONG;
        }
        if (answer.task().formula() && !answer.isLive()) {
            return Verdict.TYPED;
        }
        return right ? Verdict.RIGHT : Verdict.FOLLOWS;
    }

    /** Nought follows from noughts everywhere: who types it has worked nothing out, unless a formula has. */
    private static boolean follows(Answer answer, double found, double followed, Tolerance tolerance) {
        return tolerance.accepts(found, followed) && (answer.isLive() || !tolerance.accepts(0, followed));
    }

    /**
     * The known mistake that leads to what was found: of those that lead there exactly the most usual, else of those that lead close
     * to it.
     */
    private Optional<Slip.Kind> slip(Answer answer, OptionalDouble followed) {
        if (answer.number().isEmpty()) {
            return Optional.empty();
        }
        var found = answer.number().getAsDouble();
        var right = answer.blank().value();
        var known = Stream.of(
                        slips.at(answer.blank().place(), this::number).stream(),
                        FormulaSlips.of(answer.blank()).stream().map(variant -> tried(variant, answer.blank())),
                        Slips.anywhere(followed.orElse(right)).stream(),
                        Slips.anywhere(right).stream(),
                        answer.task().blanks().stream()
                                .filter(other -> !other.equals(answer.blank()))
                                .map(other -> new Slip(
                                        Slip.Kind.OTHER_CELL,
                                        tried(other.answer().formula(), other.place())
                                                .orElse(Double.NaN))))
                .flatMap(slip -> slip)
                .filter(slip -> Double.isFinite(slip.value()))
                .toList();
        return first(known, found, EXACT)
                .or(() -> first(known, found, answer.task().tolerance()));
    }

    private Slip tried(FormulaSlips.Variant variant, Blank blank) {
        return new Slip(variant.kind(), tried(variant.formula(), blank.place()).orElse(Double.NaN));
    }

    /** What a formula gives in the place of a cell, among the learner's own numbers. */
    private OptionalDouble tried(String formula, Address place) {
        return Answer.number(workbook.tried(places.now(place), places.now(formula, place.sheet())));
    }

    private static Optional<Slip.Kind> first(List<Slip> known, double found, Tolerance tolerance) {
        return known.stream()
                .filter(slip -> tolerance.accepts(found, slip.value()))
                .map(Slip::kind)
                .findFirst();
    }

    private double number(Address cell) {
        return workbook.cell(places.now(cell))
                .map(StoredCell::value)
                .map(Answer::number)
                .orElse(OptionalDouble.empty())
                .orElse(Double.NaN);
    }
}
