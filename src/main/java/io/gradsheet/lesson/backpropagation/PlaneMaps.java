package io.gradsheet.lesson.backpropagation;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Formula.quoted;
import static io.gradsheet.sheet.Function.COUNTIFS;

import io.gradsheet.lesson.backpropagation.PlanePanels.Panel;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.lesson.network.Formulas;
import io.gradsheet.network.Activation;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Sample;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The maps of the Boundary sheet: the formula and the value of every cell, and how the cells look. */
final class PlaneMaps {
    private final NetworkExperiment experiment;
    private final Network network;
    private final DataSheet data;
    private final PlanePanels panels;

    PlaneMaps(NetworkExperiment experiment, DataSheet data, PlanePanels panels) {
        this.experiment = experiment;
        this.network = experiment.network();
        this.data = data;
        this.panels = panels;
    }

    /** A number of the first axis as the network reads it. */
    Ref readAcross(int j) {
        return data.scalesInputs() ? panels.across(j).plus(1, 0) : panels.across(j);
    }

    /** A number of the second axis as the network reads it. */
    Ref readDown(int i) {
        return data.scalesInputs() ? panels.down(i).plus(0, 1) : panels.down(i);
    }

    void put(Grid grid, Panel panel, List<SampleTrace> traces) {
        for (var i = 0; i < PlanePanels.SIDE; i++) {
            grid.height(panels.map(panel).row() + i, BoundarySheet.CELL_HEIGHT);
            for (var j = 0; j < PlanePanels.SIDE; j++) {
                grid.put(
                        panels.map(panel).plus(i, j),
                        Cell.computed(
                                formula(panel, i, j), value(panel, traces.get(i * PlanePanels.SIDE + j)), Role.MAP));
            }
        }
    }

    private Formula formula(Panel panel, int i, int j) {
        var layer = panel.layer();
        var activation = network.activation(layer);
        if (!panels.hasParameters(panel)) {
            return Formulas.share(panel.neuron(), weightedInputs(i, j));
        }
        var sum = sum(panel, i, j);
        return panel.isActivation() ? answer(panel, Formulas.activation(activation, sum)) : sum;
    }

    /** A number of the output as the file has it. */
    private Formula answer(Panel panel, Formula formula) {
        return isNumber(panel) && data.scalesTargets() ? data.unscaledTarget(panel.neuron(), formula) : formula;
    }

    /** Whether the panel shows numbers such as the file has. */
    private boolean isNumber(Panel panel) {
        return panels.isAnswer(panel) && !experiment.data().hasClasses();
    }

    private List<Ref> weightedInputs(int i, int j) {
        return IntStream.rangeClosed(1, network.outputs())
                .mapToObj(
                        of -> panels.map(new Panel(network.layers(), of, false)).plus(i, j))
                .toList();
    }

    /** Σ w · (what flows in) + b, written term by term. */
    private Formula sum(Panel panel, int i, int j) {
        var terms = new ArrayList<Formula>();
        for (var from = 1; from <= network.size(panel.layer() - 1); from++) {
            var before = panel.layer() > 2
                    ? panels.activation(panel.layer() - 1, from).plus(i, j)
                    : from == 1 ? readAcross(j).fixRow() : readDown(i).fixColumn();
            terms.add(panels.parameter(panel, from).fix().times(before));
        }
        terms.add(panels.bias(panel).fix());
        return Formula.sum(terms);
    }

    /** The way forward of every point, row by row. */
    List<SampleTrace> traces(PlaneView view, Parameters parameters) {
        return points(view).stream()
                .map(point -> History.checkedTrace(network, parameters, point, BoundarySheet.NAME))
                .toList();
    }

    /** Every point as the network reads it, row by row. */
    List<Sample> points(PlaneView view) {
        var targets = new double[network.outputs()];
        var points = new ArrayList<Sample>();
        for (var i = 0; i < PlanePanels.SIDE; i++) {
            for (var j = 0; j < PlanePanels.SIDE; j++) {
                var point = new Sample(new double[] {view.x(j), view.y(i)}, targets);
                points.add(experiment.data().scaled(point));
            }
        }
        return points;
    }

    private double value(Panel panel, SampleTrace trace) {
        var layer = panel.layer();
        if (!panel.isActivation()) {
            return trace.weightedInput(layer, panel.neuron());
        }
        var activation = trace.activation(layer, panel.neuron());
        return isNumber(panel) ? experiment.data().targetScale(panel.neuron()).back(activation) : activation;
    }

