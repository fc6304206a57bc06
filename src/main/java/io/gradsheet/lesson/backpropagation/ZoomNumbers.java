package io.gradsheet.lesson.backpropagation;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Formula.quoted;
import static io.gradsheet.sheet.Function.CHOOSE;
import static io.gradsheet.sheet.Function.IF;

import io.gradsheet.lesson.backpropagation.ChosenNeuron.Fact;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.Formulas;
import io.gradsheet.lesson.network.FunctionWords;
import io.gradsheet.network.Activation;
import io.gradsheet.network.Cost;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.Optimiser;
import io.gradsheet.training.StepTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * One neuron of the learner's choice, written out with numbers at the foot of the Zoom sheet: z term by term, a, δ, and for one of its
 * weights the gradient and the update. All of them follow the choice.
 */
final class ZoomNumbers {
    /** Longer sums are abridged: so many lines of terms, and then the rest as one number. */
    private static final int MOST_LINES = 3;

    private final ZoomLayout zoom;
    private final NetworkExperiment experiment;
    private final Network network;
    private final TrainingLayout layout;
    private final Texts texts;
    private final FunctionWords functions;
    private final StepTrace step;
    private final SampleTrace trace;
    private final ZoomPanels panels;
    private final Grid grid;
    private final ChosenNeuron chosen;
    private final int layer;
    private final int j;
    private int row;

    /**
     * Prepares the section.
     *
     * @param top its first row
     */
    ZoomNumbers(ZoomLayout zoom, Moment moment, Texts texts, ZoomPanels panels, Grid grid, int top) {
        this.zoom = zoom;
        this.experiment = moment.experiment();
        this.network = moment.network();
        this.layout = moment.training();
        this.texts = texts;
        this.functions = new FunctionWords(network, texts);
        this.step = moment.step();
        this.trace = moment.trace();
        this.panels = panels;
        this.grid = grid;
        this.row = top;
        this.chosen = new ChosenNeuron(zoom, moment, top + 1);
        this.layer = chosen.layer();
        this.j = chosen.number();
    }

    /** Puts the section; what it adds to the sheet are the drop-downs of its choices. */
    List<Feature> put() {
        grid.put(row, ZoomLayout.WORDS_COLUMN, texts.label(Role.HEADING, "zoom.numbers"));
        row = chosen.put(grid, texts);
        putWeightedInput();
        putActivation();
        if (network.layers() > 2) {
            putHiddenError();
        }
        putOutputError();
        putGradient();
        putUpdate();
        var neuron = ZoomLayout.choice(ZoomLayout.NEURON_ROW);
        var weight = ZoomLayout.choice(ZoomLayout.WEIGHT_ROW);
        return List.of(
                new Feature.ChoiceFrom(
                        neuron.to(neuron), ZoomLayout.NAME, chosen.names(), texts.get("zoom.hint.neuron")),
                new Feature.Bounds(weight.to(weight), 1, zoom.mostInputs(), texts.get("zoom.hint.weight")));
    }

    private NumberLine line(String key) {
        return line(texts.label(Role.TEXT, key));
    }

    private NumberLine line(Cell words) {
        return new NumberLine(zoom, panels, grid, row, words, texts.get("zoom.number"));
    }

