package io.gradsheet.lesson.forward;

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

/** Lesson 3.2: the way forward, every sum of one sample written out with numbers, and then of all samples. */
public final class NetworkForward implements Lesson {
    private static final String BUNDLE = "io/gradsheet/lesson/forward/NetworkForward";

    private final NetworkExperiment recorded;
    private final NetworkExperiment now;
    private final int sample;
    private final Texts texts;
    private final DataSheet data;

    /** The lesson as its template has it. */
    public NetworkForward(NetworkExperiment experiment) {
        this(experiment, experiment, experiment.zoom().sample());
    }

    private NetworkForward(NetworkExperiment recorded, NetworkExperiment now, int sample) {
        this.recorded = recorded;
        this.now = now;
        this.sample = sample;
        this.texts = NetworkTexts.of(BUNDLE, now);
        this.data = new DataSheet(now, texts);
    }

    @Override
    public Lesson with(Inputs inputs) {
        var changed = recorded.with(
                recorded.data().with(data.read(inputs)),
                new PassSheet(recorded, false, data, texts).read(inputs),
                recorded.learningRate());
        var chosen =
                ChosenSample.read(inputs, SumsSheet.NAME, recorded.samples().size());
        return new NetworkForward(recorded, changed, chosen);
    }

    @Override
    public Plan plan() {
        var pass = new PassSheet(now, false, data, texts);
        var chosen = new ChosenSample(sample, pass);
        var sums = new SumsSheet(now, chosen, pass, data, texts);
        return Assembly.of(
                now,
                texts,
                List.of(guide(pass), data.sheet(), pass.sheet(), sums.sheet(), check(pass, chosen)),
                List.of());
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
                .sheet(SumsSheet.NAME)
                .sheet(Check.NAME)
                .legend(
                        Role.INPUT,
                        Role.DATA,
                        Role.PARAMETER,
                        Role.WEIGHTED_INPUT,
                        Role.ACTIVATION,
                        Role.COST,
                        Role.CHECK)
                .picture(new NetworkDrawing(now.network().sizes(), texts).forward(Guide.PICTURE_PLACE))
                .build(now.samples().size());
    }

    private SheetPlan check(PassSheet pass, ChosenSample chosen) {
        var check = new Check(texts);
        pass.addCosts(check, new PassSheet(recorded, false, data, texts));
        chosen.watch(check, SumsSheet.NAME, recorded.zoom().sample());
        pass.watch(check, recorded.initial());
        data.watch(check, recorded.data());
        return check.sheet();
    }
}
