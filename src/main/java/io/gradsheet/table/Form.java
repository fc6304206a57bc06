package io.gradsheet.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the rows of a text are written.
 *
 * @param separator what stands between values; a space stands for one blank or several
 * @param quote what may stand around a value
 * @param start where the rows begin, after lines that only tell how they are written
 */
record Form(char separator, char quote, int start) {
    /** How the rows of a workbook's sheet are written here. */
    static final Form OF_SHEETS = new Form(',', '"', 0);

    /** Excel's own line, which tells what parts the columns. */
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\\s*+\"?sep=(.)\"?\\s*+", Pattern.CASE_INSENSITIVE);

    /** So many lines, and characters, are looked at to find out. */
    private static final int LINES = 50;

    private static final int CHARACTERS = 1 << 16;

    private static final Pattern NUMBER = Pattern.compile("[-+]?[.,]?\\d[\\d.,]*+(?:[eE][-+]?\\d++)?");

    private static final Pattern BLANKS = Pattern.compile("[ \\t]++");

    /** Finds the form of a text, of which the separator may be known. */
    static Form of(String text, Optional<Character> separator) {
        var first = firstLine(text);
        var end = Lines.end(text, first);
        var told = SEPARATOR_LINE.matcher(text.substring(first, end));
        if (told.matches()) {
            return new Form(told.group(1).charAt(0), '"', Lines.after(text, end));
        }
        return new Form(
                separator.orElseGet(() -> likely(Lines.first(text, first, LINES, CHARACTERS), '"')), '"', first);
    }

    /** Where the first line begins that is not blank. */
    private static int firstLine(String text) {
        var start = 0;
        for (var at = 0; at < text.length() && Character.isWhitespace(text.charAt(at)); at++) {
            var sign = text.charAt(at);
            start = sign == '\n' || sign == '\r' ? at + 1 : start;
        }
        return start;
    }

    /** What parts the values of these lines most likely. */
    static char likely(List<String> lines, char quote) {
        if (lines.isEmpty()) {
            return ',';
        }
        var strong = strong(lines.get(0), quote);
        // Columns of one width are filled up with spaces, and a tab may stand among these, as in auto-mpg.data.
        if (isEven(lines, ' ', quote) && (strong == ' ' || holdsSeveral(lines, strong, quote))) {
            return ' ';
        }
        if (strong == '\t' && !isEven(lines, '\t', quote) && isEven(lines, ' ', quote)) {
            return ' ';
        }
        return strong == ' ' ? ',' : strong;
    }

    /** The separator that a line has: a tab before a semicolon, a comma or a bar, whatever else there is; else a space. */
    private static char strong(String line, char quote) {
        for (var separator : new char[] {'\t', ';', ',', '|'}) {
            if (values(line.strip(), separator, quote).size() > 1) {
                return separator;
            }
        }
        return ' ';
    }

    /** Whether there are several values in each line, and as many in all. */
    private static boolean isEven(List<String> lines, char separator, char quote) {
        var width = values(lines.get(0), separator, quote).size();
        return width > 1
                && lines.stream()
                        .allMatch(line -> values(line, separator, quote).size() == width);
    }

    /** Whether, with a separator, a value would be several numbers. */
    private static boolean holdsSeveral(List<String> lines, char separator, char quote) {
        return lines.stream()
                .limit(2)
                .flatMap(line -> values(line, separator, quote).stream())
                .anyMatch(value -> {
                    var parts = BLANKS.split(value.strip());
                    return parts.length > 1
                            && List.of(parts).stream()
                                    .allMatch(part -> NUMBER.matcher(part).matches());
                });
    }

    /** The values of a line, with their quotes; a value that goes on in the next line ends with this one. */
    private static List<String> values(String line, char separator, char quote) {
        var values = new ArrayList<String>();
        var quoted = false;
        var start = 0;
        for (var at = 0; at < line.length(); at++) {
            var sign = line.charAt(at);
            quoted ^= sign == quote;
            if (!quoted && (sign == separator || (separator == ' ' && sign == '\t'))) {
                values.add(line.substring(start, at));
                start = at + 1;
            }
        }
        values.add(line.substring(start));
        if (separator == ' ') {
            values.removeIf(String::isBlank);
        }
        return values;
    }
}
