package io.gradsheet.explanation;

import io.gradsheet.calculation.Numbers;
import io.gradsheet.calculation.Surroundings;
import io.gradsheet.calculation.Term;
import io.gradsheet.calculation.TermReader;
import io.gradsheet.calculation.UnknownFormulaException;
import io.gradsheet.calculation.Writing;
import io.gradsheet.check.Agreement;
import io.gradsheet.check.Progress;
import io.gradsheet.check.Verification;
import io.gradsheet.explanation.Explanation.Kind;
import io.gradsheet.explanation.Explanation.Use;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.QuantityName;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.FormulaText;
import io.gradsheet.recalc.StoredCell;
import io.gradsheet.recalc.TrialWorkbook;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Reference;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Explains cells of one workbook. */
public final class Explainer {
    /** How many of the cells that read a cell are named. */
    public static final int MOST_USES = 12;

    /** Of longer sums, the first two terms and the last stand for all. */
    private static final int MOST_TERMS = 6;

    private static final int DECIMALS = 6;

    private final PlannedCells planned;
    private final TrialWorkbook sheet;
    private final Texts texts;
    private final Map<Address, StoredCell> computed = new HashMap<>();

    /** Looked for once, in the whole workbook, when the first wrong cell is met. */
    private Optional<WrongCells> wrongCells = Optional.empty();

    private final Surroundings surroundings = new Surroundings() {
        @Override
        public Cell cell(Address place) {
            return planned.at(place);
        }

        @Override
        public Value value(Address place) {
            return found(place).value();
        }

        @Override
        public Optional<Address> named(String name) {
            return planned.plan().named(name);
        }
    };

    private Explainer(PlannedCells planned, TrialWorkbook sheet, Texts texts) {
        this.planned = planned;
        this.sheet = sheet;
        this.texts = texts;
    }

    /**
     * Explains a cell, or each of several.
     *
     * @param place a cell, a range, or a defined name, as somebody types it
     * @param engine what computes the values of the sheet
     * @param limit how long that may take
     * @param depth how far back sources are explained as well: 1 for those that the formula reads
     * @throws PlaceException if there is no such place
     * @throws io.gradsheet.recalc.WorkbookException if the file is not a workbook
     * @throws io.gradsheet.check.CheckException if it is not one of GradSheet, or a sheet of it is gone
     * @throws io.gradsheet.recalc.EngineException if the engine is missing, fails, or takes too long
     */
    public static List<Explanation> explain(
            Path file, String place, Engine engine, Duration limit, int depth, Progress progress) {
        var plan = Verification.of(file, progress).expected();
        var places = Place.of(place, plan);
        var texts = Texts.shared(Language.of(plan.language()).orElse(Language.ENGLISH));
        return TrialWorkbook.use(
                file,
                engine,
                limit,
                workbook -> new Explainer(new PlannedCells(plan), workbook, texts).all(places, depth));
    }

    private List<Explanation> all(List<Address> places, int depth) {
        fetch(places, depth);
        var uses = uses(new LinkedHashSet<>(places));
        return places.stream()
                .map(place -> whole(place, depth, uses.getOrDefault(place, new Uses())))
                .toList();
    }

    /** Gets all cells that will be spoken of: those that formulas name, and what those read in turn that matter. */
    private void fetch(Collection<Address> places, int depth) {
        planned.fetch(places);
        var next = places;
        for (var level = 0; level < Math.max(1, depth); level++) {
            planned.fetch(next.stream().flatMap(place -> named(place).stream()).collect(Collectors.toSet()));
            next = next.stream().flatMap(place -> sources(place).stream()).collect(Collectors.toSet());
        }
    }

    private static final class Uses {
        private final List<Use> first = new ArrayList<>();
        private long count;
        private long lookups;
    }

