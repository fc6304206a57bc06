package io.gradsheet.classroom;

import io.gradsheet.template.Assignment;
import io.gradsheet.template.DescentExperiment;
import io.gradsheet.template.Experiment;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import io.gradsheet.template.TemplateException;
import java.util.ArrayList;
import java.util.List;

/** Makes a lesson as small as an exercise should be: so many samples, epochs or steps as a learner works out by hand. */
final class Sizes {
    private static final Setting FEW_EPOCHS = new Setting("epochs", "2");
    private static final Setting FEW_STEPS = new Setting("steps", "4");
    private static final Setting NO_TEST = new Setting("data.test", "null");

    /** What speaks of more samples than there are. */
    private static final List<Setting> NO_BATCHES =
            List.of(new Setting("train.batch", "null"), new Setting("train.order", "null"));

    private Sizes() {}

    static Experiment of(Template template, List<Setting> settings, Assignment assignment) {
        return of(template, settings, assignment, "");
    }

    /**
     * The experiment of an exercise.
     *
     * @param seed what draws the samples, {@code seed: 7}; empty for the first ones
     */
    static Experiment of(Template template, List<Setting> settings, Assignment assignment, String seed) {
        var whole = template.read(settings);
        var own = new ArrayList<>(settings);
        if (whole instanceof NetworkExperiment network) {
            // With other samples a template's title counts no longer, unless it is set as well.
            whole.heading().title().ifPresent(title -> own.add(new Setting("title", quoted(title))));
            own.add(FEW_EPOCHS);
            own.addAll(assignment.sizes());
            return fewSamples(template, own, network, assignment, seed);
        }
        if (whole instanceof DescentExperiment descent) {
            if (descent.steps() > Suggestion.STEPS) {
                own.add(FEW_STEPS);
            }
            own.addAll(assignment.sizes());
            return template.read(own);
        }
        return whole;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static Experiment fewSamples(
            Template template, List<Setting> settings, NetworkExperiment network, Assignment assignment, String seed) {
        var all = network.samples().size();
        var pick = assignment
                .samples()
                .orElse(
                        network.classes().size() == Suggestion.SAMPLES
                                ? "each: 1"
                                : "first: " + Math.min(all, Suggestion.SAMPLES));
        var drawn = seed.isEmpty() ? pick : pick.replace("first", "random") + ", " + seed;
        var few = new ArrayList<>(settings);
        few.add(new Setting("data.pick", "{" + drawn + "}"));
        if (network.data().hasTest()) {
            few.add(NO_TEST);
        }
        try {
            return template.read(few);
        } catch (TemplateException e) {
            few.addAll(NO_BATCHES);
            return template.read(few);
        }
    }
}
