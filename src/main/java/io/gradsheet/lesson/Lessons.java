package io.gradsheet.lesson;

import io.gradsheet.lesson.backpropagation.Backpropagation;
import io.gradsheet.lesson.descent.Descent;
import io.gradsheet.lesson.difference.GradientReview;
import io.gradsheet.lesson.difference.NeuronError;
import io.gradsheet.lesson.forward.NetworkForward;
import io.gradsheet.lesson.forward.NetworkSymbols;
import io.gradsheet.lesson.frame.Lesson;
import io.gradsheet.lesson.live.LiveTraining;
import io.gradsheet.lesson.solver.SolverLesson;
import io.gradsheet.lesson.worksheet.Worksheet;
import io.gradsheet.network.Layer;
import io.gradsheet.network.Pooling;
import io.gradsheet.network.Recurrent;
import io.gradsheet.template.DescentExperiment;
import io.gradsheet.template.Experiment;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.WorksheetExperiment;
import java.util.Map;
import java.util.function.Function;

/** The lessons there are. */
public final class Lessons {
    private static final String TRAINING = "4.3-backpropagation";

    /** Which of a window is the largest is asked one by one, and Excel takes no more than 64 questions inside one another. */
    private static final int LARGEST_WINDOW = 50;

    private static final Map<String, Function<NetworkExperiment, Lesson>> OF_NETWORKS = Map.of(
            "3.1-parameters",
            NetworkSymbols::new,
            "3.2-forward",
            NetworkForward::new,
            "3.5-solver",
            SolverLesson::new,
            "4.1-gradient-review",
            GradientReview::new,
            "4.2-neuron-error",
            NeuronError::new,
            TRAINING,
            Backpropagation::new,
            "4.3-live",
            LiveTraining::new);

    private Lessons() {}

    /** The lesson that an experiment is for, with the experiment in it. */
    public static Lesson of(Experiment experiment) {
        if (experiment instanceof NetworkExperiment network) {
            if (!isShown(network)) {
                return new WithoutSheets(network);
            }
            return OF_NETWORKS.get(network.heading().lesson()).apply(network);
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

    /** Whether there are sheets for a network's layers: of a training, for maps too. */
    private static boolean isShown(NetworkExperiment experiment) {
        var network = experiment.network();
        return network.isDense()
                || (experiment.heading().lesson().equals(TRAINING)
                        && network.following().stream().noneMatch(Lessons::isBeyondASheet));
    }

    private static boolean isBeyondASheet(Layer layer) {
        return layer instanceof Recurrent
                || (layer instanceof Pooling pooling && pooling.rows() * pooling.columns() > LARGEST_WINDOW);
    }
}
