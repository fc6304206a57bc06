package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.Task;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Plan;
import java.util.List;

/**
 * What was handed out to a student.
 *
 * @param id of the student
 * @param name of the student
 * @param exercise with the teacher's workbook of it
 * @param plan the workbook as it was handed out
 * @param otherwise where the returned workbook says that it was another
 */
record Handout(String id, String name, Exercise exercise, Plan plan, Otherwise otherwise) {
    List<Task> tasks() {
        return exercise.tasks();
    }

    /** Where the blanks are, in their order: the same for all students of an exercise, whatever their numbers. */
    List<Address> places() {
        return tasks().stream()
                .flatMap(task -> task.blanks().stream())
                .map(blank -> blank.place())
                .toList();
    }
}
