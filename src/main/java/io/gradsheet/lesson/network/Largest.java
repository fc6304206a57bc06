package io.gradsheet.lesson.network;

import io.gradsheet.network.Activation;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import java.util.Optional;

/**
 * The place of the largest of several cells as a learner can read it: is the first as large as the largest? If not, is the second? A
 * MATCH of the MAX asks for the very same digits, and two outputs that both ought to be 1 may differ in the last: so cells that are
 * less than 1E-9 below the largest are as large, and the first of them counts.
 */
public final class Largest {
    /** So far apart are numbers still equal. */
    private static final String MARGIN = "1E-9";

    /** Excel takes no more than 64 functions inside one another. */
    private static final int MOST_NESTED = 50;

    private final Range values;
    private final Optional<String> sheet;
    private final String least;

    private Largest(Range values, Activation activation, Optional<String> sheet) {
        this.values = values;
        this.sheet = sheet;
        var largest = "MAX(" + named(values) + ")";
        // Of numbers up to 1 the margin is what it is; of larger ones it is a share.
        this.least = largest + "-" + (isAtMostOne(activation) ? MARGIN : MARGIN + "*MAX(1,ABS(" + largest + "))");
    }

    private static boolean isAtMostOne(Activation activation) {
        return activation instanceof Activation.Sigmoid
                || activation instanceof Activation.Tanh
                || activation instanceof Activation.Softmax
                || activation instanceof Activation.Step;
    }

    /** The place, from 1, of the largest of cells side by side, all with the same activation. */
    public static String of(Range values, Activation activation) {
        return new Largest(values, activation, Optional.empty()).from(1);
    }

    /** The same of cells on another sheet. */
    public static String of(Range values, Activation activation, String sheet) {
        return new Largest(values, activation, Optional.of(sheet)).from(1);
    }

    /** The place of the largest of numbers that are typed, and not computed: there the last digit is as good as any other. */
    static String ofGiven(Range values) {
        return "MATCH(MAX(" + values + ")," + values + ",0)";
    }

    /** Whether a single output, or its target, says yes: it does from ½ on, which rounding must not decide. */
    public static String isYes(String output) {
        return output + ">=0.5-" + MARGIN;
    }

    /** Asks the cells from a place on; of very many, first whether it is among the next. */
    private String from(int place) {
        if (values.columns() - place < MOST_NESTED) {
            return chain(place, values.columns());
        }
        var part = Range.of(cell(place), 1, MOST_NESTED);
        return "IF(MAX(" + named(part) + ")>=" + least + "," + chain(place, place + MOST_NESTED - 1) + ","
                + from(place + MOST_NESTED) + ")";
    }

    /** Asks one cell after the other, but not the last: that is the one if it is none before. */
    private String chain(int first, int last) {
        var formula = new StringBuilder();
        for (var place = first; place < last; place++) {
            var cell = cell(place);
            formula.append("IF(")
                    .append(sheet.<Formula>map(cell::on).orElse(cell))
                    .append(">=")
                    .append(least)
                    .append(',')
                    .append(place)
                    .append(',');
        }
        return formula.append(last).append(")".repeat(last - first)).toString();
    }

    private Ref cell(int place) {
        return values.first().plus(0, place - 1);
    }

    private String named(Range range) {
        return sheet.<Formula>map(range::on).orElse(range).text();
    }
}
