package io.gradsheet.classroom.tables;

import io.gradsheet.classroom.Student;
import java.util.List;
import java.util.Optional;

/**
 * The points of a class.
 *
 * @param title of the exercise
 * @param most points that can be had
 * @param tasks how many tasks there are
 * @param scores of the students who are marked, in the order of the class
 * @param missing the students of whom nothing came back
 */
public record Scores(String title, double most, int tasks, List<Score> scores, List<Student> missing) {
    public Scores {
        scores = List.copyOf(scores);
        missing = List.copyOf(missing);
    }

    /**
     * The points of a student.
     *
     * @param points of each task
     * @param total of all tasks
     * @param feedback a sentence or two to the student
     * @param file that came back
     * @param canvasUser the number under which Canvas keeps the student, where the file's name tells it and is theirs
     */
    public record Score(
            Student student,
            List<Double> points,
            double total,
            String feedback,
            String file,
            Optional<String> canvasUser) {
        public Score {
            points = List.copyOf(points);
        }
    }
}
