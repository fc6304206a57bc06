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

/** Lesson 4.2: the errors δ = ∂C/∂z of one sample, from their definition by differences and by formula; and gradients from them. */
public final class NeuronError implements Lesson {
    private static final String BUNDLE = "io/gradsheet/lesson/difference/NeuronError";

    private final OnePass network;
    private final int sample;
    private final StepWidth step;

    /** The lesson as its template has it. */
    public NeuronError(NetworkExperiment experiment) {
        this(OnePass.backward(experiment, BUNDLE), experiment.zoom().sample(), StepWidth.USUAL);
    }

    private NeuronError(OnePass network, int sample, StepWidth step) {
        this.network = network;
        this.sample = sample;
        this.step = step;
    }

    @Override
    public Lesson with(Inputs inputs) {
        return new NeuronError(
                network.with(inputs),
                ErrorsSheet.readSample(inputs, network.recorded().samples().size()),
                StepWidth.read(inputs, ErrorsSheet.STEP.address(ErrorsSheet.NAME)));
    }

    @Override
    public Plan plan() {
        var now = network.now();
        var texts = network.texts();
        var data = network.data();
        var pass = network.sheet(now);
        var neurons = new Neurons(now, sample, step);
        var shifts = new NeuronShiftsSheet(now, neurons, pass, ErrorsSheet.SAMPLE, data, texts);
        var errors = new ErrorsSheet(now, neurons, pass, shifts, step, data, texts);
        return network.workbook(
                List.of(
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
        return network.course();
    }

    @Override
    public Optional<Problem> problem() {
        return network.problem();
    }

    private SheetPlan check(PassSheet pass, ErrorsSheet errors) {
        var check = new Check(network.texts());
        errors.check(
                check, new Neurons(network.recorded(), network.recorded().zoom().sample(), StepWidth.USUAL));
        network.watch(check, pass);
        return check.sheet();
    }
}
