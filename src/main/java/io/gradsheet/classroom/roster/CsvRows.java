package io.gradsheet.classroom.roster;

import io.gradsheet.classroom.ExerciseException;
import io.gradsheet.classroom.roster.RosterTable.Row;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** The rows of a CSV file. Commas, semicolons or tabs part the columns. */
final class CsvRows {
    /** Excel's own way to say what parts the columns. */
    private static final Pattern SEPARATOR = Pattern.compile("\"?sep=([,;\t|])\"?\\s*");

    private CsvRows() {}

    /**
     * The rows that are not empty.
     *
     * @throws ExerciseException if it is not CSV
     */
    static List<Row> of(Path file, String text) {
        var first = text.lines().findFirst().orElse("");
        var told = SEPARATOR.matcher(first);
        return told.matches()
                ? rows(file, text.substring(first.length()), told.group(1).charAt(0))
                : rows(file, text, delimiter(text));
    }

    /** What parts the columns of the first line that has several. */
    private static char delimiter(String text) {
        return text.lines()
                .limit(20)
                .map(line -> line.replaceAll("\"[^\"]*\"", ""))
                .flatMap(line -> Stream.of('\t', ';', ',')
                        .filter(delimiter -> line.indexOf(delimiter) >= 0)
                        .max(Comparator.comparingLong(delimiter ->
                                line.chars().filter(sign -> sign == delimiter).count()))
                        .stream())
                .findFirst()
                .orElse(',');
    }

    private static List<Row> rows(Path file, String text, char delimiter) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .get();
        var rows = new ArrayList<Row>();
        var line = 0L;
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            for (var record : parser) {
                line = parser.getCurrentLineNumber();
                var row = new Row((int) line, record.toList());
                if (!row.isEmpty()) {
                    rows.add(row);
                }
            }
            return rows;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new ExerciseException(file + ":" + (line + 1)
                    + ": cannot be read as CSV; a quotation is not closed, or goes on after its end");
        }
    }
}
