package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.Formulas;
import io.gradsheet.lesson.network.FunctionKeys;
import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.Optimiser;
import io.gradsheet.training.Schedule;
import io.gradsheet.training.StepTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One neuron of the learner's choice, written out with numbers at the foot of the Zoom sheet: z term by term, a, δ, and for one of its
 * weights the gradient and the update. Where each number stands on the Training sheet is kept in folded rows, so that all of them follow
 * the choice.
 */
final class ZoomNumbers {
    /** Longer sums are abridged: so many lines of terms, and then the rest as one number. */
    private static final int MOST_LINES = 3;

    private static final List<Fact> FACTS = List.of(Fact.values());

    private final ZoomLayout zoom;
    private final NetworkExperiment experiment;
    private final Network network;
    private final TrainingLayout layout;
    private final Texts texts;
    private final FunctionKeys functions;
    private final StepTrace step;
    private final SampleTrace trace;
    private final ZoomPanels panels;
    private final Grid grid;
    private final int layer;
    private final int j;
    private final int i;
    private int row;
    private int tableRow;

    /** What the folded table knows of each neuron, a column each: numbers of columns of Training count from 1. */
    private enum Fact {
        LAYER,
        INPUTS,
        FIRST_INPUT,
        FIRST_WEIGHT,
        WEIGHTED_INPUT,
        ACTIVATION,
        DELTA,
        FOLLOWERS,
        FIRST_FOLLOWER,
        FIRST_WAY,
        NEXT_WAY,
        TARGET
    }

    ZoomNumbers(
            ZoomLayout zoom,
            NetworkExperiment experiment,
            TrainingLayout layout,
            Texts texts,
            Choices choices,
            StepTrace step,
            SampleTrace trace,
            ZoomPanels panels,
            Grid grid) {
        this.zoom = zoom;
        this.experiment = experiment;
        this.network = experiment.network();
        this.layout = layout;
        this.texts = texts;
        this.functions = new FunctionKeys(network);
        this.step = step;
        this.trace = trace;
        this.panels = panels;
        this.grid = grid;
        var neuron = zoom.neurons().get(choices.neuron() - 1);
        this.layer = neuron.layer();
        this.j = neuron.number();
        this.i = choices.weight();
    }

    /** Puts the section from a row on; what it adds to the sheet are the drop-downs of its choices. */
    List<Feature> put(int top) {
        row = top;
        grid.put(row++, ZoomLayout.WORDS_COLUMN, texts.label(Role.HEADING, "zoom.numbers"));
        putTable();
        putWeightedInput();
        putActivation();
        if (network.layers() > 2) {
            putHiddenError();
        }
        putOutputError();
        putGradient();
        putUpdate();
        var names = Range.of(
                        Ref.at(tableRow, ZoomLayout.WORDS_COLUMN),
                        zoom.neurons().size(),
                        1)
                .fix();
        var neuron = ZoomLayout.choice(ZoomLayout.NEURON_ROW);
        var weight = ZoomLayout.choice(ZoomLayout.WEIGHT_ROW);
        return List.of(
                new Feature.ChoiceFrom(neuron.to(neuron), ZoomLayout.NAME, names, texts.get("zoom.hint.neuron")),
                new Feature.Bounds(weight.to(weight), 1, zoom.mostInputs(), texts.get("zoom.hint.weight")));
    }

    // Where the numbers are -----------------------------------------------------------------------------------------

    private void putTable() {
        tableRow = row;
        for (var neuron : zoom.neurons()) {
            grid.put(row, ZoomLayout.WORDS_COLUMN, new Cell.Label(RichText.plain(neuron.name()), Role.NOTE));
            for (var fact : FACTS) {
                grid.put(row, column(fact), new Cell.Figure(value(fact, neuron.layer(), neuron.number()), Role.INDEX));
            }
            if (hasFrozenWeights()) {
                var frozen = frozenWeights(neuron.layer(), neuron.number());
                grid.put(row, frozenColumn(), new Cell.Label(RichText.plain(frozen), Role.INDEX));
            }
            row++;
        }
        var names = Range.of(
                Ref.at(tableRow, ZoomLayout.WORDS_COLUMN), zoom.neurons().size(), 1);
        var place = "MATCH(" + ZoomLayout.choice(ZoomLayout.NEURON_ROW) + "," + names.fix() + ",0)";
        for (var fact : FACTS) {
            grid.put(chosen(fact), Cell.computed(ofChosen(column(fact), place), value(fact, layer, j), Role.INDEX));
        }
        if (hasFrozenWeights()) {
            grid.put(
                    chosen(frozenColumn()),
                    new Cell.Computed(ofChosen(frozenColumn(), place), Value.of(frozenWeights(layer, j)), Role.INDEX));
        }
        grid.fold(tableRow, zoom.neurons().size() + 1);
        row++;
    }

