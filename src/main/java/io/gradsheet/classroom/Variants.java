package io.gradsheet.classroom;

import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.network.Network;
import io.gradsheet.sheet.Role;
import io.gradsheet.template.Assignment;
import io.gradsheet.template.Assignment.Interval;
import io.gradsheet.template.DescentExperiment;
import io.gradsheet.template.Experiment;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import io.gradsheet.template.WorksheetExperiment;
import io.gradsheet.training.DivergenceException;
import io.gradsheet.training.PathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The exercises of a class: one lesson, and for each student numbers of their own, drawn from a secret and the student's id. The same
 * template, settings, secret and id always give the same exercise, so that nothing else need be kept.
 */
public final class Variants {
    /** So often numbers are drawn for a student at most. */
    public static final int MOST_DRAWS = 50;

    private static final Interval PARAMETERS = new Interval(-1, 1);
    private static final String INITIAL = "initial";

    /** As close to 0, 1 or −1 an answer takes no work. */
    private static final double NEAR = 0.01;

    private final Template template;
    private final List<Setting> settings;
    private final String secret;
    private final Assignment assignment;
    private final Experiment whole;
    private final double usual;

    /**
     * Prepares variants of a template.
     *
     * @throws io.gradsheet.template.TemplateException if anything is wrong in the template
     * @throws ExerciseException if there is nothing to fill in, or too much, or an interval is for nothing that there is
     */
    public Variants(Template template, List<Setting> settings, String secret) {
        this.template = template;
        this.settings = List.copyOf(settings);
        this.secret = secret;
        this.assignment = template.assignment(settings);
        this.whole = template.read(settings);
        requireNames();
        this.usual = work(Exercise.of(template, settings));
    }

    /**
     * An exercise for one student.
     *
     * @param code a short text that only this secret gives for this student and template
     * @param easy answers that cannot be told from other numbers; none unless every draw has some
     */
    public record Variant(Exercise exercise, String code, List<Blank> easy) {
        public Variant {
            easy = List.copyOf(easy);
        }
    }

    /**
     * The variant of the student with an id. A draw that diverges, or is so easy that answers are 0 or 1, is drawn again; so is one with
     * an answer that cannot be told from other numbers, as long as there may be a better one.
     *
     * @throws ExerciseException if no draw will do
     */
    public Variant of(String id) {
        var draw = new Draw(secret, template.name(), id);
        var best = Optional.<Exercise>empty();
        var fewest = Long.MAX_VALUE;
        for (var attempt = 1; attempt <= MOST_DRAWS && fewest > 0; attempt++) {
            var exercise = drawn(draw.random(attempt));
            if (exercise.isPresent()) {
                var untold = Coincidences.count(exercise.get(), fewest);
                if (untold < fewest) {
                    best = exercise;
                    fewest = untold;
                }
            }
        }
        if (best.isPresent()) {
            return new Variant(best.get(), draw.code(), fewest == 0 ? List.of() : easy(best.get()));
        }
        throw new ExerciseException(template.name() + ": none of " + MOST_DRAWS + " draws makes an exercise that can be"
                + " worked out and is not too easy; narrow exercise.variants, or take a smaller eta");
    }

    private static List<Blank> easy(Exercise exercise) {
        return Coincidences.of(exercise).stream()
                .map(Coincidences.Coincidence::blank)
                .distinct()
                .toList();
    }

    private Optional<Exercise> drawn(Random random) {
        try {
            var exercise = Exercise.of(template, settings, experiment(random));
            return work(exercise) >= usual / 2 ? Optional.of(exercise) : Optional.empty();
        } catch (DivergenceException | PathException | UnrepresentableException e) {
            return Optional.empty();
        }
    }

    /** How many answers take some work. Gradients and updates follow from the others. */
    private static double work(Exercise exercise) {
        return exercise.tasks().stream()
                .flatMap(task -> task.blanks().stream())
                .filter(blank ->
                        blank.answer().role() != Role.GRADIENT && blank.answer().role() != Role.UPDATE)
                .mapToDouble(Blank::value)
                .filter(value -> Math.abs(value) > NEAR && Math.abs(Math.abs(value) - 1) > NEAR)
                .count();
    }

    private Experiment experiment(Random random) {
        var own = new ArrayList<>(settings);
        if (whole instanceof NetworkExperiment network) {
            own.add(new Setting(INITIAL, initial(network.network(), random)));
            return Sizes.of(template, whole, own, assignment, "seed: " + random.nextInt(Integer.MAX_VALUE));
        }
        if (whole instanceof DescentExperiment descent) {
            own.add(new Setting("start", start(descent, random)));
            return Sizes.of(template, whole, own, assignment, "");
        }
        return DrawnInputs.of((WorksheetExperiment) whole, assignment.variants(), random);
    }

    private String initial(Network network, Random random) {
        var interval = assignment.variants().getOrDefault(INITIAL, PARAMETERS);
        var weights = new ArrayList<String>();
        var biases = new ArrayList<String>();
        for (var layer : network.following()) {
            if (layer.groups() > 0) {
                weights.add(IntStream.range(0, layer.groups())
                        .mapToObj(j -> numbers(layer.weights(), interval, random))
                        .toList()
                        .toString());
                biases.add(numbers(layer.groups(), interval, random));
            }
        }
        return "{weights: " + weights + ", biases: " + biases + "}";
    }

    private static String numbers(int count, Interval interval, Random random) {
        return DoubleStream.generate(() -> Draw.number(random, interval))
                .limit(count)
                .boxed()
                .toList()
                .toString();
    }

    /** A start near the template's own, unless the template says otherwise. */
    private String start(DescentExperiment descent, Random random) {
        var start = new ArrayList<Double>();
        for (var i = 0; i < descent.start().size(); i++) {
            var usual = descent.start().get(i);
            var reach = Math.max(1, Math.abs(usual) / 2);
            var interval = assignment
                    .variants()
                    .getOrDefault(descent.function().variables().get(i), new Interval(usual - reach, usual + reach));
            start.add(Draw.number(random, interval));
        }
        return start.toString();
    }

    private void requireNames() {
        var known = whole instanceof NetworkExperiment
                ? List.of(INITIAL)
                : whole instanceof DescentExperiment descent
                        ? descent.function().variables()
                        : DrawnInputs.names((WorksheetExperiment) whole);
        assignment.variants().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ExerciseException(template.name() + ": exercise.variants has " + name
                            + ", but what can be drawn is " + String.join(", ", known));
                });
    }
}
