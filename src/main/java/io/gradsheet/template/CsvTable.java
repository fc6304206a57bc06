package io.gradsheet.template;

import io.gradsheet.expression.Digits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV text as a table: the names of its columns if its first row has them, and its rows, which are read anew each time so that a
 * long text is in memory only once. Every value knows its place. Between values there are commas, or semicolons or tabs if the first row
 * has those; where semicolons are, a number may have a decimal comma, since programs write both where commas are for decimals.
 */
final class CsvTable {
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?\\d*+,\\d++(?:[eE][-+]?\\d++)?");

    private final TextFile file;
    private final char delimiter;
    private final CSVFormat format;
    private final CsvPlaces places;
    private final boolean named;
    private List<String> first = List.of();
    private long firstAt;
    private int count;

    /**
     * Looks through a text.
     *
     * @param named whether the first row names the columns
     * @throws TemplateException if it is no table
     */
    CsvTable(TextFile file, boolean named) {
        this.file = file;
        this.delimiter = delimiter(file.text());
        // Rows are numbered by us, so that empty lines do not hide where a row starts.
        this.format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .get();
        this.places = new CsvPlaces(file, delimiter);
        this.named = named;
        parse(this::lookAt);
    }

    /** What stands between values: a tab or a semicolon if there is one in the first row outside quotes. */
    private static char delimiter(String text) {
        var start = text.length() - text.stripLeading().length();
        var quoted = false;
        var found = ',';
        for (var at = start; at < text.length(); at++) {
            var sign = text.charAt(at);
            quoted ^= sign == '"';
            if (quoted) {
                continue;
            }
            if (sign == '\t' || sign == '\n' || sign == '\r') {
                return sign == '\t' ? sign : found;
            }
            found = sign == ';' ? sign : found;
        }
        return found;
    }

    private OptionalDouble parsed(String text) {
        return NumberText.parse(
                delimiter == ';' && DECIMAL_COMMA.matcher(text).matches() ? text.replace(',', '.') : text);
    }

    /** One row of data. */
    final class Row {
        private final CSVRecord values;

        private Row(CSVRecord values) {
            this.values = values;
        }

        /** The value of a column, counted from 0, without the spaces around it. */
        String text(int column) {
            return values.get(column).strip();
        }

        /**
         * The number in a column.
         *
         * @throws TemplateException if it is none, or none that a spreadsheet can calculate with
         */
        double number(int column) {
            var text = text(column);
            var number = parsed(text);
            if (number.isPresent() && Digits.isInRange(number.getAsDouble())) {
                return number.getAsDouble();
            }
            throw place(column)
                    .complaint(Wording.shown(columnName(column)) + " must be " + needed(number) + ", but is "
                            + (text.isEmpty() ? "empty" : Wording.quoted(text)));
        }

        private static String needed(OptionalDouble found) {
            return found.isEmpty()
                    ? "a number"
                    : Double.isFinite(found.getAsDouble()) ? Digits.RANGE : "a finite number";
        }

        Place place(int column) {
            return places.value(values.getCharacterPosition(), column);
        }

        /** The row as it is written, without its line break. */
        String line() {
            return CsvTable.this.line(values.getCharacterPosition());
        }
    }

    /** How many rows of data there are. */
    int rows() {
        return count;
    }

    /** How many columns there are; none if the text is empty. */
    int columns() {
        return first.size();
    }

    /** The names of the columns; empty if the table has none. */
    List<String> names() {
        return named ? first : List.of();
    }

    /** What complaints call a column, counted from 0. */
    String columnName(int column) {
        return named && !first.get(column).isBlank() ? first.get(column) : "column " + (column + 1);
    }

    /** The column, counted from 0, that an entry means: that of the name, or of the number, counted from 1. */
    int column(Entry entry) {
        var text = entry.text().strip();
        return found(text).orElseThrow(() -> {
            var known = named ? first : List.<String>of();
            return entry.complaint("is no column of " + file.label() + "; " + Wording.didYouMean(text, known)
                    + (named
                            ? "there are: " + Wording.shown(String.join(", ", known), 200)
                            : "its columns are numbered from 1 to " + columns()));
        });
    }

    private OptionalInt found(String text) {
        var byName = IntStream.range(0, columns())
                .filter(column -> named && first.get(column).equals(text))
                .findFirst();
        return byName.isPresent() || !text.matches("\\d{1,9}")
                ? byName
                : IntStream.of(Integer.parseInt(text) - 1)
                        .filter(column -> column >= 0 && column < columns())
                        .findFirst();
    }

    /** Hands out the rows of data in order. */
    void forEach(Consumer<Row> action) {
        var next = new int[1];
        parse(row -> {
            if (next[0]++ > 0 || !named) {
                action.accept(new Row(row));
            }
        });
    }

    /** The row of column names as it is written; empty if there is none. */
    String header() {
        return named ? line(firstAt) : "";
    }

    /** The place of the first row. */
    Place place() {
        return places.value(firstAt, 0);
    }

    /** The whole file, for complaints about it. */
    Place wholePlace() {
        return new Place(file.label());
    }

    private String line(long at) {
        return places.row(at);
    }

    private void parse(Consumer<CSVRecord> action) {
        var last = 0L;
        try (var parser = CSVParser.parse(file.text(), format)) {
            for (var row : parser) {
                last = row.getCharacterPosition();
                if (row.size() > 1 || !row.get(0).isBlank()) {
                    action.accept(row);
                }
            }
        } catch (UncheckedIOException | IOException e) {
            // Of a text in memory, only its quotes can be wrong.
            throw places.brokenQuote(last)
                    .complaint("a quote is not closed, or text follows it; write the value without quotes");
        }
    }

    private void lookAt(CSVRecord row) {
        if (first.isEmpty()) {
            first = row.stream().map(String::strip).toList();
            firstAt = row.getCharacterPosition();
            checkFirst();
            count = named ? 0 : 1;
        } else if (row.size() != first.size()) {
            throw places.value(row.getCharacterPosition(), 0)
                    .complaint("this row has " + Wording.count(row.size(), "value") + ", but the first row "
                            + (named ? "names " + Wording.count(first.size(), "column") : "has " + first.size())
                            + "; make them as many");
        } else {
            count++;
        }
    }

    private void checkFirst() {
        if (named && first.stream().allMatch(name -> parsed(name).isPresent())) {
            throw place().complaint(
                            "the first row must name the columns, but holds numbers; put a row such as x1,x2,label"
                                    + " before, or say header: false");
        }
    }
}
