package io.gradsheet.lesson.forward;

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

/** Lesson 3.2: the way forward, every sum of one sample written out with numbers, and then of all samples. */
public final class NetworkForward implements Lesson {
    private static final String BUNDLE = "io/gradsheet/lesson/forward/NetworkForward";

    private final OnePass network;
    private final int sample;

    /** The lesson as its template has it. */
    public NetworkForward(NetworkExperiment experiment) {
        this(OnePass.forward(experiment, BUNDLE), experiment.zoom().sample());
    }

    private NetworkForward(OnePass network, int sample) {
        this.network = network;
        this.sample = sample;
    }

    @Override
    public Lesson with(Inputs inputs) {
        var samples = network.recorded().samples().size();
        return new NetworkForward(network.with(inputs), ChosenSample.read(inputs, SumsSheet.NAME, samples));
    }

    @Override
    public Plan plan() {
        var now = network.now();
        var texts = network.texts();
        var data = network.data();
        var pass = network.sheet(now);
        var chosen = new ChosenSample(sample, pass);
        var sums = new SumsSheet(now, chosen, pass, data, texts);
        return network.workbook(
                List.of(data.sheet(), pass.sheet(), sums.sheet(), check(pass, chosen)),
                List.of(),
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

    private SheetPlan check(PassSheet pass, ChosenSample chosen) {
        var check = new Check(network.texts());
        pass.addCosts(check, network.sheet(network.recorded()));
        chosen.watch(check, SumsSheet.NAME, network.recorded().zoom().sample());
        network.watch(check, pass);
        return check.sheet();
    }
}
