package io.gradsheet.classroom.roster;

import io.gradsheet.table.Table.Row;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a roster was exported from, as far as that matters to how it is read and how marks go back. */
public enum Platform {
    /** The grading worksheet of an assignment in Moodle, which is filled in and uploaded again. */
    MOODLE_WORKSHEET,
    /** The gradebook of Canvas. */
    CANVAS,
    /** The grade centre of Blackboard. */
    BLACKBOARD,
    /** The grades of Brightspace. */
    BRIGHTSPACE,
    /** Anything else, Moodle's gradebook and lists of participants among them. */
    OTHER;

    /** What Canvas calls the row of the most points. */
    public static final String POINTS_POSSIBLE = "Points Possible";

    /** The column that ends every row of Brightspace. */
    public static final String END_OF_LINE = "End-of-Line Indicator";

    /** How the identifier of a grading worksheet begins is a word in the teacher's language: {@code Participant 12}. */
    private static final Pattern PARTICIPANT = Pattern.compile("(?=.*\\p{L})\\D{1,60}\\d{1,20}");

    static Platform of(List<String> head, List<Row> rows) {
        var names = head.stream().map(ColumnKind::normal).collect(Collectors.toSet());
        if (names.containsAll(Set.of("id", "section"))
                && (names.contains("student") || names.containsAll(Set.of("lastname", "firstname")))
                && (names.contains("sis login id") || names.contains("sis user id"))) {
            return CANVAS;
        }
        if (names.contains("orgdefinedid")
                || (names.contains("username") && names.contains(ColumnKind.normal(END_OF_LINE)))) {
            return BRIGHTSPACE;
        }
        if (names.containsAll(Set.of("last name", "first name", "username"))
                && (names.contains("student id") || names.contains("availability"))) {
            return BLACKBOARD;
        }
        return isWorksheet(head, rows) ? MOODLE_WORKSHEET : OTHER;
    }

    private static boolean isWorksheet(List<String> head, List<Row> rows) {
        return !head.isEmpty()
                && !rows.isEmpty()
                && ColumnKind.of(head.get(0)).filter(ColumnKind.ID::equals).isPresent()
                && head.stream()
                        .anyMatch(name -> ColumnKind.of(name)
                                .filter(ColumnKind.GRADE::equals)
                                .isPresent())
                && rows.stream()
                        .allMatch(row -> PARTICIPANT.matcher(row.text(0)).matches());
    }
}
