package io.gradsheet.lesson.network;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Function.ABS;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.MATCH;
import static io.gradsheet.sheet.Function.MAX;

import io.gradsheet.network.Activation;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Reference;
import java.util.List;
import java.util.Optional;

/**
 * The place of the largest of several cells as a learner can read it: is the first as large as the largest? If not, is the second? A
 * MATCH of the MAX asks for the very same digits, and two outputs that both ought to be 1 may differ in the last: so cells that are
 * less than 1E-9 below the largest are as large, and the first of them counts.
 */
public final class Largest {
    /** So far apart are numbers still equal. */
    private static final double MARGIN = 1e-9;

    /** Excel takes no more than 64 functions inside one another. */
    private static final int MOST_NESTED = 50;

    private final Range values;
    private final Optional<String> sheet;
    private final Formula least;

    private Largest(Range values, Activation activation, Optional<String> sheet) {
        this.values = values;
        this.sheet = sheet;
        this.least = least(MAX.of(named(values)), activation);
    }

    /** The least that is as large. Of numbers up to 1 the margin is what it is; of larger ones it is a share. */
    private static Formula least(Formula largest, Activation activation) {
        return largest.minus(
                isAtMostOne(activation) ? number(MARGIN) : number(MARGIN).times(MAX.of(number(1), ABS.of(largest))));
    }

    private static boolean isAtMostOne(Activation activation) {
        return activation instanceof Activation.Sigmoid
                || activation instanceof Activation.Tanh
                || activation instanceof Activation.Softmax
                || activation instanceof Activation.Step;
    }

    /** The place, from 1, of the largest of cells side by side, all with the same activation. */
    public static Formula of(Range values, Activation activation) {
        return new Largest(values, activation, Optional.empty()).from(1);
    }

    /** The same of cells on another sheet. */
    public static Formula of(Range values, Activation activation, String sheet) {
        return new Largest(values, activation, Optional.of(sheet)).from(1);
    }

    /**
     * The place, from 1, of the largest of a few cells anywhere, which stands in another one.
     *
     * @param activation what made the cells
     */
    static Formula of(List<Ref> values, Ref largest, Activation activation) {
        var formula = number(values.size());
        for (var place = values.size() - 1; place >= 1; place--) {
            formula = IF.of(values.get(place - 1).isAtLeast(least(largest, activation)), number(place), formula);
        }
        return formula;
    }

    /** The place of the largest of numbers that are typed, and not computed: there the last digit is as good as any other. */
    static Formula ofGiven(Range values) {
        return MATCH.of(MAX.of(values), values, number(0));
    }

    /** Whether a single output, or its target, says yes: it does from ½ on, which rounding must not decide. */
    public static Formula isYes(Formula output) {
        return output.isAtLeast(number(0.5).minus(MARGIN));
    }

    /** Asks the cells from a place on; of very many, first whether it is among the next. */
    private Formula from(int place) {
        if (values.columns() - place < MOST_NESTED) {
            return chain(place, values.columns());
        }
        var part = Range.of(cell(place), 1, MOST_NESTED);
        return IF.of(
                MAX.of(named(part)).isAtLeast(least), chain(place, place + MOST_NESTED - 1), from(place + MOST_NESTED));
    }

    /** Asks one cell after the other, but not the last: that is the one if it is none before. */
    private Formula chain(int first, int last) {
        var formula = number(last);
        for (var place = last - 1; place >= first; place--) {
            formula = IF.of(named(cell(place)).isAtLeast(least), number(place), formula);
        }
        return formula;
    }

    private Ref cell(int place) {
        return values.first().plus(0, place - 1);
    }

    private Formula named(Reference cells) {
        return sheet.<Formula>map(cells::on).orElse(cells);
    }
}
