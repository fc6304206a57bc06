package io.gradsheet.recalc;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Pattern;
import org.apache.poi.ss.formula.IStabilityClassifier;
import org.apache.poi.ss.formula.WorkbookEvaluator;

/**
 * A workbook whose cells are computed as they are asked for, by the evaluator of Apache POI or as another engine computed them, and in which
 * a formula can be tried in the place of any cell: what would it give there, all other cells being as they are?
 *
 * <p>Where the engine cannot compute a formula, the value that the file stores beside it stands, for the cell and for what follows from it.
 */
public final class TrialWorkbook {
    /** How engines show what they cannot compute; LibreOffice has errors of its own, and Gnumeric quotes what it cannot read. */
    private static final Pattern BEYOND_AN_ENGINE =
            Pattern.compile("#NAME\\?|#VALUE!|Err:5\\d\\d|#\".*", Pattern.DOTALL);

    private final GridWorkbook workbook;
    private final WorkbookEvaluator evaluator;
    private final Map<String, String> names;
    private final Map<Address, String> foreign = new LinkedHashMap<>();

    private TrialWorkbook(GridWorkbook workbook, Map<String, String> names) {
        this.workbook = workbook;
        this.names = names;
        this.evaluator = new WorkbookEvaluator(workbook, IStabilityClassifier.TOTALLY_IMMUTABLE, null);
    }

    /**
     * Reads a workbook and works with it; POI computes it.
     *
     * @param limit how long that may take
     * @throws WorkbookException if the file is not a workbook that a formula may be computed in
     * @throws EngineException if it takes too long or too much memory
     */
    public static <T> T use(Path file, Duration limit, Function<TrialWorkbook, T> work) {
        return use(file, new PoiEngine(limit), limit, work);
    }

    /**
     * Reads a workbook and works with it.
     *
     * @param engine what computes its formulas; those that are tried in it are computed by POI all the same. Where a file has no
     *     saved values, POI computes it too
     * @param limit how long the work may take; the engine has a limit of its own
     * @throws WorkbookException if the file is not a workbook that a formula may be computed in
     * @throws EngineException if it takes too long or too much memory, or the engine is missing or fails
     */
    public static <T> T use(Path file, Engine engine, Duration limit, Function<TrialWorkbook, T> work) {
        return PoiEngine.onDeepStack(
                () -> {
                    var dangers = new Dangers(file);
                    try (var stored = StoredWorkbook.open(file)) {
                        dangers.refuseForeignContent(stored);
                        try (var workbook = GridWorkbook.readWithResults(stored, dangers)) {
                            var trial = new TrialWorkbook(workbook, stored.names());
                            if (isOther(engine, stored)) {
                                trial.takeFrom(engine, file);
                            }
                            return work.apply(trial);
                        }
                    }
                },
                limit);
    }

    /**
     * A workbook that is no file yet: every cell holds a number, and no formula is computed but those that are tried.
     *
     * @param sheets the names of those that formulas may read
     * @param numbers what a cell holds in place of Java's number
     */
    public static TrialWorkbook of(Plan plan, Collection<String> sheets, ToDoubleBiFunction<Address, Double> numbers) {
        return new TrialWorkbook(GridWorkbook.of(plan, sheets, numbers), Map.of());
    }

    private static boolean isOther(Engine engine, StoredWorkbook stored) {
        return engine.recalculates()
                ? !(engine instanceof PoiEngine)
                : stored.isSavedByAProgram() && stored.holdsValues();
    }

