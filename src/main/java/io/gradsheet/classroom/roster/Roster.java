package io.gradsheet.classroom.roster;

import io.gradsheet.classroom.ExerciseException;
import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.roster.RosterTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A list of students as schools and their learning platforms have it: a CSV file or the first sheet of an .xlsx, with a row of column
 * names. What every row said is kept, so that marks can go back under it.
 */
public final class Roster {
    /** Above the row of column names there may be titles. */
    private static final int MOST_TITLES = 10;

    private static final int LARGEST = 32 << 20;

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
        var bytes = bytes(file);
        var warnings = new ArrayList<String>();
        var isWorkbook = begins(bytes, 'P', 'K') || begins(bytes, 0xD0, 0xCF);
        List<Row> lines;
        if (isWorkbook) {
            lines = WorkbookRows.of(file, RosterReader.MOST + MOST_TITLES);
        } else {
            var text = RosterText.of(file, bytes);
            text.warning().ifPresent(warnings::add);
            lines = CsvRows.of(file, text.text());
        }
        var table = table(file, lines, said);
        var reader = new RosterReader(table, said, !isWorkbook);
        var rows = reader.students();
        warnings.addAll(new Doubts(file.toString(), lines(rows)).warnings());
        return new Roster(table, reader.platform(), reader.idColumn(), rows, reader.above(), warnings);
    }

    /** Nothing but a file is read: a device, or a pipe, might never end. */
    private static byte[] bytes(Path file) {
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
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new ExerciseException(file + " is too large for a list of students: save the class alone as CSV");
            }
            return bytes;
        } catch (IOException e) {
            throw new ExerciseException(file + ": cannot be read; it must be a CSV file or an .xlsx");
        }
    }

    /** Of a document, be it an .xlsx or what an older Excel or a password makes of it. */
    private static boolean begins(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static RosterTable table(Path file, List<Row> lines, RosterColumns said) {
        if (lines.isEmpty()) {
            throw new ExerciseException(
                    file + ": it is empty; it must have a row of column names, id and name among them");
        }
        var head = IntStream.range(0, Math.min(lines.size(), MOST_TITLES))
                .filter(line -> Heads.isHead(lines.get(line), said))
                .findFirst()
                .orElse(0);
        return new RosterTable(file, lines.get(head), lines.subList(head + 1, lines.size()));
    }

    private static Map<Student, Integer> lines(Map<Student, Row> rows) {
        var lines = new LinkedHashMap<Student, Integer>();
        rows.forEach((student, row) -> lines.put(student, row.line()));
        return lines;
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
        return table.head().cells();
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
                .mapToObj(column -> GuardedText.read(row.cell(column)))
                .toList();
    }
}
