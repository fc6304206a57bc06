package io.gradsheet.classroom.marking;

import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The marks of a class as a workbook: points by formula from a verdict on every answer and from weights, so that a teacher who
 * changes one of them sees all that follows.
 */
public final class MarksBook {
    static final String BUNDLE = "io/gradsheet/classroom/marking/Marking";

    private MarksBook() {}

    /** The workbook. */
    public static Plan of(Marks marks) {
        var texts = new Texts(BUNDLE, marks.language());
        var tasks = new TasksSheet(marks, texts);
        var answers = new AnswersSheet(marks, tasks, texts);
        var points = new MarksSheet(marks, texts, answers);
        var sheets = new ArrayList<SheetPlan>();
        sheets.add(points.sheet());
        if (!marks.marked().isEmpty()) {
            sheets.add(new ClassSheet(marks, texts, points, tasks).sheet());
        }
        sheets.add(tasks.sheet(points));
        if (!marks.marked().isEmpty()) {
            sheets.add(answers.sheet());
        }
        sheets.add(new FactsSheet(marks, texts).sheet());
        sheets.add(RecordSheet.of(marks));
        return new Plan(
                texts.get("marks.title", marks.title()),
                marks.subject(),
                marks.language().code(),
                sheets,
                List.of());
    }

    /** A text from outside, such as a name, which stands for itself. */
    static Cell plain(String text, Role role) {
        return new Cell.Label(RichText.plain(text), role);
    }

    /** What a mistake is called. */
    static String slip(Answer answer, Texts texts) {
        return answer.slip().map(slip -> texts.get("slip." + slip)).orElse("");
    }

    /** What most of the answers to a task that are wrong have in common, if it is known. */
    static Optional<String> usualSlip(List<Answer> answers, Texts texts) {
        return answers.stream()
                .flatMap(answer -> answer.slip().stream())
                .collect(Collectors.groupingBy(slip -> slip, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(entry -> texts.get("tasks.slip", texts.get("slip." + entry.getKey()), entry.getValue()));
    }
}
