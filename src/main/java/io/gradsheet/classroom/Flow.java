package io.gradsheet.classroom;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What follows from what in an exercise, as its formulas say: over the sheets that are worked in, and those that they read. */
final class Flow {
    /** As far apart as what theory says is the same, a derivative and its difference quotient. */
    private static final double ABOUT = 1e-6;

    private final Set<String> sheets = new LinkedHashSet<>();
    private final Map<Address, Cell.Computed> cells = new LinkedHashMap<>();
    private final Map<Address, Double> numbers = new HashMap<>();
    private final Map<Address, List<Address>> reads = new HashMap<>();
    private final Map<Address, List<Address>> sources = new HashMap<>();
    private final Map<Address, List<Address>> readers = new HashMap<>();
    private final Map<Address, Set<Address>> dependencies = new HashMap<>();
    private final Set<Address> blanks;
    private final Set<Address> followers;
    private final Set<Address> givens;
    private final Set<Address> twins;
    private final Set<String> needed;
    private final Set<Address> echoes;

    Flow(Exercise exercise) {
        blanks = exercise.tasks().stream()
                .flatMap(task -> task.blanks().stream())
                .map(Blank::place)
                .collect(Collectors.toSet());
        var waiting = new ArrayDeque<String>();
        blanks.forEach(blank -> waiting.add(blank.sheet()));
        while (!waiting.isEmpty()) {
            var sheet = waiting.remove();
            if (sheets.add(sheet)) {
                read(exercise.plan(), sheet, waiting);
            }
        }
        cells.forEach((place, cell) -> connect(place, cell.formula()));
        followers = reach(blanks, readers, place -> !blanks.contains(place));
        givens = reach(blanks, sources, place -> !blanks.contains(place) && !followers.contains(place));
        twins = twins(exercise);
        needed = findNeeded();
        echoes = echoes(exercise);
    }

    /** Inputs and figures with the number of an answer that nothing asked for is worked out from: a result noted for comparison. */
    private Set<Address> echoes(Exercise exercise) {
        var used = reach(blanks, reads, place -> true);
        return numbers.keySet().stream()
                .filter(place -> !cells.containsKey(place) && !used.contains(place))
                .filter(place -> exercise.tasks().stream()
                        .flatMap(task -> task.blanks().stream())
                        .anyMatch(answer -> !isCommon(answer.value()) && isTwin(place, numbers.get(place), answer)))
                .collect(Collectors.toSet());
    }

    /**
     * Cells beside the way from givens to blanks that have the number of a blank. Of numbers that many cells have, those in its row: other
     * ways to the same stand beside one another; and those that the sheet holds against it.
     */
    private Set<Address> twins(Exercise exercise) {
        var answers = exercise.tasks().stream()
                .flatMap(task -> task.blanks().stream())
                .filter(blank -> blank.value() != 0 && Math.abs(blank.value()) != 1)
                .toList();
        var compared = compared();
        return cells.keySet().stream()
                .filter(place -> !blanks.contains(place) && !followers.contains(place) && !givens.contains(place))
                .filter(place -> cells.get(place).role() != Role.INDEX
                        && (compared.contains(place)
                                || answers.stream().anyMatch(answer -> isTwin(place, number(place), answer))))
                .collect(Collectors.toSet());
    }

    /** Cells that a difference holds against a blank with the same number. */
    private Set<Address> compared() {
        var compared = new HashSet<Address>();
        cells.forEach((place, cell) -> {
            if (cell.role() == Role.DIFFERENCE) {
                var held = sources.get(place);
                held.stream()
                        .filter(blanks::contains)
                        .forEach(blank -> held.stream()
                                .filter(other -> Math.abs(number(other) - number(blank)) <= ABOUT)
                                .forEach(compared::add));
            }
        });
        return compared;
    }

    private double number(Address place) {
        return cells.get(place).value() instanceof Value.Figure figure ? figure.number() : Double.NaN;
    }

    private static boolean isTwin(Address place, double number, Blank answer) {
        var beside = place.sheet().equals(answer.place().sheet())
                && place.row() == answer.place().row();
        return Math.abs(number - answer.value()) <= ABOUT * Math.abs(answer.value()) && (beside || !isCommon(number));
    }

    /** Whether a number has no more than two decimals. */
    private static boolean isCommon(double number) {
        return Math.abs(number * 100 - Math.rint(number * 100)) < ABOUT;
    }

    private void read(Plan plan, String name, Collection<String> found) {
        plan.sheets().stream().filter(sheet -> sheet.name().equals(name)).forEach(sheet -> collect(sheet, found));
    }

