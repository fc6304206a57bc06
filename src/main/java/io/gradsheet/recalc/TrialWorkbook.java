package io.gradsheet.recalc;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.apache.poi.ss.formula.IStabilityClassifier;
import org.apache.poi.ss.formula.WorkbookEvaluator;

/**
 * A workbook whose cells are computed as they are asked for, by the evaluator of Apache POI, and in which a formula can be tried in
 * the place of any cell: what would it give there, all other cells being as they are?
 */
public final class TrialWorkbook {
    private final GridWorkbook workbook;
    private final WorkbookEvaluator evaluator;
    private final Map<String, String> names;

    private TrialWorkbook(GridWorkbook workbook, Map<String, String> names) {
        this.workbook = workbook;
        this.names = names;
        this.evaluator = new WorkbookEvaluator(workbook, IStabilityClassifier.TOTALLY_IMMUTABLE, null);
    }

    /**
     * Reads a workbook and works with it.
     *
     * @param limit how long that may take
     * @throws WorkbookException if the file is not a workbook that a formula may be computed in
     * @throws EngineException if it takes too long or too much memory
     */
    public static <T> T use(Path file, Duration limit, Function<TrialWorkbook, T> work) {
        return PoiEngine.onDeepStack(
                () -> {
                    var dangers = new Dangers(file);
                    try (var stored = StoredWorkbook.open(file)) {
                        dangers.refuseForeignContent(stored);
                        try (var workbook = GridWorkbook.read(stored, dangers)) {
                            return work.apply(new TrialWorkbook(workbook, stored.names()));
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
                                ? value(cell)
                                : cell.sheet().value(cell.slot())));
    }

    private Optional<GridCell> grid(Address address) {
        return sheet(address.sheet())
                .flatMap(sheet -> Optional.ofNullable(sheet.getCell(address.row(), address.column())));
    }

    private static StoredCell stored(GridCell cell, Value value) {
        return new StoredCell(cell.column(), cell.sheet().formula(cell.slot()), value);
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