    private void putWeightedInput() {
        var shown = Math.min(zoom.mostInputs(), MOST_LINES * zoom.namedAcross() - 3);
        var inputs = network.size(layer - 1);
        var line = line("zoom.numbers.z");
        var products = new ArrayList<Formula>();
        var rest = trace.weightedInput(layer, j) - step.parameters().bias(layer, j);
        for (var k = 1; k <= shown; k++) {
            var is = chosen.at(Fact.INPUTS).isAtLeast(k);
            var there = k <= inputs;
            var weight = there ? OptionalDouble.of(step.parameters().weight(layer, j, k)) : OptionalDouble.empty();
            var input = there ? OptionalDouble.of(trace.activation(layer - 1, k)) : OptionalDouble.empty();
            rest -= there ? weight.getAsDouble() * input.getAsDouble() : 0;
            var first = line.put(
                    when(is, chosen.ofEpoch(chosen.at(Fact.FIRST_WEIGHT).plus(k - 1))), weight, Role.SUMMAND);
            var second = line.put(
                    when(is, chosen.ofSample(chosen.at(Fact.FIRST_INPUT).plus(k - 1))), input, Role.FACTOR);
            products.add(first.times(second));
        }
        var bias = chosen.ofEpoch(chosen.at(Fact.FIRST_WEIGHT).plus(chosen.at(Fact.INPUTS)));
        if (zoom.mostInputs() > shown) {
            var isLonger = inputs > shown;
            var others = chosen.ofSample(Fact.WEIGHTED_INPUT).minus(bias);
            for (var product : products) {
                others = others.minus(product);
            }
            line.label("…");
            line.put(
                    when(chosen.at(Fact.INPUTS).isGreater(shown), others),
                    isLonger ? OptionalDouble.of(rest) : OptionalDouble.empty(),
                    Role.SUMMAND);
        }
        line.put(bias, step.parameters().bias(layer, j), Role.SUMMAND);
        line.put(chosen.ofSample(Fact.WEIGHTED_INPUT), trace.weightedInput(layer, j), Role.EQUALS);
        row = line.end();
    }

    private void putActivation() {
        var line = line("zoom.numbers.a");
        line.put(chosen.ofSample(Fact.WEIGHTED_INPUT), trace.weightedInput(layer, j), Role.WEIGHTED_INPUT);
        line.put(chosen.ofSample(Fact.ACTIVATION), trace.activation(layer, j), Role.EQUALS);
        row = line.end();
    }

    private void putHiddenError() {
        var most = 0;
        for (var hidden = 2; hidden < network.layers(); hidden++) {
            most = Math.max(most, network.size(hidden + 1));
        }
        var others = isWritten(2, network.layers() - 1) ? 4 : 3;
        var shown = Math.min(most, MOST_LINES * zoom.namedAcross() - others);
        var isHidden = layer < network.layers();
        var hidden = chosen.at(Fact.FOLLOWERS).isGreater(0);
        var line = line("zoom.numbers.delta.hidden");
        for (var k = 1; k <= shown; k++) {
            var is = chosen.at(Fact.FOLLOWERS).isAtLeast(k);
            var there = isHidden && k <= network.size(layer + 1);
            line.put(
                    when(is, chosen.ofSample(chosen.at(Fact.FIRST_FOLLOWER).plus(k - 1))),
                    there ? OptionalDouble.of(trace.delta(layer + 1, k)) : OptionalDouble.empty(),
                    Role.SUMMAND);
            line.put(
                    when(
                            is,
                            chosen.ofEpoch(
                                    chosen.at(Fact.FIRST_WAY).plus(number(k - 1).times(chosen.at(Fact.NEXT_WAY))))),
                    there ? OptionalDouble.of(step.parameters().weight(layer + 1, k, j)) : OptionalDouble.empty(),
                    Role.FACTOR);
        }
        if (most > shown) {
            line.label("…");
            line.skip();
        }
        putSlope(line, hidden, isHidden, 2, network.layers() - 1);
        line.put(
                when(hidden, chosen.ofSample(Fact.DELTA)),
                isHidden ? OptionalDouble.of(trace.delta(layer, j)) : OptionalDouble.empty(),
                Role.EQUALS);
        row = line.end();
    }

