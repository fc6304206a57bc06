package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.Assembly;
import io.gradsheet.lesson.frame.Check;
import io.gradsheet.lesson.frame.Course;
import io.gradsheet.lesson.frame.CurveSheet;
import io.gradsheet.lesson.frame.Guide;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Lesson;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.DataSet;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.List;

/** Lesson 4.3: the whole training of a fully connected network by backpropagation. */
public final class Backpropagation implements Lesson {
    private static final String COST = "Cost";
    private static final String BUNDLE = "io/gradsheet/lesson/backpropagation/Backpropagation";

    private final NetworkExperiment recorded;
    private final NetworkExperiment now;
    private final Choices choices;
    private final TrainingLayout layout;
    private final Texts texts;
    private final DataSheet data;
    private final TrainingSheet training;
    private final ZoomLayout zoom;
    private final PredictSheet predict;

    /** The lesson as its template has it. */
    public Backpropagation(NetworkExperiment experiment) {
        this(experiment, experiment, Choices.initial(experiment));
    }

    private Backpropagation(NetworkExperiment recorded, NetworkExperiment now, Choices choices) {
        this.recorded = recorded;
        this.now = now;
        this.choices = choices;
        this.layout = new TrainingLayout(
                now.network(), now.samples().size(), now.data().hasClasses());
        this.texts = new Texts(BUNDLE, now.heading().language(), variants(now.data()));
        this.data = new DataSheet(now, texts);
        this.training = new TrainingSheet(now, layout, data, texts);
        this.zoom = new ZoomLayout(now);
        this.predict = new PredictSheet(now, layout, data, texts);
    }

    /** What the texts speak of: numbers to come close to, and inputs that are no picture. */
    private static List<String> variants(DataSet data) {
        var variants = new ArrayList<String>();
        if (!data.hasClasses()) {
            variants.add("numbers");
        }
        if (!data.image().isPicture()) {
            variants.add("plain");
        }
        return variants;
    }

    @Override
    public Lesson with(Inputs inputs) {
        var changed = recorded.with(
                recorded.data().with(data.read(inputs)),
                training.readInitial(inputs),
                training.readLearningRate(inputs));
        return new Backpropagation(recorded, changed, zoom.read(inputs, predict.read(inputs)));
    }

    @Override
    public Plan plan() {
        // First of all: whether the sheets can hold it, before any training.
        training.checkSize();
        var history = History.of(now, choices.epoch());
        history.checkAnswer(now.network(), choices.drawn());
        var original = now.equals(recorded) ? history : History.of(recorded, choices.epoch());
        var costs = costs(history, original);
        var zoomed = new ZoomSheet(zoom, now, layout, data, texts, choices, history.zoomed());
        return Assembly.of(
                now,
                texts,
                List.of(
                        guide(),
                        data.sheet(),
                        training.sheet(),
                        costs.sheet(),
                        zoomed.sheet(COST, costs.numbers()),
                        predict.sheet(choices.drawn(), history.last()),
                        check(history, original)),
                List.of(new Plan.Name("eta", TrainingLayout.LEARNING_RATE.address(TrainingLayout.NAME))));
    }

    @Override
    public Course course() {
        return new TrainingCourse(now);
    }

    private SheetPlan guide() {
        var network = now.network();
        return new Guide(texts, now.heading())
                .sheet(DataSheet.NAME)
                .sheet(TrainingLayout.NAME)
                .sheet(COST)
                .sheet(ZoomLayout.NAME)
                .sheet(PredictSheet.NAME)
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
                .picture(new NetworkDrawing(network, texts).picture())
                .sheet(
                        String.join(
                                "-",
                                network.sizes().stream().map(Object::toString).toList()),
                        network.parameterCount(),
                        now.samples().size(),
                        now.epochs(),
                        texts.get("function." + network.activation(2).name()),
                        texts.get("words." + new FunctionKeys(network).error(network.layers())));
    }

    private CurveSheet costs(History history, History original) {
        var samples = now.samples().size();
        var sheet = new CurveSheet(COST, texts, 1, now.epochs())
                .values(
                        epoch -> TrainingLayout.on(layout.totalRow(epoch), layout.cost()),
                        history::cost,
                        original::cost);
        if (!now.data().hasClasses()) {
            return sheet;
        }
        return sheet.column(
                        "cost.hits",
                        (epoch, row) -> Cell.computed(
                                TrainingLayout.on(layout.totalRow(epoch), layout.hit()),
                                history.hits(epoch),
                                Role.INDEX))
                .column(
                        "cost.accuracy",
                        (epoch, row) -> Cell.computed(
                                Ref.at(row, 4) + "/COUNT(" + data.numberRange().on(DataSheet.NAME) + ")",
                                (double) history.hits(epoch) / samples,
                                Role.SHARE));
    }

    private SheetPlan check(History history, History original) {
        var check = new Check(texts);
        var network = now.network();
        var row = layout.nextRow(now.epochs());
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                for (var i = 1; i <= network.size(layer - 1); i++) {
                    check.result(
                            Notation.weight(layer, j, i),
                            TrainingLayout.address(row, layout.weight(layer, j, i)),
                            history.last().weight(layer, j, i),
                            original.last().weight(layer, j, i));
                }
                check.result(
                        Notation.bias(layer, j),
                        TrainingLayout.address(row, layout.bias(layer, j)),
                        history.last().bias(layer, j),
                        original.last().bias(layer, j));
            }
        }
        var eta = TrainingLayout.LEARNING_RATE;
        check.inputs(
                "η", TrainingLayout.NAME, eta.to(eta), List.of(recorded.learningRate()), List.of(now.learningRate()));
        check.inputs(
                texts.get("check.initial"),
                TrainingLayout.NAME,
                layout.parameters(layout.valueRow(1)),
                flat(recorded.initial(), network),
                flat(now.initial(), network));
        check.inputs(
                Notation.input(1) + " …",
                DataSheet.NAME,
                data.inputRange(),
                inputs(recorded.samples(), network),
                inputs(now.samples(), network));
        check.inputs(
                Notation.target(1) + " …",
                DataSheet.NAME,
                data.targetRange(),
                targets(recorded.samples(), network),
                targets(now.samples(), network));
        return check.sheet();
    }

    /** The parameters in the order of their columns. */
    private static List<Double> flat(Parameters parameters, Network network) {
        var values = new ArrayList<Double>();
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                for (var i = 1; i <= network.size(layer - 1); i++) {
                    values.add(parameters.weight(layer, j, i));
                }
                values.add(parameters.bias(layer, j));
            }
        }
        return values;
    }

    private static List<Double> inputs(List<Sample> samples, Network network) {
        var values = new ArrayList<Double>();
        for (var sample : samples) {
            for (var i = 1; i <= network.inputs(); i++) {
                values.add(sample.input(i));
            }
        }
        return values;
    }

    private static List<Double> targets(List<Sample> samples, Network network) {
        var values = new ArrayList<Double>();
        for (var sample : samples) {
            for (var j = 1; j <= network.outputs(); j++) {
                values.add(sample.target(j));
            }
        }
        return values;
    }
}
