package io.gradsheet.template;

import java.util.Optional;

/**
 * What an input is read from: the number in a column, or whether a word stands there, 1 or 0.
 *
 * @param column counted from 0
 * @param word the word; without one, the column holds numbers
 */
record Feature(int column, Optional<String> word) {
    /** Its name, of which the column's is the first part. */
    String name(String column) {
        return word.map(text -> column + "=" + text).orElse(column);
    }
}
