package io.gradsheet.lesson.network;

import io.gradsheet.lesson.frame.Assembly;
import io.gradsheet.lesson.frame.Check;
import io.gradsheet.lesson.frame.Course;
import io.gradsheet.lesson.frame.Guide;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Problem;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import java.util.List;
import java.util.Optional;

/** What lessons share that look at a network without training it: its data, and one pass of all samples. */
public final class OnePass {
    private final NetworkExperiment recorded;
    private final NetworkExperiment now;
    private final boolean backward;
    private final String bundle;
    private final Texts texts;
    private final DataSheet data;

    /**
     * The way forward, as the template has it.
     *
     * @param bundle the lesson's own texts
     */
    public static OnePass forward(NetworkExperiment experiment, String bundle) {
        return new OnePass(experiment, experiment, false, bundle);
    }

    /**
     * The way forward and back, as the template has it.
     *
     * @param bundle the lesson's own texts
     */
    public static OnePass backward(NetworkExperiment experiment, String bundle) {
        return new OnePass(experiment, experiment, true, bundle);
    }

    private OnePass(NetworkExperiment recorded, NetworkExperiment now, boolean backward, String bundle) {
        this.recorded = recorded;
        this.now = now;
        this.backward = backward;
        this.bundle = bundle;
        this.texts = NetworkTexts.of(bundle, now);
        this.data = new DataSheet(now, texts);
    }

    /**
     * The same, its inputs as they stand in a workbook now.
     *
     * @throws io.gradsheet.lesson.frame.InputException if an input holds what no computation can start from
     */
    public OnePass with(Inputs inputs) {
        var changed = recorded.with(
                recorded.data().with(data.read(inputs)), sheet(recorded).read(inputs), recorded.learningRate());
        return new OnePass(recorded, changed, backward, bundle);
    }

    /** The experiment as the workbook was made from it. */
    public NetworkExperiment recorded() {
        return recorded;
    }

    /** The experiment with the inputs of now. */
    public NetworkExperiment now() {
        return now;
    }

    public Texts texts() {
        return texts;
    }

    public DataSheet data() {
        return data;
    }

    /** The sheet of the pass of one of both. */
    public PassSheet sheet(NetworkExperiment experiment) {
        return new PassSheet(experiment, backward, data, texts);
    }

    /**
     * The workbook.
     *
     * @param sheets in the order of their tabs, the guide left out
     * @param arguments of the guide's texts
     */
    public Plan workbook(List<SheetPlan> sheets, List<Plan.Name> names, Object... arguments) {
        var sizes = now.network().sizes();
        var guide = new Guide(texts, now).sheets(sheets);
        return Assembly.of(
                now, texts, (backward ? guide.backward(sizes) : guide.forward(sizes)).build(arguments), sheets, names);
    }

    /** Compares the inputs of both sheets with those of a new workbook. */
    public void watch(Check check, PassSheet pass) {
        pass.watch(check, recorded.initial());
        data.watch(check, recorded.data());
    }

    /** The training that the template speaks of, if it can be. */
    public Optional<Course> course() {
        return Optional.of(now).filter(OnePass::isTrainable).map(TrainingCourse::new);
    }

    /** What a solver can make small, if it can. */
    public Optional<Problem> problem() {
        return Optional.of(now).filter(OnePass::isTrainable).map(NetworkProblem::new);
    }

    private static boolean isTrainable(NetworkExperiment experiment) {
        return experiment.network().isTrainable();
    }
}
