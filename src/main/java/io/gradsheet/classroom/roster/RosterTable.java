package io.gradsheet.classroom.roster;

import io.gradsheet.classroom.ExerciseException;
import io.gradsheet.table.Table;
import io.gradsheet.table.Table.Row;
import io.gradsheet.table.TableException;
import io.gradsheet.table.TableFile;
import io.gradsheet.table.TableText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A list of students as a file holds it.
 *
 * @param text that it was read from
 * @param head the names of the columns
 * @param rows below it
 */
record RosterTable(Path file, TableText text, Row head, List<Row> rows) {
    /** Above the row of column names there may be titles. */
    private static final int MOST_TITLES = 10;

    private static final int LARGEST = 32 << 20;

    RosterTable {
        rows = List.copyOf(rows);
    }

    /** @throws ExerciseException if the file cannot be read as a table, or there is nothing in it */
    static RosterTable read(Path file, RosterColumns said) {
        check(file);
        try {
            var text = new TableFile(file).readAsShown();
            var lines = new ArrayList<Row>();
            new Table(text, new Table.Hints(Optional.of(separator(text.text())), Optional.empty())).forEach(lines::add);
            if (lines.isEmpty()) {
                throw new ExerciseException(
                        file + ": it is empty; it must have a row of column names, id and name among them");
            }
            var head = IntStream.range(0, Math.min(lines.size(), MOST_TITLES))
                    .filter(line -> Heads.isHead(lines.get(line), said))
                    .findFirst()
                    .orElse(0);
            return new RosterTable(file, text, lines.get(head), lines.subList(head + 1, lines.size()));
        } catch (TableException e) {
            throw new ExerciseException(e.getMessage());
        } catch (IOException e) {
            throw new ExerciseException(file + ": cannot be read; it must be a CSV file or an .xlsx");
        }
    }

    /** Nothing but a file is read: a device, or a pipe, might never end. */
    private static void check(Path file) {
        if (Files.isDirectory(file)) {
            throw new ExerciseException(file + ": cannot be read, for it is a folder; name a file in it");
        }
        if (!Files.exists(file)) {
            throw new ExerciseException(file + ": there is no such file; check its name and folder");
        }
        if (!Files.isRegularFile(file)) {
            throw new ExerciseException(file + " is neither a file nor a folder but a device or the like: save the list"
                    + " of students as a file");
        }
        if (file.toFile().length() > LARGEST) {
            throw new ExerciseException(file + " is too large for a list of students: save the class alone as CSV");
        }
    }

    /** What parts the columns of the first line that has several: a title above the column names has none. */
    private static char separator(String text) {
        return text.lines()
                .limit(2 * MOST_TITLES)
                .map(line -> line.replaceAll("\"[^\"]*\"", ""))
                .flatMap(line -> Stream.of('\t', ';', ',')
                        .filter(separator -> line.indexOf(separator) >= 0)
                        .max(Comparator.comparingLong(separator ->
                                line.chars().filter(sign -> sign == separator).count()))
                        .stream())
                .findFirst()
                .orElse(',');
    }

    /** Whether a row with more cells than the head has been cut at the wrong places; beside a sheet's table there may be notes. */
    boolean isExact() {
        return text.sheet().isEmpty();
    }

    /** Where the characters are guessed. */
    Optional<String> warning() {
        return text.guessed()
                .map(charset -> file + " is not in UTF-8; it is read as " + charset.displayName()
                        + ": look at the names, and if they are wrong, save it as CSV UTF-8");
    }
}
