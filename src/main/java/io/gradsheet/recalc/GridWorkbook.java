package io.gradsheet.recalc;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.Value;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.SheetNameFormatter;
import org.apache.poi.ss.formula.ptg.BoolPtg;
import org.apache.poi.ss.formula.ptg.ErrPtg;
import org.apache.poi.ss.formula.ptg.NumberPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.StringPtg;
import org.apache.poi.xssf.usermodel.BaseXSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook as POI's evaluator asks for it: names of sheets and cells from an empty workbook of POI's own, cells from packed
 * sheets. (A workbook of POI's with the cells in it takes five times the memory.)
 */
final class GridWorkbook extends BaseXSSFEvaluationWorkbook implements Closeable {
    static {
        Hyperbolic.install();
    }

    private final XSSFWorkbook names;
    private final List<GridSheet> sheets;
    private final Map<Address, String> foreign = new LinkedHashMap<>();

    private GridWorkbook(XSSFWorkbook names, List<GridSheet> sheets) {
        super(names);
        this.names = names;
        this.sheets = sheets;
    }

    /**
     * Reads all cells but the results of formulas.
     *
     * @throws EngineException if a formula was entered as an array
     */
    static GridWorkbook read(StoredWorkbook stored, Dangers dangers) {
        return read(stored, dangers, false);
    }

    /** Reads all cells; the stored result of a formula that POI does not compute stands in its place. */
    static GridWorkbook readWithResults(StoredWorkbook stored, Dangers dangers) {
        return read(stored, dangers, true);
    }

    private static GridWorkbook read(StoredWorkbook stored, Dangers dangers, boolean withResults) {
        dangers.refuseNames(stored);
        var names = new XSSFWorkbook();
        var sheets = new ArrayList<GridSheet>();
        for (var sheet : stored.sheetNames()) {
            try {
                names.createSheet(sheet);
            } catch (IllegalArgumentException e) {
                throw new EngineException("the poi engine cannot take a sheet named " + sheet + ": rename it", e);
            }
            sheets.add(read(stored, new GridSheet(sheet, sheets.size(), withResults), dangers));
        }
        stored.names().forEach((name, formula) -> define(names, name, formula));
        return new GridWorkbook(names, sheets);
    }

    /** The cells of a plan, with numbers in place of formulas. */
    static GridWorkbook of(Plan plan, Collection<String> wanted, ToDoubleBiFunction<Address, Double> numbers) {
        var names = new XSSFWorkbook();
        var sheets = new ArrayList<GridSheet>();
        for (var planned : plan.sheets()) {
            if (wanted.contains(planned.name())) {
                names.createSheet(planned.name());
                var sheet = new GridSheet(planned.name(), sheets.size(), false);
                planned.pushTo(row -> sheet.add(new StoredRow(row.index(), values(planned.name(), row, numbers))));
                sheets.add(sheet);
            }
        }
        plan.names().stream()
                .filter(name -> wanted.contains(name.sheet()))
                .forEach(name -> define(names, name.name(), reference(name)));
        return new GridWorkbook(names, sheets);
    }

    private static String reference(Plan.Name name) {
        var cells = name.cells().fix();
        return SheetNameFormatter.format(name.sheet()) + "!"
                + (cells.first().equals(cells.last()) ? cells.first() : cells);
    }

    private static List<StoredCell> values(String sheet, Row row, ToDoubleBiFunction<Address, Double> numbers) {
        var cells = new ArrayList<StoredCell>();
        for (var column = 0; column < row.cells().size(); column++) {
            var value = Cell.value(row.cells().get(column));
            if (value instanceof Value.Figure figure) {
                var place = new Address(sheet, row.index(), column);
                cells.add(new StoredCell(column, "", Value.of(numbers.applyAsDouble(place, figure.number()))));
            } else if (!(value instanceof Value.Nothing)) {
                cells.add(new StoredCell(column, "", value));
            }
        }
        return cells;
    }

    private static GridSheet read(StoredWorkbook stored, GridSheet sheet, Dangers dangers) {
        try (var rows = stored.sheetRows(sheet.name())) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                dangers.refuseRow(sheet.name(), row.get());
                sheet.add(row.get());
            }
            if (sheet.keepsStored()) {
                sheet.enterAsArrays(rows.arrayCells());
            } else {
                rows.arrayCells().stream().findFirst().ifPresent(GridWorkbook::refuseArrayFormula);
            }
        }
        return sheet;
    }

    private static void refuseArrayFormula(Address cell) {
        throw new EngineException(
                cell + " is an array formula, which the poi engine does not compute: verify with --engine libreoffice");
    }

    private static void define(XSSFWorkbook names, String name, String formula) {
        var defined = names.createName();
        try {
            defined.setNameName(name);
            defined.setRefersToFormula(formula);
        } catch (IllegalArgumentException | FormulaParseException e) {
            // Such as a name that stands for a deleted cell: formulas that use it find no such name.
            names.removeName(defined);
        }
    }

    List<GridSheet> sheets() {
        return sheets;
    }

    @Override
    public int getSheetIndex(EvaluationSheet sheet) {
        return ((GridSheet) sheet).index();
    }

    @Override
    public GridSheet getSheet(int index) {
        return sheets.get(index);
    }

    /**
     * The formulas met so far in whose place the stored result stands, each with the function that POI lacks, or where it is none that is
     * lacking, with the formula.
     */
    Map<Address, String> foreign() {
        return Collections.unmodifiableMap(foreign);
    }

    @Override
    public Ptg[] getFormulaTokens(EvaluationCell cell) {
        var grid = (GridCell) cell;
        if (Thread.currentThread().isInterrupted()) {
            // Its time is over, and others wait for the processor.
            throw new EngineException("the poi engine was interrupted");
        }
        var formula = grid.sheet().formula(grid.slot());
        if (grid.sheet().isEnteredAsArray(grid.slot())) {
            return inPlaceOf(grid, "{" + Functions.named(formula).orElse("=" + formula) + "}");
        }
        try {
            var tokens = FormulaParser.parse(
                    FormulaText.withPlainNumbers(formula),
                    this,
                    FormulaType.CELL,
                    grid.sheet().index(),
                    grid.row());
            return grid.sheet().keepsStored() && Functions.isForeign(tokens)
                    ? inPlaceOf(grid, Functions.foreign(formula))
                    : tokens;
        } catch (FormulaParseException e) {
            return inPlaceOf(grid, Functions.foreign(formula));
        }
    }

    /** What the file stores beside a formula, as a formula of its own. */
    private Ptg[] inPlaceOf(GridCell cell, String function) {
        var stored = cell.sheet().stored(cell.slot());
        if (stored instanceof Value.Nothing) {
            return new Ptg[] {ErrPtg.NAME_INVALID};
        }
        foreign.put(new Address(cell.sheet().name(), cell.row(), cell.column()), function);
        if (stored instanceof Value.Figure figure) {
            return new Ptg[] {new NumberPtg(figure.number())};
        } else if (stored instanceof Value.Truth truth) {
            return new Ptg[] {BoolPtg.valueOf(truth.truth())};
        }
        return new Ptg[] {stored instanceof Value.Text text ? new StringPtg(text.text()) : ErrPtg.VALUE_INVALID};
    }

    @Override
    public void close() {
        try {
            names.close();
        } catch (IOException e) {
            throw new EngineException("the poi engine failed: " + e.getMessage(), e);
        }
    }
}
