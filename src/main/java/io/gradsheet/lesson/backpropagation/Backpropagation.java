package io.gradsheet.lesson.backpropagation;

import static io.gradsheet.sheet.Formula.quoted;
import static io.gradsheet.sheet.Function.COUNT;
import static io.gradsheet.sheet.Function.SUMIF;

import io.gradsheet.lesson.frame.Assembly;
import io.gradsheet.lesson.frame.Check;
import io.gradsheet.lesson.frame.Course;
import io.gradsheet.lesson.frame.CurveSheet;
import io.gradsheet.lesson.frame.Guide;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Lesson;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Problem;
import io.gradsheet.lesson.frame.SharedDigits;
import io.gradsheet.lesson.frame.Slips;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.Allowances;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.lesson.network.FunctionWords;
import io.gradsheet.lesson.network.NetworkProblem;
import io.gradsheet.lesson.network.NetworkTexts;
import io.gradsheet.lesson.network.Rounding;
import io.gradsheet.lesson.network.Symbols;
import io.gradsheet.lesson.network.TrainingCourse;
import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.network.Sample;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.Assignment.Selection;
import io.gradsheet.template.Definition.Kind;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    private final TestSheet test;
    private final ConfusionSheet confusion;
    private final BoundarySheet boundary;
    private final AnswerCurve curve;
    private Optional<Rounding> measured = Optional.empty();

    /** The lesson as its template has it. */
    public Backpropagation(NetworkExperiment experiment) {
        this(experiment, experiment, Choices.initial(experiment));
    }

    private Backpropagation(NetworkExperiment recorded, NetworkExperiment now, Choices choices) {
        this.recorded = recorded;
        this.now = now;
        this.choices = choices;
        this.layout = new TrainingLayout(
                now.network(), now.samples().size(), now.data().hasClasses(), now.hyperparameters());
        this.texts = NetworkTexts.of(BUNDLE, now);
        this.data = new DataSheet(now, texts);
        this.training = new TrainingSheet(now, layout, data, texts);
        this.zoom = new ZoomLayout(now);
        this.predict = new PredictSheet(now, layout, data, texts);
        this.test = new TestSheet(now, layout, data, texts);
        this.confusion = new ConfusionSheet(now, layout, test, data, texts);
        this.boundary = new BoundarySheet(now, layout, data, texts);
        this.curve = new AnswerCurve(now, layout, data, texts);
    }

    @Override
    public Lesson with(Inputs inputs) {
        var changed = recorded.with(
                recorded.data().with(data.read(inputs)),
                training.readInitial(inputs),
                training.readLearningRate(inputs));
        var picked = isDense()
                ? zoom.read(
                        inputs,
                        confusion.read(inputs),
                        curve.isShown() ? curve.read(inputs) : boundary.read(inputs),
                        predict.read(inputs))
                : choices.withConfusionEpoch(confusion.read(inputs));
        return new Backpropagation(recorded, changed, picked);
    }

    @Override
    public Plan plan() {
        // First of all: whether the sheets can hold it, before any training.
        training.checkSize();
        var allowances = new Allowances(now, rounding());
        var history = History.of(now, choices);
        var original = now.equals(recorded) ? history : History.of(recorded, choices);
        var costs = costs(history, original);
        var sheets = new ArrayList<SheetPlan>();
        sheets.add(data.sheet());
        sheets.add(allowances.byRow(
                training.sheet(),
                row -> row < layout.valueRow(1) ? 0 : layout.blockOf(row).epoch()));
        if (now.data().hasTest()) {
            sheets.add(allowances.byRow(test.sheet(), test::epochOf));
        }
        sheets.add(allowances.byRow(costs.sheet(), costs::stepOf));
        if (isDense()) {
            var zoomed = new ZoomSheet(zoom, Moment.of(now, layout, choices, history.zoomed()), data, texts);
            sheets.add(allowances.of(zoomed.sheet(COST, costs.numbers()), choices.epoch()));
        }
        if (confusion.isShown()) {
            sheets.add(allowances.of(
                    confusion.sheet(choices.confusionEpoch(), history, COST, costs.numbersAndResult()),
                    choices.confusionEpoch()));
        }
        var viewed = choices.view().epoch() + 1;
        if (boundary.isShown()) {
            sheets.add(allowances.of(boundary.sheet(choices.view(), history.viewed(), COST, costs.numbers()), viewed));
        }
        if (curve.isShown()) {
            sheets.add(allowances.of(curve.sheet(choices.view(), history.viewed(), COST, costs.numbers()), viewed));
        }
        if (isDense()) {
            sheets.add(allowances.of(predict.sheet(choices.drawn(), history.last()), now.epochs() + 1));
        }
        sheets.add(allowances.ofCheck(check(history, original), now.epochs() + 1));
        return Assembly.of(
                now,
                texts,
                guide(sheets),
                sheets,
                List.of(new Plan.Name("eta", TrainingLayout.LEARNING_RATE.address(TrainingLayout.NAME))));
    }

    /** Whether there are sheets that show neurons one by one. */
    private boolean isDense() {
        return now.network().isDense();
    }

    /** Measured once: it is a training and more. */
    private Rounding rounding() {
        if (measured.isEmpty()) {
            measured = Optional.of(Rounding.of(now, this::further));
        }
        return measured.get();
    }

    /** Samples that sheets send forward, but nothing is learned from, with the parameters that an epoch starts from. */
    private List<Sample> further(int epoch) {
        var samples = new ArrayList<>(now.data().test());
        var view = choices.view();
        if (epoch == view.epoch() + 1) {
            samples.addAll(
                    boundary.isShown() ? boundary.points(view) : curve.isShown() ? curve.points(view) : List.of());
        }
        if (epoch == now.epochs() + 1) {
            samples.add(now.data().scaled(choices.drawn()));
        }
        return samples;
    }

    @Override
    public List<String> cautions() {
        return Stream.concat(new TrainingCourse(now).cautions().stream(), rounding().caution().stream())
                .toList();
    }

    @Override
    public Optional<Course> course() {
        return Optional.of(new TrainingCourse(now));
    }

    @Override
    public Optional<Problem> problem() {
        return Optional.of(new NetworkProblem(now));
    }

    @Override
    public boolean isOfLines() {
        return true;
    }

    /** One sample from its inputs to its errors, and what becomes of some parameters; the other samples' gradients are given. */
    @Override
    public List<Selection> usualTasks() {
        if (!isDense()) {
            return List.of();
        }
        var gradients = Selection.of(Kind.GRADIENT);
        return Stream.of(
                        Stream.of(Selection.of(Kind.WEIGHTED_INPUT, Kind.ACTIVATION, Kind.COST, Kind.ERROR)
                                .withSymbols(units())
                                .inRows(1)),
                        Stream.of(gradients.withSymbols(lastWeights()).inRows(1)),
                        // The total over one sample repeats that of the sample.
                        Stream.of(gradients.withSymbols(someParameters()).inTotals())
                                .filter(totals -> now.samples().size() > 1),
                        Stream.of(Selection.of(Kind.UPDATE).withSymbols(someParameters())))
                .flatMap(tasks -> tasks)
                .map(task -> task.onSheet(TrainingLayout.NAME).inEpoch(1))
                .toList();
    }

    /** All of a sample but what only repeats another cell: a of a linear output, and errors of the output that are a where t is 0. */
    private List<String> units() {
        var network = now.network();
        var symbols = new ArrayList<>(List.of("C"));
        for (var layer = 2; layer <= network.layers(); layer++) {
            var isLast = layer == network.layers();
            for (var j = 1; j <= network.size(layer); j++) {
                symbols.add(Notation.weightedInput(layer, j));
                if (!(network.activation(layer) instanceof Activation.Linear)) {
                    symbols.add(Notation.activation(layer, j));
                }
                if (isLast && network.activation(layer) instanceof Activation.Softmax) {
                    symbols.add(Notation.exponential(j));
                }
                if (!isLast || !(network.cost() instanceof Cost.CrossEntropy)) {
                    symbols.add(Notation.delta(layer, j));
                }
            }
        }
        return symbols;
    }

    /** Two weights of the last layer: a bias repeats the error, and so does a weight of an input that is 1. */
    private List<String> lastWeights() {
        var layer = now.network().layers();
        return IntStream.rangeClosed(1, Math.min(2, now.network().size(layer - 1)))
                .mapToObj(i -> Notation.weight(layer, 1, i))
                .toList();
    }

    /** Of every layer two weights and the bias of the first neuron: the others' gradients and updates are worked out alike. */
    private List<String> someParameters() {
        var network = now.network();
        var symbols = new ArrayList<String>();
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var i = 1; i <= Math.min(2, network.size(layer - 1)); i++) {
                symbols.add(Notation.weight(layer, 1, i));
            }
            symbols.add(Notation.bias(layer, 1));
        }
        return symbols;
    }

    @Override
    public Slips slips() {
        return isDense() ? new TrainingSlips(now.network(), now.hyperparameters(), layout) : Slips.NONE;
    }

    private SheetPlan guide(List<SheetPlan> sheets) {
        var network = now.network();
        var words = new FunctionWords(network, texts);
        var guide = new Guide(texts, now).sheets(sheets);
        return (isDense() ? guide.backward(network.sizes()) : guide.backward())
                .build(
                        network.shape(),
                        network.parameterCount(),
                        now.samples().size(),
                        now.epochs(),
                        words.symbol(2),
                        words.error("words", network.layers()),
                        new UpdateWords(now.hyperparameters(), layout.steps(), texts).next(),
                        now.hyperparameters().frozen().count() == 0 ? "" : "\n" + texts.get("guide.fixed"),
                        words.written(),
                        words.scale(now.hyperparameters().mean()));
    }

    private CurveSheet costs(History history, History original) {
        var samples = now.samples().size();
        var sheet = new CurveSheet(COST, texts, Quantity.Kind.EPOCH, 1, now.epochs())
                .values(this::epochCost, history::cost, original::cost)
                .result(texts.get("cost.after", now.epochs()));
        var learn = COUNT.of(data.numberRange().on(DataSheet.NAME));
        if (now.data().hasClasses()) {
            var hits = sheet.width();
            sheet.column(
                            "cost.hits",
                            (epoch, row) ->
                                    Cell.computed(epochSum(epoch, layout.hit()), history.hits(epoch), Role.INDEX))
                    .column(
                            "cost.accuracy",
                            (epoch, row) -> Cell.computed(
                                    Ref.at(row, hits).over(learn), (double) history.hits(epoch) / samples, Role.SHARE));
        }
        if (now.data().hasTest()) {
            addTest(sheet, history, learn);
        }
        return sheet;
    }

    /** The samples of the test beside those to learn from; means, since there are not as many of both. */
    private void addTest(CurveSheet sheet, History history, Formula learn) {
        var samples = now.data().test().size();
        var isMean = now.hyperparameters().mean();
        var test = COUNT.of(data.testNumberRange().on(DataSheet.NAME));
        var cost = sheet.width();
        sheet.column(
                "cost.test",
                (epoch, row) -> Cell.computed(
                        this.test.on(this.test.totalRow(epoch), layout.cost()), history.testCost(epoch), Role.COST));
        if (now.data().hasClasses()) {
            sheet.column(
                    "cost.test.accuracy",
                    (epoch, row) -> Cell.computed(
                            this.test
                                    .on(this.test.totalRow(epoch), layout.hit())
                                    .over(test),
                            (double) history.testHits(epoch) / samples,
                            Role.SHARE));
        }
        sheet.column(
                        "cost.mean",
                        (epoch, row) -> isMean
                                ? Cell.computed(Ref.at(row, 1), history.cost(epoch), Role.COST)
                                : Cell.computed(
                                        Ref.at(row, 1).over(learn),
                                        history.cost(epoch) / now.samples().size(),
                                        Role.COST))
                .curve("cost.series.learn")
                .column(
                        "cost.test.mean",
                        (epoch, row) -> isMean
                                ? Cell.computed(Ref.at(row, cost), history.testCost(epoch), Role.COST)
                                : Cell.computed(
                                        Ref.at(row, cost).over(test), history.testCost(epoch) / samples, Role.COST))
                .curve("cost.series.test");
    }

    private Formula epochCost(int epoch) {
        if (epoch > now.epochs()) {
            return TrainingLayout.on(layout.resultTotalRow(), layout.cost());
        }
        var sum = epochSum(epoch, layout.cost());
        return now.hyperparameters().mean() && layout.steps() > 1
                ? sum.over(
                        COUNT.of(layout.epochCells(epoch, layout.numberColumn()).on(TrainingLayout.NAME)))
                : sum;
    }

    /** The total of an epoch: that of its one step, or the sum of the rows that have the number of a sample. */
    private Formula epochSum(int epoch, int column) {
        if (epoch > now.epochs()) {
            return TrainingLayout.on(layout.resultTotalRow(), column);
        }
        return layout.steps() == 1
                ? TrainingLayout.on(layout.totalRow(epoch, 1), column)
                : SUMIF.of(
                        layout.epochCells(epoch, layout.numberColumn()).on(TrainingLayout.NAME),
                        quoted(">0"),
                        layout.epochCells(epoch, column).on(TrainingLayout.NAME));
    }

    private SheetPlan check(History history, History original) {
        var check = new Check(texts);
        var network = now.network();
        var row = layout.nextRow(now.epochs());
        var symbols = new Symbols(network);
        for (var parameter : network.parameters()) {
            check.result(
                    symbols.parameter(parameter),
                    TrainingLayout.address(row, layout.parameters().of(parameter)),
                    history.last().value(parameter),
                    original.last().value(parameter));
        }
        checkResult(check, history, original);
        var after = rounding().apart(now.epochs() + 1);
        check.allowing(SharedDigits.allowance(Math.max(after.cost(), after.parameter())));
        var eta = TrainingLayout.LEARNING_RATE;
        check.inputs(
                "η", TrainingLayout.NAME, eta.to(eta), List.of(recorded.learningRate()), List.of(now.learningRate()));
        check.inputs(
                texts.get("check.initial"),
                TrainingLayout.NAME,
                layout.parameters(layout.valueRow(1)),
                recorded.initial().toList(),
                now.initial().toList());
        data.watch(check, recorded.data());
        return check.sheet();
    }

    /** What the parameters after the last epoch make of all samples. */
    private void checkResult(Check check, History history, History original) {
        var after = now.epochs() + 1;
        var total = layout.resultTotalRow();
        check.result("C_{T}", TrainingLayout.address(total, layout.cost()), history.cost(after), original.cost(after));
        if (now.data().hasTest()) {
            check.result(
                    "C_{T}",
                    Ref.at(test.totalRow(after), layout.cost()).address(TestSheet.NAME),
                    history.testCost(after),
                    original.testCost(after));
        }
    }
}
