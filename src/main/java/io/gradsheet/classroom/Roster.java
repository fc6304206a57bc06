package io.gradsheet.classroom;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A list of students as schools have it: a CSV file with a row of column names, one of which is that of ids and one that of names. Commas,
 * semicolons or tabs part the columns.
 */
public final class Roster {
    private static final Set<String> IDS = Set.of("id", "student id", "id number", "学号");
    private static final Set<String> NAMES = Set.of("name", "student", "full name", "姓名");
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 10_000;
    private static final long LARGEST = 10_000_000;

    private final Path file;
    private final List<Student> students = new ArrayList<>();
    private final Map<String, Long> lines = new HashMap<>();
    private final Map<String, Long> fileNames = new HashMap<>();

    private Roster(Path file) {
        this.file = file;
    }

    /**
     * Reads a roster.
     *
     * @return the students in order; no two have the same id
     * @throws ExerciseException if the file cannot be read, or a line in it is not right
     */
    public static List<Student> read(Path file) {
        var roster = new Roster(file);
        roster.parse(roster.text());
        if (roster.students.isEmpty()) {
            throw new ExerciseException(
                    file + ": there is no student in it; write a line for each below the column names");
        }
        return List.copyOf(roster.students);
    }

    private String text() {
        try {
            if (Files.size(file) > LARGEST) {
                throw new ExerciseException(file + " is too large for a list of students: save the class alone as CSV");
            }
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new ExerciseException(file + ": there is no such file; check its name and folder");
        } catch (CharacterCodingException e) {
            throw new ExerciseException(file + " is not in UTF-8: save it as CSV UTF-8");
        } catch (IOException e) {
            throw new ExerciseException(file + ": cannot be read; it must be a CSV file");
        }
    }

    private void parse(String text) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text.lines().findFirst().orElse("")))
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            var rows = parser.iterator();
            if (!rows.hasNext()) {
                throw new ExerciseException(
                        file + ": it is empty; it must have a row of column names, id and name among them");
            }
            var head = rows.next();
            var id = column(head, IDS, "id");
            var name = column(head, NAMES, "name");
            while (rows.hasNext()) {
                var row = rows.next();
                add(row, id, name, parser.getCurrentLineNumber());
            }
        } catch (IOException | UncheckedIOException e) {
            throw new ExerciseException(
                    file + ": cannot be read as CSV; a quotation is not closed, or goes on after its end");
        }
    }

    private static char delimiter(String head) {
        return head.indexOf('\t') >= 0 ? '\t' : head.indexOf(';') >= 0 && head.indexOf(',') < 0 ? ';' : ',';
    }

    private int column(CSVRecord head, Set<String> names, String usual) {
        var found = OptionalInt.empty();
        for (var column = 0; column < head.size(); column++) {
            if (names.contains(head.get(column).strip().toLowerCase(Locale.ROOT))) {
                if (found.isPresent()) {
                    throw complaint(1, "there are two columns for the " + usual + "; rename one of them");
                }
                found = OptionalInt.of(column);
            }
        }
        return found.orElseThrow(
                () -> complaint(1, "there is no column called '" + usual + "' in the row of column names; add it"));
    }

    private void add(CSVRecord row, int idColumn, int nameColumn, long line) {
        if (row.size() <= Math.max(idColumn, nameColumn)) {
            throw complaint(line, "there are only " + row.size() + " columns; id and name must be there");
        }
        var id = value(row.get(idColumn), "id", LONGEST_ID, line);
        var name = value(row.get(nameColumn), "name", LONGEST_NAME, line);
        var before = lines.putIfAbsent(id.toLowerCase(Locale.ROOT), line);
        if (before != null) {
            throw complaint(
                    line, "the id " + id + " is here a second time, after line " + before + "; ids must differ");
        }
        var student = new Student(id, name);
        var other = fileNames.putIfAbsent(student.fileName().toLowerCase(Locale.ROOT), line);
        if (other != null) {
            throw complaint(
                    line,
                    "id and name give a file of the same name as those of line " + other
                            + "; let the ids differ in more than signs");
        }
        if (students.size() == MOST) {
            throw complaint(line, "there are more students than " + MOST + "; take smaller classes");
        }
        students.add(student);
    }

    private String value(String text, String what, int longest, long line) {
        if (text.isBlank()) {
            throw complaint(line, "the " + what + " is missing");
        }
        if (text.length() > longest) {
            throw complaint(line, "the " + what + " has " + text.length() + " characters, but may have " + longest);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw complaint(line, "the " + what + " has a line break or a control character in it; remove it");
        }
        return text.strip();
    }

    private ExerciseException complaint(long line, String what) {
        return new ExerciseException(file + ":" + line + ": " + what);
    }
}
