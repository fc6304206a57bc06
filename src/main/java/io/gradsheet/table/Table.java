package io.gradsheet.table;

import io.gradsheet.sheet.OneLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a text: values without the blanks around them. Rows of which nothing is filled are left out, and empty values after the
 * last that is filled in any row. Rows are read anew each time, so that a long text is in memory only once.
 */
public final class Table {
    private final TableText source;
    private final String text;
    private final Form form;
    private final List<Arff.Column> declared;
    private final CSVFormat format;
    private int width;

    /**
     * How a text is written, as far as somebody says.
     *
     * @param separator what stands between values; a space stands for one blank or several. Left out, what is likely
     * @param comment how lines begin that are no rows; left out, every line is one
     */
    public record Hints(Optional<Character> separator, Optional<Character> comment) {
        /** Nothing is known. */
        public static final Hints NONE = new Hints(Optional.empty(), Optional.empty());
    }

    /**
     * Looks through a text.
     *
     * @throws TableException if its quotes are wrong, or its head
     */
    public Table(TableText source, Hints hints) {
        this.source = source;
        var plain = hints.comment()
                .map(sign -> withoutComments(source.text(), sign))
                .orElse(source.text());
        var arff = Arff.of(source.label(), withoutComments(head(plain), Arff.COMMENT))
                .isPresent();
        var all = arff ? withoutComments(plain, Arff.COMMENT) : plain;
        var head = arff ? Arff.of(source.label(), all) : Optional.<Arff>empty();
        this.declared = head.map(Arff::columns).orElse(List.of());
        this.form = head.map(Arff::form)
                .or(() -> source.sheet().map(sheet -> Form.OF_SHEETS))
                .orElseGet(() -> Form.of(all, hints.separator()));
        var rows = blanked(all, form.start());
        this.text = form.separator() == ' ' ? rows.replace('\t', ' ') : rows;
        var builder = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(form.separator())
                .setQuote(form.quote())
                // Rows are numbered by us, so that empty lines do not hide where a row starts.
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(form.separator() != ' ');
        this.format = (arff ? builder.setEscape('\\') : builder).get();
        parse(row -> width = Math.max(width, row.filled()));
    }

    /** A row, of which at least one value is filled. */
    public final class Row {
        private final CSVRecord record;
        private final List<String> values;
        private final long start;
        private final long number;

        private Row(CSVRecord row, long number) {
            this.record = row;
            this.values = form.separator() == ' '
                    ? row.stream().filter(value -> !value.isEmpty()).toList()
                    : row.stream().map(String::strip).toList();
            this.start = row.getCharacterPosition();
            this.number = number;
        }

        /** How many values there are, up to the last column that is filled anywhere in the table. */
        public int size() {
            return Math.min(values.size(), Math.max(width, filled()));
        }

        /** How many values there are, up to the last that is filled. */
        public int filled() {
            var filled = values.size();
            while (filled > 0 && values.get(filled - 1).isEmpty()) {
                filled--;
            }
            return filled;
        }

        /** A value, counted from 0; empty where the row ends before it. */
        public String text(int column) {
            return column < values.size() ? values.get(column) : "";
        }

        /** The same with the blanks that stand in its quotes; not where spaces part the values. */
        public String asWritten(int column) {
            return column < record.size() ? record.get(column) : "";
        }

        /** All values. */
        public List<String> values() {
            return values.subList(0, size());
        }

        /** The line that the row begins in, or its row of a sheet, from 1. */
        public long number() {
            return number;
        }

        /** The place of a value, counted from 0: {@code file:line:column} or {@code file: sheet!cell}. */
        public String place(int column) {
            return source.sheet()
                    .map(sheet -> source.label() + ": " + OneLine.of(sheet) + "!" + columnName(column) + number)
                    .orElseGet(() -> places().value(start, column));
        }

        /** The row as it is written, without its line break. */
        public String line() {
            var at = Math.toIntExact(start);
            return source.text().substring(at, places().endOfRow(at));
        }
    }

