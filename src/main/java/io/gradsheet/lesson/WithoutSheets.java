package io.gradsheet.lesson;

import io.gradsheet.lesson.frame.Course;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Lesson;
import io.gradsheet.lesson.frame.Problem;
import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.lesson.network.NetworkProblem;
import io.gradsheet.lesson.network.TrainingCourse;
import io.gradsheet.sheet.Plan;
import io.gradsheet.template.NetworkExperiment;
import java.util.Optional;

/** A network that Java trains and no workbook shows: there are no sheets for its layers. */
final class WithoutSheets implements Lesson {
    private final NetworkExperiment experiment;

    WithoutSheets(NetworkExperiment experiment) {
        this.experiment = experiment;
    }

    @Override
    public Plan plan() {
        throw new UnrepresentableException(
                experiment.provenance().name()
                        + ": there are no sheets for its layers: a convolution or a pooling (of windows of up to 50 units) is shown by"
                        + " lesson 4.3-backpropagation only, and a recurrent layer by none; train, solve and gradcheck work with it");
    }

    @Override
    public Lesson with(Inputs inputs) {
        return this;
    }

    @Override
    public Optional<Course> course() {
        return problem().map(trainable -> new TrainingCourse(experiment));
    }

    @Override
    public Optional<Problem> problem() {
        return experiment.network().isTrainable() ? Optional.of(new NetworkProblem(experiment)) : Optional.empty();
    }
}