    private void putOutputError() {
        var isOutput = layer == network.layers();
        var output = chosen.at(Fact.FOLLOWERS).isEqualTo(0);
        var line = line(Cell.label(functions.error("zoom.words", network.layers()), Role.TEXT));
        line.put(
                when(output, chosen.ofSample(Fact.ACTIVATION)),
                isOutput ? OptionalDouble.of(trace.activation(layer, j)) : OptionalDouble.empty(),
                Role.SUMMAND);
        line.put(
                when(output, chosen.ofSample(Fact.TARGET).negative()),
                isOutput ? OptionalDouble.of(-trace.sample().target(j) + 0.0) : OptionalDouble.empty(),
                Role.SUMMAND);
        var factor = Formulas.slope(network);
        if (network.cost() instanceof Cost.Squared squared && factor.isPresent()) {
            line.put(
                    when(output, factor.get()),
                    isOutput ? OptionalDouble.of(squared.slope(network.outputs())) : OptionalDouble.empty(),
                    Role.FACTOR);
        }
        if (network.cost() instanceof Cost.Squared
                && !(network.outputActivation() instanceof Activation.Softmax)
                && !(network.outputActivation() instanceof Activation.Linear)) {
            putSlope(line, output, isOutput, network.layers(), network.layers());
        }
        line.put(
                when(output, chosen.ofSample(Fact.DELTA)),
                isOutput ? OptionalDouble.of(trace.delta(layer, j)) : OptionalDouble.empty(),
                Role.EQUALS);
        row = line.end();
    }

    /** f′(z), for sigmoid as a (1 − a), where the chosen neuron is in one of the layers. */
    private void putSlope(NumberLine line, Formula condition, boolean holds, int firstLayer, int lastLayer) {
        var allSigmoid = true;
        for (var each = firstLayer; each <= lastLayer; each++) {
            allSigmoid &= network.activation(each) instanceof Activation.Sigmoid;
        }
        if (allSigmoid) {
            var value = holds ? OptionalDouble.of(trace.activation(layer, j)) : OptionalDouble.empty();
            line.put(when(condition, chosen.ofSample(Fact.ACTIVATION)), value, Role.FACTOR);
            line.put(when(condition, chosen.ofSample(Fact.ACTIVATION)), value, Role.COMPLEMENT);
            return;
        }
        var a = holds ? OptionalDouble.of(trace.activation(layer, j)) : OptionalDouble.empty();
        var itself = line.put(when(condition, chosen.ofSample(Fact.ACTIVATION)), a, Role.ACTIVATION)
                .fix();
        var weightedInput = itself;
        if (isWritten(firstLayer, lastLayer)) {
            var z = holds ? OptionalDouble.of(trace.weightedInput(layer, j)) : OptionalDouble.empty();
            weightedInput = line.put(when(condition, chosen.ofSample(Fact.WEIGHTED_INPUT)), z, Role.WEIGHTED_INPUT)
                    .fix();
        }
        var slopes = new ArrayList<Formula>();
        for (var each = firstLayer; each <= lastLayer; each++) {
            slopes.add(Formulas.error(network.activation(each), number(1), weightedInput, itself));
        }
        var formula = slopes.get(0);
        if (slopes.size() > 1) {
            slopes.add(0, chosen.at(Fact.LAYER).minus(1));
            formula = CHOOSE.of(slopes);
        }
        line.put(when(condition, formula), holds ? OptionalDouble.of(slope()) : OptionalDouble.empty(), Role.FACTOR);
    }

    /** Whether one of some layers has a derivative that asks for z. */
    private boolean isWritten(int firstLayer, int lastLayer) {
        return IntStream.rangeClosed(firstLayer, lastLayer)
                .anyMatch(each -> network.activation(each) instanceof Activation.Written);
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
        var is = chosen.weightIsThere();
        var line = line("zoom.numbers.gradient");
        line.put(when(is, chosen.ofSample(Fact.DELTA)), ifThere(trace.delta(layer, j)), Role.ERROR);
        line.put(
                when(is, chosen.weightedActivation()),
                chosen.hasWeight()
                        ? OptionalDouble.of(trace.activation(layer - 1, chosen.weight()))
                        : OptionalDouble.empty(),
                Role.FACTOR);
        var gradient = chosen.ofSample(Fact.DELTA).times(chosen.weightedActivation());
        line.put(
                when(is, gradient),
                chosen.hasWeight()
                        ? OptionalDouble.of(trace.weightGradient(layer, j, chosen.weight()))
                        : OptionalDouble.empty(),
                Role.EQUALS);
        row = line.end();
    }

