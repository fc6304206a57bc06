package io.gradsheet.cli;

import io.gradsheet.classroom.marking.Answer;
import io.gradsheet.classroom.marking.Fact;
import io.gradsheet.classroom.marking.FeedbackFolder.Trouble;
import io.gradsheet.classroom.marking.Marked;
import io.gradsheet.classroom.marking.Marks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The marks of a class for programs. */
final class GradeReport {
    private GradeReport() {}

    static Map<String, Object> of(Marks marks, List<Trouble> troubles) {
        var report = new LinkedHashMap<String, Object>();
        report.put("lesson", marks.subject());
        report.put("points", marks.most());
        report.put("counts", counts(marks));
        report.put(
                "students",
                marks.marked().stream().map(student -> student(marks, student)).toList());
        report.put("missing", marks.missing());
        report.put("notMarked", marks.refusals());
        report.put("remarks", marks.remarks());
        report.put("facts", marks.facts().stream().map(GradeReport::fact).toList());
        report.put("feedback", troubles);
        return report;
    }

    private record Counts(int files, int marked, int notMarked, int studentsWithoutWorkbook) {}

    /** What came in is what is marked and what is not. */
    private static Counts counts(Marks marks) {
        return new Counts(
                marks.seen(),
                marks.marked().size(),
                marks.refusals().size(),
                marks.missing().size());
    }

    private static Map<String, Object> student(Marks marks, Marked student) {
        var report = new LinkedHashMap<String, Object>();
        report.put("id", student.id());
        report.put("name", student.name());
        report.put("file", student.file().name());
        report.put("points", marks.total(student));
        report.put(
                "tasks",
                marks.tasks().stream().map(task -> marks.points(student, task)).toList());
        report.put(
                "answers", student.answers().stream().map(GradeReport::answer).toList());
        return report;
    }

    private static Map<String, Object> answer(Answer answer) {
        var report = new LinkedHashMap<String, Object>();
        report.put("task", answer.task().number());
        report.put("cell", answer.blank().place().toString());
        report.put("verdict", answer.verdict());
        answer.number().ifPresent(found -> report.put("found", found));
        report.put("right", answer.blank().value());
        answer.followed().ifPresent(followed -> report.put("rightGivenOwnCells", followed));
        report.put("formula", answer.isLive());
        answer.slip().ifPresent(slip -> report.put("slip", slip));
        return report;
    }

    private record ToldFact(String student, Fact.Kind kind, String other, List<String> cells) {}

    private static ToldFact fact(Fact fact) {
        return new ToldFact(
                fact.student(),
                fact.kind(),
                fact.other(),
                fact.cells().stream().map(Object::toString).toList());
    }
}