    /** What a column of the table holds of the chosen neuron. */
    private String ofChosen(int column, String place) {
        var all = Range.of(Ref.at(tableRow, column), zoom.neurons().size(), 1);
        // Gnumeric has an error for INDEX of a single cell.
        return all.rows() == 1 ? all.first().toString() : "INDEX(" + all + "," + place + ")";
    }

    private static int column(Fact fact) {
        return ZoomLayout.choice(0).column() + FACTS.indexOf(fact);
    }

    private static int frozenColumn() {
        return ZoomLayout.choice(0).column() + FACTS.size();
    }

    private Ref chosen(Fact fact) {
        return chosen(column(fact));
    }

    private Ref chosen(int column) {
        return Ref.at(tableRow + zoom.neurons().size(), column);
    }

    private boolean hasFrozenWeights() {
        return zoom.neurons().stream()
                .anyMatch(neuron ->
                        frozenOf(neuron.layer(), neuron.number()).findAny().isPresent());
    }

    private IntStream frozenOf(int of, int neuron) {
        return IntStream.rangeClosed(1, network.size(of - 1))
                .filter(from -> experiment.hyperparameters().frozen().hasWeight(of, neuron, from));
    }

    /** The weights of a neuron that stay as they are, between commas: ",1,3,". */
    private String frozenWeights(int of, int neuron) {
        return frozenOf(of, neuron).mapToObj(from -> from + ",").collect(Collectors.joining("", ",", ""));
    }

    private int value(Fact fact, int of, int neuron) {
        var isOutput = of == network.layers();
        return switch (fact) {
            case LAYER -> of;
            case INPUTS -> network.size(of - 1);
            case FIRST_INPUT -> layout.activation(of - 1, 1) + 1;
            case FIRST_WEIGHT -> layout.weight(of, neuron, 1) + 1;
            case WEIGHTED_INPUT -> layout.weightedInput(of, neuron) + 1;
            case ACTIVATION -> layout.activation(of, neuron) + 1;
            case DELTA -> layout.delta(of, neuron) + 1;
            case FOLLOWERS -> isOutput ? 0 : network.size(of + 1);
            case FIRST_FOLLOWER -> isOutput ? 0 : layout.delta(of + 1, 1) + 1;
            case FIRST_WAY -> isOutput ? 0 : layout.weight(of + 1, 1, neuron) + 1;
            case NEXT_WAY -> isOutput ? 0 : network.size(of) + 1;
            case TARGET -> isOutput ? layout.target(neuron) + 1 : 0;
        };
    }

    private String ofEpoch(String column) {
        return lookUp(ZoomLayout.rowNumber(ZoomLayout.EPOCH_ROW).toString(), column);
    }

    private String ofSample(String column) {
        return lookUp(ZoomLayout.rowNumber(ZoomLayout.SAMPLE_ROW).toString(), column);
    }

    private String ofSample(Fact fact) {
        return ofSample(chosen(fact).toString());
    }

    private String lookUp(String of, String column) {
        return "INDEX(" + layout.all(experiment.epochs()) + "," + of + "," + column + ")";
    }

    // Lines ---------------------------------------------------------------------------------------------------------

