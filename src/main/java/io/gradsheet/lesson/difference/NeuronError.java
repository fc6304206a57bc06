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

/** Lesson 4.2: the errors δ = ∂C/∂z of one sample, from their definition by differences and by formula; and gradients from them. */
public final class NeuronError implements Lesson {
    private static final String BUNDLE = "io/gradsheet/lesson/difference/NeuronError";

    private final NetworkExperiment recorded;
    private final NetworkExperiment now;
    private final int sample;
    private final StepWidth step;
    private final Texts texts;
    private final DataSheet data;

    /** The lesson as its template has it. */
    public NeuronError(NetworkExperiment experiment) {
        this(experiment, experiment, experiment.zoom().sample(), StepWidth.USUAL);
    }

    private NeuronError(NetworkExperiment recorded, NetworkExperiment now, int sample, StepWidth step) {
        this.recorded = recorded;
        this.now = now;
        this.sample = sample;
        this.step = step;
        this.texts = NetworkTexts.of(BUNDLE, now);
        this.data = new DataSheet(now, texts);
    }

    @Override
    public Lesson with(Inputs inputs) {
        var changed = recorded.with(
                recorded.data().with(data.read(inputs)),
                new PassSheet(recorded, true, data, texts).read(inputs),
                recorded.learningRate());
        return new NeuronError(
                recorded,
                changed,
                ErrorsSheet.readSample(inputs, recorded.samples().size()),
                StepWidth.read(inputs, ErrorsSheet.STEP.address(ErrorsSheet.NAME)));
    }

    @Override
    public Plan plan() {
        var pass = new PassSheet(now, true, data, texts);
        var neurons = new Neurons(now, sample, step);
        var shifts = new NeuronShiftsSheet(now, neurons, pass, ErrorsSheet.SAMPLE, data, texts);
        var errors = new ErrorsSheet(now, neurons, pass, shifts, step, data, texts);
        return Assembly.of(
                now,
                texts,
                List.of(
                        guide(pass),
                        data.sheet(),
                        pass.sheet(),
                        shifts.sheet(),
                        errors.sheet(),
                        new GradientsSheet(now.network(), neurons, pass, texts).sheet(),
                        check(pass, errors)),
                List.of(new Plan.Name(StepWidth.NAME, ErrorsSheet.STEP.address(ErrorsSheet.NAME))));
    }

    @Override
    public Optional<Course> course() {
        return Optional.of(new TrainingCourse(now));
    }

    @Override
    public Optional<Problem> problem() {
        return Optional.of(new NetworkProblem(now));
    }

    private SheetPlan guide(PassSheet pass) {
        return new Guide(texts, now)
                .sheet(DataSheet.NAME)
                .sheet(pass.name())
                .sheet(NeuronShiftsSheet.NAME)
                .sheet(ErrorsSheet.NAME)
                .sheet(GradientsSheet.NAME)
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
                .build();
    }

    private SheetPlan check(PassSheet pass, ErrorsSheet errors) {
        var check = new Check(texts);
        errors.check(check, new Neurons(recorded, recorded.zoom().sample(), StepWidth.USUAL));
        pass.watch(check, recorded.initial());
        data.watch(check, recorded.data());
        return check.sheet();
    }
}
