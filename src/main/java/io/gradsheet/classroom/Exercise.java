package io.gradsheet.classroom;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.lesson.frame.Slip;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.Experiment;
import io.gradsheet.template.Provenance;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A lesson to work in: the experiment, made as small as an exercise should be, the teacher's workbook of it, and the cells of that
 * workbook which learners fill in.
 *
 * @param title of the lesson
 * @param experiment what the workbook is of
 * @param plan the teacher's workbook
 * @param tasks in the order of the workbook, numbered from 1
 * @param slips what answers are worth that usual mistakes lead to, as a share of their points, where their task does not say
 * @param followThrough how far what follows from a mistake counts
 */
public record Exercise(
        String title,
        Experiment experiment,
        Plan plan,
        List<Task> tasks,
        Map<Slip.Kind, Double> slips,
        FollowThrough followThrough) {
    static final String BUNDLE = "io/gradsheet/classroom/Classroom";

    /** More cells than anybody fills in. */
    private static final int MOST_BLANKS = 2_000;

    /** Of a workbook that carries its template, which somebody may have changed. */
    private static final int MOST_ROWS = 50_000;

    public Exercise {
        tasks = List.copyOf(tasks);
        slips = Collections.unmodifiableMap(new TreeMap<>(slips));
    }

    /**
     * The exercise of a template: what its key {@code exercise} says, and where that is silent, what suits its kind of lesson.
     *
     * @param settings what replaces keys of the template
     * @throws io.gradsheet.template.TemplateException if anything is wrong in the template
     * @throws ExerciseException if there is nothing to fill in, or too much
     */
    public static Exercise of(Template template, List<Setting> settings) {
        var assignment = template.assignment(settings);
        var experiment = Sizes.of(template, settings, assignment);
        return of(template, settings, experiment);
    }

    /**
     * The exercise of a workbook that carries its template, which is as small there as it was made.
     *
     * @throws io.gradsheet.template.TemplateException if the template was changed and cannot be read
     * @throws ExerciseException if it asks for nothing, or too much
     */
    public static Exercise of(Provenance carried) {
        var template = Template.of(carried);
        var experiment = template.read(carried.settings());
        requireRows(template, Sizes.rows(experiment));
        var rows = Lessons.of(experiment).plan().sheets().stream()
                .mapToLong(SheetPlan::rows)
                .sum();
        requireRows(template, rows);
        return of(template, carried.settings(), experiment);
    }

    private static void requireRows(Template template, long rows) {
        if (rows > MOST_ROWS) {
            throw new ExerciseException(String.format(
                    Locale.ROOT,
                    "%s: its workbook would have %,d rows, and nobody works through more than %,d by hand",
                    template.name(),
                    rows,
                    MOST_ROWS));
        }
    }

    static Exercise of(Template template, List<Setting> settings, Experiment experiment) {
        var assignment = template.assignment(settings);
        var lesson = Lessons.of(experiment);
        var plan = lesson.plan();
        var words = new LessonWords(
                experiment, new Texts(BUNDLE, experiment.heading().language()));
        var tasks = assignment.tasks().isEmpty()
                ? Suggestion.tasks(lesson, plan, words)
                : new TaskFinder(assignment.tasks(), lesson, plan, words).tasks();
        var exercise = new Exercise(
                plan.title(),
                experiment,
                plan,
                tasks,
                SlipNames.credits(assignment.slips()),
                FollowThrough.of(assignment.freeMistakes()));
        var blanks = exercise.cells();
        if (blanks == 0) {
            throw new ExerciseException(template.name()
                    + (assignment.tasks().isEmpty()
                            ? ": this lesson has no exercise of its own; say in exercise.tasks, or with --blank, which cells"
                                    + " are left blank"
                            : ": no cell of the workbook is what exercise.tasks asks for; check sheet, roles, symbols and"
                                    + " numbers there"));
        }
        if (blanks > MOST_BLANKS) {
            throw new ExerciseException(String.format(
                    Locale.ROOT,
                    "%s: exercise.tasks asks for %,d cells, but at most %,d are possible; choose fewer rows",
                    template.name(),
                    blanks,
                    MOST_BLANKS));
        }
        return exercise;
    }

    /** How many cells there are to fill in. */
    public int cells() {
        return tasks.stream().mapToInt(task -> task.blanks().size()).sum();
    }

    /** The points of all tasks. */
    public double points() {
        return tasks.stream().mapToDouble(Task::points).sum();
    }
}
