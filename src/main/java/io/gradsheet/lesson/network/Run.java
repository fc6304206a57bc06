package io.gradsheet.lesson.network;

import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs of columns that lie side by side, so that a sum of products needs one SUMPRODUCT for all of them.
 *
 * @param first the first column of the one kind
 * @param other the first column of the other
 * @param length how many pairs there are
 */
record Run(int first, int other, int length) {
    /** A column of each kind. */
    record Pair(int first, int other) {}

    /** As few runs as there can be, in the order of the pairs. */
    static List<Run> of(List<Pair> pairs) {
        var runs = new ArrayList<Run>();
        for (var pair : pairs) {
            var last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && pair.first == last.first + last.length && pair.other == last.other + last.length) {
                runs.set(runs.size() - 1, new Run(last.first, last.other, last.length + 1));
            } else {
                runs.add(new Run(pair.first, pair.other, 1));
            }
        }
        return runs;
    }

    /** The cells of the one kind in some rows. */
    Range firsts(int row, int rows) {
        return Range.of(Ref.at(row, first), rows, length);
    }

    /** Those of the other. */
    Range others(int row, int rows) {
        return Range.of(Ref.at(row, other), rows, length);
    }
}
