package io.gradsheet.classroom.roster;

import io.gradsheet.classroom.ExerciseException;
import io.gradsheet.classroom.Student;
import io.gradsheet.table.Table.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A list of students as schools and their learning platforms have it: a CSV file or the first sheet of an .xlsx, with a row of column
 * names. What every row said is kept, so that marks can go back under it.
 */
public final class Roster {
    private final RosterTable table;
    private final Platform platform;
    private final int idColumn;
    private final Map<Student, Row> rows;
    private final List<Row> above;
    private final List<String> warnings;

    private Roster(
            RosterTable table,
            Platform platform,
            int idColumn,
            Map<Student, Row> rows,
            List<Row> above,
            List<String> warnings) {
        this.table = table;
        this.platform = platform;
        this.idColumn = idColumn;
        this.rows = rows;
        this.above = List.copyOf(above);
        this.warnings = List.copyOf(warnings);
    }

    /** Reads a roster whose row of column names tells what its columns hold; see {@link #read(Path, RosterColumns)}. */
    public static Roster read(Path file) {
        return read(file, RosterColumns.TOLD);
    }

    /**
     * Reads a roster.
     *
     * @param said which columns hold what, where their names do not tell
     * @throws ExerciseException if the file cannot be read, or a line in it is not right
     */
    public static Roster read(Path file, RosterColumns said) {
        var table = RosterTable.read(file, said);
        var reader = new RosterReader(table, said);
        var rows = reader.students();
        var warnings = Stream.concat(table.warning().stream(), new Doubts(file.toString(), rows).warnings().stream());
        return new Roster(table, reader.platform(), reader.idColumn(), rows, reader.above(), warnings.toList());
    }

    /** The students in order; no two have the same id. */
    public List<Student> students() {
        return List.copyOf(rows.keySet());
    }

    /** What may be wrong with the ids, or with how the file was read: a sentence each. */
    public List<String> warnings() {
        return warnings;
    }

    /** Where it was exported from. */
    public Platform platform() {
        return platform;
    }

    /** The file that it was read from. */
    public Path file() {
        return table.file();
    }

    /** The names of the columns, as they came. */
    public List<String> head() {
        return table.head().values();
    }

    /** The column of ids. */
    public int idColumn() {
        return idColumn;
    }

    /** The columns that say who a student is, in their order. */
    public List<Integer> identifying() {
        return IntStream.range(0, head().size())
                .filter(column -> column == idColumn
                        || ColumnKind.of(head().get(column))
                                .filter(ColumnKind::identifies)
                                .isPresent())
                .boxed()
                .toList();
    }

    /** The first column of a kind. */
    public Optional<Integer> column(ColumnKind kind) {
        return new Heads("", head()).columns(kind).stream().findFirst();
    }

    /** The column of that name. */
    public Optional<Integer> column(String name) {
        return IntStream.range(0, head().size())
                .filter(column -> ColumnKind.normal(head().get(column)).equals(ColumnKind.normal(name)))
                .boxed()
                .findFirst();
    }

    /** A student's cells, as they came; the text of one that was guarded against being taken for a number or a formula. */
    public List<String> row(Student student) {
        return cells(rows.get(student));
    }

    /** The rows between the column names and the first student, such as that of the most points in Canvas. */
    public List<List<String>> above() {
        return above.stream().map(this::cells).toList();
    }

    private List<String> cells(Row row) {
        return IntStream.range(0, head().size())
                .mapToObj(column -> GuardedText.read(row.asWritten(column)))
                .toList();
    }
}
