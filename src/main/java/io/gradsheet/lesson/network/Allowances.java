package io.gradsheet.lesson.network;

import io.gradsheet.lesson.frame.SharedDigits;
import io.gradsheet.network.Scaling;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.RoundingGrowth.Apart;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Tells the cells of a training's workbook how far rounding may take them from Java's numbers: each what its kind may differ by in its epoch. */
public final class Allowances {
    private final Rounding rounding;
    private final int samples;
    private final double unit;

    /** Prepares allowances for the workbook of an experiment in whose training numbers are rounded so. */
    public Allowances(NetworkExperiment experiment, Rounding rounding) {
        this.rounding = rounding;
        this.samples = experiment.samples().size();
        this.unit = unit(experiment);
    }

    /** By how much a difference of outputs may be larger in the numbers of the file, where targets are scaled. */
    private static double unit(NetworkExperiment experiment) {
        var data = experiment.data();
        return data.meaning().targetScaling() == Scaling.NONE
                ? 1
                : IntStream.rangeClosed(1, experiment.network().outputs())
                        .mapToDouble(j -> data.targetScale(j).width())
                        .reduce(1, Math::max);
    }

    /**
     * A sheet whose rows belong to epochs each.
     *
     * @param epochOf tells the epoch of a row's index, 0 if it is in none
     */
    public SheetPlan byRow(SheetPlan sheet, IntUnaryOperator epochOf) {
        return rounding.isUsual()
                ? sheet
                : sheet.withRows(row -> {
                    var epoch = epochOf.applyAsInt(row.index());
                    return epoch < 1 ? row : changed(row, epoch, 0);
                });
    }

    /** A sheet that shows one epoch: whatever else it computes, it computes from that. */
    public SheetPlan of(SheetPlan sheet, int epoch) {
        var others = unit * rounding.apart(epoch).largest();
        return SharedDigits.areFew(others) ? sheet.withRows(row -> changed(row, epoch, others)) : sheet;
    }

    /** The sheet that compares results: its verdict is strict, its numbers are not. */
    public SheetPlan ofCheck(SheetPlan sheet, int epoch) {
        return rounding.isUsual() ? sheet : sheet.withRows(row -> changed(row, rounding.apart(epoch), 0, 0));
    }

    private Row changed(Row row, int epoch, double others) {
        return changed(row, rounding.apart(epoch), rounding.undecided(epoch), others);
    }

    private Row changed(Row row, Apart apart, int undecided, double others) {
        if (!SharedDigits.areFew(Math.max(apart.largest(), others))) {
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