    /** Puts what an engine computed in place of the formulas. */
    private void takeFrom(Engine engine, Path file) {
        try (var computed = engine.recalculate(file)) {
            for (var sheet : workbook.sheets()) {
                try (var rows = computed.rows(sheet.name())) {
                    for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                        for (var cell : row.get().cells()) {
                            take(sheet, row.get().index(), cell);
                        }
                    }
                }
            }
        }
        // What follows from a formula with a function that the engine lacks says nothing new.
        var lacking = foreign.values().stream()
                .filter(function -> !function.startsWith("="))
                .toList();
        if (!lacking.isEmpty()) {
            foreign.values().retainAll(lacking);
        }
    }

    private void take(GridSheet sheet, int row, StoredCell computed) {
        var cell = sheet.getCell(row, computed.column());
        if (cell != null && sheet.isFormula(cell.slot())) {
            if (!isFallback(cell, computed.value())) {
                sheet.abandon(cell.slot(), computed.value());
            }
        }
    }

    /** Lets the stored number stand where an engine knows no function, or cannot compute with what it is given; otherwise says no. */
    private boolean isFallback(GridCell cell, Value computed) {
        var sheet = cell.sheet();
        var stands = computed instanceof Value.Failure failure
                && BEYOND_AN_ENGINE.matcher(failure.code()).matches()
                && sheet.stored(cell.slot()) instanceof Value.Figure;
        if (stands) {
            sheet.abandon(cell.slot(), sheet.stored(cell.slot()));
            foreign.put(
                    new Address(sheet.name(), cell.row(), cell.column()),
                    Functions.foreign(sheet.formula(cell.slot())));
        }
        return stands;
    }

    /** The names of its sheets, hidden ones too, in their order. */
    public List<String> sheetNames() {
        return workbook.sheets().stream().map(GridSheet::name).toList();
    }

    /** The rows of a sheet, formulas without their values. */
    public Optional<RowCursor> rows(String sheet) {
        return sheet(sheet).map(GridSheet::cursor);
    }

    /** How many cells it has. */
    public long cells() {
        return workbook.sheets().stream().mapToLong(GridSheet::cells).sum();
    }

    /** The names that hold throughout the workbook, with what each stands for. */
    public Map<String, String> names() {
        return names;
    }

    /** A cell as it is stored, its formula not computed; empty if there is no such sheet, or no such cell on it. */
    public Optional<StoredCell> stored(Address address) {
        return grid(address).map(cell -> stored(cell, cell.sheet().value(cell.slot())));
    }

    /** A cell, its formula computed; empty if there is no such sheet, or no such cell on it. */
    public Optional<StoredCell> cell(Address address) {
        return grid(address)
                .map(cell -> stored(
                        cell,
                        cell.sheet().isFormula(cell.slot())
                                ? computed(cell)
                                : cell.sheet().value(cell.slot())));
    }

    private Value computed(GridCell cell) {
        var value = value(cell);
        if (isFallback(cell, value)) {
            evaluator.clearAllCachedResultValues();
            return cell.sheet().value(cell.slot());
        }
        return value;
    }

    /** The formulas met so far for which the stored values stand, each with the function that the engine lacks. */
    public Map<Address, String> foreign() {
        var all = new LinkedHashMap<>(workbook.foreign());
        all.putAll(foreign);
        return all;
    }

    private Optional<GridCell> grid(Address address) {
        return sheet(address.sheet())
                .flatMap(sheet -> Optional.ofNullable(sheet.getCell(address.row(), address.column())));
    }

    private static StoredCell stored(GridCell cell, Value value) {
        return new StoredCell(cell.column(), cell.sheet().formula(cell.slot()), value);
    }

    /** Takes the text in cells, or what their formulas give, for a number, for all that is computed from now on. */
    public void read(Map<Address, Double> numbers) {
        numbers.forEach((place, number) ->
                grid(place).ifPresent(cell -> cell.sheet().abandon(cell.slot(), Value.of(number))));
        evaluator.clearAllCachedResultValues();
    }

    /** Puts formulas where nothing is, for all that is computed from now on. */
    public void supply(Map<Address, String> formulas) {
        formulas.forEach((place, formula) ->
                sheet(place.sheet()).ifPresent(sheet -> sheet.supply(place.row(), place.column(), formula)));
        evaluator.clearAllCachedResultValues();
    }

    /** What a formula would give in the place of a cell; nothing if there is no such sheet. */
    public Value tried(Address place, String formula) {
        return sheet(place.sheet())
                .map(sheet -> value(new GridCell(sheet, place.row(), place.column(), sheet.addApart(formula))))
                .orElse(Value.NOTHING);
    }

    private Value value(GridCell cell) {
        return PoiEngine.value(evaluator, cell);
    }

    private Optional<GridSheet> sheet(String name) {
        return workbook.sheets().stream()
                .filter(sheet -> sheet.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