    /** The weight, the numbers below the samples of the step that its next value is made of, and that value. */
    private void putUpdate() {
        var optimiser = experiment.hyperparameters().optimiser();
        var line = updateLine();
        putOfWeight(line, chosen.weightValue(), step.parameters(), Role.PARAMETER);
        var moves = new Moves(line);
        var decay = experiment.hyperparameters().decay();
        if (decay.shrinks()) {
            moves.put(
                    chosen.rate().negative().times(decay.strength()).times(chosen.weightValue()),
                    step.parameters().map(value -> -step.rate() * decay.strength() * value),
                    Role.SUMMAND);
        }
        if (optimiser instanceof Optimiser.Plain) {
            moves.put(chosen.rate().negative(), -step.rate(), Role.SUMMAND);
            moves.put(chosen.below(layout.gradientRow(1, 1)), step.gradient(), Role.FACTOR);
        } else if (optimiser instanceof Optimiser.Momentum momentum && momentum.isRateOutside()) {
            moves.put(chosen.rate().negative(), -step.rate(), Role.SUMMAND);
            moves.put(chosen.below(layout.memoryRow(1, 1, 0)), step.memory().get(0), Role.FACTOR);
        } else if (optimiser instanceof Optimiser.Momentum) {
            moves.put(chosen.below(layout.memoryRow(1, 1, 0)), step.memory().get(0), Role.SUMMAND);
        } else {
            moves.put(chosen.below(layout.gradientRow(1, 1)), step.gradient(), Role.GRADIENT);
            for (var memory = 0; memory < optimiser.memories(); memory++) {
                moves.put(
                        chosen.below(layout.memoryRow(1, 1, memory)),
                        step.memory().get(memory),
                        Role.UPDATE);
            }
        }
        putOfWeight(line, chosen.below(layout.nextRow(1, 1)), step.next(), Role.EQUALS);
        row = line.end();
    }

    /** What moves the weight. In place of it, a weight that stays as it is has a word that says so. */
    private final class Moves {
        private final NumberLine line;
        private String word = texts.get("zoom.numbers.fixed");

        Moves(NumberLine line) {
            this.line = line;
        }

        void put(Formula formula, Parameters values, Role role) {
            put(formula, ofWeight(values).orElse(0), role);
        }

        void put(Formula formula, double value, Role role) {
            if (chosen.hasFrozenWeights()) {
                var instead = IF.of(chosen.weightIsFrozen(), quoted(word), formula);
                line.put(
                        when(chosen.weightIsThere(), instead),
                        chosen.hasWeight() && !chosen.isWeightFrozen()
                                ? Value.of(value)
                                : Value.of(chosen.hasWeight() ? word : ""),
                        role);
                word = "";
            } else {
                line.put(when(chosen.weightIsThere(), formula), ifThere(value), role);
            }
        }
    }

    private NumberLine updateLine() {
        return experiment.hyperparameters().isPlain(experiment.samples().size())
                ? line("zoom.numbers.update")
                : line(Cell.label(
                        new UpdateWords(experiment.hyperparameters(), layout.steps(), texts).written("w_{i}"),
                        Role.TEXT));
    }

    private void putOfWeight(NumberLine line, Formula formula, Parameters values, Role role) {
        line.put(when(chosen.weightIsThere(), formula), ofWeight(values), role);
    }

    /** The chosen weight's, if there is one. */
    private OptionalDouble ofWeight(Parameters values) {
        return chosen.hasWeight()
                ? OptionalDouble.of(values.weight(layer, j, chosen.weight()))
                : OptionalDouble.empty();
    }

    private OptionalDouble ifThere(double value) {
        return chosen.hasWeight() ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static Formula when(Formula condition, Formula formula) {
        return IF.of(condition, formula, quoted(""));
    }
}
