package io.gradsheet.lesson.network;

import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.List;

/** The texts of a lesson on a network: its own, and behind them those of the sheets that several such lessons have. */
public final class NetworkTexts {
    private static final String BUNDLE = "io/gradsheet/lesson/network/Network";

    private NetworkTexts() {}

    /**
     * Opens the texts.
     *
     * @param bundle the lesson's own resource bundle
     */
    public static Texts of(String bundle, NetworkExperiment experiment) {
        return new Texts(List.of(bundle, BUNDLE), experiment.heading().language(), variants(experiment));
    }

    /** What the texts speak of: other steps than the book's, a test, numbers to come close to, inputs that are no picture. */
    private static List<String> variants(NetworkExperiment experiment) {
        var data = experiment.data();
        var variants = new ArrayList<String>();
        var hasSteps =
                !experiment.hyperparameters().isPlain(experiment.samples().size());
        if (!experiment.network().isDense()) {
            variants.add("layers");
        }
        if (data.hasTest() && hasSteps) {
            variants.add("split.steps");
        }
        if (data.hasTest()) {
            variants.add("split");
        }
        if (hasSteps) {
            variants.add("steps");
        }
        if (!data.hasClasses()) {
            variants.add("numbers");
        }
        if (!data.meaning().image().isPicture()) {
            variants.add("plain");
        }
        return variants;
    }
}
