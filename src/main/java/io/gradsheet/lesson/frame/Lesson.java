package io.gradsheet.lesson.frame;

import io.gradsheet.sheet.Plan;
import io.gradsheet.template.Assignment.Selection;
import java.util.List;
import java.util.Optional;

/** One exercise with an experiment in it, ready to become a workbook. */
public interface Lesson {
    /**
     * The workbook. Java's results in it come from the arrays of a training run of its own, never from its formulas.
     *
     * @throws io.gradsheet.sheet.PlanTooLargeException if a sheet would pass what a workbook can hold
     * @throws io.gradsheet.training.DivergenceException if training leaves the representable numbers
     * @throws UnrepresentableException if a formula would leave the range of a spreadsheet
     */
    Plan plan();

    /**
     * The same lesson, its inputs as they stand in a workbook now. What the workbook recorded when it was made stays.
     *
     * @throws InputException if an input holds what no computation can start from
     */
    Lesson with(Inputs inputs);

    /** What the inputs as they stand have come to, a sentence each. */
    default List<String> remarks() {
        return List.of();
    }

    /** What somebody should know of its computation before handing it out, a sentence each. */
    default List<String> cautions() {
        return List.of();
    }

    /** The computation alone, if it runs step by step. */
    Optional<Course> course();

    /**
     * What a solver can do in place of that computation, if there is anything.
     *
     * @throws io.gradsheet.training.SolverException if the experiment is one that no solver can take over
     */
    default Optional<Problem> problem() {
        return Optional.empty();
    }

    /** What its template calls cells, apart from what stands near them. */
    default List<Plan.Name> symbols() {
        return List.of();
    }

    /** Whether its sheets are read line by line, each of a sample or a step; those of any other are read table by table. */
    default boolean isOfLines() {
        return false;
    }

    /** What an exercise asks for if the template does not say; nothing at all, if there is nothing in it to be asked for. */
    default List<Selection> usualTasks() {
        return List.of(Selection.of().inRows(1, 2, 3));
    }

    /** The mistakes that learners usually make in its cells. */
    default Slips slips() {
        return Slips.NONE;
    }
}
