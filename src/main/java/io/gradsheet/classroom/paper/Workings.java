package io.gradsheet.classroom.paper;

import io.gradsheet.calculation.MathFunction;
import io.gradsheet.calculation.Surroundings;
import io.gradsheet.calculation.Term;
import io.gradsheet.calculation.TermReader;
import io.gradsheet.calculation.UnknownFormulaException;
import io.gradsheet.classroom.Blank;
import io.gradsheet.classroom.CellNames;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the answers of an exercise are worked out, each from givens and from other answers. */
final class Workings implements Surroundings {
    /** As near as two ways to one number are. */
    private static final double SAME = 1e-9;

    private final Exercise exercise;
    private final CellNames names;
    private final Map<String, Map<Address, Cell>> sheets = new HashMap<>();
    private final Map<Address, Boolean> followers = new HashMap<>();
    private final Set<Address> answers;

    Workings(Exercise exercise, CellNames names) {
        this.exercise = exercise;
        this.names = names;
        this.answers = exercise.tasks().stream()
                .flatMap(task -> task.blanks().stream())
                .map(Blank::place)
                .collect(Collectors.toSet());
    }

    /** How an answer is worked out. A calculation that does not come to Java's number is none. */
    Working of(Blank blank) {
        return crossEntropy(blank)
                .filter(term -> isSame(term, blank))
                .map(term -> working(term, List.of(), List.of()))
                .orElseGet(() -> byFormula(blank));
    }

    private boolean isSame(Term term, Blank blank) {
        return Math.abs(term.value(this::number) - blank.value()) <= SAME * Math.max(1, Math.abs(blank.value()));
    }

    private Working byFormula(Blank blank) {
        var reader = new TermReader(this, blank.place().sheet());
        try {
            var term = reader.read(blank.answer().formula());
            if (isSame(term, blank)) {
                return working(term, reader.decisive(), reader.ranges());
            }
        } catch (UnknownFormulaException e) {
            // Then what it reads is all that is known of it.
        }
        var all = new LinkedHashSet<Address>();
        collectSources(blank.answer().formula(), blank.place().sheet(), all);
        return new Working(
                Optional.empty(),
                all,
                all.stream().filter(place -> !isAnswer(place)).toList(),
                List.of());
    }

    private Working working(Term term, List<Address> decisive, List<List<List<Address>>> ranges) {
        var all = new LinkedHashSet<Address>();
        term.leaves().forEach(leaf -> all.add(leaf.place()));
        all.addAll(decisive);
        return new Working(
                Optional.of(term),
                all,
                all.stream().filter(place -> !isAnswer(place)).toList(),
                ranges);
    }

    /**
     * The cost of a sample, cross-entropy, from the activations, as it is written by hand: sheets have it from weighted inputs, where
     * it holds for answers of 0 and 1 as well.
     */
    private Optional<Term> crossEntropy(Blank blank) {
        if (blank.answer().role() != Role.COST
                || !(exercise.experiment() instanceof NetworkExperiment experiment)
                || !(experiment.network().cost() instanceof Cost.CrossEntropy)) {
            return Optional.empty();
        }
        var network = experiment.network();
        var terms = new ArrayList<Term>();
        for (var j = 1; j <= network.outputs(); j++) {
            var target = inRow(blank, Notation.target(j));
            var activation = inRow(blank, Notation.activation(network.layers(), j));
            if (target.isEmpty() || activation.isEmpty()) {
                return Optional.empty();
            }
            terms.add(times(target.get(), activation.get()));
            if (!(network.outputActivation() instanceof Activation.Softmax)) {
                terms.add(times(oneLess(target.get()), oneLess(activation.get())));
            }
        }
        return Optional.of(new Term.Negative(terms.size() == 1 ? terms.get(0) : new Term.Sum(terms)));
    }

    private static Term times(Term target, Term activation) {
        return new Term.Product(List.of(target, new Term.Call(MathFunction.LN, List.of(activation))));
    }

