package io.gradsheet.recalc;

import io.gradsheet.sheet.Ref;
import java.util.Optional;

/** The spelling of a reference to a cell, {@code $AF$7}, read. */
final class RefText {
    /** What an .xlsx sheet can hold. */
    static final int ROWS = 1 << 20;

    static final int COLUMNS = 1 << 14;

    private RefText() {}

    /** The reference; empty if the text is not one or lies off the sheet. */
    static Optional<Ref> parse(String text) {
        var fixedColumn = text.startsWith("$");
        var letters = fixedColumn ? 1 : 0;
        var end = letters;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        var fixedRow = end < text.length() && text.charAt(end) == '$';
        var column = column(text, letters, end);
        var row = row(text, fixedRow ? end + 1 : end, text.length());
        return column < 0 || row < 0 ? Optional.empty() : Optional.of(new Ref(row, column, fixedRow, fixedColumn));
    }

    /** The column that letters name, from 0; -1 if there is none such. */
    static int column(String text, int start, int end) {
        if (start == end || end - start > 3) {
            return -1;
        }
        var column = 0;
        for (var at = start; at < end; at++) {
            if (!isLetter(text.charAt(at))) {
                return -1;
            }
            column = 26 * column + (text.charAt(at) & 0x1F);
        }
        return column <= COLUMNS ? column - 1 : -1;
    }

    /** The row that digits name, from 0; -1 if there is none such. */
    static int row(String text, int start, int end) {
        if (start == end || end - start > 7) {
            return -1;
        }
        var row = 0;
        for (var at = start; at < end; at++) {
            var digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            row = 10 * row + digit;
        }
        return row <= ROWS ? row - 1 : -1;
    }

    private static boolean isLetter(char sign) {
        return (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z');
    }
}
