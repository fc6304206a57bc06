package io.gradsheet.classroom.roster;

import io.gradsheet.classroom.ExerciseException;
import io.gradsheet.classroom.Student;
import io.gradsheet.table.Table.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the students from a table, row by row. */
final class RosterReader {
    /** The most students of a roster. */
    static final int MOST = 200_000;

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NAME = 100;

    /** Space of any kind, and what has no width. */
    private static final Pattern AROUND = Pattern.compile("^[\\p{Z}\\s\\p{Cf}]+|[\\p{Z}\\s\\p{Cf}]+$");

    /** What some schools write for a name that somebody does not have. */
    private static final Pattern NO_NAME = Pattern.compile("[\\p{Z}\\s._-]*");

    /** Names that are written without a space between last and first. */
    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]+");

    /** Whom Canvas adds to a course so that a teacher can see it as students do. */
    private static final Set<String> TEST_STUDENT = Set.of("student, test", "test student");

    private final RosterTable table;
    private final Platform platform;
    private final List<Row> above = new ArrayList<>();
    private final List<Row> below = new ArrayList<>();
    private final int idColumn;
    private final List<Integer> nameColumns;
    private final Map<String, Long> lines = new HashMap<>();
    private final Map<String, Long> fileNames = new HashMap<>();

    RosterReader(RosterTable table, RosterColumns said) {
        this.table = table;
        var head = table.head().values();
        this.platform = Platform.of(head, table.rows());
        table.rows().forEach(this::take);
        var heads = new Heads(place(table.head()), head);
        this.idColumn = heads.id(said, platform, column -> isUsed(column));
        this.nameColumns = heads.names(said, platform, idColumn);
    }

    Platform platform() {
        return platform;
    }

    int idColumn() {
        return idColumn;
    }

    /** The rows between the column names and the first student. */
    List<Row> above() {
        return List.copyOf(above);
    }

    private void take(Row row) {
        if (platform == Platform.CANVAS && below.isEmpty() && isOfColumns(row)) {
            above.add(row);
        } else if (platform != Platform.CANVAS || !isTestStudent(row)) {
            below.add(row);
        }
    }

    /** Rows of Canvas that speak of the columns have neither an ID nor a section. */
    private boolean isOfColumns(Row row) {
        return cells(row, "id").isBlank()
                && cells(row, "section").isBlank()
                && cells(row, "sis login id").isBlank();
    }

    private boolean isTestStudent(Row row) {
        var name = cells(row, "student")
                + (cells(row, "lastname") + ", " + cells(row, "firstname")).replaceFirst("^, $", "");
        return cells(row, "sis user id").isBlank()
                && TEST_STUDENT.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    private String cells(Row row, String head) {
        var names = table.head().values();
        for (var column = 0; column < names.size(); column++) {
            if (ColumnKind.normal(names.get(column)).equals(head)) {
                return row.text(column);
            }
        }
        return "";
    }

    private boolean isUsed(int column) {
        return below.isEmpty()
                || below.stream().anyMatch(row -> !row.text(column).isBlank());
    }

    /** @throws ExerciseException if a row is not right, or there is none */
    Map<Student, Row> students() {
        if (below.isEmpty()) {
            throw new ExerciseException(
                    table.file() + ": there is no student in it; write a line for each below the column names");
        }
        var students = new LinkedHashMap<Student, Row>();
        for (var row : below) {
            if (students.size() == MOST) {
                throw complaint(row, "there are more students than " + MOST + "; take smaller classes");
            }
            students.put(student(row), row);
        }
        return students;
    }

    private Student student(Row row) {
        var columns = table.head().values().size();
        if (table.isExact() && row.filled() > columns) {
            throw complaint(
                    row,
                    "there are " + row.filled() + " values, but " + columns
                            + " columns; a value that has the sign between"
                            + " columns in it needs quotation marks, such as \"O'Connor, Siobhan\"");
        }
        if (row.size()
                        <= Math.max(
                                idColumn,
                                nameColumns.stream()
                                        .mapToInt(column -> column)
                                        .max()
                                        .orElse(0))
                && table.isExact()) {
            throw complaint(row, "there are only " + row.size() + " columns; id and name must be there");
        }
        var student = new Student(
                value(id(row.text(idColumn)), "id", LONGEST_ID, row), value(name(row), "name", LONGEST_NAME, row));
        var before = lines.putIfAbsent(student.id().toLowerCase(Locale.ROOT), row.number());
        if (before != null) {
            throw complaint(
                    row,
                    "the id " + student.id() + " is here a second time, after line " + before + "; ids must differ");
        }
        var other = fileNames.putIfAbsent(student.fileName().toLowerCase(Locale.ROOT), row.number());
        if (other != null) {
            throw complaint(
                    row,
                    "id and name give a file of the same name as those of line " + other
                            + "; let the ids differ in more than signs");
        }
        return student;
    }

    /** Brightspace writes # before what must not be taken for a number, and an apostrophe is how Excel is told so. */
    private String id(String cell) {
        var id = stripped(GuardedText.read(cell));
        return platform == Platform.BRIGHTSPACE ? id.replaceFirst("^#", "") : id.replaceFirst("^'(?=\\d)", "");
    }

    private String name(Row row) {
        var parts = nameColumns.stream()
                .map(column -> stripped(GuardedText.read(row.text(column))))
                .toList();
        if (parts.size() == 1) {
            return parts.get(0);
        }
        var present =
                parts.stream().filter(part -> !NO_NAME.matcher(part).matches()).toList();
        if (present.size() == 2
                && present.stream().allMatch(part -> CHINESE.matcher(part).matches())) {
            return present.get(1) + present.get(0);
        }
        return present.stream().collect(Collectors.joining(" "));
    }

    private static String stripped(String text) {
        return AROUND.matcher(text).replaceAll("");
    }

    private String value(String text, String what, int longest, Row row) {
        if (text.isBlank()) {
            throw complaint(
                    row,
                    "the " + what + " is missing"
                            + (what.equals("id") && hasOtherIds()
                                    ? " in the column '" + table.head().text(idColumn)
                                            + "'; put it in, or say with --id-column which other column all students have"
                                    : ""));
        }
        if (text.length() > longest) {
            throw complaint(row, "the " + what + " has " + text.length() + " characters, but may have " + longest);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw complaint(row, "the " + what + " has a line break or a control character in it; remove it");
        }
        return text;
    }

    /** Whether another column may hold ids. */
    private boolean hasOtherIds() {
        return table.head().values().stream()
                        .flatMap(head -> ColumnKind.of(head).stream())
                        .filter(kind -> switch (kind) {
                            case STUDENT_NUMBER, ID, USERNAME, EMAIL -> true;
                            case FULL_NAME, FIRST_NAME, LAST_NAME, GRADE, MAXIMUM, FEEDBACK -> false;
                        })
                        .count()
                > 1;
    }

    private String place(Row row) {
        return table.file() + ":" + row.number();
    }

    private ExerciseException complaint(Row row, String what) {
        return new ExerciseException(place(row) + ": " + what);
    }
}