    private void putWeightedInput() {
        var shown = Math.min(zoom.mostInputs(), MOST_LINES * zoom.namedAcross() - 3);
        var inputs = network.size(layer - 1);
        var line = new Line("zoom.numbers.z");
        var products = new ArrayList<String>();
        var rest = trace.weightedInput(layer, j) - step.parameters().bias(layer, j);
        for (var k = 1; k <= shown; k++) {
            var is = chosen(Fact.INPUTS) + ">=" + k;
            var there = k <= inputs;
            var weight = there ? OptionalDouble.of(step.parameters().weight(layer, j, k)) : OptionalDouble.empty();
            var input = there ? OptionalDouble.of(trace.activation(layer - 1, k)) : OptionalDouble.empty();
            rest -= there ? weight.getAsDouble() * input.getAsDouble() : 0;
            var first = line.put(when(is, ofEpoch(chosen(Fact.FIRST_WEIGHT) + "+" + (k - 1))), weight, Role.SUMMAND);
            var second = line.put(when(is, ofSample(chosen(Fact.FIRST_INPUT) + "+" + (k - 1))), input, Role.FACTOR);
            products.add(first + "*" + second);
        }
        var bias = ofEpoch(chosen(Fact.FIRST_WEIGHT) + "+" + chosen(Fact.INPUTS));
        if (zoom.mostInputs() > shown) {
            var isLonger = inputs > shown;
            line.label("…");
            line.put(
                    when(
                            chosen(Fact.INPUTS) + ">" + shown,
                            ofSample(Fact.WEIGHTED_INPUT) + "-" + bias + "-" + String.join("-", products)),
                    isLonger ? OptionalDouble.of(rest) : OptionalDouble.empty(),
                    Role.SUMMAND);
        }
        line.put(bias, step.parameters().bias(layer, j), Role.SUMMAND);
        line.put(ofSample(Fact.WEIGHTED_INPUT), trace.weightedInput(layer, j), Role.EQUALS);
        line.end();
    }

    private void putActivation() {
        var line = new Line("zoom.numbers.a");
        line.put(ofSample(Fact.WEIGHTED_INPUT), trace.weightedInput(layer, j), Role.WEIGHTED_INPUT);
        line.put(ofSample(Fact.ACTIVATION), trace.activation(layer, j), Role.EQUALS);
        line.end();
    }

    private void putHiddenError() {
        var most = 0;
        for (var hidden = 2; hidden < network.layers(); hidden++) {
            most = Math.max(most, network.size(hidden + 1));
        }
        var shown = Math.min(most, MOST_LINES * zoom.namedAcross() - 3);
        var isHidden = layer < network.layers();
        var hidden = chosen(Fact.FOLLOWERS) + ">0";
        var line = new Line("zoom.numbers.delta.hidden");
        for (var k = 1; k <= shown; k++) {
            var is = chosen(Fact.FOLLOWERS) + ">=" + k;
            var there = isHidden && k <= network.size(layer + 1);
            line.put(
                    when(is, ofSample(chosen(Fact.FIRST_FOLLOWER) + "+" + (k - 1))),
                    there ? OptionalDouble.of(trace.delta(layer + 1, k)) : OptionalDouble.empty(),
                    Role.SUMMAND);
            line.put(
                    when(is, ofEpoch(chosen(Fact.FIRST_WAY) + "+" + (k - 1) + "*" + chosen(Fact.NEXT_WAY))),
                    there ? OptionalDouble.of(step.parameters().weight(layer + 1, k, j)) : OptionalDouble.empty(),
                    Role.FACTOR);
        }
        if (most > shown) {
            line.label("…");
            line.skip();
        }
        putSlope(line, hidden, isHidden, 2, network.layers() - 1);
        line.put(
                when(hidden, ofSample(Fact.DELTA)),
                isHidden ? OptionalDouble.of(trace.delta(layer, j)) : OptionalDouble.empty(),
                Role.EQUALS);
        line.end();
    }

    private void putOutputError() {
        var isOutput = layer == network.layers();
        var output = chosen(Fact.FOLLOWERS) + "=0";
        var line = new Line("zoom.words." + functions.error(network.layers()));
        line.put(
                when(output, ofSample(Fact.ACTIVATION)),
                isOutput ? OptionalDouble.of(trace.activation(layer, j)) : OptionalDouble.empty(),
                Role.SUMMAND);
        line.put(
                when(output, "-" + ofSample(Fact.TARGET)),
                isOutput ? OptionalDouble.of(-trace.sample().target(j) + 0.0) : OptionalDouble.empty(),
                Role.SUMMAND);
        if (network.cost() instanceof Cost.Squared
                && !(network.outputActivation() instanceof Activation.Softmax)
                && !(network.outputActivation() instanceof Activation.Linear)) {
            putSlope(line, output, isOutput, network.layers(), network.layers());
        }
        line.put(
                when(output, ofSample(Fact.DELTA)),
                isOutput ? OptionalDouble.of(trace.delta(layer, j)) : OptionalDouble.empty(),
                Role.EQUALS);
        line.end();
    }

