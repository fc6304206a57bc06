package io.gradsheet.lesson.worksheet;

import static io.gradsheet.sheet.Formula.number;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.template.Block;
import io.gradsheet.template.Column;
import io.gradsheet.template.Definition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table: symbols, words about them, rows, totals; remarks to the right. */
final class TablePanel implements Panel {
    private static final double INDEX_WIDTH = 6;

    /** Of a vector that is given: a pixel, a bit. */
    private static final double ELEMENT_WIDTH = 5;

    private static final double REMARK_GAP = 1.5;
    private static final int REMARK_COLUMNS = 5;
    private static final int WORDS_COLUMNS = 3;
    private static final int MOST_DIGITS = 9;
    private static final int MOST_ROWS = 1_000_000;

    private final Block.Table table;
    private final boolean beside;
    private final boolean explained;
    private final boolean remarked;

    /**
     * A table.
     *
     * @param beside whether it stands beside other blocks, and its remarks need columns of their own
     */
    TablePanel(Block.Table table, boolean beside) {
        this.table = table;
        this.beside = beside;
        this.explained =
                table.columns().stream().anyMatch(column -> !column.meaning().isEmpty());
        this.remarked = !table.remarks().isEmpty()
                || table.totals().stream()
                        .anyMatch(total -> !total.quantity().meaning().isEmpty()
                                && words(Math.max(1, total.below())).first() > columns());
    }

    /** Symbols, and words about them. */
    private int head() {
        return explained ? 2 : 1;
    }

    /** Where the symbols stand. */
    private int first() {
        return table.above() ? table.totals().size() : 0;
    }

    private int columns() {
        return table.columns().stream().mapToInt(Column::width).sum();
    }

    @Override
    public int rows() {
        return head() + table.rows() + table.totals().size();
    }

    @Override
    public List<Double> widths() {
        var widths = new ArrayList<Double>();
        for (var column : table.columns()) {
            widths.addAll(Collections.nCopies(column.width(), width(column)));
        }
        if (remarked && beside) {
            widths.add(REMARK_GAP);
            widths.addAll(Collections.nCopies(REMARK_COLUMNS, Layout.USUAL_WIDTH));
        }
        return widths;
    }

    private static double width(Column column) {
        if (column.kind() == Definition.Kind.INDEX) {
            return INDEX_WIDTH;
        }
        return column.width() > 1 && !(column.content() instanceof Column.Formulas)
                ? ELEMENT_WIDTH
                : Layout.USUAL_WIDTH;
    }

    @Override
    public void settle(Ref origin, String sheet, Places places) {
        var first = origin.plus(first() + head(), 0);
        for (var column : table.columns()) {
            places.put(column.id(), sheet, Range.of(first, table.rows(), column.width()));
            first = first.plus(0, column.width());
        }
        for (var i = 0; i < table.totals().size(); i++) {
            places.put(table.totals().get(i).quantity().id(), sheet, Range.of(total(origin, i), 1, 1));
        }
    }

    private Ref total(Ref origin, int index) {
        // The first column has the symbol of the total.
        return origin.plus(
                table.above() ? index : head() + table.rows() + index,
                Math.max(1, table.totals().get(index).below()));
    }

    @Override
    public void paint(Ref origin, Canvas canvas) {
        var first = origin.plus(first(), 0);
        for (var column : table.columns()) {
            paintHead(first, column, canvas);
            paintCells(column, canvas);
            call(table.columns().indexOf(column), canvas);
            first = first.plus(0, column.width());
        }
        for (var i = 0; i < table.totals().size(); i++) {
            paintTotal(total(origin, i), origin, table.totals().get(i).quantity(), canvas);
        }
        table.remarks()
                .forEach((row, remark) ->
                        putRemark(origin.plus(first() + head() + row, columns() + 1), remark, Role.TEXT, canvas));
    }

    private void call(int column, Canvas canvas) {
        var cells = canvas.places().of(table.columns().get(column).id()).cells();
        canvas.grid()
                .called(
                        cells,
                        (place, cell) -> Symbols.inTable(
                                table,
                                column,
                                place.column() - cells.first().column(),
                                rowNumber(place.row() - cells.first().row(), canvas)));
    }

    /** The number of a row: what its first cell says if that is a whole number, else counted from 1. */
    private int rowNumber(int row, Canvas canvas) {
        var key = table.columns().get(0);
        if (key.width() == 1 && key.content() instanceof Column.Figures) {
            var first = canvas.evaluation().of(key.id())[row][0];
            if (first == Math.rint(first) && Math.abs(first) < MOST_ROWS) {
                return (int) first;
            }
        }
        return row + 1;
    }

