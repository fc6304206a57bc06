package io.gradsheet.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The head of a file in the form of Weka, ARFF, which names the columns and says what may stand in them.
 *
 * @param names of the columns
 * @param form how the rows below are written
 */
record Arff(List<String> names, Form form) {
    /** What begins a comment. */
    static final char COMMENT = '%';

    private static final Pattern ATTRIBUTE = Pattern.compile(
            "@attribute\\s++('(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\"|[^\\s{]++)\\s*+(\\S.*+)",
            Pattern.CASE_INSENSITIVE);

    private static final int LINES = 50;
    private static final int CHARACTERS = 1 << 16;

    /**
     * Reads the head of a text whose comments are blank; empty if it does not begin as such a file does.
     *
     * @throws TableException if a line of the head is not right
     */
    static Optional<Arff> of(String label, String text) {
        var first = Lines.first(text, 0, 1, CHARACTERS);
        if (first.isEmpty() || !begins(first.get(0), "@relation")) {
            return Optional.empty();
        }
        var names = new ArrayList<String>();
        for (var start = 0; start < text.length(); ) {
            var end = Lines.end(text, start);
            var line = text.substring(start, end).strip();
            if (begins(line, "@data")) {
                return Optional.of(new Arff(names, form(text, Lines.after(text, end))));
            }
            if (begins(line, "@attribute")) {
                names.add(name(Lines.place(label, text, start), line));
            }
            start = end >= text.length() ? end : Lines.after(text, end);
        }
        throw new TableException(label, "this ARFF file has no line @data; put one before the rows");
    }

    private static boolean begins(String line, String word) {
        return line.strip().toLowerCase(Locale.ROOT).startsWith(word);
    }

    private static String name(String place, String line) {
        var attribute = ATTRIBUTE.matcher(line);
        if (!attribute.matches()) {
            throw new TableException(place, "this line must be @attribute NAME TYPE; complete it");
        }
        if (begins(attribute.group(2), "relational")) {
            throw new TableException(place, "a column of tables cannot be read; leave the column out");
        }
        var name = attribute.group(1);
        var quoted = name.length() > 1 && (name.charAt(0) == '\'' || name.charAt(0) == '"');
        return quoted ? name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1") : name;
    }

    private static Form form(String text, int start) {
        var lines = Lines.first(text, start, LINES, CHARACTERS);
        var quote = lines.stream().anyMatch(line -> line.indexOf('\'') >= 0)
                        && lines.stream().noneMatch(line -> line.indexOf('"') >= 0)
                ? '\''
                : '"';
        return new Form(Form.likely(lines, quote), quote, start);
    }
}
