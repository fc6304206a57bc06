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

/** Lesson 3.1: the names of everything in a network, where each stands, and how many there are. */
public final class NetworkSymbols implements Lesson {
    private static final String BUNDLE = "io/gradsheet/lesson/forward/NetworkSymbols";

    private final OnePass network;
    private final int sample;

    /** The lesson as its template has it. */
    public NetworkSymbols(NetworkExperiment experiment) {
        this(OnePass.forward(experiment, BUNDLE), experiment.zoom().sample());
    }

    private NetworkSymbols(OnePass network, int sample) {
        this.network = network;
        this.sample = sample;
    }

    @Override
    public Lesson with(Inputs inputs) {
        var samples = network.recorded().samples().size();
        return new NetworkSymbols(network.with(inputs), ChosenSample.read(inputs, VariablesSheet.NAME, samples));
    }

    @Override
    public Plan plan() {
        var now = network.now();
        var texts = network.texts();
        var data = network.data();
        var pass = network.sheet(now);
        var chosen = new ChosenSample(sample, pass);
        var parameters = new ParametersSheet(now, pass, texts);
        var counts = new CountsSheet(now, data, parameters.numbers(), texts);
        return network.workbook(
                List.of(
                        data.sheet(),
                        pass.sheet(),
                        parameters.sheet(),
                        new VariablesSheet(now.network(), chosen, pass, data, texts).sheet(),
                        counts.sheet(),
                        check(pass, chosen, counts)),
                List.of(),
                now.network().parameterCount());
    }

    @Override
    public Optional<Course> course() {
        return network.course();
    }

    @Override
    public Optional<Problem> problem() {
        return network.problem();
    }

    private SheetPlan check(PassSheet pass, ChosenSample chosen, CountsSheet counts) {
        var check = new Check(network.texts());
        counts.addResults(check);
        pass.addCosts(check, network.sheet(network.recorded()));
        chosen.watch(check, VariablesSheet.NAME, network.recorded().zoom().sample());
        network.watch(check, pass);
        return check.sheet();
    }
}
