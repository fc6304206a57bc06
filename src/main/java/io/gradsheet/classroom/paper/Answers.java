package io.gradsheet.classroom.paper;

import io.gradsheet.calculation.Numbers;
import io.gradsheet.calculation.Term;
import io.gradsheet.calculation.Term.Leaf;
import io.gradsheet.calculation.Writing;
import io.gradsheet.classroom.Blank;
import io.gradsheet.classroom.CellNames;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.Task;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The answers of an exercise: what each is called, and what it is worked out from. */
final class Answers {
    /** Of more terms of a sum in symbols, the first two and the last stand for all. */
    private static final int MOST_SYMBOLS = 5;

    /** Inputs of so many numbers are shown as a whole. */
    private static final int MOST_TOGETHER = 30;

    /** A longer column of inputs lies down. */
    private static final int MOST_STANDING = 4;

    /** Decimals that a given may need for an answer to come out within its tolerance. */
    private static final List<Integer> DECIMALS = List.of(Numbers.DECIMALS, 6, 8, 10, 12, 15);

    /** Less than a unit of the last digit that is printed. */
    private static final double PRINTED = 2e-5;

    private final Exercise exercise;
    private final Texts texts;
    private final Workings workings;
    private final CellNames names;
    private final Map<Address, Integer> decimals = new HashMap<>();
    private final Map<Integer, List<Answer>> answers = new HashMap<>();

    Answers(Exercise exercise, Texts texts) {
        this.exercise = exercise;
        this.texts = texts;
        this.names = new CellNames(exercise);
        this.workings = new Workings(exercise, names);
        var ways = new HashMap<Blank, Working>();
        for (var task : exercise.tasks()) {
            task.blanks().forEach(blank -> ways.put(blank, workings.of(blank)));
        }
        // How exactly a given is shown depends on all that is worked out from it.
        exercise.tasks().forEach(task -> task.blanks().forEach(blank -> settle(task, blank, ways.get(blank))));
        exercise.tasks()
                .forEach(task -> answers.put(
                        task.number(),
                        task.blanks().stream()
                                .map(blank -> answer(task, blank, ways.get(blank)))
                                .toList()));
    }

    List<Answer> of(Task task) {
        return answers.get(task.number());
    }

    /** The decimals that let an answer come out as it should from numbers that are rounded. */
    private void settle(Task task, Blank blank, Working working) {
        if (working.term().isEmpty()) {
            return;
        }
        var term = working.term().get();
        var tolerance = task.tolerance();
        var allowed = (tolerance.absolute() + tolerance.relative() * Math.abs(blank.value())) / 2;
        var usual = DECIMALS.get(0);
        // What usual digits are not enough for, a small difference say, comes out to the digit that is printed.
        var needed = off(blank, term, usual) <= allowed
                ? usual
                : DECIMALS.stream()
                        .filter(digits -> off(blank, term, digits) <= Math.min(allowed, PRINTED))
                        .findFirst()
                        .orElse(DECIMALS.get(DECIMALS.size() - 1));
        working.reads().forEach(place -> decimals.merge(place, needed, Math::max));
    }

    /** How far an answer is off if its givens have so many decimals. */
    private double off(Blank blank, Term term, int digits) {
        return Math.abs(term.value(place -> workings.isAnswer(place)
                        ? workings.number(place)
                        : Numbers.kept(workings.number(place), digits))
                - blank.value());
    }

    /** Whether a task only asks to look something up in the workbook. */
    boolean isLookedUp(Task task) {
        return task.blanks().stream()
                .allMatch(blank -> workings.of(blank)
                        .term()
                        .filter(term -> isNamedAlike(term, blank))
                        .isPresent());
    }

    private boolean isNamedAlike(Term term, Blank blank) {
        return term instanceof Leaf leaf && names.symbol(leaf.place()).equals(names.symbol(blank.place()));
    }

    private Answer answer(Task task, Blank blank, Working working) {
        var symbols = symbols(blank, working);
        var key = names.row(blank.place());
        return new Answer(
                blank,
                label(task, blank, key),
                givens(working, key, symbols),
                working.term().map(Answers::work).orElse(working.reads().size()),
                working.term().flatMap(term -> solution(blank, term, symbols)));
    }

