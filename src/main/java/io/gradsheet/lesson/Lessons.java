package io.gradsheet.lesson;

import io.gradsheet.lesson.backpropagation.Backpropagation;
import io.gradsheet.lesson.descent.Descent;
import io.gradsheet.lesson.frame.Lesson;
import io.gradsheet.lesson.worksheet.Worksheet;
import io.gradsheet.template.DescentExperiment;
import io.gradsheet.template.Experiment;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.WorksheetExperiment;

/** The lessons there are. */
public final class Lessons {
    private Lessons() {}

    /** The lesson that an experiment is for, with the experiment in it. */
    public static Lesson of(Experiment experiment) {
        if (experiment instanceof NetworkExperiment network) {
            return new Backpropagation(network);
        }
        if (experiment instanceof DescentExperiment descent) {
            return new Descent(descent);
        }
        if (experiment instanceof WorksheetExperiment worksheet) {
            return new Worksheet(worksheet);
        }
        throw new IllegalArgumentException(
                "no lesson for " + experiment.heading().lesson());
    }
}
