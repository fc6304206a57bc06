package io.gradsheet.lesson.difference;

import io.gradsheet.lesson.frame.Captions;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.lesson.network.ForwardColumns;
import io.gradsheet.lesson.network.ForwardLayout;
import io.gradsheet.lesson.network.Naming;
import io.gradsheet.lesson.network.PassSheet;
import io.gradsheet.network.Network;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One sample as it is, and then with the weighted input of each neuron moved by h, up and down: a row for each, from the neuron's layer
 * on to the cost.
 */
final class NeuronShiftsSheet {
    static final String NAME = "Shifts";

    private static final int GROUP_ROW = 3;
    private static final int BASE_ROW = GROUP_ROW + 3;
    private static final int COLUMNS_OF_A_PAGE = 26;

    private final Network network;
    private final Neurons neurons;
    private final PassSheet pass;
    private final Ref sample;
    private final Texts texts;
    private final ForwardLayout layout;
    private final ForwardColumns forward;

    /**
     * Prepares the sheet.
     *
     * @param sample the cell of the sample's number, on the sheet of errors
     */
    NeuronShiftsSheet(
            NetworkExperiment experiment, Neurons neurons, PassSheet pass, Ref sample, DataSheet data, Texts texts) {
        this.network = experiment.network();
        this.neurons = neurons;
        this.pass = pass;
        this.sample = sample.fix();
        this.texts = texts;
        this.layout = new ForwardLayout(network, false);
        this.forward = new ForwardColumns(experiment, layout, pass.parameters(), Optional.of(pass.name()), data, texts);
        Plan.checkSize(NAME, BASE_ROW + 2L * neurons.all().size() + 1, layout.last() + 1L);
    }

    private static int row(int neuron, boolean up) {
        return BASE_ROW + 1 + 2 * neuron + (up ? 0 : 1);
    }

    /** C with a neuron, by its place from 0, moved, as a formula on another sheet names it. */
    Formula cost(int neuron, boolean up) {
        return Ref.at(row(neuron, up), layout.cost()).on(NAME);
    }

    SheetPlan sheet() {
        var grid = new Grid();
        grid.put(0, 1, texts.label(Role.TITLE, "shifts.title")).height(0, 26);
        grid.put(1, 1, texts.label(Role.TEXT, "shifts.text"));
        var captions = new Captions(grid, texts, GROUP_ROW);
        forward.putCaptions(captions);
        putBase(grid);
        for (var neuron = 0; neuron < neurons.all().size(); neuron++) {
            putShifted(grid, neuron, true);
            putShifted(grid, neuron, false);
        }
        grid.called(
                Range.of(Ref.at(BASE_ROW, layout.number()), 1, 1),
                (place, cell) -> Quantity.of(texts.get("errors.sample"), ""));
        captions.call(BASE_ROW, Naming.value(List.of()));
        for (var neuron = 0; neuron < neurons.all().size(); neuron++) {
            callShifted(captions, neuron, true);
            callShifted(captions, neuron, false);
        }
        var inputs = network.inputs() + network.outputs();
        return SheetPlan.named(NAME)
                .widths(14)
                .widths(forward.dataWidths())
                .widths(layout.last() - inputs, 9.5)
                .head(grid.rows())
                .freeze(BASE_ROW, 1)
                .page(SheetPlan.Page.landscape()
                        .tall(BASE_ROW)
                        .across(1 + layout.last() / COLUMNS_OF_A_PAGE)
                        .inGroups(captions.groups()))
                .with(new Feature.Merge(Range.of(Ref.at(0, 1), 1, forward.textColumns())))
                .with(new Feature.Merge(Range.of(Ref.at(1, 1), 1, forward.textColumns())))
                .with(captions.features())
                .build();
    }

    private void callShifted(Captions captions, int place, boolean up) {
        captions.call(row(place, up), Naming.shifted(name(place, up), List.of()));
    }

    private String name(int place, boolean up) {
        var neuron = neurons.all().get(place);
        return Notation.weightedInput(neuron.layer(), neuron.number()) + (up ? " + h" : " − h");
    }

    private static void put(Grid grid, int row, int column, List<Cell> cells) {
        for (var i = 0; i < cells.size(); i++) {
            grid.put(row, column + i, cells.get(i));
        }
    }

    /** The sample as it is, looked up. */
    private void putBase(Grid grid) {
        var trace = neurons.trace();
        grid.put(BASE_ROW, layout.number(), Cell.computed(sample.on(ErrorsSheet.NAME), neurons.sample(), Role.INDEX));
        for (var i = 1; i <= network.inputs(); i++) {
            putLookedUp(grid, layout.input(i), pass.forward().input(i), trace.activation(1, i), forward.inputRole());
        }
        for (var j = 1; j <= network.outputs(); j++) {
            putLookedUp(
                    grid,
                    layout.target(j),
                    pass.forward().target(j),
                    trace.sample().target(j),
                    forward.targetRole());
        }
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                putLookedUp(
                        grid,
                        layout.weightedInput(layer, j),
                        pass.forward().weightedInput(layer, j),
                        trace.weightedInput(layer, j),
                        Role.WEIGHTED_INPUT);
            }
            put(
                    grid,
                    BASE_ROW,
                    layout.weightedInput(layer, network.size(layer)) + 1,
                    forward.activations(layer, trace, BASE_ROW));
        }
        grid.put(BASE_ROW, layout.cost(), forward.cost(trace, BASE_ROW));
    }

    private void putLookedUp(Grid grid, int column, int source, double value, Role role) {
        var formula = pass.ofSample(source, sample.on(ErrorsSheet.NAME));
        grid.put(BASE_ROW, column, Cell.computed(formula, value, role));
    }

    private void putShifted(Grid grid, int place, boolean up) {
        var row = row(place, up);
        var neuron = neurons.all().get(place);
        var trace = neurons.shifted(place, up);
        grid.put(row, layout.number(), Cell.label(name(place, up), Role.CAPTION));
        for (var j = 1; j <= network.outputs(); j++) {
            var target = Ref.at(BASE_ROW, layout.target(j)).fixRow();
            grid.put(row, layout.target(j), Cell.computed(target, trace.sample().target(j), forward.targetRole()));
        }
        put(grid, row, layout.weightedInput(neuron.layer(), 1), moved(neuron, trace, up));
        for (var layer = neuron.layer(); layer <= network.layers(); layer++) {
            if (layer > neuron.layer()) {
                var inputs = forward.weightedInputs(layer, trace, row, PassSheet.PARAMETER_ROW);
                put(grid, row, layout.weightedInput(layer, 1), inputs);
            }
            put(
                    grid,
                    row,
                    layout.weightedInput(layer, network.size(layer)) + 1,
                    forward.activations(layer, trace, row));
        }
        grid.put(row, layout.cost(), forward.cost(trace, row));
    }

    /** The weighted inputs of the layer: those above, one of them moved. */
    private List<Cell> moved(Neurons.Neuron neuron, SampleTrace trace, boolean up) {
        var cells = new ArrayList<Cell>();
        for (var j = 1; j <= network.size(neuron.layer()); j++) {
            var above =
                    Ref.at(BASE_ROW, layout.weightedInput(neuron.layer(), j)).fixRow();
            var value = trace.weightedInput(neuron.layer(), j);
            cells.add(
                    j == neuron.number()
                            ? Cell.computed(StepWidth.shifted(above, up), value, Role.UPDATE)
                            : Cell.computed(above, value, Role.WEIGHTED_INPUT));
        }
        return cells;
    }
}
