package io.gradsheet.lesson.live;

import io.gradsheet.lesson.frame.Assembly;
import io.gradsheet.lesson.frame.Course;
import io.gradsheet.lesson.frame.Guide;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Lesson;
import io.gradsheet.lesson.frame.Problem;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.frame.UnrepresentableException;
import io.gradsheet.lesson.network.Allowances;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.lesson.network.NetworkProblem;
import io.gradsheet.lesson.network.NetworkTexts;
import io.gradsheet.lesson.network.Rounding;
import io.gradsheet.lesson.network.TrainingCourse;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.Assignment.Selection;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.Evaluation;
import io.gradsheet.training.GradientDescent;
import io.gradsheet.training.StepTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A network that trains in the sheet: each calculation of the workbook is one epoch. */
public final class LiveTraining implements Lesson {
    private static final String BUNDLE = "io/gradsheet/lesson/live/Live";

    private final NetworkExperiment recorded;
    private final NetworkExperiment now;
    private final LiveSheet.State state;
    private final Texts texts;
    private final DataSheet data;
    private final LiveSheet live;

    /** The lesson as its template has it, at its beginning. */
    public LiveTraining(NetworkExperiment experiment) {
        this(experiment, experiment, LiveSheet.State.REST);
    }

    private LiveTraining(NetworkExperiment recorded, NetworkExperiment now, LiveSheet.State state) {
        this.recorded = recorded;
        this.now = now;
        this.state = state;
        this.texts = NetworkTexts.of(BUNDLE, now);
        this.data = new DataSheet(now, texts);
        this.live = new LiveSheet(now, data, texts);
    }

    @Override
    public Lesson with(Inputs inputs) {
        var changed = recorded.with(
                recorded.data().with(data.read(inputs)), live.readInitial(inputs), live.readLearningRate(inputs));
        return new LiveTraining(recorded, changed, live.readState(inputs));
    }

    /** Its cells calculate in a circle: none has a value of its own to be asked for. */
    @Override
    public List<Selection> usualTasks() {
        return List.of();
    }

    @Override
    public Plan plan() {
        if (!now.hyperparameters().isPlain(now.samples().size())) {
            throw new UnrepresentableException("sheet " + LiveSheet.NAME
                    + " goes one plain step over all samples in each epoch: leave train out of the template, but for biases"
                    + " and frozen");
        }
        var costs = costs();
        var epoch = epochAfter(state.epochs());
        var shown = state.shown() == state.epochs() ? epoch : epochAfter(state.shown());
        var sheets = List.of(
                data.sheet(), blurred(live.sheet(state, epoch, shown.cost(), costs)), blurred(live.curve(costs)));
        var guide = new Guide(texts, now)
                .sheets(sheets)
                .backward(now.network().sizes())
                .build(now.network().parameterCount(), now.samples().size());
        return Assembly.of(
                        now,
                        texts,
                        guide,
                        sheets,
                        List.of(new Plan.Name("eta", LiveSheet.LEARNING_RATE.address(LiveSheet.NAME))))
                .with(state.isRunning() ? Plan.Iteration.RUNNING : Plan.Iteration.AT_REST);
    }

    /** A sheet in motion, whose numbers may be as far from Java's as so many epochs of rounding take them; at rest none has grown. */
    private SheetPlan blurred(SheetPlan sheet) {
        if (state.epochs() == 0) {
            return sheet;
        }
        var next = state.epochs() + 1;
        var rounding = Rounding.of(now.withEpochs(next), epoch -> List.of());
        return new Allowances(now, rounding).of(sheet, next);
    }

    /** What Java found when the workbook was made: C_T after no epoch, after one, and so on. */
    private double[] costs() {
        var descent = descent(recorded, recorded.epochs());
        var costs = new double[recorded.epochs() + 1];
        var last = recorded.initial();
        for (var n = 0; n < recorded.epochs(); n++) {
            var epoch = descent.next();
            costs[n] = epoch.cost();
            last = epoch.next();
        }
        costs[recorded.epochs()] = Evaluation.of(recorded.network(), last, recorded.samples(), false)
                .after(recorded.epochs(), "sample")
                .cost();
        return costs;
    }

    /** The epoch that starts from the parameters after so many. */
    private StepTrace epochAfter(int epochs) {
        var descent = descent(now, epochs + 1);
        var epoch = descent.next();
        while (descent.hasNext()) {
            epoch = descent.next();
        }
        return epoch.steps().get(0);
    }

    private static GradientDescent descent(NetworkExperiment experiment, int epochs) {
        return new GradientDescent(
                experiment.network(),
                experiment.samples(),
                experiment.initial(),
                experiment.hyperparameters().withEpochs(epochs));
    }

    @Override
    public List<String> cautions() {
        var cautions = new ArrayList<>(new TrainingCourse(now).cautions());
        Rounding.of(now, epoch -> List.of()).caution().ifPresent(cautions::add);
        return cautions;
    }

    @Override
    public Optional<Course> course() {
        return Optional.of(new TrainingCourse(now));
    }

    @Override
    public Optional<Problem> problem() {
        return Optional.of(new NetworkProblem(now));
    }
}
