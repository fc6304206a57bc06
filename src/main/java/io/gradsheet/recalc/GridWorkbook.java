package io.gradsheet.recalc;

import io.gradsheet.sheet.Address;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaType;
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
