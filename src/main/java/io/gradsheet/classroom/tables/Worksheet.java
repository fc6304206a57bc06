package io.gradsheet.classroom.tables;

import io.gradsheet.classroom.roster.ColumnKind;
import io.gradsheet.classroom.roster.GuardedText;
import io.gradsheet.classroom.roster.Roster;
import io.gradsheet.classroom.tables.Scores.Score;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The grading worksheet of an assignment in Moodle, filled in. Rows of students who are not marked stay as they came. */
record Worksheet(Roster roster, Scores scores, PointsColumn column) {
    List<List<String>> rows() {
        var marked = scores.scores().stream()
                .collect(Collectors.toMap(score -> score.student().id(), Function.identity()));
        var rows = new ArrayList<List<String>>();
        rows.add(roster.head());
        for (var student : roster.students()) {
            rows.add(row(roster.row(student), student.id(), marked));
        }
        return rows;
    }

    private List<String> row(List<String> cells, String id, Map<String, Score> marked) {
        var columns = IntStream.range(0, cells.size()).boxed().toList();
        var row = new ArrayList<>(Cells.of(roster, cells, columns));
        var score = marked.get(id);
        if (score != null) {
            row.set(column.index(), points(cells, score));
            roster.column(ColumnKind.FEEDBACK)
                    .ifPresent(feedback -> row.set(feedback, GuardedText.of(score.feedback())));
        }
        return Collections.unmodifiableList(row);
    }

    /** With the decimal comma if Moodle has written the maximum with one: a spreadsheet of that country reads it so. */
    private String points(List<String> cells, Score score) {
        var points = Cells.number(column.scaled(score.total(), scores.most()));
        var hasComma = roster.column(ColumnKind.MAXIMUM)
                .filter(maximum -> cells.get(maximum).contains(","))
                .isPresent();
        return hasComma ? points.replace('.', ',') : points;
    }
}