    /** The names of the columns, if the head of the text tells them; else none. */
    public List<String> declared() {
        return declared.stream().map(Arff.Column::name).toList();
    }

    /** The words that may stand in a column, counted from 0, in order, if the head of the text lists them; else none. */
    public List<String> declaredWords(int column) {
        return declared.isEmpty() ? List.of() : declared.get(column).words();
    }

    /**
     * A table as a text that is read alike wherever it is: each column with its name and the words that may stand in it, if it has
     * only some.
     */
    public static String text(List<String> names, List<List<String>> words, List<List<String>> rows) {
        return Arff.text(
                IntStream.range(0, names.size())
                        .mapToObj(column -> new Arff.Column(names.get(column), words.get(column)))
                        .toList(),
                rows);
    }

    /** What stands between values; a space stands for one blank or several. */
    public char separator() {
        return form.separator();
    }

    /** Whether the text is a table and nothing else: no line tells how it is written, and none is a comment. */
    public boolean isPlain() {
        return text.equals(source.text()) && source.sheet().isEmpty() && form.separator() != ' ';
    }

    /** How many columns there are: up to the last that is filled in some row. */
    public int width() {
        return width;
    }

    /** Hands out the rows in order. */
    public void forEach(Consumer<Row> action) {
        parse(action);
    }

    private void parse(Consumer<Row> action) {
        var last = 0L;
        try (var parser = CSVParser.parse(text, format)) {
            var rows = parser.iterator();
            for (var line = 1L; rows.hasNext(); line = parser.getCurrentLineNumber() + 1) {
                var record = rows.next();
                last = record.getCharacterPosition();
                var row = new Row(record, source.sheet().isPresent() ? record.getRecordNumber() : line);
                if (row.filled() > 0) {
                    action.accept(row);
                }
            }
        } catch (UncheckedIOException | IOException e) {
            // Of a text in memory, only its quotes can be wrong.
            throw new TableException(
                    places().brokenQuote(last),
                    "a quote is not closed, or text follows it; write the value without quotes");
        }
    }

    private ValuePlaces places() {
        return new ValuePlaces(source.label(), text, form);
    }

    /** A column as a spreadsheet calls it. */
    private static String columnName(int column) {
        return column < 26
                ? String.valueOf((char) ('A' + column))
                : columnName(column / 26 - 1) + (char) ('A' + column % 26);
    }

    /** As much of a text as its head can be, up to the first line that is none of it. */
    private static String head(String text) {
        var at = 0;
        while (at < text.length()) {
            var end = Lines.end(text, at);
            var line = text.substring(at, Math.min(end, at + 20)).strip().toLowerCase(Locale.ROOT);
            if (!line.isEmpty() && line.charAt(0) != Arff.COMMENT) {
                return line.startsWith("@relation") ? text : "";
            }
            at = end >= text.length() ? end : Lines.after(text, end);
        }
        return "";
    }

    /** The text with spaces in place of what comes before an offset, so that all places stay. */
    private static String blanked(String text, int end) {
        return end == 0 || text.substring(0, end).isBlank() ? text : blanked(text, List.of(new int[] {0, end}));
    }

    private static String withoutComments(String text, char sign) {
        var comments = new ArrayList<int[]>();
        for (var start = 0; start < text.length(); ) {
            var end = Lines.end(text, start);
            var at = start;
            while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
            if (at < end && text.charAt(at) == sign) {
                comments.add(new int[] {start, end});
            }
            start = end >= text.length() ? end : Lines.after(text, end);
        }
        return comments.isEmpty() ? text : blanked(text, comments);
    }

    private static String blanked(String text, List<int[]> ranges) {
        var blanked = new StringBuilder(text);
        for (var range : ranges) {
            for (var at = range[0]; at < range[1]; at++) {
                if (text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                    blanked.setCharAt(at, ' ');
                }
            }
        }
        return blanked.toString();
    }
}