    private static Term oneLess(Term term) {
        return new Term.Sum(List.of(new Term.Constant(1), new Term.Negative(term)));
    }

    private Optional<Term> inRow(Blank blank, String symbol) {
        var sheet = blank.place().sheet();
        return IntStream.range(0, blank.place().column())
                .mapToObj(column -> new Address(sheet, blank.place().row(), column))
                .filter(place -> !(cell(place) instanceof Cell.Empty)
                        && names.symbol(place).equals(symbol))
                .findFirst()
                .map(place -> new Term.Leaf(place, place));
    }

    @Override
    public boolean areToldApart(List<Address> places) {
        return places.stream().map(names::numbered).distinct().count() == places.size();
    }

    private void collectSources(Formula formula, String sheet, Set<Address> found) {
        for (var source : sources(formula, sheet)) {
            if (follows(source) && !isAnswer(source) && cell(source) instanceof Cell.Computed computed) {
                collectSources(computed.formula(), source.sheet(), found);
            } else {
                found.add(source);
            }
        }
    }

    boolean isAnswer(Address place) {
        return answers.contains(place);
    }

    /**
     * The answer that a computed given repeats, if there is one: the same quantity with the same number, which takes some work. It would
     * tell the answer; learners have it from their own.
     */
    Optional<Address> repeated(Address place) {
        if (!(cell(place) instanceof Cell.Computed computed) || isCommon(number(place))) {
            return Optional.empty();
        }
        return exercise.tasks().stream()
                .flatMap(task -> task.blanks().stream())
                .filter(blank -> blank.answer().role() == computed.role()
                        && Math.abs(blank.value() - number(place)) <= SAME * Math.abs(blank.value()))
                .map(Blank::place)
                .findFirst();
    }

    /** Whether a number has no more than two decimals. */
    private static boolean isCommon(double number) {
        return Math.abs(number * 100 - Math.rint(number * 100)) < SAME;
    }

    @Override
    public Cell cell(Address place) {
        return sheets.computeIfAbsent(place.sheet(), this::cells).getOrDefault(place, Cell.EMPTY);
    }

    @Override
    public boolean leadsOn(Address place) {
        return !isAnswer(place) && follows(place);
    }

    @Override
    public Address source(Address place) {
        return isAnswer(place) ? place : repeated(place).orElse(place);
    }

    @Override
    public boolean isAsked(Address place) {
        return isAnswer(place);
    }

    @Override
    public Optional<Address> named(String name) {
        return exercise.plan().named(name);
    }

    /** Whether a computed cell that is no answer follows from one: learners get to it on their way. */
    boolean follows(Address place) {
        var known = followers.get(place);
        if (known == null) {
            // A cell on its way to itself follows from nothing new.
            followers.put(place, false);
            known = cell(place) instanceof Cell.Computed computed
                    && sources(computed.formula(), place.sheet()).stream()
                            .anyMatch(source -> isAnswer(source) || follows(source));
            followers.put(place, known);
        }
        return known;
    }

    private static Set<Address> sources(Formula formula, String sheet) {
        var sources = new LinkedHashSet<Address>();
        formula.references().forEach(read -> sources.addAll(read.cells(sheet)));
        return sources;
    }

    private Map<Address, Cell> cells(String name) {
        var cells = new HashMap<Address, Cell>();
        exercise.plan().sheets().stream()
                .filter(sheet -> sheet.name().equals(name))
                .forEach(sheet -> collect(sheet, cells));
        return cells;
    }

    private static void collect(SheetPlan sheet, Map<Address, Cell> cells) {
        sheet.pushTo(row -> {
            for (var column = 0; column < row.cells().size(); column++) {
                if (!(row.cells().get(column) instanceof Cell.Empty)) {
                    cells.put(
                            new Address(sheet.name(), row.index(), column),
                            row.cells().get(column));
                }
            }
        });
    }
}