    /** How many numbers there are to reckon with; powers of e and the like are work as well. */
    private static int work(Term term) {
        return term.leaves().size();
    }

    // Names -----------------------------------------------------------------------------------------------------------

    private String label(Task task, Blank blank, List<Address> key) {
        var symbol = names.name(blank);
        if (!key.isEmpty()) {
            var numbers = key.stream().map(this::number).collect(Collectors.joining(" "));
            return (key.size() == 1 ? names.symbol(key.get(0)) + " = " + numbers : numbers) + ":  " + symbol;
        }
        var row = names.rowLabel(blank.place());
        var twice = task.blanks().stream()
                        .filter(other -> names.name(other).equals(symbol))
                        .count()
                > 1;
        var line = names.line(blank.place());
        if (twice && !row.isEmpty()) {
            return row + ":  " + symbol;
        }
        return twice && line.isPresent()
                ? texts.get(
                                "paper.line."
                                        + (exercise.experiment() instanceof NetworkExperiment ? "sample" : "step"),
                                line.getAsInt())
                        + ":  " + symbol
                : symbol;
    }

    /** What the cells of a calculation are called; where several would be called the same, each by its number. */
    private Map<Address, String> symbols(Blank blank, Working working) {
        var shown = new LinkedHashSet<Address>();
        working.term().ifPresent(term -> term.leaves().forEach(leaf -> shown.add(leaf.shown())));
        shown.addAll(working.reads());
        working.ranges().forEach(range -> range.forEach(shown::addAll));
        var count = new HashMap<String, Integer>();
        shown.forEach(place -> count.merge(names.symbol(place), 1, Integer::sum));
        var symbols = new HashMap<Address, String>();
        shown.forEach(place -> {
            var symbol = names.symbol(place);
            symbols.put(place, count.get(symbol) > 1 || isOfAnotherLine(place, blank) ? names.numbered(place) : symbol);
        });
        return symbols;
    }

    private boolean isOfAnotherLine(Address place, Blank blank) {
        return place.sheet().equals(blank.place().sheet())
                && names.line(place).isPresent()
                && !names.line(place).equals(names.line(blank.place()));
    }

    // Givens ----------------------------------------------------------------------------------------------------------

    private List<Given> givens(Working working, List<Address> key, Map<Address, String> symbols) {
        var single = new LinkedHashSet<>(working.reads());
        single.removeIf(place -> key.contains(place) || text(place).isEmpty());
        var given = new ArrayList<Given>();
        for (var range : working.ranges()) {
            var kept = read(range, working.all());
            var cells = kept.stream().flatMap(List::stream).toList();
            if (cells.size() > 1
                    && cells.stream().filter(single::contains).count() > 1
                    && belongingTo(cells.get(0), Set.of()).isEmpty()) {
                cells.forEach(single::remove);
                given.add(new Given(names.together(cells), shaped(kept)));
            }
        }
        for (var place : List.copyOf(single)) {
            if (single.contains(place)) {
                belongingTo(place, single).ifPresent(together -> {
                    together.forEach(row -> row.forEach(single::remove));
                    var cells = together.stream().flatMap(List::stream).toList();
                    given.add(new Given(names.together(cells), together));
                });
            }
        }
        single.stream()
                .sorted(Comparator.comparing(Address::sheet)
                        .thenComparing(Address::row)
                        .thenComparing(Address::column))
                .map(place -> new Given(symbols.getOrDefault(place, names.symbol(place)), List.of(List.of(place))))
                .filter(one -> !one.name().isEmpty())
                .forEach(given::add);
        return given;
    }

    /** The vector or matrix of inputs that a cell belongs to, or those of a table's column that are read with it. */
    private Optional<List<List<Address>>> belongingTo(Address place, Set<Address> read) {
        var area = names.area(place).orElse(List.of());
        var cells = area.stream().flatMap(List::stream).toList();
        if (names.row(place).isEmpty() && cells.size() > 1 && cells.size() <= MOST_TOGETHER) {
            return cells.stream().allMatch(cell -> workings.cell(cell) instanceof Cell.Input)
                    ? Optional.of(area.size() == cells.size() && cells.size() > MOST_STANDING ? List.of(cells) : area)
                    : Optional.empty();
        }
        var column = cells.stream()
                .filter(cell -> cell.column() == place.column() && read.contains(cell))
                .toList();
        return column.size() > 2 ? Optional.of(List.of(column)) : Optional.empty();
    }

