package io.gradsheet.lesson.difference;

import io.gradsheet.lesson.frame.Check;
import io.gradsheet.lesson.frame.Course;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Lesson;
import io.gradsheet.lesson.frame.Problem;
import io.gradsheet.lesson.network.OnePass;
import io.gradsheet.lesson.network.PassSheet;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import java.util.List;
import java.util.Optional;

/** Lesson 4.1: the gradient of C_T by central differences beside that of backpropagation, and what each costs. */
public final class GradientReview implements Lesson {
    private static final String BUNDLE = "io/gradsheet/lesson/difference/GradientReview";

    private final OnePass network;
    private final StepWidth step;
    private final int own;

    /** The lesson as its template has it. */
    public GradientReview(NetworkExperiment experiment) {
        this(OnePass.backward(experiment, BUNDLE), StepWidth.USUAL, EvaluationsSheet.OWN);
    }

    private GradientReview(OnePass network, StepWidth step, int own) {
        this.network = network;
        this.step = step;
        this.own = own;
    }

    @Override
    public Lesson with(Inputs inputs) {
        return new GradientReview(
                network.with(inputs),
                StepWidth.read(inputs, ShiftsSheet.STEP.address(ShiftsSheet.NAME)),
                EvaluationsSheet.read(inputs));
    }

    /** The sheets that depend on the numbers. */
    private record Computed(PassSheet pass, ShiftsSheet shifts, GradientSheet gradient) {}

    private Computed computed(NetworkExperiment of, StepWidth width) {
        var pass = network.sheet(of);
        var shifts = new ShiftsSheet(of, pass, width, network.data(), network.texts());
        return new Computed(pass, shifts, new GradientSheet(of, pass, shifts, width, network.texts()));
    }

    @Override
    public Plan plan() {
        var now = network.now();
        var texts = network.texts();
        var data = network.data();
        var computed = computed(now, step);
        var evaluations = new EvaluationsSheet(now, own, texts);
        return network.workbook(
                List.of(
                        data.sheet(),
                        computed.pass().sheet(),
                        computed.shifts().sheet(),
                        computed.gradient().sheet(),
                        evaluations.sheet(),
                        check(computed, evaluations)),
                List.of(new Plan.Name(StepWidth.NAME, ShiftsSheet.STEP.address(ShiftsSheet.NAME))),
                now.network().parameterCount(),
                2 * now.network().parameterCount(),
                now.samples().size());
    }

    @Override
    public Optional<Course> course() {
        return network.course();
    }

    @Override
    public Optional<Problem> problem() {
        return network.problem();
    }

    private SheetPlan check(Computed computed, EvaluationsSheet evaluations) {
        var check = new Check(network.texts());
        var isChanged = !network.now().equals(network.recorded()) || !step.equals(StepWidth.USUAL);
        var original = isChanged ? computed(network.recorded(), StepWidth.USUAL) : computed;
        computed.gradient().addResults(check, original.gradient());
        step.watch(check, ShiftsSheet.STEP.address(ShiftsSheet.NAME));
        network.watch(check, computed.pass());
        evaluations.watch(check);
        return check.sheet();
    }
}
