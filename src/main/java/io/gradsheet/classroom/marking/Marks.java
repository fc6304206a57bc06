package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Task;
import io.gradsheet.template.Language;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * What came of marking a class.
 *
 * @param title of the lesson
 * @param subject the lesson's id
 * @param weights what answers are worth that are not simply right or wrong
 * @param tasks with their titles and points; what is right differs from student to student
 * @param marked the workbooks, in the order of the class
 * @param missing the students of whom no workbook came back; none where the class is not known
 * @param refusals the files that are not marked
 * @param facts what a teacher may want to look at
 * @param seen how many files came in: those that are marked and those that are not
 * @param remarks what else there is to say of files that are marked
 */
public record Marks(
        String title,
        String subject,
        Language language,
        Weights weights,
        List<Task> tasks,
        List<Marked> marked,
        List<Missing> missing,
        List<Refusal> refusals,
        List<Fact> facts,
        int seen,
        List<String> remarks) {
    /** A student of whom no workbook came back. */
    public record Missing(String id, String name) {}

    public Marks {
        tasks = List.copyOf(tasks);
        marked = List.copyOf(marked);
        missing = List.copyOf(missing);
        refusals = List.copyOf(refusals);
        facts = List.copyOf(facts);
        remarks = List.copyOf(remarks);
    }

    /** The same with other workbooks. */
    Marks with(List<Marked> others) {
        return new Marks(title, subject, language, weights, tasks, others, missing, refusals, facts, seen, remarks);
    }

    /** The same with other words for all that is said of students and files. */
    Marks with(
            List<Marked> others,
            List<Missing> otherMissing,
            List<Refusal> otherRefusals,
            List<Fact> otherFacts,
            List<String> otherRemarks) {
        return new Marks(
                title,
                subject,
                language,
                weights,
                tasks,
                others,
                otherMissing,
                otherRefusals,
                otherFacts,
                seen,
                otherRemarks);
    }

    /** The same with other weights and points. */
    Marks with(Weights otherWeights, List<Task> otherTasks) {
        return new Marks(
                title, subject, language, otherWeights, otherTasks, marked, missing, refusals, facts, seen, remarks);
    }

    /** The points of a task that a student has, to hundredths. */
    public double points(Marked student, Task task) {
        var shares = student.answers(task).stream()
                .mapToDouble(answer -> weights.share(task, answer))
                .average()
                .orElse(0);
        return hundredths(task.points() * shares);
    }

    /** The task that an answer is to, with the points and weights of these marks. */
    Task task(Answer answer) {
        return tasks.get(answer.task().number() - 1);
    }

    /** All points of a student. */
    public double total(Marked student) {
        return hundredths(
                tasks.stream().mapToDouble(task -> points(student, task)).sum());
    }

    /** What a student has of all points, from 0 to 1. */
    public double share(Marked student) {
        return most() == 0 ? 0 : total(student) / most();
    }

    /** The most that can be had. */
    public double most() {
        return tasks.stream().mapToDouble(Task::points).sum();
    }

    /** Rounded as spreadsheets do: what is half a hundredth in 15 digits goes up. */
    static double hundredths(double points) {
        return BigDecimal.valueOf(points)
                .round(new MathContext(15))
                .setScale(2, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