    /** f′(z), for sigmoid as a (1 − a), where the chosen neuron is in one of the layers. */
    private void putSlope(Line line, String condition, boolean holds, int firstLayer, int lastLayer) {
        var allSigmoid = true;
        for (var each = firstLayer; each <= lastLayer; each++) {
            allSigmoid &= network.activation(each) instanceof Activation.Sigmoid;
        }
        if (allSigmoid) {
            var value = holds ? OptionalDouble.of(trace.activation(layer, j)) : OptionalDouble.empty();
            line.put(when(condition, ofSample(Fact.ACTIVATION)), value, Role.FACTOR);
            line.put(when(condition, ofSample(Fact.ACTIVATION)), value, Role.COMPLEMENT);
            return;
        }
        var a = holds ? OptionalDouble.of(trace.activation(layer, j)) : OptionalDouble.empty();
        var itself = line.put(when(condition, ofSample(Fact.ACTIVATION)), a, Role.ACTIVATION)
                .fix();
        var slopes = new ArrayList<String>();
        for (var each = firstLayer; each <= lastLayer; each++) {
            slopes.add(Formulas.error(network.activation(each), "1", itself));
        }
        var formula = slopes.size() == 1
                ? slopes.get(0)
                : "CHOOSE(" + chosen(Fact.LAYER) + "-1," + String.join(",", slopes) + ")";
        line.put(when(condition, formula), holds ? OptionalDouble.of(slope()) : OptionalDouble.empty(), Role.FACTOR);
    }

    private double slope() {
        var slopes = new double[] {1};
        network.activation(layer)
                .toErrors(
                        new double[] {trace.weightedInput(layer, j)},
                        new double[] {trace.activation(layer, j)},
                        slopes,
                        1,
                        1);
        return slopes[0];
    }

    private void putGradient() {
        var is = chosen(Fact.INPUTS) + ">=" + weight();
        var input = ofSample(chosen(Fact.FIRST_INPUT) + "+" + weight() + "-1");
        var line = new Line("zoom.numbers.gradient");
        line.put(when(is, ofSample(Fact.DELTA)), ifThere(trace.delta(layer, j)), Role.ERROR);
        line.put(
                when(is, input),
                there() ? ifThere(trace.activation(layer - 1, i)) : OptionalDouble.empty(),
                Role.FACTOR);
        var gradient = ofSample(Fact.DELTA) + "*" + input;
        line.put(
                when(is, gradient),
                there() ? ifThere(trace.weightGradient(layer, j, i)) : OptionalDouble.empty(),
                Role.EQUALS);
        line.end();
    }

    /** The weight, the numbers below the samples of the step that its next value is made of, and that value. */
    private void putUpdate() {
        var hyperparameters = experiment.hyperparameters();
        var optimiser = hyperparameters.optimiser();
        var line = updateLine();
        putOfWeight(line, ofEpoch(weightColumn()), step.parameters(), Role.PARAMETER);
        var moves = new Moves(line);
        if (optimiser instanceof Optimiser.Plain) {
            moves.put("-" + rate(), -step.rate(), Role.SUMMAND);
            moves.put(below(layout.gradientRow(1, 1)), step.gradient(), Role.FACTOR);
        } else if (optimiser instanceof Optimiser.Momentum) {
            moves.put(below(layout.memoryRow(1, 1, 0)), step.memory().get(0), Role.SUMMAND);
        } else {
            moves.put(below(layout.gradientRow(1, 1)), step.gradient(), Role.GRADIENT);
            for (var memory = 0; memory < optimiser.memories(); memory++) {
                moves.put(below(layout.memoryRow(1, 1, memory)), step.memory().get(memory), Role.UPDATE);
            }
        }
        putOfWeight(line, below(layout.nextRow(1, 1)), step.next(), Role.EQUALS);
        line.end();
    }

    /** What moves the weight. In place of it, a weight that stays as it is has a word that says so. */
    private final class Moves {
        private final Line line;
        private String word = texts.get("zoom.numbers.fixed");

        Moves(Line line) {
            this.line = line;
        }

        void put(String formula, Parameters values, Role role) {
            put(formula, there() ? values.weight(layer, j, i) : 0, role);
        }

        void put(String formula, double value, Role role) {
            if (hasFrozenWeights()) {
                var frozen = "ISNUMBER(FIND(\",\"&" + weight() + "&\",\"," + chosen(frozenColumn()) + "))";
                line.put(
                        when(isThere(), "IF(" + frozen + ",\"" + word + "\"," + formula + ")"),
                        there() && !isFrozen() ? Value.of(value) : Value.of(there() ? word : ""),
                        role);
                word = "";
            } else {
                line.put(when(isThere(), formula), ifThere(value), role);
            }
        }
    }

