package io.gradsheet.classroom.tables;

import io.gradsheet.classroom.roster.ColumnKind;
import io.gradsheet.classroom.roster.GuardedText;
import io.gradsheet.classroom.roster.Platform;
import io.gradsheet.classroom.roster.Roster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables for a platform that no roster of its own is there for: students are known by their ids. */
record PlainRows(Scores scores, Optional<Roster> roster) {
    static final String MAXIMUM = "Maximum points";
    static final String FEEDBACK = "Feedback";

    PlainRows(Scores scores) {
        this(scores, Optional.empty());
    }

    List<List<String>> moodle() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("ID number", "Full name", GuardedText.of(scores.title()), MAXIMUM, FEEDBACK));
        for (var score : scores.scores()) {
            rows.add(List.of(
                    GuardedText.key(score.student().id()),
                    GuardedText.of(score.student().name()),
                    Cells.number(score.total()),
                    Cells.number(scores.most()),
                    GuardedText.of(score.feedback())));
        }
        return rows;
    }

    /** Canvas knows people by its own number, which the name of a file may tell, or by what the school calls them. */
    List<List<String>> canvas() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Student", "ID", "SIS User ID", "SIS Login ID", "Section", GuardedText.of(scores.title())));
        rows.add(List.of("    " + Platform.POINTS_POSSIBLE, "", "", "", "", Cells.number(scores.most())));
        for (var score : scores.scores()) {
            var id = GuardedText.key(score.student().id());
            rows.add(List.of(
                    GuardedText.of(score.student().name()),
                    score.canvasUser().map(GuardedText::key).orElse(""),
                    isLogin() ? "" : id,
                    isLogin() ? id : "",
                    "",
                    Cells.number(score.total())));
        }
        return rows;
    }

    /** Whether ids are what people sign in with. */
    private boolean isLogin() {
        return roster.flatMap(read -> ColumnKind.of(read.head().get(read.idColumn())))
                .filter(kind -> kind == ColumnKind.USERNAME || kind == ColumnKind.EMAIL)
                .isPresent();
    }
}
