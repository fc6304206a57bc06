package io.gradsheet.classroom;

import io.gradsheet.lesson.frame.Lesson;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.network.Network;
import io.gradsheet.sheet.Plan;
import io.gradsheet.template.Assignment.Selection;
import io.gradsheet.template.Assignment.Tolerance;
import io.gradsheet.template.DescentExperiment;
import io.gradsheet.template.Experiment;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.Quantity.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a lesson asks for when its template does not say. */
final class Suggestion {
    /** The sheet of a network's training. */
    private static final String TRAINING = "Training";

    /** The lesson whose cells calculate in circles: none of them has a value of its own to be asked for. */
    private static final String LIVE = "4.3-live";

    /** So many samples an exercise has, unless its template says otherwise. */
    static final int SAMPLES = 2;

    private static final int MOST_TASKS = 20;
    private static final int MOST_ON_A_SHEET = 6;

    /** A formula that only passes another cell on, or holds nothing but numbers. */
    private static final Pattern IDLE = Pattern.compile("(\\w+!)?\\$?[A-Z]{1,3}\\$?\\d+|[-+*/^().\\dE]+");

    private Suggestion() {}

    static List<Task> tasks(Lesson lesson, Experiment experiment, Plan plan, LessonWords words) {
        if (experiment.heading().lesson().equals(LIVE)) {
            return List.of();
        }
        if (experiment instanceof NetworkExperiment network && isTraining(plan)) {
            return new TaskFinder(of(network.network()), List.of(), words).in(plan);
        }
        if (experiment instanceof DescentExperiment) {
            return new TaskFinder(ofDescents(), List.of(), words).in(plan);
        }
        return fewest(new TaskFinder(ofWorksheets(), lesson.symbols(), words).in(plan));
    }

    /** Whether a workbook is that of a training: a block of rows for each epoch. */
    static boolean isTraining(Plan plan) {
        return plan.sheets().stream().anyMatch(sheet -> sheet.name().equals(TRAINING));
    }

    /** One sample from its inputs to its errors, and what becomes of some parameters; the other samples' gradients are given. */
    private static List<Selection> of(Network network) {
        var passes = List.of(Kind.WEIGHTED_INPUT, Kind.ACTIVATION, Kind.COST, Kind.ERROR);
        var first = List.of(1);
        var parameters = some(network);
        return List.of(
                ofTraining(passes, List.of(), first, false),
                ofTraining(List.of(Kind.GRADIENT), parameters, first, false),
                ofTraining(List.of(Kind.GRADIENT), parameters, List.of(), true),
                ofTraining(List.of(Kind.UPDATE), parameters, List.of(), false));
    }

    /** Of every layer two weights and the bias of the first neuron: the others' gradients and updates are worked out alike. */
    private static List<String> some(Network network) {
        var symbols = new ArrayList<String>();
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var i = 1; i <= Math.min(2, network.size(layer - 1)); i++) {
                symbols.add(Notation.weight(layer, 1, i));
            }
            symbols.add(Notation.bias(layer, 1));
        }
        return symbols;
    }

    private static Selection ofTraining(List<Kind> roles, List<String> symbols, List<Integer> samples, boolean total) {
        return selection(Optional.of(TRAINING), roles, symbols, samples, Optional.of(1), total);
    }

    private static Selection selection(
            Optional<String> sheet,
            List<Kind> roles,
            List<String> symbols,
            List<Integer> rows,
            Optional<Integer> epoch,
            boolean total) {
        return new Selection(
                sheet,
                roles,
                symbols,
                rows,
                epoch,
                total,
                Optional.empty(),
                Optional.empty(),
                1,
                Tolerance.USUAL,
                false);
    }

    private static List<Selection> ofDescents() {
        return List.of(selection(
                Optional.of("Steps"),
                List.of(Kind.COST, Kind.GRADIENT, Kind.UPDATE),
                List.of(),
                List.of(0, 1),
                Optional.empty(),
                false));
    }

    private static List<Selection> ofWorksheets() {
        return List.of(selection(Optional.empty(), List.of(), List.of(), List.of(1, 2, 3), Optional.empty(), false));
    }

    /** The first ones of every sheet that take some work, numbered anew. */
    private static List<Task> fewest(List<Task> all) {
        var onSheet = new HashMap<String, Integer>();
        var tasks = new ArrayList<Task>();
        for (var task : all) {
            var idle = task.blanks().stream()
                    .allMatch(blank -> IDLE.matcher(blank.answer().formula()).matches());
            var sheet = task.blanks().get(0).place().sheet();
            if (!idle && tasks.size() < MOST_TASKS && onSheet.merge(sheet, 1, Integer::sum) <= MOST_ON_A_SHEET) {
                tasks.add(new Task(
                        tasks.size() + 1,
                        task.title(),
                        task.words(),
                        task.blanks(),
                        task.points(),
                        task.tolerance(),
                        task.formula()));
            }
        }
        return tasks;
    }
}
