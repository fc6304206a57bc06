package io.gradsheet.template;

/** Finds the values of a CSV text, for complaints: the parser tells where a row starts, but not where its values do. */
final class CsvPlaces {
    private final TextFile file;
    private final String text;
    private final char delimiter;

    /**
     * Prepares the search.
     *
     * @param delimiter what stands between values
     */
    CsvPlaces(TextFile file, char delimiter) {
        this.file = file;
        this.text = file.text();
        this.delimiter = delimiter;
    }

    /** The place of a value, counted from 0, of the row that starts at an offset. */
    Place value(long row, int index) {
        var start = Math.toIntExact(row);
        for (var i = 0; i < index; i++) {
            start = end(start) + 1;
        }
        return at(afterSpaces(start));
    }

    /** The text of the row that starts at an offset, without its line break. */
    String row(long row) {
        var start = Math.toIntExact(row);
        var end = end(start);
        while (end < text.length() && text.charAt(end) == delimiter) {
            end = end(end + 1);
        }
        return text.substring(start, end);
    }

    /** The place of the first value with wrong quotes, from the row at an offset on. */
    Place brokenQuote(long row) {
        var start = Math.toIntExact(row);
        while (start < text.length()) {
            var value = afterSpaces(start);
            var after = isQuote(value) ? afterQuotes(value) : value;
            if (isQuote(value) && (after > text.length() || !endsValue(afterSpaces(after)))) {
                return at(value);
            }
            start = end(start) + 1;
        }
        return at(text.length());
    }

    private Place at(int offset) {
        return Place.in(file.label(), text, Math.min(offset, text.length()));
    }

    /** The offset of the delimiter or line break after a value. */
    private int end(int start) {
        var value = afterSpaces(start);
        var end = isQuote(value) ? afterQuotes(value) : value;
        while (!endsValue(end)) {
            end++;
        }
        return Math.min(end, text.length());
    }

    /** The offset after the closing quote, beyond the text's end if there is none; two quotes stand for one in the value. */
    private int afterQuotes(int open) {
        var close = text.indexOf('"', open + 1);
        while (close >= 0 && isQuote(close + 1)) {
            close = text.indexOf('"', close + 2);
        }
        return close < 0 ? text.length() + 1 : close + 1;
    }

    private int afterSpaces(int start) {
        var at = start;
        while (at < text.length()
                && text.charAt(at) != delimiter
                && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private boolean isQuote(int offset) {
        return offset < text.length() && text.charAt(offset) == '"';
    }

    private boolean endsValue(int offset) {
        return offset >= text.length()
                || text.charAt(offset) == delimiter
                || text.charAt(offset) == '\r'
                || text.charAt(offset) == '\n';
    }
}
