package io.gradsheet.template;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The words of a column that holds no number. */
final class ColumnWords {
    /** More of them hardly stand for kinds of something. */
    private static final int MOST = 64;

    private final TreeSet<String> words = new TreeSet<>(Classes.ORDER);
    private boolean isNone;

    /** Learns from one of the column's values, which is known. */
    void note(String text, Numerals numerals) {
        if (!isNone) {
            words.add(text);
            isNone = words.size() > MOST || numerals.parse(text).isPresent();
        }
    }

    /**
     * The words if there are at least two, and not too many.
     *
     * @param declared those that the table's head names for the column, which come first
     */
    List<String> all(List<String> declared) {
        var all = Stream.concat(declared.stream(), words.stream().filter(word -> !declared.contains(word)))
                .toList();
        return isNone || all.size() < 2 || all.size() > MOST || words.isEmpty() ? List.of() : all;
    }
}
