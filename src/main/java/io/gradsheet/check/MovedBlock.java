package io.gradsheet.check;

import io.gradsheet.recalc.FormulaText;
import io.gradsheet.recalc.RowCursor;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.SheetPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A block of cells that was cut and pasted elsewhere, where nothing was or over other cells. What was planned in it is gone from its
 * place and stands in another, all of it; and since the same numbers may be there by chance, more must speak for it.
 */
final class MovedBlock {
    /** What a spreadsheet writes in place of a cell that another was pasted over. */
    private static final String LOST = "#REF!";

    /** As many of the cells that are gone are looked for elsewhere. */
    private static final int MOST_TRIED = 10;

    private static final int MOST_SHIFTS = 1_000;

    private final ChangedRows rows;
    private final Shift shift;
    private final Range block;

    private MovedBlock(ChangedRows rows, Shift shift) {
        this.rows = rows;
        this.shift = shift;
        this.block = around(moved(rows, shift));
    }

    /** How far cells were moved. */
    private record Shift(int down, int right) {
        static Shift between(Address from, Address to) {
            return new Shift(to.row() - from.row(), to.column() - from.column());
        }

        Address from(Address to) {
            return new Address(to.sheet(), to.row() - down, to.column() - right);
        }

        Address to(Address from) {
            return new Address(from.sheet(), from.row() + down, from.column() + right);
        }
    }

    /** What happened to the block, and what to do; empty if none was moved, or nobody can tell. */
    static Optional<String> complaint(SheetPlan plan, RowCursor file) {
        return ChangedRows.of(plan, file)
                .flatMap(rows -> shifts(rows)
                        .map(shift -> new MovedBlock(rows, shift))
                        .filter(MovedBlock::isCertain)
                        .map(MovedBlock::sentence)
                        .findFirst());
    }

    /** Those by which one of the first cells that are gone may have got to where something changed. */
    private static Stream<Shift> shifts(ChangedRows rows) {
        return rows.gone().stream()
                .limit(MOST_TRIED)
                .flatMap(from -> rows.changed().stream()
                        .filter(to -> resembles(rows, from, to))
                        .map(to -> Shift.between(from, to)))
                .distinct()
                .limit(MOST_SHIFTS);
    }

    /** The cells that are gone and stand elsewhere, and those that had to make room for them and stand elsewhere themselves. */
    private static Collection<Address> moved(ChangedRows rows, Shift shift) {
        var moved = new ArrayList<Address>();
        for (var gone : rows.gone()) {
            for (var from = gone;
                    resembles(rows, from, shift.to(from))
                            && (from.equals(gone) || rows.changed().contains(shift.to(from)));
                    from = shift.to(from)) {
                moved.add(from);
            }
        }
        return moved;
    }

    /** Whether what was planned in one place may be what is in another: a formula may name other cells there. */
    private static boolean resembles(ChangedRows rows, Address from, Address to) {
        return rows.isPlanned(from, to)
                || (rows.planned().get(from) instanceof Cell.Computed planned
                        && (isLost(rows.formula(to))
                                || FormulaText.sameFormula(shape(planned.text()), shape(rows.formula(to)))));
    }

    private static boolean isLost(String formula) {
        return formula.contains(LOST);
    }

    /** A formula with any cells in place of its own. */
    private static String shape(String formula) {
        return FormulaText.moved(formula, "", cell -> new Address(cell.sheet(), 0, 0));
    }

    private static Range around(Collection<Address> cells) {
        var rows = cells.stream().mapToInt(Address::row).summaryStatistics();
        var columns = cells.stream().mapToInt(Address::column).summaryStatistics();
        return Ref.at(rows.getMin(), columns.getMin()).to(Ref.at(rows.getMax(), columns.getMax()));
    }

    private boolean isInside(Address cell) {
        return cell.sheet().equals(rows.gone().get(0).sheet())
                && cell.row() >= block.first().row()
                && cell.row() <= block.last().row()
                && cell.column() >= block.first().column()
                && cell.column() <= block.last().column();
    }

    /** Whether all of the block stands in its new place, nothing else is gone, and this can be no chance. */
    private boolean isCertain() {
        return rows.gone().stream().allMatch(this::isExplained)
                && IntStream.rangeClosed(block.first().row(), block.last().row())
                        .allMatch(rows::contains)
                && content().allMatch(this::stands)
                && isWitnessed();
    }

    /** A cell is gone if it was moved, or if an empty one was put over it. */
    private boolean isExplained(Address gone) {
        return isInside(gone) || (isInside(shift.from(gone)) && !rows.planned().containsKey(shift.from(gone)));
    }

    private Stream<Address> content() {
        return rows.planned().keySet().stream().filter(this::isInside);
    }

    /** Whether what was planned in a cell of the block is in its new place, and no longer in the old one. */
    private boolean stands(Address from) {
        var to = shift.to(from);
        return (rows.isPlanned(from, to) || follows(from, to) || isLost(rows.formula(to)))
                && (rows.isEmpty(from) || isInside(shift.from(from)));
    }

    /** Whether a formula that was planned in one place is in another and names the cells of the block where they are now. */
    private boolean follows(Address from, Address to) {
        return rows.planned().get(from) instanceof Cell.Computed planned
                && FormulaText.sameFormula(
                        FormulaText.moved(planned.text(), from.sheet(), this::now), rows.formula(to));
    }

    private Address now(Address planned) {
        return isInside(planned) ? shift.to(planned) : planned;
    }

    /**
     * The formulas that named its cells have followed it. Without them (some programs move no references, and ranges may stay) at least
     * two cells were changed to what stands there now, and not only inputs, unless they lie where nothing was.
     */
    private boolean isWitnessed() {
        if (rows.changed().stream().anyMatch(cell -> !isInside(shift.from(cell)) && follows(cell, cell))) {
            return true;
        }
        var arrived = content()
                .filter(from -> rows.changed().contains(shift.to(from)) && !isLost(rows.formula(shift.to(from))))
                .toList();
        return arrived.size() > 1
                && !(covers()
                        && arrived.stream().allMatch(from -> rows.planned().get(from) instanceof Cell.Input));
    }

    /** Whether anything was planned in its new place but cells of its own. */
    private boolean covers() {
        return rows.planned().keySet().stream().anyMatch(cell -> isInside(shift.from(cell)) && !isInside(cell));
    }

    private String sentence() {
        var target = new Range(
                block.first().plus(shift.down, shift.right), block.last().plus(shift.down, shift.right));
        var single = block.first().equals(block.last());
        var what = single ? "the cell " + block.typed() + " was moved" : "the cells " + block + " were moved";
        return covers()
                ? what + " onto " + target.typed()
                        + ", over what stood there: undo that, or generate the workbook again"
                : what + " to " + target.typed() + ": move " + (single ? "it" : "them")
                        + " back, and save the workbook";
    }
}
