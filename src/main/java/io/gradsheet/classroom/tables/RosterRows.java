package io.gradsheet.classroom.tables;

import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.roster.GuardedText;
import io.gradsheet.classroom.roster.Platform;
import io.gradsheet.classroom.roster.Roster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tables under the columns that the roster has, each student's cells as they came. */
final class RosterRows {
    private final Roster roster;
    private final Scores scores;
    private final Optional<PointsColumn> column;
    private final Map<String, Student> students = new HashMap<>();

    RosterRows(Roster roster, Scores scores, Optional<PointsColumn> column) {
        this.roster = roster;
        this.scores = scores;
        this.column = column;
        roster.students().forEach(student -> students.put(student.id(), student));
    }

    /** Who reads it maps its columns by hand, and may ignore some. */
    List<List<String>> moodle() {
        var columns = roster.identifying();
        var rows = new ArrayList<List<String>>();
        rows.add(joined(heads(columns), head(scores.title()), PlainRows.MAXIMUM, PlainRows.FEEDBACK));
        for (var score : scores.scores()) {
            rows.add(joined(
                    cells(score, columns),
                    points(score),
                    Cells.number(scores.most()),
                    GuardedText.of(score.feedback())));
        }
        return rows;
    }

    /** All columns up to the section, among them Canvas's own number, which it goes by before all others. */
    List<List<String>> canvas() {
        var section = roster.column("Section").orElseThrow();
        var columns = IntStream.rangeClosed(0, section).boxed().toList();
        var rows = new ArrayList<List<String>>();
        rows.add(joined(heads(columns), head(scores.title())));
        for (var row : roster.above()) {
            if (column.isPresent() && !PointsColumn.isPointsPossible(row)) {
                rows.add(joined(
                        Cells.of(roster, row, columns), row.get(column.get().index())));
            }
        }
        var most = column.flatMap(PointsColumn::most)
                .map(points -> points.toPlainString())
                .orElse(Cells.number(scores.most()));
        rows.add(IntStream.rangeClosed(0, columns.size())
                .mapToObj(cell -> cell == 0 ? "    " + Platform.POINTS_POSSIBLE : cell == columns.size() ? most : "")
                .toList());
        scores.scores().forEach(score -> rows.add(joined(cells(score, columns), points(score))));
        return rows;
    }

    List<List<String>> blackboard() {
        var columns = roster.identifying();
        var rows = new ArrayList<List<String>>();
        rows.add(joined(heads(columns), head(scores.title())));
        scores.scores().forEach(score -> rows.add(joined(cells(score, columns), points(score))));
        return rows;
    }

    List<List<String>> brightspace() {
        var columns = roster.identifying();
        var rows = new ArrayList<List<String>>();
        var title = scores.title() + " Points Grade <Numeric MaxPoints:" + Cells.number(scores.most()) + ">";
        rows.add(joined(heads(columns), head(title), Platform.END_OF_LINE));
        scores.scores().forEach(score -> rows.add(joined(cells(score, columns), points(score), "#")));
        return rows;
    }

    private List<String> heads(List<Integer> columns) {
        return columns.stream().map(roster.head()::get).toList();
    }

    /** The name of the column of points: the roster's own, or a new one. */
    private String head(String otherwise) {
        return column.map(PointsColumn::name).orElse(GuardedText.of(otherwise));
    }

    private List<String> cells(Scores.Score score, List<Integer> columns) {
        return Cells.of(roster, roster.row(students.get(score.student().id())), columns);
    }

    private String points(Scores.Score score) {
        return Cells.number(
                column.map(one -> one.scaled(score.total(), scores.most())).orElse(score.total()));
    }

    private static List<String> joined(List<String> cells, String... more) {
        return Stream.concat(cells.stream(), Stream.of(more)).toList();
    }
}
