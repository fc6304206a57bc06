package io.gradsheet.table;

/** Finds the values of a text, for complaints: the parser tells where a row starts, but not where its values do. */
final class ValuePlaces {
    private final String label;
    private final String text;
    private final char separator;
    private final char quote;

    ValuePlaces(String label, String text, Form form) {
        this.label = label;
        this.text = text;
        this.separator = form.separator();
        this.quote = form.quote();
    }

    /** The place of a value, counted from 0, of the row that starts at an offset. */
    String value(long row, int index) {
        var start = afterBlanks(Math.toIntExact(row));
        for (var i = 0; i < index; i++) {
            start = afterBlanks(end(start) + 1);
        }
        return at(start);
    }

    /** The end of the row that starts at an offset. */
    int endOfRow(int row) {
        var end = end(row);
        while (end < text.length() && text.charAt(end) == separator) {
            end = end(end + 1);
        }
        return end;
    }

    /** The place of the first value with wrong quotes, from the row at an offset on. */
    String brokenQuote(long row) {
        var start = Math.toIntExact(row);
        while (start < text.length()) {
            var value = afterBlanks(start);
            var after = isQuote(value) ? afterQuotes(value) : value;
            if (isQuote(value) && (after > text.length() || !endsValue(afterBlanks(after)))) {
                return at(value);
            }
            start = end(start) + 1;
        }
        return at(text.length());
    }

    private String at(int offset) {
        return Lines.place(label, text, Math.min(offset, text.length()));
    }

    /** The offset of the separator or line break after a value. */
    private int end(int start) {
        var value = afterBlanks(start);
        var end = isQuote(value) ? afterQuotes(value) : value;
        while (!endsValue(end)) {
            end++;
        }
        return Math.min(end, text.length());
    }

    /** The offset after the closing quote, beyond the text's end if there is none; two quotes stand for one in the value. */
    private int afterQuotes(int open) {
        var close = text.indexOf(quote, open + 1);
        while (close >= 0 && isQuote(close + 1)) {
            close = text.indexOf(quote, close + 2);
        }
        return close < 0 ? text.length() + 1 : close + 1;
    }

    private int afterBlanks(int start) {
        var at = start;
        while (at < text.length()
                && (text.charAt(at) != separator || separator == ' ')
                && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private boolean isQuote(int offset) {
        return offset < text.length() && text.charAt(offset) == quote;
    }

    private boolean endsValue(int offset) {
        return offset >= text.length()
                || text.charAt(offset) == separator
                || text.charAt(offset) == '\r'
                || text.charAt(offset) == '\n';
    }
}
