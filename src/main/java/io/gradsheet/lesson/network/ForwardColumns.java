package io.gradsheet.lesson.network;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Function.AVERAGE;
import static io.gradsheet.sheet.Function.MAX;
import static io.gradsheet.sheet.Function.SUMPRODUCT;

import io.gradsheet.lesson.frame.Captions;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.network.Activation;
import io.gradsheet.network.Convolution;
import io.gradsheet.network.Network;
import io.gradsheet.network.Pooling;
import io.gradsheet.network.Sample;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Reference;
import io.gradsheet.sheet.Role;
import io.gradsheet.template.NetworkExperiment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A sample's way forward, from its number to its cost: the columns of a row. */
public final class ForwardColumns {
    /** Pixels, and other short numbers. */
    private static final double NARROW = 5.5;

    /** A caption over a single column, a word a line. */
    private static final double WORD = 8.5;

    /** A number with four decimals. */
    private static final double DECIMALS = 9.5;

    private static final double WIDEST = 12;

    private static final double LINE = 130;

    /** Of a formula, over each column. */
    private static final int CHARACTERS = 24;

    private final NetworkExperiment experiment;
    private final Network network;
    private final ForwardLayout layout;
    private final DataSheet data;
    private final Texts texts;
    private final FunctionWords functions;
    private final Symbols symbols;
    private final ParameterColumns parameters;
    private final Optional<String> sheet;

    /**
     * Prepares the columns.
     *
     * @param sheet where the parameters stand, if it is another sheet
     */
    public ForwardColumns(
            NetworkExperiment experiment,
            ForwardLayout layout,
            ParameterColumns parameters,
            Optional<String> sheet,
            DataSheet data,
            Texts texts) {
        this.experiment = experiment;
        this.network = experiment.network();
        this.layout = layout;
        this.parameters = parameters;
        this.sheet = sheet;
        this.data = data;
        this.texts = texts;
        this.functions = new FunctionWords(network, texts);
        this.symbols = new Symbols(network);
    }

    /** The widths of the columns of inputs and targets, in characters: what the numbers of the data need. */
    public double[] dataWidths() {
        var inputs = network.inputs();
        var outputs = network.outputs();
        var isPicture = experiment.data().meaning().image().isPicture();
        var x = isPicture ? NARROW : width(inputs, data.scalesInputs(), Sample::input);
        var t = width(outputs, data.scalesTargets(), Sample::target);
        return IntStream.range(0, inputs + outputs)
                .mapToDouble(i -> i < inputs ? x : t)
                .toArray();
    }

    /** How many columns from the first input on a title and a text over the table span: a line that is no longer than a page. */
    public int textColumns() {
        var widths = dataWidths();
        var columns = 0;
        for (var width = 0.0; columns < layout.cost() && width < LINE; columns++) {
            width += columns < widths.length ? widths[columns] : DECIMALS;
        }
        return columns;
    }

    /** A number of a sample by its place, from 1. */
    private interface Numbers {
        double of(Sample sample, int place);
    }

    private double width(int count, boolean isScaled, Numbers numbers) {
        var least = count == 1 ? WORD : NARROW;
        if (isScaled) {
            return Math.max(least, DECIMALS);
        }
        return experiment.data().rows().stream()
                .flatMapToDouble(sample -> IntStream.rangeClosed(1, count).mapToDouble(i -> numbers.of(sample, i)))
                .map(number -> Math.min(WIDEST, length(number) + 1.0))
                .reduce(least, Math::max);
    }

    private static int length(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString().length();
    }

    /** What an input is: where it is scaled, a number with as many decimals as all those that are computed. */
    public Role inputRole() {
        return data.scalesInputs() ? Role.VALUE : Role.DATA;
    }

    /** What a target is, likewise. */
    public Role targetRole() {
        return data.scalesTargets() ? Role.VALUE : Role.DATA;
    }

    /** Puts the captions over the columns. */
    public void putCaptions(Captions captions) {
        captions.group(Role.CAPTION, layout.number(), 1, "forward.sample", "forward.how");
        captions.symbol(Role.CAPTION, layout.number(), texts.get("symbol.k"));
        captions.group(Role.DATA, layout.input(1), network.inputs(), "forward.x", "words.x");
        for (var i = 1; i <= network.inputs(); i++) {
            captions.symbol(Role.DATA, layout.input(i), Notation.input(i));
        }
        captions.group(Role.DATA, layout.target(1), network.outputs(), "forward.t", "words.t");
        for (var j = 1; j <= network.outputs(); j++) {
            captions.symbol(Role.DATA, layout.target(j), Notation.target(j));
        }
        for (var layer = 2; layer <= network.layers(); layer++) {
            putLayerCaptions(captions, layer);
        }
        var cost = functions.cost("words");
        captions.group(Role.COST, layout.cost(), 1, "forward.cost", Cell.label(cost, Role.NOTE));
        captions.symbol(Role.COST, layout.cost(), texts.get("symbol.cost"));
        if (layout.hasHit()) {
            captions.group(Role.COST, layout.hit(), 1, "forward.hit", "words.hit");
            captions.symbol(Role.COST, layout.hit(), texts.get("symbol.hit"));
        }
    }

