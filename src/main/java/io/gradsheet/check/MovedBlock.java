package io.gradsheet.check;

import io.gradsheet.recalc.RowCursor;
import io.gradsheet.recalc.StoredCell;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import java.util.Optional;

/** Cells that are gone from where they were written while as many stand where none were: a block that was cut and pasted. */
final class MovedBlock implements SideBySide.Pair {
    private final Box gone = new Box();
    private final Box strange = new Box();

    private MovedBlock() {}

    /** What happened to the block, and what to do; empty if none was moved. */
    static Optional<String> complaint(SheetPlan plan, RowCursor file) {
        var block = new MovedBlock();
        SideBySide.walk(plan, file, block, () -> {});
        return block.gone.count > 1 && block.gone.count == block.strange.count && block.gone.hasSizeOf(block.strange)
                ? Optional.of("the cells " + block.gone.range() + " were moved to " + block.strange.range()
                        + ": move them back, and save the workbook")
                : Optional.empty();
    }

    @Override
    public void cells(Address address, Cell planned, StoredCell found) {
        if (!found.hasFormula() && found.value() instanceof Value.Nothing && hasContent(planned)) {
            gone.add(address);
        }
    }

    /** Some labels are there for their colour only. */
    private static boolean hasContent(Cell planned) {
        return !(planned instanceof Cell.Label label) || !label.text().text().isEmpty();
    }

    @Override
    public void stray(Address address, StoredCell found) {
        if (found.hasFormula() || !(found.value() instanceof Value.Nothing)) {
            strange.add(address);
        }
    }

    /** The smallest rectangle around cells, and how many there are. */
    private static final class Box {
        private int top = Integer.MAX_VALUE;
        private int left = Integer.MAX_VALUE;
        private int bottom = -1;
        private int right = -1;
        private long count;

        void add(Address cell) {
            top = Math.min(top, cell.row());
            left = Math.min(left, cell.column());
            bottom = Math.max(bottom, cell.row());
            right = Math.max(right, cell.column());
            count++;
        }

        boolean hasSizeOf(Box other) {
            return bottom - top == other.bottom - other.top && right - left == other.right - other.left;
        }

        Range range() {
            return new Range(Ref.at(top, left), Ref.at(bottom, right));
        }
    }
}
