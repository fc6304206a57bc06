package io.gradsheet.classroom.paper;

import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.Identity;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.SheetPlan;
import java.util.List;
import java.util.stream.Stream;

/** An exercise as pages to be printed, a sheet for each. */
public final class Paper {
    private static final String BUNDLE = "io/gradsheet/classroom/Classroom";

    private final Exercise exercise;
    private final Identity identity;
    private final Texts texts;
    private final Answers answers;

    /**
     * An exercise for somebody.
     *
     * @param identity whose it is; an exam tells no rules, any other edition does
     */
    public Paper(Exercise exercise, Identity identity) {
        this.texts = new Texts(BUNDLE, exercise.experiment().heading().language());
        this.exercise = onPaper(exercise, texts);
        this.identity = identity;
        this.answers = new Answers(this.exercise, texts);
    }

    /** The exercise without the tasks that only ask to look something up in the workbook, which nobody has on paper. */
    private static Exercise onPaper(Exercise exercise, Texts texts) {
        var all = new Answers(exercise, texts);
        var kept =
                exercise.tasks().stream().filter(task -> !all.isLookedUp(task)).toList();
        return kept.isEmpty() || kept.size() == exercise.tasks().size()
                ? exercise
                : new Exercise(
                        exercise.title(),
                        exercise.experiment(),
                        exercise.plan(),
                        kept,
                        exercise.slips(),
                        exercise.followThrough());
    }

    /** The exercise as far as it is on paper. */
    Exercise exercise() {
        return exercise;
    }

    /** The tasks, with the numbers that they are worked out from and room to write. */
    public Plan handout() {
        var head = new Head(exercise, identity, texts, false);
        return plan(new Handout(exercise, answers, head, texts, identity.edition() != Edition.EXAM).pages());
    }

    /** Every answer and how it is worked out. */
    public Plan solutions() {
        var head = new Head(exercise, identity, texts, true);
        return plan(new Solutions(exercise, answers, head, texts).pages());
    }

    private Plan plan(List<SheetPlan> pages) {
        return new Plan(exercise.title(), subject(), exercise.plan().language(), pages, List.of());
    }

    /** Stands in every footer, after the title: the name last, since one that is read from right to left would turn what follows it. */
    private String subject() {
        return Stream.concat(
                        Stream.of(identity.code()).filter(code -> !code.isEmpty()),
                        identity.student().stream().flatMap(student -> Stream.of(student.id(), student.name())))
                .reduce(exercise.plan().subject(), (before, next) -> before + " · " + next);
    }
}
