package io.gradsheet.lesson.difference;

import io.gradsheet.lesson.frame.Assembly;
import io.gradsheet.lesson.frame.Check;
import io.gradsheet.lesson.frame.Course;
import io.gradsheet.lesson.frame.Guide;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Lesson;
import io.gradsheet.lesson.frame.NetworkDrawing;
import io.gradsheet.lesson.frame.Problem;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.lesson.network.NetworkProblem;
import io.gradsheet.lesson.network.NetworkTexts;
import io.gradsheet.lesson.network.PassSheet;
import io.gradsheet.lesson.network.TrainingCourse;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import java.util.List;
import java.util.Optional;

/** Lesson 4.1: the gradient of C_T by central differences beside that of backpropagation, and what each costs. */
public final class GradientReview implements Lesson {
    private static final String BUNDLE = "io/gradsheet/lesson/difference/GradientReview";

    private final NetworkExperiment recorded;
    private final NetworkExperiment now;
    private final StepWidth step;
    private final int own;
    private final Texts texts;
    private final DataSheet data;

    /** The lesson as its template has it. */
    public GradientReview(NetworkExperiment experiment) {
        this(experiment, experiment, StepWidth.USUAL, EvaluationsSheet.OWN);
    }

    private GradientReview(NetworkExperiment recorded, NetworkExperiment now, StepWidth step, int own) {
        this.recorded = recorded;
        this.now = now;
        this.step = step;
        this.own = own;
        this.texts = NetworkTexts.of(BUNDLE, now);
        this.data = new DataSheet(now, texts);
    }

    @Override
    public Lesson with(Inputs inputs) {
        var changed = recorded.with(
                recorded.data().with(data.read(inputs)),
                new PassSheet(recorded, true, data, texts).read(inputs),
                recorded.learningRate());
        return new GradientReview(
                recorded,
                changed,
                StepWidth.read(inputs, ShiftsSheet.STEP.address(ShiftsSheet.NAME)),
                EvaluationsSheet.read(inputs));
    }

    /** The sheets that depend on the numbers. */
    private record Computed(PassSheet pass, ShiftsSheet shifts, GradientSheet gradient) {}

    private Computed computed(NetworkExperiment of, StepWidth width) {
        var pass = new PassSheet(of, true, data, texts);
        var shifts = new ShiftsSheet(of, pass, width, data, texts);
        return new Computed(pass, shifts, new GradientSheet(of, pass, shifts, width, texts));
    }

    @Override
    public Plan plan() {
        var computed = computed(now, step);
        var evaluations = new EvaluationsSheet(now, own, texts);
        return Assembly.of(
                now,
                texts,
                List.of(
                        guide(computed),
                        data.sheet(),
                        computed.pass().sheet(),
                        computed.shifts().sheet(),
                        computed.gradient().sheet(),
                        evaluations.sheet(),
                        check(computed, evaluations)),
                List.of(new Plan.Name(StepWidth.NAME, ShiftsSheet.STEP.address(ShiftsSheet.NAME))));
    }

    @Override
    public Optional<Course> course() {
        return Optional.of(new TrainingCourse(now));
    }

    @Override
    public Optional<Problem> problem() {
        return Optional.of(new NetworkProblem(now));
    }

    private SheetPlan guide(Computed computed) {
        return new Guide(texts, now)
                .sheet(DataSheet.NAME)
                .sheet(computed.pass().name())
                .sheet(ShiftsSheet.NAME)
                .sheet(GradientSheet.NAME)
                .sheet(EvaluationsSheet.NAME)
                .sheet(Check.NAME)
                .legend(
                        Role.INPUT,
                        Role.DATA,
                        Role.PARAMETER,
                        Role.WEIGHTED_INPUT,
                        Role.ACTIVATION,
                        Role.COST,
                        Role.ERROR,
                        Role.GRADIENT,
                        Role.UPDATE,
                        Role.CHECK)
                .picture(new NetworkDrawing(now.network().sizes(), texts).picture(Guide.PICTURE_PLACE))
                .build(
                        now.network().parameterCount(),
                        2 * now.network().parameterCount(),
                        now.samples().size());
    }

    private SheetPlan check(Computed computed, EvaluationsSheet evaluations) {
        var check = new Check(texts);
        var isChanged = !now.equals(recorded) || !step.equals(StepWidth.USUAL);
        var original = isChanged ? computed(recorded, StepWidth.USUAL) : computed;
        computed.gradient().addResults(check, original.gradient());
        step.watch(check, ShiftsSheet.STEP.address(ShiftsSheet.NAME));
        computed.pass().watch(check, recorded.initial());
        data.watch(check, recorded.data());
        evaluations.watch(check);
        return check.sheet();
    }
}
