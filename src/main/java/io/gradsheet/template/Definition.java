package io.gradsheet.template;

import java.util.List;
import java.util.Locale;

/**
 * A value by formula: a number, a vector or a matrix.
 *
 * @param id its symbol
 * @param caption the symbol in markup
 * @param meaning words beside it; may be empty
 * @param kind what it is to the learner
 * @param gaps whether a cell stays empty where its formula has no value
 * @param cells the formulas of its cells, row by row
 */
public record Definition(
        String id, String caption, String meaning, Kind kind, boolean gaps, List<List<WorksheetFormula>> cells) {
    /** What a quantity is to the learner. */
    public enum Kind {
        VALUE,
        PARAMETER,
        WEIGHTED_INPUT,
        ACTIVATION,
        ERROR,
        GRADIENT,
        COST,
        UPDATE,
        SHARE,
        DIFFERENCE,
        INDEX;

        /** As templates write it: {@code weighted input}. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public Definition {
        cells = cells.stream().map(List::copyOf).toList();
    }

    public int height() {
        return cells.size();
    }

    public int width() {
        return cells.get(0).size();
    }
}