    private Map<Address, Uses> uses(Set<Address> places) {
        var uses = new HashMap<Address, Uses>();
        planned.readersOf(places, (place, cell, read, looksUp) -> {
            var of = uses.computeIfAbsent(read, key -> new Uses());
            if (looksUp) {
                of.lookups++;
                return;
            }
            of.count++;
            if (of.first.size() < MOST_USES) {
                of.first.add(new Use(place, QuantityName.of(cell.quantity(), texts)));
            }
        });
        return uses;
    }

    // A cell --------------------------------------------------------------------------------------------------------

    private Explanation whole(Address place, int depth, Uses uses) {
        var sources = depth < 1
                ? List.<Explanation>of()
                : sources(place).stream()
                        .map(source -> whole(source, depth - 1, new Uses()))
                        .toList();
        var cell = planned.at(place);
        var found = found(place);
        var java = cell instanceof Cell.Computed || cell instanceof Cell.Figure
                ? Optional.of(Cell.value(cell))
                : Optional.<Value>empty();
        var agrees = agrees(cell, found);
        var written = written(place);
        return new Explanation(
                place,
                kind(cell, found),
                name(cell),
                Notation.plain(cell.quantity().words()),
                found.formula(),
                written.symbols(),
                written.numbers(),
                found.value(),
                java,
                agrees,
                change(cell, found),
                sources,
                uses.first,
                uses.count,
                uses.lookups,
                agrees || depth < 1 ? Optional.empty() : Optional.of(origin(place)));
    }

    private StoredCell found(Address place) {
        return computed.computeIfAbsent(
                place, key -> sheet.cell(key).orElse(new StoredCell(key.column(), "", Value.NOTHING)));
    }

    private String name(Cell cell) {
        if (cell instanceof Cell.Label label) {
            return label.text().text();
        }
        return cell instanceof Cell.Figure && cell.quantity().isNone()
                ? texts.get("explain.figure")
                : QuantityName.of(cell.quantity(), texts);
    }

    private static Kind kind(Cell cell, StoredCell found) {
        if (cell instanceof Cell.Input) {
            return Kind.INPUT;
        } else if (cell instanceof Cell.Computed || found.hasFormula()) {
            return Kind.FORMULA;
        } else if (found.value() instanceof Value.Nothing) {
            return Kind.EMPTY;
        }
        return cell instanceof Cell.Figure ? Kind.FIGURE : Kind.TEXT;
    }

    private static boolean agrees(Cell cell, StoredCell found) {
        return !(cell instanceof Cell.Computed formula)
                || Agreement.agree(formula, found.value(), Agreement.USUAL_TOLERANCE);
    }

    /** How a formula is not as it was written. */
    private Optional<String> change(Cell cell, StoredCell found) {
        if (!(cell instanceof Cell.Computed formula)) {
            return Optional.empty();
        } else if (!found.hasFormula()) {
            return Optional.of(texts.get("explain.overwritten", formula.text()));
        }
        return FormulaText.sameFormula(formula.text(), found.formula())
                ? Optional.empty()
                : Optional.of(texts.get("explain.changed", formula.text()));
    }

    /** The cells that the formula of a cell comes to, as it stands in the file: of those that it looks up, the one that it finds. */
    private Set<Address> sources(Address place) {
        return term(place)
                .map(read -> {
                    var sources = new LinkedHashSet<Address>();
                    read.term().leaves().forEach(leaf -> sources.add(leaf.place()));
                    sources.addAll(read.decisive());
                    return (Set<Address>) sources;
                })
                .orElseGet(() -> named(place));
    }

    /** All cells that it names. */
    private Set<Address> named(Address place) {
        var found = found(place);
        if (!found.hasFormula()) {
            return Set.of();
        }
        if (isAsWritten(place) && planned.at(place) instanceof Cell.Computed cell) {
            return planned.sources(cell.formula(), place.sheet());
        }
        var sources = new LinkedHashSet<Address>();
        for (var reading : FormulaText.readings(found.formula())) {
            var sheetOfCells = reading.sheet().orElse(place.sheet());
            reading.cells().cells().forEach(cell -> sources.add(cell.address(sheetOfCells)));
        }
        return sources;
    }