    private void paintHead(Ref first, Column column, Canvas canvas) {
        var role = column.content() instanceof Column.Givens ? Role.INPUT : Roles.of(column.kind());
        for (var i = 0; i < column.width(); i++) {
            canvas.put(first.plus(0, i), column.captions().get(i), role == Role.INDEX ? Role.CAPTION : role);
        }
        if (!column.meaning().isEmpty()) {
            canvas.putAcross(first.plus(1, 0), column.width(), column.meaning(), Role.NOTE);
        }
    }

    private void paintCells(Column column, Canvas canvas) {
        var cells = canvas.places().of(column.id()).cells();
        var numbers = canvas.evaluation().of(column.id());
        var content = column.content();
        if (content instanceof Column.Givens givens) {
            InputsPanel.putNumbers(cells, numbers, canvas);
            canvas.add(InputsPanel.bounds(cells, givens.bounds(), canvas.texts()));
            return;
        }
        for (var row = 0; row < table.rows(); row++) {
            for (var i = 0; i < column.width(); i++) {
                var value = numbers[row][i];
                canvas.put(cells.first().plus(row, i), cell(column, row, i, value, canvas));
            }
        }
        if (!(content instanceof Column.Figures)) {
            Figures.mark(cells, canvas);
        }
    }

    private static Cell cell(Column column, int row, int i, double value, Canvas canvas) {
        var role = Roles.of(column.kind());
        if (column.content() instanceof Column.Formulas formulas) {
            var formula = row < formulas.first().size()
                    ? formulas.first().get(row)
                    : formulas.formulas().get(i);
            return FormulaCell.of(formula, row, value, role, formulas.gaps(), canvas);
        }
        if (column.content() instanceof Column.Steps steps) {
            var from = canvas.places().formula(steps.from(), canvas.sheet(), 0);
            var to = canvas.places().formula(steps.to(), canvas.sheet(), 0);
            return Cell.computed(stepFormula(from, to, row, steps.steps()), value, role);
        }
        return new Cell.Figure(value, role == Role.VALUE && isShort(value) ? Role.DATA : role);
    }

    /** Whether a column is wide enough for all digits of a number. */
    private static boolean isShort(double value) {
        return Double.toString(value).length() <= MOST_DIGITS;
    }

    /** The end of an interval, or a point inside it. */
    static Formula stepFormula(Formula from, Formula to, int step, int steps) {
        return step == 0 ? from : from.plus(number(step).times(to.minus(from)).over(steps));
    }

    private void paintTotal(Ref cell, Ref origin, Definition total, Canvas canvas) {
        var formula = total.cells().get(0).get(0);
        var value = canvas.evaluation().of(total.id())[0][0];
        canvas.put(Ref.at(cell.row(), origin.column()), total.caption(), Roles.of(total.kind()));
        canvas.put(
                cell,
                FormulaCell.of(formula, 0, value, Roles.of(total.kind()), total.gaps(), canvas)
                        .as(Quantity.of(total.caption(), total.meaning())));
        Figures.mark(Range.of(cell, 1, 1), canvas);
        if (!total.meaning().isEmpty()) {
            var below = cell.column() - origin.column();
            var words = words(below);
            var place = Ref.at(cell.row(), origin.column() + words.first());
            if (words.first() > columns()) {
                putRemark(place, total.meaning(), Role.NOTE, canvas);
            } else {
                var indent = words.first() > below ? Definitions.INDENT : "";
                canvas.putAcross(place, words.columns(), indent + total.meaning(), Role.NOTE);
            }
        }
    }

    /** Words to the right of the table. */
    private void putRemark(Ref place, String text, Role role, Canvas canvas) {
        var columns = beside ? REMARK_COLUMNS : canvas.columnsOf(place.column(), REMARK_COLUMNS * Layout.USUAL_WIDTH);
        canvas.putAcross(place, columns, text, role);
    }

    /** Neighbouring columns of the table, counted from 0. */
    private record Span(int first, int columns) {}

    /** Where the words about a total stand: left of it if there is room, or right of it, or right of the table. */
    private Span words(int below) {
        if (below - 1 >= WORDS_COLUMNS) {
            return new Span(1, below - 1);
        }
        return columns() - 1 - below >= WORDS_COLUMNS
                ? new Span(below + 1, columns() - 1 - below)
                : new Span(columns() + 1, REMARK_COLUMNS);
    }
}