    private void putLayerCaptions(Captions captions, int layer) {
        var size = network.size(layer);
        if (network.layer(layer) instanceof Pooling pooling) {
            putPoolingCaptions(captions, layer, pooling);
            return;
        }
        var words = Cell.label(activationWords(layer), Role.NOTE);
        var sum = network.layer(layer) instanceof Convolution ? "words.z.window" : "words.z";
        captions.group(Role.WEIGHTED_INPUT, layout.weightedInput(layer, 1), size, "forward.z", sum, layer);
        captions.group(Role.ACTIVATION, layout.activation(layer, 1), size, "forward.a", words, layer);
        for (var j = 1; j <= size; j++) {
            captions.symbol(Role.WEIGHTED_INPUT, layout.weightedInput(layer, j), symbols.weightedInput(layer, j));
            captions.symbol(Role.ACTIVATION, layout.activation(layer, j), symbols.activation(layer, j));
        }
        if (network.activation(layer) instanceof Activation.Softmax) {
            captions.group(Role.ACTIVATION, layout.exponential(layer, 1), size, "forward.e", "words.e");
            for (var j = 1; j <= size; j++) {
                captions.symbol(Role.ACTIVATION, layout.exponential(layer, j), Notation.exponential(j));
            }
        }
    }

    private void putPoolingCaptions(Captions captions, int layer, Pooling pooling) {
        var size = network.size(layer);
        var words = pooling.isMax() ? "words.pool.max" : "words.pool.average";
        captions.group(Role.ACTIVATION, layout.activation(layer, 1), size, "forward.pool", words, layer);
        if (pooling.isMax()) {
            captions.group(Role.CAPTION, layout.place(layer, 1), size, "forward.place", "words.place", layer);
        }
        for (var j = 1; j <= size; j++) {
            captions.symbol(Role.ACTIVATION, layout.activation(layer, j), symbols.activation(layer, j));
            if (pooling.isMax()) {
                captions.symbol(Role.CAPTION, layout.place(layer, j), symbols.place(layer, j));
            }
        }
    }

    /** What a layer does; a long formula would not be seen in a caption. */
    private String activationWords(int layer) {
        var activation = network.activation(layer);
        return activation instanceof Activation.Written && activation.name().length() > CHARACTERS * network.size(layer)
                ? texts.get("words.f")
                : functions.activation("words", layer);
    }

    /**
     * The cells of a sample.
     *
     * @param number of the sample on the Data sheet
     * @param row where the cells stand
     * @param parameterRow the row of the parameters
     */
    public List<Cell> cells(int number, SampleTrace trace, int row, int parameterRow) {
        var cells = new ArrayList<Cell>();
        cells.add(new Cell.Figure(number, Role.INDEX));
        var numberCell = Ref.at(row, layout.number()).fixColumn();
        for (var i = 1; i <= network.inputs(); i++) {
            cells.add(Cell.computed(data.input(i, numberCell), trace.activation(1, i), inputRole()));
        }
        for (var j = 1; j <= network.outputs(); j++) {
            cells.add(Cell.computed(data.target(j, numberCell), trace.sample().target(j), targetRole()));
        }
        for (var layer = 2; layer <= network.layers(); layer++) {
            cells.addAll(weightedInputs(layer, trace, row, parameterRow));
            cells.addAll(activations(layer, trace, row));
        }
        cells.add(cost(trace, row));
        if (layout.hasHit()) {
            var hit = Formulas.hit(
                    network,
                    across(row, layout.activation(network.layers(), 1), network.outputs()),
                    across(row, layout.target(1), network.outputs()));
            cells.add(Cell.computed(hit, trace.hit() ? 1 : 0, Role.INDEX));
        }
        return cells;
    }

    /** The weighted inputs of a layer, from the activations before it in the same row. */
    public List<Cell> weightedInputs(int layer, SampleTrace trace, int row, int parameterRow) {
        var cells = new ArrayList<Cell>();
        if (network.layer(layer) instanceof Pooling) {
            return cells;
        }
        for (var j = 1; j <= network.size(layer); j++) {
            var terms = new ArrayList<Formula>();
            for (var run : Run.of(pairs(layer, j))) {
                terms.add(SUMPRODUCT.of(
                        run.firsts(row, 1).fixColumns(),
                        named(run.others(parameterRow, 1).fixRows())));
            }
            var group = network.layer(layer).group(j);
            terms.add(named(Ref.at(parameterRow, parameters.bias(layer, group)).fixRow()));
            cells.add(Cell.computed(Formula.sum(terms), trace.weightedInput(layer, j), Role.WEIGHTED_INPUT));
        }
        return cells;
    }

