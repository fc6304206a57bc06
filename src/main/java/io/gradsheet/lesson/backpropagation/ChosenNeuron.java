package io.gradsheet.lesson.backpropagation;

import static io.gradsheet.sheet.Formula.quoted;
import static io.gradsheet.sheet.Function.FIND;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.INDEX;
import static io.gradsheet.sheet.Function.ISNUMBER;
import static io.gradsheet.sheet.Function.MATCH;
import static io.gradsheet.sheet.Function.MOD;

import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.network.Network;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.Schedule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where the numbers of the chosen neuron and weight stand on the Training sheet: a folded table on the Zoom sheet with a row for each
 * neuron, and the formulas that read from it.
 */
final class ChosenNeuron {
    private static final List<Fact> FACTS = List.of(Fact.values());

    private final ZoomLayout zoom;
    private final NetworkExperiment experiment;
    private final Network network;
    private final TrainingLayout layout;
    private final int layer;
    private final int j;
    private final int i;
    private final int top;

    /** What the table knows of each neuron, a column each: numbers of columns of Training count from 1. */
    enum Fact {
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

    /**
     * The neuron that is chosen.
     *
     * @param top the first row of the table
     */
    ChosenNeuron(ZoomLayout zoom, Moment moment, int top) {
        this.zoom = zoom;
        this.experiment = moment.experiment();
        this.network = moment.network();
        this.layout = moment.training();
        var neuron = zoom.neurons().get(moment.choices().neuron() - 1);
        this.layer = neuron.layer();
        this.j = neuron.number();
        this.i = moment.choices().weight();
        this.top = top;
    }

    int layer() {
        return layer;
    }

    int number() {
        return j;
    }

    /** The chosen weight's, by the neuron that it comes from. */
    int weight() {
        return i;
    }

    /** Whether the neuron has the chosen weight. */
    boolean hasWeight() {
        return i <= network.size(layer - 1);
    }

    /** The neurons' names, for a drop-down. */
    Range names() {
        return Range.of(Ref.at(top, ZoomLayout.WORDS_COLUMN), zoom.neurons().size(), 1)
                .fix();
    }

    // The table -----------------------------------------------------------------------------------------------------

    /** Puts the table; the row after it is the answer. */
    int put(Grid grid, Texts texts) {
        var row = top;
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
        var place = MATCH.of(ZoomLayout.choice(ZoomLayout.NEURON_ROW), names(), Formula.number(0));
        for (var fact : FACTS) {
            grid.put(at(fact), Cell.computed(ofChosen(column(fact), place), value(fact, layer, j), Role.INDEX));
        }
        if (hasFrozenWeights()) {
            grid.put(
                    at(frozenColumn()),
                    new Cell.Computed(ofChosen(frozenColumn(), place), Value.of(frozenWeights(layer, j)), Role.INDEX));
        }
        grid.called(
                Range.of(Ref.at(row, 0), 1, frozenColumn() + 1),
                (cell, of) -> Quantity.of(texts.get("zoom.where"), ""));
        grid.fold(top, zoom.neurons().size() + 1);
        return row + 1;
    }

    /** What a column of the table holds of the chosen neuron. */
    private Formula ofChosen(int column, Formula place) {
        var all = Range.of(Ref.at(top, column), zoom.neurons().size(), 1);
        // Gnumeric has an error for INDEX of a single cell.
        return all.rows() == 1 ? all.first() : INDEX.of(all, place);
    }

    private static int column(Fact fact) {
        return ZoomLayout.choice(0).column() + FACTS.indexOf(fact);
    }

    private static int frozenColumn() {
        return ZoomLayout.choice(0).column() + FACTS.size();
    }

    /** The cell that holds a fact of the chosen neuron. */
    Ref at(Fact fact) {
        return at(column(fact));
    }

    private Ref at(int column) {
        return Ref.at(top + zoom.neurons().size(), column);
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

    // Frozen weights ------------------------------------------------------------------------------------------------

    /** Whether any neuron has one. */
    boolean hasFrozenWeights() {
        return zoom.neurons().stream()
                .anyMatch(neuron ->
                        frozenOf(neuron.layer(), neuron.number()).findAny().isPresent());
    }

    /** Whether the chosen weight stays as it is. */
    boolean isWeightFrozen() {
        return experiment.hyperparameters().frozen().hasWeight(layer, j, i);
    }

    /** The same as a condition. */
    Formula weightIsFrozen() {
        var number = quoted(",").joined(weightChoice()).joined(",");
        return ISNUMBER.of(FIND.of(number, at(frozenColumn())));
    }

    private IntStream frozenOf(int of, int neuron) {
        return IntStream.rangeClosed(1, network.size(of - 1))
                .filter(from -> experiment.hyperparameters().frozen().hasWeight(of, neuron, from));
    }

    /** The weights of a neuron that stay as they are, between commas: ",1,3,". */
    private String frozenWeights(int of, int neuron) {
        return frozenOf(of, neuron).mapToObj(from -> from + ",").collect(Collectors.joining("", ",", ""));
    }

    // Formulas ------------------------------------------------------------------------------------------------------

    /** The neuron's number of the chosen epoch in a column of Training. */
    Formula ofEpoch(Formula column) {
        return lookUp(ZoomLayout.rowNumber(ZoomLayout.EPOCH_ROW), column);
    }

    /** Its number of the chosen sample in a column of Training. */
    Formula ofSample(Formula column) {
        return lookUp(ZoomLayout.rowNumber(ZoomLayout.SAMPLE_ROW), column);
    }

    /** Its number of the chosen sample in the column that a fact tells. */
    Formula ofSample(Fact fact) {
        return ofSample(at(fact));
    }

    private Formula lookUp(Formula of, Formula column) {
        return INDEX.of(layout.all(), of, column);
    }

    /** The condition that the neuron has the chosen weight. */
    Formula weightIsThere() {
        return at(Fact.INPUTS).isAtLeast(weightChoice());
    }

    /** The activation that the chosen weight weighs. */
    Formula weightedActivation() {
        return ofSample(at(Fact.FIRST_INPUT).plus(weightChoice()).minus(1));
    }

    /** The chosen weight. */
    Formula weightValue() {
        return ofEpoch(weightColumn());
    }

    private Formula weightColumn() {
        return at(Fact.FIRST_WEIGHT).plus(weightChoice()).minus(1);
    }

    private static Ref weightChoice() {
        return ZoomLayout.choice(ZoomLayout.WEIGHT_ROW).fix();
    }

    /** The chosen weight's number in a row below the samples of the chosen step, which is given by that row of the first step. */
    Formula below(int row) {
        return lookUp(rowBelow(row), weightColumn());
    }

    private Formula rowBelow(int row) {
        var start = ZoomLayout.rowNumber(ZoomLayout.EPOCH_ROW);
        var missing = layout.samples(1) - layout.samples(layout.steps());
        var below = start.plus(row - layout.valueRow(1));
        if (missing == 0) {
            return below;
        }
        // The last step of an epoch may have fewer samples.
        var rowInEpoch = MOD.of(start.minus(layout.valueRow(1) + 1), Formula.number(layout.epochRows()));
        var isLast = rowInEpoch.isEqualTo((layout.steps() - 1) * layout.blockRows());
        return below.minus(IF.of(isLast, Formula.number(missing), Formula.number(0)));
    }

    /** η of the chosen step. */
    Formula rate() {
        return experiment.hyperparameters().schedule() instanceof Schedule.Constant
                ? Formula.named("eta")
                : lookUp(rowBelow(layout.totalRow(1, 1)), Formula.number(layout.stepFigure() + 1));
    }
}