    /** Of a range, the rows and columns of which something is read. */
    private static List<List<Address>> read(List<List<Address>> range, Set<Address> read) {
        var rows = range.stream()
                .filter(row -> row.stream().anyMatch(read::contains))
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        var columns = IntStream.range(0, rows.get(0).size())
                .filter(column -> rows.stream().anyMatch(row -> read.contains(row.get(column))))
                .boxed()
                .toList();
        return rows.stream().map(row -> columns.stream().map(row::get).toList()).toList();
    }

    /** A column lies down, and pixels stand as in their image. */
    private List<List<Address>> shaped(List<List<Address>> cells) {
        var all = cells.stream().flatMap(List::stream).toList();
        if (cells.size() > 1 && cells.get(0).size() > 1) {
            return cells;
        }
        var image = exercise.experiment() instanceof NetworkExperiment network
                        && network.image().isPicture()
                ? network.image().columns()
                : all.size();
        var across = all.size() % image == 0 ? image : all.size();
        return IntStream.range(0, all.size() / across)
                .mapToObj(row -> all.subList(row * across, (row + 1) * across))
                .toList();
    }

    /** What stands in a cell, as it is written on paper; empty if there is nothing to be said. */
    String text(Address place) {
        if (workings.isAnswer(place)) {
            return "?";
        }
        return Cell.value(workings.cell(place)) instanceof Value.Figure ? number(place) : content(place);
    }

    private String content(Address place) {
        return Cell.value(workings.cell(place)).content();
    }

    private String number(Address place) {
        var value = Cell.value(workings.cell(place));
        return value instanceof Value.Figure figure
                ? Numbers.of(figure.number(), decimals.getOrDefault(place, Numbers.DECIMALS))
                : value.content();
    }

    boolean isAnswer(Address place) {
        return workings.isAnswer(place);
    }

    // Solutions -------------------------------------------------------------------------------------------------------

    /** Formula, numbers and result; what is only nearly the same is said to be. */
    private Optional<String> solution(Blank blank, Term term, Map<Address, String> symbols) {
        if (isNamedAlike(term, blank)) {
            return Optional.empty();
        }
        var formula = new Writing(leaf -> symbols.get(leaf.shown()), part -> false, MOST_SYMBOLS).of(term);
        var numbers = new Writing(leaf -> number(leaf.place()), this::addsNothing, Integer.MAX_VALUE).of(term);
        var exact = term.leaves().stream()
                .allMatch(leaf -> Numbers.isWhole(
                        workings.number(leaf.place()), decimals.getOrDefault(leaf.place(), Numbers.DECIMALS)));
        if (term instanceof Term.Decided) {
            return Optional.of(texts.get("paper.since", result(blank), formula, numbers));
        }
        var steps = Stream.of(formula, numbers, result(blank))
                .distinct()
                .filter(step -> !step.equals(names.name(blank)))
                .toList();
        var written = new StringBuilder(steps.get(0));
        for (var i = 1; i < steps.size(); i++) {
            var toResult = i == steps.size() - 1;
            var isSame = toResult ? Numbers.isWhole(blank.value(), Numbers.DECIMALS) && exact : exact;
            // A result does not stand on a line without the sign before it.
            written.append(isSame ? " =" : " ≈")
                    .append(toResult ? '\u00a0' : ' ')
                    .append(steps.get(i));
        }
        return Optional.of(written.toString());
    }

    private static String result(Blank blank) {
        return "**" + Numbers.of(blank.value(), Numbers.DECIMALS) + "**";
    }

    private boolean addsNothing(Term term) {
        return term instanceof Term.Product product
                && product.parts().stream()
                        .anyMatch(part -> part instanceof Leaf leaf && workings.number(leaf.place()) == 0);
    }

    /** An answer by itself. */
    String bare(Blank blank) {
        return result(blank);
    }
}
