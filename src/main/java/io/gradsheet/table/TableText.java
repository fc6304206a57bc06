package io.gradsheet.table;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * The text of a table, in whatever form it is written.
 *
 * @param label what complaints call the file
 * @param text its lines
 * @param sheet the sheet of a workbook that its lines are the rows of, if they are
 * @param guessed how its characters are written, where nothing says that they are written so
 */
public record TableText(String label, String text, Optional<String> sheet, Optional<Charset> guessed) {
    /** The text of a file whose characters are what they are. */
    public TableText(String label, String text, Optional<String> sheet) {
        this(label, text, sheet, Optional.empty());
    }

    /** The text of a file that is text itself. */
    public TableText(String label, String text) {
        this(label, text, Optional.empty());
    }
}