    /** Samples first, since the first look that applies to a cell is the one that it has. */
    List<Feature> looks(Panel panel, List<SampleTrace> traces) {
        var features = new ArrayList<Feature>();
        var map = panels.mapRange(panel);
        if (panels.isAnswer(panel)) {
            if (experiment.data().hasClasses()) {
                features.add(new Feature.Signal(map, sampleIs(panel, 1), Feature.Tone.YES));
                features.add(new Feature.Signal(map, sampleIs(panel, 0), Feature.Tone.NO));
            } else {
                features.add(new Feature.Signal(map, COUNTIFS.of(within()).isGreater(0), Feature.Tone.END));
            }
        }
        features.add(colours(panel, map, traces));
        return features;
    }

    private Feature colours(Panel panel, Range map, List<SampleTrace> traces) {
        if (isNumber(panel)) {
            return new Feature.Colours(map, Feature.Palette.DEPTH, 0);
        }
        var activation = network.activation(panel.layer());
        if (panel.isActivation()
                && (activation instanceof Activation.Sigmoid || activation instanceof Activation.Softmax)) {
            return new Feature.Colours(map, Feature.Palette.HALVES, 1);
        }
        var largest = traces.stream()
                .mapToDouble(trace -> Math.abs(value(panel, trace)))
                .max()
                .orElse(1);
        return new Feature.Colours(
                map, Feature.Palette.DIVERGING, activation instanceof Activation.Tanh || largest == 0 ? 1 : largest);
    }

    /** Whether a sample lies in the cell whose target is this. */
    private Formula sampleIs(Panel panel, int target) {
        var criteria = new ArrayList<>(within());
        criteria.add(points(2 + panel.neuron()));
        criteria.add(number(target));
        return COUNTIFS.of(criteria).isGreater(0);
    }

    /** Nearer to the middle of the cell than half a cell. */
    private List<Formula> within() {
        return Stream.concat(
                        within(1, panels.across(0).fixRow(), PlanePanels.bound(0), PlanePanels.bound(1)),
                        within(2, panels.down(0).fixColumn(), PlanePanels.bound(2), PlanePanels.bound(3)))
                .toList();
    }

    private Stream<Formula> within(int input, Ref middle, Ref from, Ref to) {
        var cells = points(input);
        var half = to.fix().minus(from.fix()).over(2.0 * PlanePanels.INTERVALS);
        return Stream.of(
                cells,
                quoted(">=").joined(middle.minus(half)),
                cells,
                quoted("<").joined(middle.plus(half)));
    }

    // The samples once more -----------------------------------------------------------------------------------------

    /** Where a number of a sample stands beside the maps: its two inputs, then its targets. Both numbers count from 1. */
    private static Ref point(int sample, int number) {
        return Ref.at(PlanePanels.AXIS_ROW + 1 + sample, PlanePanels.SAMPLES_COLUMN - 1 + number);
    }

    private Range points(int number) {
        return point(1, number)
                .to(point(experiment.data().rows().size(), number))
                .fix();
    }

    /** How many columns the samples take. */
    int sampleColumns() {
        return 2 + (experiment.data().hasClasses() ? network.outputs() : 0);
    }

    /** Puts the samples beside the maps, since some programs drop a rule that looks at another sheet. */
    void putSamples(Grid grid) {
        for (var number = 1; number <= sampleColumns(); number++) {
            var isInput = number <= 2;
            var name = isInput ? data.inputName(number) : RichText.of(Notation.target(number - 2));
            grid.put(PlanePanels.CHOICE_ROW, point(1, number).column(), new Cell.Label(name, Role.CAPTION));
            var column = isInput ? data.rawInputColumn(number) : data.targetColumn(number - 2);
            var sample = 1;
            for (var row : experiment.data().rows()) {
                var value = isInput ? row.input(number) : row.target(number - 2);
                var cell = Ref.at(data.row(sample), column).on(DataSheet.NAME);
                var quantity =
                        new Quantity(name.markup(), "", List.of(new Quantity.Place(Quantity.Kind.SAMPLE, sample)));
                grid.put(
                        point(sample, number),
                        Cell.computed(cell, value, Role.MAP).as(quantity));
                sample++;
            }
        }
    }
}