    private boolean isFrozen() {
        return experiment.hyperparameters().frozen().hasWeight(layer, j, i);
    }

    private Line updateLine() {
        return experiment.hyperparameters().isPlain(experiment.samples().size())
                ? new Line("zoom.numbers.update")
                : new Line(Cell.label(
                        new UpdateWords(experiment.hyperparameters(), layout.steps(), texts).written("w_{i}"),
                        Role.TEXT));
    }

    private void putOfWeight(Line line, String formula, Parameters values, Role role) {
        line.put(
                when(isThere(), formula), there() ? ifThere(values.weight(layer, j, i)) : OptionalDouble.empty(), role);
    }

    private String isThere() {
        return chosen(Fact.INPUTS) + ">=" + weight();
    }

    private String weightColumn() {
        return chosen(Fact.FIRST_WEIGHT) + "+" + weight() + "-1";
    }

    /** The chosen weight's number in a row below the samples of the chosen step, which is given by that row of the first step. */
    private String below(int row) {
        return lookUp(rowBelow(row), weightColumn());
    }

    private String rowBelow(int row) {
        var start = ZoomLayout.rowNumber(ZoomLayout.EPOCH_ROW);
        var missing = layout.samples(1) - layout.samples(layout.steps());
        var distance = start + "+" + (row - layout.valueRow(1));
        // The last step of an epoch may have fewer samples.
        return missing == 0
                ? distance
                : distance + "-IF(MOD(" + start + "-" + (layout.valueRow(1) + 1) + "," + layout.epochRows() + ")="
                        + (layout.steps() - 1) * layout.blockRows() + "," + missing + ",0)";
    }

    private String rate() {
        return experiment.hyperparameters().schedule() instanceof Schedule.Constant
                ? "eta"
                : lookUp(rowBelow(layout.totalRow(1, 1)), Integer.toString(layout.stepFigure() + 1));
    }

    private static Ref weight() {
        return ZoomLayout.choice(ZoomLayout.WEIGHT_ROW).fix();
    }

    /** Whether the chosen neuron has the chosen weight. */
    private boolean there() {
        return i <= network.size(layer - 1);
    }

    private OptionalDouble ifThere(double value) {
        return there() ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static String when(String condition, String formula) {
        return "IF(" + condition + "," + formula + ",\"\")";
    }

    /** A line of numbers, two to each half of a panel, which goes on below where it is full. */
    private final class Line {
        private int place;

        Line(String key) {
            this(texts.label(Role.TEXT, key));
        }

        Line(Cell words) {
            grid.put(row, ZoomLayout.WORDS_COLUMN, words);
        }

        /** The column of the next number. */
        int column() {
            turn();
            var half = place / 2;
            var start = half % 2 == 0 ? zoom.forwardColumn(1 + half / 2) : zoom.backwardColumn(1 + half / 2);
            return place % 2 == 0 ? start : start + first();
        }

        private int first() {
            return zoom.half() / 2;
        }

        private void turn() {
            if (place == 2 * zoom.namedAcross()) {
                place = 0;
                row++;
            }
        }

        Ref put(String formula, double value, Role role) {
            return put(formula, OptionalDouble.of(value), role);
        }

        Ref put(String formula, OptionalDouble value, Role role) {
            if (role == Role.FACTOR || role == Role.COMPLEMENT || role == Role.EQUALS) {
                widen();
            }
            return put(formula, value.isPresent() ? Value.of(value.getAsDouble()) : Value.of(""), role);
        }

        Ref put(String formula, Value value, Role role) {
            return put(new Cell.Computed(formula, value, role));
        }

        /** Goes on to the second number of a half, which has more room. */
        private void widen() {
            turn();
            place += 1 - place % 2;
        }

        void label(String text) {
            put(new Cell.Label(RichText.plain(text), Role.INDEX));
        }

        void skip() {
            column();
            place++;
        }

        private Ref put(Cell cell) {
            var column = column();
            var at = Ref.at(row, column);
            panels.putWide(at.row(), at.column(), place % 2 == 0 ? first() : zoom.half() - first(), cell);
            place++;
            return at;
        }

        void end() {
            row++;
        }
    }
}
