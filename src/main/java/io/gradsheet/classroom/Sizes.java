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
import java.util.stream.Stream;

/** Makes a lesson as small as an exercise should be: so many samples, epochs or steps as a learner works out by hand. */
final class Sizes {
    private static final int SAMPLES = 2;
    private static final Setting FEW_EPOCHS = new Setting("epochs", "2");
    private static final int MOST_STEPS = 4;
    private static final Setting FEW_STEPS = new Setting("steps", Integer.toString(MOST_STEPS));
    private static final Setting NO_TEST = new Setting("data.test", "null");

    /** What speaks of more samples than there are. */
    private static final List<Setting> NO_BATCHES =
            List.of(new Setting("train.batch", "null"), new Setting("train.order", "null"));

    private Sizes() {}

    static Experiment of(Template template, List<Setting> settings, Assignment assignment) {
        return of(template, template.read(settings), settings, assignment, "");
    }

    /**
     * The experiment of an exercise.
     *
     * @param whole what the template makes, be its parameters or its start others or not
     * @param settings what is asked for in any case
     * @param seed what draws the samples, {@code seed: 7}; empty for the first ones
     */
    static Experiment of(
            Template template, Experiment whole, List<Setting> settings, Assignment assignment, String seed) {
        if (whole instanceof NetworkExperiment network) {
            var smaller = new ArrayList<Setting>();
            // With other samples a template's title counts no longer, unless it is set as well.
            whole.heading().title().ifPresent(title -> smaller.add(new Setting("title", quoted(title))));
            smaller.add(FEW_EPOCHS);
            smaller.addAll(assignment.sizes());
            smaller.add(new Setting("data.pick", "{" + pick(network, assignment, seed) + "}"));
            if (network.data().hasTest()) {
                smaller.add(NO_TEST);
            }
            return read(template, smaller, settings);
        }
        if (whole instanceof DescentExperiment descent) {
            var smaller = new ArrayList<Setting>();
            if (descent.steps() > MOST_STEPS) {
                smaller.add(FEW_STEPS);
            }
            smaller.addAll(assignment.sizes());
            return template.read(joined(smaller, settings));
        }
        return whole;
    }

    /** How many rows the steps of an experiment take at least; known before they are worked out. */
    static long rows(Experiment experiment) {
        if (experiment instanceof NetworkExperiment network) {
            return (long) network.epochs() * network.samples().size();
        }
        return experiment instanceof DescentExperiment descent ? descent.steps() : 0;
    }

    private static String pick(NetworkExperiment network, Assignment assignment, String seed) {
        var few = network.classes().size() == SAMPLES
                ? "each: 1"
                : "first: " + Math.min(network.samples().size(), SAMPLES);
        var pick = assignment.samples().orElse(few);
        return seed.isEmpty() ? pick : pick.replace("first", "random") + ", " + seed;
    }

    private static Experiment read(Template template, List<Setting> smaller, List<Setting> settings) {
        try {
            return template.read(joined(smaller, settings));
        } catch (TemplateException e) {
            return template.read(joined(joined(smaller, settings), NO_BATCHES));
        }
    }

    /** What comes last counts. */
    private static List<Setting> joined(List<Setting> smaller, List<Setting> settings) {
        return Stream.concat(smaller.stream(), settings.stream()).toList();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
