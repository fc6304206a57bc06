package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.SharedDigits;
import io.gradsheet.lesson.network.Rounding;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.training.RoundingGrowth.Apart;
import java.util.function.IntUnaryOperator;

/** Tells the cells of a training's workbook how far rounding may take them from Java's numbers: each what its kind may differ by in its epoch. */
final class Allowances {
    private final Rounding rounding;
    private final int samples;

    /**
     * Prepares allowances.
     *
     * @param samples how many there are, so that shares of them are known
     */
    Allowances(Rounding rounding, int samples) {
        this.rounding = rounding;
        this.samples = samples;
    }

    /**
     * A sheet whose rows belong to epochs each.
     *
     * @param epochOf tells the epoch of a row's index, 0 if it is in none
     */
    SheetPlan byRow(SheetPlan sheet, IntUnaryOperator epochOf) {
        return rounding.isUsual()
                ? sheet
                : sheet.withRows(row -> {
                    var epoch = epochOf.applyAsInt(row.index());
                    return epoch < 1 ? row : changed(row, epoch, 0);
                });
    }

    /** A sheet that shows one epoch: whatever else it computes, it computes from that. */
    SheetPlan of(SheetPlan sheet, int epoch) {
        return rounding.isUsual()
                ? sheet
                : sheet.withRows(
                        row -> changed(row, epoch, rounding.apart(epoch).largest()));
    }

    /** The sheet that compares results: its verdict is strict, its numbers are not. */
    SheetPlan ofCheck(SheetPlan sheet, int epoch) {
        return rounding.isUsual() ? sheet : sheet.withRows(row -> changed(row, rounding.apart(epoch), 0, 0));
    }

    private Row changed(Row row, int epoch, double others) {
        return changed(row, rounding.apart(epoch), rounding.undecided(epoch), others);
    }

    private Row changed(Row row, Apart apart, int undecided, double others) {
        if (!SharedDigits.areFew(apart.largest())) {
            return row;
        }
        return new Row(
                row.index(),
                row.cells().stream()
                        .map(cell -> cell instanceof Cell.Computed computed
                                ? allowing(computed, apart, undecided, others)
                                : cell)
                        .toList(),
                row.look());
    }

    private Cell allowing(Cell.Computed cell, Apart apart, int undecided, double others) {
        if (cell.value() instanceof Value.Figure figure) {
            var share = share(cell.role(), figure.number(), apart, undecided, others);
            return share > 0 ? cell.allowing(share) : cell;
        }
        // The name of a class that another one may stand for.
        return undecided > 0 && others > 0 && (cell.role() == Role.DATA || cell.role() == Role.VERDICT)
                ? cell.allowing(1)
                : cell;
    }

    private double share(Role role, double value, Apart apart, int undecided, double others) {
        return switch (role) {
            case WEIGHTED_INPUT -> SharedDigits.allowance(apart.weightedInput());
            case ACTIVATION -> SharedDigits.allowance(apart.activation());
            case ERROR -> SharedDigits.allowance(apart.error());
            case GRADIENT -> SharedDigits.allowance(apart.gradient());
            case PARAMETER, UPDATE -> SharedDigits.allowance(apart.parameter());
            case COST -> SharedDigits.allowance(apart.cost());
            case CHECK, DIFFERENCE -> SharedDigits.allowance(Math.max(apart.cost(), apart.parameter()));
            case INDEX -> (double) undecided / Math.max(1, Math.abs(value));
            case SHARE -> others > 0 ? Math.min(1, undecided) : (double) undecided / samples;
            default -> SharedDigits.allowance(others);
        };
    }
}
