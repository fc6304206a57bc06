package io.gradsheet.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The head of a file in the form of Weka, ARFF, which names the columns and says what may stand in them.
 *
 * @param columns in their order
 * @param form how the rows below are written
 */
record Arff(List<Column> columns, Form form) {
    /**
     * A column.
     *
     * @param words that may stand in it, in order; none if the head does not list them
     */
    record Column(String name, List<String> words) {}

    /** What begins a comment. */
    static final char COMMENT = '%';

    private static final Pattern ATTRIBUTE = Pattern.compile(
            "@attribute\\s++('(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\"|[^\\s{]++)\\s*+(\\S.*+)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER = Pattern.compile("[-+.\\deE]++");

    private static final Pattern WORD =
            Pattern.compile("'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\"|[^\\s,{}]++|}");

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
        var columns = new ArrayList<Column>();
        for (var start = 0; start < text.length(); ) {
            var end = Lines.end(text, start);
            var line = text.substring(start, end).strip();
            if (begins(line, "@data")) {
                return Optional.of(new Arff(columns, form(text, Lines.after(text, end))));
            }
            if (begins(line, "@attribute")) {
                columns.add(column(Lines.place(label, text, start), line));
            }
            start = end >= text.length() ? end : Lines.after(text, end);
        }
        throw new TableException(label, "this ARFF file has no line @data; put one before the rows");
    }

    private static boolean begins(String line, String word) {
        return line.strip().toLowerCase(Locale.ROOT).startsWith(word);
    }

    private static Column column(String place, String line) {
        var attribute = ATTRIBUTE.matcher(line);
        if (!attribute.matches()) {
            throw new TableException(place, "this line must be @attribute NAME TYPE; complete it");
        }
        var type = attribute.group(2);
        if (begins(type, "relational")) {
            throw new TableException(place, "a column of tables cannot be read; leave the column out");
        }
        var words = new ArrayList<String>();
        if (type.startsWith("{")) {
            var word = WORD.matcher(type.substring(1));
            while (word.find() && !word.group().startsWith("}")) {
                words.add(plain(word.group()));
            }
        }
        return new Column(plain(attribute.group(1)), words);
    }

    private static String plain(String word) {
        var quoted = word.length() > 1 && (word.charAt(0) == '\'' || word.charAt(0) == '"');
        return quoted ? word.substring(1, word.length() - 1).replaceAll("\\\\(.)", "$1") : word;
    }

    /** A table as such a text: columns of words with their words, whatever else as text, whether it is a number or not. */
    static String text(List<Column> columns, List<List<String>> rows) {
        var text = new StringBuilder("@relation data\n");
        for (var column : columns) {
            text.append("@attribute ")
                    .append(quoted(onOneLine(column.name())))
                    .append(
                            column.words().isEmpty()
                                    ? " string"
                                    : column.words().stream()
                                            .map(word -> quoted(onOneLine(word)))
                                            .collect(Collectors.joining(",", " {", "}")))
                    .append('\n');
        }
        text.append("@data\n");
        for (var row : rows) {
            text.append(row.stream()
                            .map(value -> NUMBER.matcher(value).matches() ? value : quoted(value))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    /** A head has a line for each column. */
    private static String onOneLine(String text) {
        return text.replaceAll("[\\r\\n]+", " ");
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
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
