package io.gradsheet.table;

import java.util.Optional;

/**
 * The text of a table, in whatever form it is written.
 *
 * @param label what complaints call the file
 * @param text its lines
 * @param sheet the sheet of a workbook that its lines are the rows of, if they are
 */
public record TableText(String label, String text, Optional<String> sheet) {
    /** The text of a file that is text itself. */
    public TableText(String label, String text) {
        this(label, text, Optional.empty());
    }
}
