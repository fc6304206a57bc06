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
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.SheetNameFormatter;
import org.apache.poi.ss.formula.ptg.ErrPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.xssf.usermodel.BaseXSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook as POI's evaluator asks for it: names of sheets and cells from an empty workbook of POI's own, cells from packed
 * sheets. (A workbook of POI's with the cells in it takes five times the memory.)
 */
final class GridWorkbook extends BaseXSSFEvaluationWorkbook implements Closeable {
    private final XSSFWorkbook names;
    private final List<GridSheet> sheets;

    private GridWorkbook(XSSFWorkbook names, List<GridSheet> sheets) {
        super(names);
        this.names = names;
        this.sheets = sheets;
    }

    /** Reads all cells but the results of formulas. */
    static GridWorkbook read(StoredWorkbook stored, Dangers dangers) {
        dangers.refuseNames(stored);
        var names = new XSSFWorkbook();
        var sheets = new ArrayList<GridSheet>();
        for (var sheet : stored.sheetNames()) {
            try {
                names.createSheet(sheet);
            } catch (IllegalArgumentException e) {
                throw new EngineException("the poi engine cannot take a sheet named " + sheet + ": rename it", e);
            }
            sheets.add(read(stored, sheet, sheets.size(), dangers));
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
                var sheet = new GridSheet(planned.name(), sheets.size());
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
            var value = value(row.cells().get(column));
            if (value instanceof Value.Figure figure) {
                var place = new Address(sheet, row.index(), column);
                cells.add(new StoredCell(column, "", Value.of(numbers.applyAsDouble(place, figure.number()))));
            } else if (!(value instanceof Value.Nothing)) {
                cells.add(new StoredCell(column, "", value));
            }
        }
        return cells;
    }

    private static Value value(Cell cell) {
        if (cell instanceof Cell.Computed computed) {
            return computed.value();
        } else if (cell instanceof Cell.Input input) {
            return input.value();
        } else if (cell instanceof Cell.Figure figure) {
            return Value.of(figure.value());
        } else if (cell instanceof Cell.Label label) {
            return Value.of(label.text().text());
        }
        return Value.NOTHING;
    }

    private static GridSheet read(StoredWorkbook stored, String name, int index, Dangers dangers) {
        var sheet = new GridSheet(name, index);
        try (var rows = stored.sheetRows(name)) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                dangers.refuseRow(name, row.get());
                sheet.add(row.get());
            }
            rows.arrayFormula().ifPresent(GridWorkbook::refuseArrayFormula);
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

    @Override
    public Ptg[] getFormulaTokens(EvaluationCell cell) {
        var grid = (GridCell) cell;
        if (Thread.currentThread().isInterrupted()) {
            // Its time is over, and others wait for the processor.
            throw new EngineException("the poi engine was interrupted");
        }
        try {
            return FormulaParser.parse(
                    FormulaText.withPlainNumbers(grid.sheet().formula(grid.slot())),
                    this,
                    FormulaType.CELL,
                    grid.sheet().index(),
                    grid.row());
        } catch (FormulaParseException e) {
            return new Ptg[] {ErrPtg.NAME_INVALID};
        }
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
