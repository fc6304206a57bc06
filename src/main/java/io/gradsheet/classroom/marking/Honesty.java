package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.marking.SeveralFiles.GivenWay;
import io.gradsheet.sheet.Address;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What in the workbooks of a class a teacher may want to look at: facts with their cells, and no verdict. */
final class Honesty {
    /** A wrong number of fewer figures may well be another's too. */
    private static final int LEAST_FIGURES = 6;

    private final List<Marked> marked;
    private final List<Fact> facts = new ArrayList<>();

    private Honesty(List<Marked> marked) {
        this.marked = marked;
    }

    /**
     * The facts, in the order of the workbooks.
     *
     * @param students names by id, of the whole class as far as it is known
     * @param otherwise by id, what each says otherwise than it is judged by
     * @param givenWay the files that say they are of the same students, and are not marked
     */
    static List<Fact> of(
            List<Marked> marked,
            Map<String, String> students,
            Map<String, Otherwise> otherwise,
            List<GivenWay> givenWay) {
        var honesty = new Honesty(marked);
        var shared = honesty.sharedNumbers();
        var namesakes = new Namesakes(students.entrySet().stream()
                .map(student -> new Student(student.getKey(), student.getValue()))
                .toList());
        var given = givenWay.stream()
                .filter(GivenWay::isTold)
                .collect(Collectors.groupingBy(other -> other.kept().id()));
        for (var one : marked) {
            honesty.lookAtName(one, namesakes);
            honesty.lookAtNumbers(one, shared);
            honesty.lookAtCells(one);
            given.getOrDefault(one.id(), List.of())
                    .forEach(other -> honesty.add(
                            one, Fact.Kind.SEVERAL_FILES, other.file().file().name(), List.of()));
            var said = otherwise.get(one.id());
            if (!said.isNothing() && !said.isProved()) {
                honesty.add(one, Fact.Kind.OTHER_TEMPLATE, said.words(), said.cells());
            }
        }
        return honesty.facts;
    }

    private void add(Marked one, Fact.Kind kind, String other, List<Address> cells) {
        facts.add(new Fact(one.id(), kind, other, cells));
    }

    /** A name that is not the student's says nothing, since people have several; that of somebody else in the class does. */
    private void lookAtName(Marked one, Namesakes namesakes) {
        one.file()
                .submitter()
                .filter(submitter -> !submitter.mayBe(one.name()))
                .ifPresent(submitter -> namesakes.meantBy(submitter).stream()
                        .filter(other -> !other.id().equals(one.id()))
                        .forEach(other -> add(one, Fact.Kind.OTHER_NAME, other.id(), List.of())));
    }

    /** A wrong number in a cell. */
    private record WrongNumber(Address cell, double value) {}

    /** Who has a wrong number, for those that several have and no usual mistake explains. */
    private Map<WrongNumber, List<Marked>> sharedNumbers() {
        var owners = new HashMap<WrongNumber, List<Marked>>();
        for (var one : marked) {
            for (var answer : one.answers()) {
                if (answer.verdict() == Verdict.WRONG && answer.slip().isEmpty()) {
                    answer.number().stream()
                            .filter(value -> figures(value) >= LEAST_FIGURES)
                            .forEach(value -> owners.computeIfAbsent(
                                            new WrongNumber(answer.blank().place(), value), number -> new ArrayList<>())
                                    .add(one));
                }
            }
        }
        owners.values().removeIf(those -> those.size() == 1);
        return owners;
    }

    private void lookAtNumbers(Marked one, Map<WrongNumber, List<Marked>> shared) {
        var cells = new LinkedHashMap<String, List<Address>>();
        for (var answer : one.answers()) {
            if (answer.verdict() != Verdict.WRONG) {
                continue;
            }
            var place = answer.blank().place();
            answer.number().stream()
                    .forEach(value -> shared.getOrDefault(new WrongNumber(place, value), List.of()).stream()
                            .filter(other -> !other.equals(one))
                            .forEach(other -> cells.computeIfAbsent(other.id(), id -> new ArrayList<>())
                                    .add(place)));
        }
        cells.forEach((other, places) -> add(one, Fact.Kind.SAME_WRONG, other, places));
    }

    private void lookAtCells(Marked one) {
        if (!one.pasted().isEmpty()) {
            add(one, Fact.Kind.PASTED, "", one.pasted());
        }
        if (!one.changed().isEmpty()) {
            add(one, Fact.Kind.CHANGED_GIVENS, "", one.changed());
        }
        var functions = new LinkedHashMap<String, List<Address>>();
        one.foreign()
                .forEach((cell, function) -> functions
                        .computeIfAbsent(function, key -> new ArrayList<>())
                        .add(cell));
        functions.forEach((function, cells) -> add(one, Fact.Kind.NOT_COMPUTED, function, cells));
    }

    /** How many significant figures a number has, as it is written. */
    private static int figures(double value) {
        return value == 0 ? 0 : BigDecimal.valueOf(value).stripTrailingZeros().precision();
    }
}
