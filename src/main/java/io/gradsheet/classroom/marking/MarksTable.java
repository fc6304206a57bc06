package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.Task;
import io.gradsheet.classroom.tables.ScoreTable;
import io.gradsheet.classroom.tables.Scores;
import io.gradsheet.classroom.tables.Scores.Score;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Value;
import io.gradsheet.xlsx.OutputFile;
import java.util.List;
import java.util.stream.Collectors;

/** The marks of a class as points that a table is made of. */
public final class MarksTable {
    private final Marks marks;
    private final Texts texts;

    public MarksTable(Marks marks) {
        this.marks = marks;
        this.texts = new Texts(MarksBook.BUNDLE, marks.language());
    }

    /**
     * Writes the table. It appears whole or not at all.
     *
     * @return what a teacher should know of it: a sentence each
     * @throws io.gradsheet.xlsx.OutputException if it cannot be written
     */
    public List<String> write(OutputFile file, ScoreTable table) {
        return table.write(file, scores(), texts);
    }

    /** The points of the class. */
    public Scores scores() {
        return new Scores(
                marks.title(),
                marks.most(),
                marks.tasks().size(),
                marks.marked().stream().map(this::score).toList(),
                marks.missing().stream()
                        .map(student -> new Student(student.id(), student.name()))
                        .toList());
    }

    private Score score(Marked student) {
        return new Score(
                new Student(student.id(), student.name()),
                marks.tasks().stream().map(task -> marks.points(student, task)).toList(),
                marks.total(student),
                marks.tasks().stream().map(task -> feedback(student, task)).collect(Collectors.joining("; ")),
                student.file().name(),
                // Of a file that somebody handed in for another, Canvas would mark the former.
                student.file()
                        .submitter()
                        .filter(submitter -> submitter.platform() == Submitter.Platform.CANVAS)
                        .filter(submitter -> submitter.mayBe(student.name()))
                        .map(Submitter::number));
    }

    /** The points of a task, with the slips in it. */
    private String feedback(Marked student, Task task) {
        var slips = student.answers(task).stream()
                .flatMap(answer -> answer.slip().stream())
                .distinct()
                .map(slip -> texts.get("slip." + slip))
                .collect(Collectors.joining(", "));
        return texts.get("marks.task", task.number()) + ": "
                + texts.get("feedback.points", number(marks.points(student, task)), number(task.points()))
                + (slips.isEmpty() ? "" : " (" + slips + ")");
    }

    private static String number(double value) {
        return Value.of(value).toString();
    }
}
