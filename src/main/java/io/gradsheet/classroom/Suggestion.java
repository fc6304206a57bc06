package io.gradsheet.classroom;

import io.gradsheet.lesson.frame.Lesson;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** What a lesson asks for when its template does not say. */
final class Suggestion {
    private static final int MOST_TASKS = 20;
    private static final int MOST_ON_A_SHEET = 6;

    private Suggestion() {}

    static List<Task> tasks(Lesson lesson, Plan plan, LessonWords words) {
        var tasks = new TaskFinder(lesson.usualTasks(), lesson, plan, words).tasks();
        return lesson.isOfLines() ? tasks : fewest(tasks);
    }

    /** The first ones of every sheet that take some work, numbered anew. */
    private static List<Task> fewest(List<Task> all) {
        var onSheet = new HashMap<String, Integer>();
        var tasks = new ArrayList<Task>();
        for (var task : all) {
            var idle = task.blanks().stream()
                    .allMatch(blank -> isIdle(blank.answer().formula()));
            var sheet = task.blanks().get(0).place().sheet();
            if (!idle && tasks.size() < MOST_TASKS && onSheet.merge(sheet, 1, Integer::sum) <= MOST_ON_A_SHEET) {
                tasks.add(new Task(
                        tasks.size() + 1,
                        task.title(),
                        task.words(),
                        task.blanks(),
                        task.points(),
                        task.tolerance(),
                        task.formula(),
                        task.slips()));
            }
        }
        return tasks;
    }

    /** Whether a formula only passes another cell on, or holds nothing but numbers. */
    private static boolean isIdle(Formula formula) {
        return formula instanceof Reference || isFixed(formula);
    }

    private static boolean isFixed(Formula formula) {
        return formula instanceof Formula.Constant
                || (!(formula instanceof Formula.Call)
                        && !formula.parts().isEmpty()
                        && formula.parts().stream().allMatch(Suggestion::isFixed));
    }
}
