package io.gradsheet.classroom.marking;

import io.gradsheet.check.Displacement;
import io.gradsheet.classroom.Blank;
import io.gradsheet.classroom.Criteria;
import io.gradsheet.classroom.FollowThrough;
import io.gradsheet.classroom.Task;
import io.gradsheet.lesson.frame.Slip;
import io.gradsheet.lesson.frame.Slips;
import io.gradsheet.recalc.StoredCell;
import io.gradsheet.recalc.TrialWorkbook;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Judges the answers in a workbook. An answer that is not Java's number is compared with what the teacher's formula gives in its
 * place, all other cells being the learner's own: so a mistake costs where it was made, and not again where it led.
 */
final class Marker {
    private final TrialWorkbook workbook;
    private final Displacement places;
    private final Criteria criteria;
    private final Explanations explanations;

    Marker(TrialWorkbook workbook, Displacement places, Criteria criteria, Slips slips) {
        this.workbook = workbook;
        this.places = places;
        this.criteria = criteria;
        this.explanations = new Explanations(this, slips);
    }

    /**
     * All answers, in the order of the tasks and of their cells.
     *
     * @param plan the teacher's workbook: an exam lacks formulas that lead from one answer to another
     * @param followThrough how far what follows from a mistake counts
     */
    List<Answer> mark(List<Task> tasks, Plan plan, FollowThrough followThrough) {
        readTexts(tasks);
        var answers = new ArrayList<Answer>();
        for (var task : tasks) {
            task.blanks().forEach(blank -> answers.add(found(task, blank)));
        }
        workbook.supply(formulas(tasks, plan));
        return new Counted(followThrough, criteria, this::number)
                .of(answers.stream().map(this::judged).toList());
    }

    /** What is a number to whoever typed it is one to the cells that follow from it. */
    private void readTexts(List<Task> tasks) {
        var numbers = new HashMap<Address, Double>();
        for (var task : tasks) {
            for (var blank : task.blanks()) {
                var place = places.now(blank.place());
                workbook.stored(place)
                        .filter(cell -> !cell.hasFormula() && cell.value() instanceof Value.Text)
                        .ifPresent(cell -> Answer.number(cell.value()).ifPresent(number -> numbers.put(place, number)));
            }
        }
        workbook.read(numbers);
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
                            formulas.put(places.now(place), places.now(computed.text(), sheet.name()));
                        }
                    }
                }));
        return formulas;
    }

    /** What is in a cell, not yet judged; a number that a formula gives as a text is one to the cells that follow, too. */
    private Answer found(Task task, Blank blank) {
        var place = places.now(blank.place());
        var stored = workbook.stored(place).orElseGet(() -> new StoredCell(place.column(), "", Value.NOTHING));
        var found = stored.hasFormula() ? workbook.cell(place).orElse(stored) : stored;
        if (found.hasFormula() && found.value() instanceof Value.Text) {
            Answer.number(found.value()).ifPresent(number -> workbook.read(Map.of(place, number)));
        }
        return new Answer(task, blank, found, Verdict.EMPTY, OptionalDouble.empty(), Optional.empty());
    }

    private Answer judged(Answer answer) {
        if (isEmpty(answer.found())) {
            return answer;
        }
        var followed = followed(answer.blank());
        var verdict = verdict(answer, followed);
        var slip = verdict == Verdict.WRONG ? explanations.of(answer, followed) : Optional.<Slip.Kind>empty();
        return new Answer(answer.task(), answer.blank(), answer.found(), verdict, followed, slip);
    }

    private static boolean isEmpty(StoredCell found) {
        return !found.hasFormula()
                && (found.value() instanceof Value.Nothing
                        || (found.value() instanceof Value.Text text
                                && text.text().isBlank()));
    }

    /** What is right given the learner's own numbers; nothing follows where one of them is missing. */
    private OptionalDouble followed(Blank blank) {
        return criteria.of(blank).needs().stream().allMatch(need -> Double.isFinite(number(need)))
                ? tried(blank.answer().text(), blank.place())
                : OptionalDouble.empty();
    }

    private Verdict verdict(Answer answer, OptionalDouble followed) {
        var number = answer.number();
        if (number.isEmpty()) {
            return Verdict.WRONG;
        }
        var found = number.getAsDouble();
        var criterion = criteria.of(answer.blank());
        var right = criterion.accepts(
                found,
                answer.blank().value(),
                criterion.start().map(criteria::number).orElse(Double.NaN));
        if (!right
                && followed.stream()
                        .noneMatch(expected -> criterion.accepts(
                                found,
                                expected,
                                criterion.start().map(this::number).orElse(Double.NaN)))) {
            return Verdict.WRONG;
        }
        if (answer.task().formula() && !answer.isLive()) {
            return Verdict.TYPED;
        }
        return right ? Verdict.RIGHT : Verdict.FOLLOWS;
    }

    /** What a formula gives in the place of a cell, among the learner's own numbers. */
    OptionalDouble tried(String formula, Address place) {
        return Answer.number(workbook.tried(places.now(place), places.now(formula, place.sheet())));
    }

    /** The learner's number in a cell; not a number where there is none. */
    double number(Address cell) {
        return workbook.cell(places.now(cell))
                .map(StoredCell::value)
                .map(Answer::number)
                .orElse(OptionalDouble.empty())
                .orElse(Double.NaN);
    }
}