    private void collect(SheetPlan sheet, Collection<String> found) {
        sheet.pushTo(row -> {
            for (var column = 0; column < row.cells().size(); column++) {
                var place = new Address(sheet.name(), row.index(), column);
                number(row.cells().get(column)).ifPresent(number -> numbers.put(place, number));
                if (row.cells().get(column) instanceof Cell.Computed cell) {
                    cells.put(place, cell);
                    cell.formula().references().forEach(read -> read.sheet().ifPresent(found::add));
                }
            }
        });
    }

    private static OptionalDouble number(Cell cell) {
        return Cell.value(cell) instanceof Value.Figure figure
                ? OptionalDouble.of(figure.number())
                : OptionalDouble.empty();
    }

    private void connect(Address place, Formula formula) {
        var read = new ArrayList<Address>();
        var all = new ArrayList<Address>();
        for (var reference : formula.references()) {
            for (var cell : reference.cells(place.sheet())) {
                all.add(cell);
                if (cells.containsKey(cell)) {
                    read.add(cell);
                    readers.computeIfAbsent(cell, key -> new ArrayList<>()).add(place);
                }
            }
        }
        sources.put(place, read);
        reads.put(place, all);
    }

    /** What can be reached over cells that are wanted; the start is part of it only where a way leads back to it. */
    private static Set<Address> reach(
            Collection<Address> start, Map<Address, List<Address>> ways, Predicate<Address> wanted) {
        var reached = new HashSet<Address>();
        var waiting = new ArrayDeque<>(start);
        while (!waiting.isEmpty()) {
            for (var next : ways.getOrDefault(waiting.remove(), List.of())) {
                if (wanted.test(next) && reached.add(next)) {
                    waiting.add(next);
                }
            }
        }
        return reached;
    }

    /** The numbers of all cells on the sheets with blanks, and on those that they read, as the teacher's workbook has them. */
    Map<Address, Double> numbers() {
        return numbers;
    }

    /** The cells that a computed cell reads itself. */
    List<Address> reads(Address place) {
        return reads.getOrDefault(place, List.of());
    }

    /** Whether a computed cell reads another one, directly or not. */
    boolean dependsOn(Address place, Address other) {
        return dependencies
                .computeIfAbsent(place, cell -> reach(List.of(cell), reads, read -> true))
                .contains(other);
    }

    /** Whether a cell with a number is seen in an exam, given or not. */
    boolean isSeen(Address place) {
        return needed.contains(place.sheet())
                && !blanks.contains(place)
                && !echoes.contains(place)
                && (!cells.containsKey(place) || givens.contains(place));
    }

    /** Whether a cell that nobody needs holds the number of an answer, though it is no formula. */
    boolean isEcho(Address place) {
        return echoes.contains(place);
    }

    /** The sheets with blanks, and those that they read, directly or not. */
    Set<String> sheets() {
        return sheets;
    }

    /** The sheets with blanks, and those with anything that these are worked out from. */
    Set<String> needed() {
        return needed;
    }

    private Set<String> findNeeded() {
        var found = new LinkedHashSet<String>();
        Stream.concat(blanks.stream(), givens.stream()).forEach(place -> {
            found.add(place.sheet());
            cells.get(place).formula().references().forEach(read -> read.sheet().ifPresent(found::add));
        });
        return found;
    }

    boolean isBlank(Address place) {
        return blanks.contains(place);
    }

    /** Whether a computed cell that is no blank follows from one. */
    boolean isFollower(Address place) {
        return followers.contains(place);
    }

    /** Whether a computed cell is what a blank is worked out from, directly or not, and follows from none. */
    boolean isGiven(Address place) {
        return givens.contains(place);
    }

    /** Whether a computed cell tells the answer of a blank, or follows from one. */
    boolean isTelling(Address place) {
        return followers.contains(place) || twins.contains(place);
    }

    /** Those of a sheet. */
    Set<Address> telling(String sheet) {
        return cells.keySet().stream()
                .filter(place -> place.sheet().equals(sheet) && isTelling(place))
                .collect(Collectors.toSet());
    }

    /** The blanks that must be filled before a blank can be judged, in the order in which its formula comes to them. */
    List<Address> needs(Address blank) {
        var needed = new LinkedHashSet<Address>();
        var seen = new HashSet<Address>();
        var waiting = new ArrayDeque<>(List.of(blank));
        while (!waiting.isEmpty()) {
            for (var source : sources.getOrDefault(waiting.remove(), List.of())) {
                if (blanks.contains(source)) {
                    needed.add(source);
                } else if (followers.contains(source) && seen.add(source)) {
                    waiting.add(source);
                }
            }
        }
        return List.copyOf(needed);
    }
}