    private boolean isAsWritten(Address place) {
        return planned.at(place) instanceof Cell.Computed cell
                && change(cell, found(place)).isEmpty();
    }

    // Its formula ---------------------------------------------------------------------------------------------------

    private record Written(String symbols, String numbers) {}

    /** A formula as a calculation, and the cells that decide which. */
    private record Read(Term term, List<Address> decisive) {}

    /** Nothing where the formula is another, or cannot be written by hand. */
    private Optional<Read> term(Address place) {
        if (!isAsWritten(place) || !(planned.at(place) instanceof Cell.Computed cell)) {
            return Optional.empty();
        }
        var reader = new TermReader(surroundings, place.sheet());
        try {
            return Optional.of(new Read(reader.read(cell.formula()), reader.decisive()));
        } catch (UnknownFormulaException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** As one writes it by hand; a formula that cannot be written so keeps its functions. */
    private Written written(Address place) {
        if (!isAsWritten(place) || !(planned.at(place) instanceof Cell.Computed cell)) {
            return new Written("", "");
        }
        return term(place)
                .map(read -> new Written(
                        Notation.plain(written(read.term(), symbols(read.term())::get)),
                        Notation.plain(written(read.term(), this::number))))
                .orElseGet(() -> new Written(
                        replaced(cell.formula(), place.sheet(), source -> Notation.plain(symbol(source))),
                        Notation.plain(replaced(cell.formula(), place.sheet(), this::operand))));
    }

    private static String written(Term term, Function<Address, String> leaves) {
        return new Writing(leaf -> leaves.apply(leaf.place()), part -> false, MOST_TERMS).of(term);
    }

    private String number(Address place) {
        return found(place).value() instanceof Value.Figure figure
                ? Numbers.of(figure.number(), DECIMALS)
                : found(place).value().toString();
    }

    private String symbol(Address place) {
        var quantity = planned.at(place).quantity();
        return quantity.isNone() ? place.toString() : quantity.symbol();
    }

    /** What the cells of a calculation are called; where several would be called the same, each by its number or its place. */
    private Map<Address, String> symbols(Term term) {
        var places = term.leaves().stream().map(Term.Leaf::place).collect(Collectors.toSet());
        var counts = places.stream().collect(Collectors.groupingBy(this::symbol, Collectors.counting()));
        var numbered = places.stream()
                .collect(Collectors.groupingBy(
                        place -> QuantityName.numbered(planned.at(place).quantity()), Collectors.counting()));
        return places.stream().collect(Collectors.toMap(place -> place, place -> {
            if (counts.get(symbol(place)) == 1) {
                return symbol(place);
            }
            var name = QuantityName.numbered(planned.at(place).quantity());
            return numbered.get(name) == 1 ? name : place.toString();
        }));
    }

    /** A number as an operator takes it. */
    private String operand(Address place) {
        var number = number(place);
        return number.startsWith("−") ? "(" + number + ")" : number;
    }

    private String replaced(Formula formula, String on, Function<Address, String> cells) {
        return formula.placed()
                .replaced(part -> part instanceof Reference read
                                && read.range().first().equals(read.range().last())
                        ? Formula.named(cells.apply(
                                read.range().first().address(read.sheet().orElse(on))))
                        : part)
                .text();
    }

    // Where it went wrong -------------------------------------------------------------------------------------------

    private Explanation.Origin origin(Address place) {
        if (wrongCells.isEmpty()) {
            wrongCells = Optional.of(new WrongCells(planned.plan(), this::found));
        }
        var wrong = wrongCells.get().origin(place);
        planned.fetch(List.of(wrong));
        var cell = planned.at(wrong);
        var found = found(wrong);
        return new Explanation.Origin(wrong, name(cell), found.value(), Cell.value(cell), change(cell, found));
    }
}
