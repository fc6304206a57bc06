package io.gradsheet.lesson.worksheet;

import io.gradsheet.expression.Operand;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Reference;
import io.gradsheet.template.WorksheetFormula;
import io.gradsheet.template.WorksheetFormula.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the cells of inputs, values and columns lie, and how formulas name them. */
final class Places {
    private final Map<String, Area> areas = new LinkedHashMap<>();

    /** A rectangle on a sheet. */
    record Area(String sheet, Range cells) {}

    void put(String id, String sheet, Range cells) {
        areas.put(id, new Area(sheet, cells));
    }

    /** All cells of an input, a value or a column. */
    Area of(String id) {
        return areas.get(id);
    }

    /** All of them, by the names that templates have for them. */
    List<Plan.Name> all() {
        return areas.entrySet().stream()
                .map(area -> new Plan.Name(
                        area.getKey(), area.getValue().sheet(), area.getValue().cells()))
                .toList();
    }

    /** The cells that a reading takes, where it stands in no row. */
    Area of(Reading reading) {
        var area = areas.get(reading.id());
        return new Area(area.sheet(), cells(area, reading.operand(), 0, 0));
    }

    /** A formula as it stands in a cell of a sheet: of what belongs to its own row of a table, row {@code row}, counted from 0. */
    Formula formula(WorksheetFormula formula, String sheet, int row) {
        return formula.written(reading -> written(reading, sheet, row));
    }

    /** The same of a map's formula, whose variables are two cells. */
    Formula formula(WorksheetFormula formula, String sheet, Map<String, Ref> variables) {
        return formula.written(reading ->
                variables.containsKey(reading.id()) ? variables.get(reading.id()) : written(reading, sheet, 0));
    }

    /** What has to hold for the formula to have a value, besides that it shows no error. */
    List<Formula> conditions(WorksheetFormula formula, String sheet, int row) {
        return formula.conditions(reading -> written(reading, sheet, row));
    }

    /** The same of a map's formula. */
    List<Formula> conditions(WorksheetFormula formula, String sheet, Map<String, Ref> variables) {
        return formula.conditions(reading ->
                variables.containsKey(reading.id()) ? variables.get(reading.id()) : written(reading, sheet, 0));
    }

    /** Cells as a formula names them. */
    Formula range(Reading reading, String sheet) {
        return written(reading, sheet, 0);
    }

    private Formula written(Reading reading, String sheet, int row) {
        var area = areas.get(reading.id());
        var cells = reading.inRow()
                ? cells(area, reading.operand(), row, row)
                : cells(area, reading.operand(), 0, 0).fix();
        Reference named = cells.rows() * cells.columns() == 1 ? cells.first() : cells;
        return area.sheet().equals(sheet) ? named : named.on(area.sheet());
    }

    /** The cells of an operand; what counts from the first row of an area counts from {@code row} here. */
    private static Range cells(Area area, Operand operand, int row, int inRow) {
        var first = area.cells().first();
        if (operand instanceof Operand.Single single) {
            return Range.of(first.plus(inRow - single.rowsAbove(), 0), 1, 1);
        }
        var block = (Operand.Block) operand;
        return Range.of(first.plus(row + block.row() - 1, block.column() - 1), block.rows(), block.columns());
    }
}