    /** The columns of a unit's terms: what flows in, and its weight. */
    private List<Run.Pair> pairs(int layer, int unit) {
        var group = network.layer(layer).group(unit);
        return network.layer(layer).terms(unit).stream()
                .map(term -> new Run.Pair(
                        layout.source(layer, term.source()), parameters.weight(layer, group, term.weight())))
                .toList();
    }

    private Formula named(Reference parameters) {
        return sheet.<Formula>map(parameters::on).orElse(parameters);
    }

    /** The activations of a layer, from its weighted inputs in the same row. */
    public List<Cell> activations(int layer, SampleTrace trace, int row) {
        if (network.activation(layer) instanceof Activation.Softmax) {
            return shares(layer, trace, row);
        }
        if (network.layer(layer) instanceof Pooling pooling) {
            return pooled(pooling, layer, trace, row);
        }
        var cells = new ArrayList<Cell>();
        for (var j = 1; j <= network.size(layer); j++) {
            var formula = Formulas.activation(network.activation(layer), Ref.at(row, layout.weightedInput(layer, j)));
            cells.add(Cell.computed(formula, trace.activation(layer, j), Role.ACTIVATION));
        }
        return cells;
    }

    /** What stands for each window, and, where it is the largest, the place where that was found. */
    private List<Cell> pooled(Pooling pooling, int layer, SampleTrace trace, int row) {
        var cells = new ArrayList<Cell>();
        var rule = pooling.isMax() ? MAX : AVERAGE;
        for (var j = 1; j <= network.size(layer); j++) {
            var window = Run.of(window(layer, j)).stream()
                    .map(run -> (Formula) run.firsts(row, 1))
                    .toList();
            cells.add(Cell.computed(rule.of(window), trace.activation(layer, j), Role.ACTIVATION));
        }
        for (var j = 1; j <= network.size(layer) && pooling.isMax(); j++) {
            var window = window(layer, j).stream()
                    .map(pair -> Ref.at(row, pair.first()))
                    .toList();
            var formula = Largest.of(
                    window, Ref.at(row, layout.activation(layer, j)), network.activation(activating(layer - 1)));
            cells.add(Cell.computed(formula, trace.chosen(layer, j), Role.INDEX));
        }
        return cells;
    }

    /** The layer whose activation made what a pooling pools; layer 2 if that is the inputs, which may be any numbers. */
    private int activating(int layer) {
        return layer > 2 && network.layer(layer) instanceof Pooling ? activating(layer - 1) : Math.max(2, layer);
    }

    private List<Run.Pair> window(int layer, int unit) {
        return network.layer(layer).terms(unit).stream()
                .map(term -> layout.source(layer, term.source()))
                .map(column -> new Run.Pair(column, column))
                .toList();
    }

    /** The cost, from the targets and the output layer in the same row. */
    public Cell cost(SampleTrace trace, int row) {
        var last = network.layers();
        var formula = Formulas.cost(
                network,
                across(row, layout.target(1), network.outputs()).fixColumns(),
                across(row, layout.weightedInput(last, 1), network.outputs()),
                across(row, layout.exponential(last, 1), network.outputs()),
                across(row, layout.activation(last, 1), network.outputs()));
        return Cell.computed(formula, trace.cost(), Role.COST);
    }

    /** Softmax in two steps: exponentials, and the share of each. */
    private List<Cell> shares(int layer, SampleTrace trace, int row) {
        var cells = new ArrayList<Cell>();
        var size = network.size(layer);
        var weightedInputs = across(row, layout.weightedInput(layer, 1), size).fixColumns();
        for (var j = 1; j <= size; j++) {
            var formula = Formulas.exponential(Ref.at(row, layout.weightedInput(layer, j)), weightedInputs);
            cells.add(Cell.computed(formula, trace.exponential(layer, j), Role.ACTIVATION));
        }
        var exponentials = across(row, layout.exponential(layer, 1), size).fixColumns();
        for (var j = 1; j <= size; j++) {
            var formula = Formulas.share(Ref.at(row, layout.exponential(layer, j)), exponentials);
            cells.add(Cell.computed(formula, trace.activation(layer, j), Role.ACTIVATION));
        }
        return cells;
    }

    private static Range across(int row, int column, int width) {
        return Range.of(Ref.at(row, column), 1, width);
    }
}
