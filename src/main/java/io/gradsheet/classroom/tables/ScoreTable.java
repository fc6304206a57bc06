package io.gradsheet.classroom.tables;

import io.gradsheet.classroom.ExerciseException;
import io.gradsheet.classroom.roster.Platform;
import io.gradsheet.classroom.roster.Roster;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.xlsx.OutputFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/** A table of points for a certain reader, as comma-separated values in UTF-8. */
public final class ScoreTable {
    private final Format format;
    private final Optional<Roster> roster;
    private final Optional<PointsColumn> column;

    private ScoreTable(Format format, Optional<Roster> roster, Optional<PointsColumn> column) {
        this.format = format;
        this.roster = roster;
        this.column = column;
    }

    /**
     * A table that can be written once the points are known.
     *
     * @param roster of the class, if there is one; its own identifying columns go into the table as they came
     * @param column the name of the roster's column that the points go to, if it is not to be a new one
     * @throws ExerciseException if the roster is not that of the reader
     */
    public static ScoreTable of(Format format, Optional<Roster> roster, Optional<String> column) {
        var platform = roster.map(Roster::platform).orElse(Platform.OTHER);
        var fitting =
                format == Format.MOODLE && platform == Platform.MOODLE_WORKSHEET ? Format.MOODLE_WORKSHEET : format;
        switch (fitting) {
            case MOODLE_WORKSHEET ->
                require(
                        platform == Platform.MOODLE_WORKSHEET,
                        "a table for moodle-worksheet is the grading worksheet of the assignment, filled in: name it as"
                                + " --roster");
            case BLACKBOARD ->
                require(
                        platform == Platform.BLACKBOARD,
                        "a table for blackboard needs the columns of Blackboard: download the grade centre, and name that"
                                + " file as --roster");
            case BRIGHTSPACE ->
                require(
                        platform == Platform.BRIGHTSPACE,
                        "a table for brightspace needs the columns of Brightspace: export the grades, and name that file as"
                                + " --roster");
            case ANY, MOODLE, CANVAS -> {}
        }
        require(
                column.isEmpty() || (roster.isPresent() && fitting != Format.ANY),
                "--points-column names a column of the roster for a table that a platform imports: add --roster and"
                        + " --csv-for");
        return new ScoreTable(fitting, roster, roster.flatMap(read -> PointsColumn.of(read, fitting, column)));
    }

    private static void require(boolean isGiven, String sentence) {
        if (!isGiven) {
            throw new ExerciseException(sentence);
        }
    }

    /**
     * Writes the table. It appears whole or not at all.
     *
     * @param texts of the table that anybody reads
     * @return what a teacher should know of it: a sentence each
     * @throws io.gradsheet.xlsx.OutputException if it cannot be written
     */
    public List<String> write(OutputFile file, Scores scores, Texts texts) {
        var remarks = new ArrayList<String>();
        var known = roster.map(read -> known(scores, read, remarks)).orElse(scores);
        var table = rows(known, texts).stream()
                .map(row -> CSVFormat.DEFAULT.format(row.toArray()) + CSVFormat.DEFAULT.getRecordSeparator())
                .collect(Collectors.joining());
        file.write(draft -> Files.writeString(draft, table, StandardCharsets.UTF_8));
        column.flatMap(one -> one.remark(known.most())).ifPresent(remarks::add);
        return remarks;
    }

    /** Without students whom the roster does not know: nobody can say under which columns their points belong. */
    private Scores known(Scores scores, Roster read, List<String> remarks) {
        if (format == Format.ANY) {
            return scores;
        }
        var students = read.students().stream().map(student -> student.id()).collect(Collectors.toSet());
        var known = new ArrayList<Scores.Score>();
        for (var score : scores.scores()) {
            if (students.contains(score.student().id())) {
                known.add(score);
            } else {
                remarks.add(score.student().id() + " is not in " + read.file() + ", and is left out of the table");
            }
        }
        return new Scores(scores.title(), scores.most(), scores.tasks(), known, scores.missing());
    }

    private List<List<String>> rows(Scores scores, Texts texts) {
        return switch (format) {
            case ANY -> new OpenTable(scores, texts).rows();
            case MOODLE ->
                roster.map(read -> new RosterRows(read, scores, column).moodle())
                        .orElseGet(() -> new PlainRows(scores).moodle());
            case MOODLE_WORKSHEET -> new Worksheet(roster.orElseThrow(), scores, column.orElseThrow()).rows();
            case CANVAS ->
                roster.filter(read -> read.platform() == Platform.CANVAS)
                        .map(read -> new RosterRows(read, scores, column).canvas())
                        .orElseGet(() -> new PlainRows(scores, roster).canvas());
            case BLACKBOARD -> new RosterRows(roster.orElseThrow(), scores, column).blackboard();
            case BRIGHTSPACE -> new RosterRows(roster.orElseThrow(), scores, column).brightspace();
        };
    }
}
