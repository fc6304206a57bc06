package io.gradsheet.lesson.difference;

import static io.gradsheet.sheet.Formula.named;
import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Function.ABS;

import io.gradsheet.lesson.frame.Check;
import io.gradsheet.lesson.frame.InputException;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Value;
import java.util.List;
import java.util.Locale;

/**
 * h, by which something is moved both ways, and the central difference (C(w + h) − C(w − h)) / 2h (Wakui 2.9). An h too small for the
 * size of C is refused: the difference would be nothing but rounding, in which no two programs agree.
 */
record StepWidth(double h) {
    /** What a new workbook has: the difference is off by about h² = 0.000001. */
    static final StepWidth USUAL = new StepWidth(0.001);

    /** Its name in formulas. */
    static final String NAME = "h";

    static final double LEAST = 0.0001;
    static final double MOST = 1;

    /** How exactly a difference has to be known, so that engines agree about it. */
    private static final double EXACTNESS = 1e-9;

    /** A cost is known to so many rounding errors of its size, or of 1 for each sample. */
    private static final double ROUNDINGS = 4;

    /** h as it stands in the file now. */
    static StepWidth read(Inputs file, Address cell) {
        var h = file.number(cell);
        if (h < LEAST || h > MOST) {
            throw new InputException(cell, Value.of(h), "from 0.0001 to 1");
        }
        return new StepWidth(h);
    }

    /**
     * Checks that differences of costs of this size are more than rounding.
     *
     * @throws UnrepresentableException if they are not
     */
    StepWidth checkedFor(double cost, int samples) {
        var least = ROUNDINGS * Math.ulp(1.0) * (cost + samples) / EXACTNESS;
        if (!(h >= least)) {
            throw new UnrepresentableException(String.format(
                    Locale.ROOT,
                    "with h = %s the differences of C, which is %.3g, are lost in rounding; take an h of %.1g or more, fewer"
                            + " samples, or targets of a smaller size",
                    h,
                    cost,
                    least));
        }
        return this;
    }

    double difference(double up, double down) {
        return (up - down) / (2 * h);
    }

    /** The same as a formula. */
    static Formula difference(Ref up, Ref down) {
        return up.minus(down).over(number(2).times(named(NAME)));
    }

    /** A cell with the step added, or taken off. */
    static Formula shifted(Formula cell, boolean up) {
        return up ? cell.plus(named(NAME)) : cell.minus(named(NAME));
    }

    /** How far two results are apart. */
    static Formula apart(Ref one, Ref other) {
        return ABS.of(one.minus(other));
    }

    /** Compares h with that of a new workbook. */
    void watch(Check check, Address cell) {
        var place = Ref.at(cell.row(), cell.column());
        check.inputs(NAME, cell.sheet(), place.to(place), List.of(USUAL.h), List.of(h));
    }
}
