package io.gradsheet.lesson.network;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Function.SUM;

import io.gradsheet.lesson.frame.Captions;
import io.gradsheet.lesson.frame.Check;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.RowSink;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.GradientDescent;
import io.gradsheet.training.Hyperparameters;
import io.gradsheet.training.StepTrace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * All samples on one way through the network, forward or forward and backward: a row with the parameters, which are inputs, a row for
 * each sample, and a row of totals.
 */
public final class PassSheet {
    /** Larger inputs are typing errors. */
    private static final double LARGEST = 1e6;

    private static final int GROUP_ROW = 3;

    /** The row of the parameters. */
    public static final int PARAMETER_ROW = GROUP_ROW + 3;

    /** The costs of so many samples are compared one by one. */
    private static final int MOST_COSTS = 100;

    /** On paper, a page has about so many columns. */
    private static final int COLUMNS_OF_A_PAGE = 20;

    private final NetworkExperiment experiment;
    private final Network network;
    private final boolean backward;
    private final Texts texts;
    private final ForwardLayout forwardLayout;
    private final ParameterColumns parameters;
    private final ForwardColumns forwardColumns;
    private final BackwardColumns backwardColumns;
    private final StepTrace trace;

    /**
     * Prepares the sheet.
     *
     * @param backward whether errors and gradients are on it
     * @throws io.gradsheet.training.DivergenceException if a number leaves the representable range
     */
    public PassSheet(NetworkExperiment experiment, boolean backward, DataSheet data, Texts texts) {
        this.experiment = experiment;
        this.network = experiment.network();
        this.backward = backward;
        this.texts = texts;
        this.forwardLayout = new ForwardLayout(network, experiment.data().hasClasses());
        this.parameters = backward
                ? forwardLayout.parametersAfterErrors()
                : new ParameterColumns(network, forwardLayout.last() + 1);
        this.forwardColumns = new ForwardColumns(experiment, forwardLayout, parameters, Optional.empty(), data, texts);
        this.backwardColumns = new BackwardColumns(network, forwardLayout, parameters, texts);
        Plan.checkSize(name(), totalRow() + 1L, (long) parameters.first() + network.parameterCount());
        this.trace = trace(experiment);
    }

    /** A step that moves nothing: no learning rate can make it diverge. */
    private static StepTrace trace(NetworkExperiment of) {
        var hyperparameters = Hyperparameters.plain(
                0, 1, of.samples().size(), of.hyperparameters().frozen());
        return new GradientDescent(of.network(), of.samples(), of.initial(), hyperparameters)
                .next()
                .steps()
                .get(0);
    }

    public String name() {
        return backward ? "Backpropagation" : "Forward";
    }

    /** Where the quantities of a sample stand. */
    public ForwardLayout forward() {
        return forwardLayout;
    }

    /** Where the parameters stand, and their gradients. */
    public ParameterColumns parameters() {
        return parameters;
    }

    /** The row of a sample, which counts from 1. */
    public int row(int sample) {
        return PARAMETER_ROW + sample;
    }

    public int totalRow() {
        return row(samples()) + 1;
    }

    private int samples() {
        return experiment.samples().size();
    }

    private Range samples(int column) {
        return Range.of(Ref.at(row(1), column), samples(), 1);
    }

    /** A column of the sample whose number is in a cell, as a formula on another sheet names it. */
    public Formula ofSample(int column, Formula number) {
        return samples(column).fix().item(name(), number);
    }

    /** What Java computed: as one step of gradient descent. */
    public StepTrace trace() {
        return trace;
    }

    public SheetPlan sheet() {
        var grid = new Grid();
        var key = backward ? "pass.backward." : "pass.forward.";
        grid.put(0, 1, texts.label(Role.TITLE, key + "title", samples())).height(0, 26);
        grid.put(1, 1, texts.label(Role.TEXT, key + "text"));
        var captions = new Captions(grid, texts, GROUP_ROW);
        forwardColumns.putCaptions(captions);
        if (backward) {
            backwardColumns.putCaptions(captions);
        }
        putParameterCaptions(captions);
        var inputs = network.inputs() + network.outputs();
        var columns = parameters.first() + network.parameterCount();
        return SheetPlan.named(name())
                .widths(14)
                .widths(forwardColumns.dataWidths())
                .widths(columns - inputs - 1, 9.5)
                .head(grid.rows())
                .body(sink -> pushRows(sink, captions), totalRow(), columns)
                .freeze(PARAMETER_ROW, 1)
                .page(SheetPlan.Page.landscape()
                        .tall(PARAMETER_ROW)
                        .across((columns + COLUMNS_OF_A_PAGE - 1) / COLUMNS_OF_A_PAGE)
                        .inGroups(captions.groups()))
                .with(new Feature.Merge(Range.of(Ref.at(0, 1), 1, forwardColumns.textColumns())))
                .with(new Feature.Merge(Range.of(Ref.at(1, 1), 1, forwardColumns.textColumns())))
                .with(new Feature.Bounds(parameterCells(), -LARGEST, LARGEST, texts.get("hint.number")))
                .with(captions.features())
                .build();
    }

    private void putParameterCaptions(Captions captions) {
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                captions.group(
                        backward ? Role.GRADIENT : Role.PARAMETER,
                        parameters.weight(layer, j, 1),
                        network.size(layer - 1) + 1,
                        backward ? "pass.gradients" : "pass.parameters",
                        !backward ? "pass.change" : isCompact() ? "words.gradient.total" : "words.gradient",
                        layer,
                        j);
                for (var i = 1; i <= network.size(layer - 1); i++) {
                    captions.symbol(Role.PARAMETER, parameters.weight(layer, j, i), Notation.weight(layer, j, i));
                }
                captions.symbol(Role.PARAMETER, parameters.bias(layer, j), Notation.bias(layer, j));
            }
        }
    }

    private boolean isCompact() {
        return experiment.detail().compact();
    }

    // Rows ----------------------------------------------------------------------------------------------------------

    private void pushRows(RowSink sink, Captions captions) {
        sink.row(captions.named(parameterRow(), Naming.value(List.of())));
        for (var k = 1; k <= samples(); k++) {
            sink.row(captions.named(sampleRow(k, trace.samples().get(k - 1)), Naming.sample(k, List.of())));
        }
        sink.row(captions.named(sumRow(), Naming.total(List.of())));
    }

    private Row parameterRow() {
        var cells = new ArrayList<Cell>();
        cells.add(texts.label(Role.CAPTION, "pass.value"));
        cells.addAll(Collections.nCopies(parameters.first() - 1, Cell.EMPTY));
        trace.parameters().toList().forEach(value -> cells.add(Cell.input(value)));
        return Row.of(PARAMETER_ROW, cells);
    }

    private Row sampleRow(int k, SampleTrace of) {
        var cells = forwardColumns.cells(k, of, row(k), PARAMETER_ROW);
        if (backward) {
            cells.addAll(backwardColumns.cells(of, row(k), PARAMETER_ROW));
            if (!isCompact()) {
                cells.addAll(backwardColumns.gradients(of, row(k)));
            }
        }
        return Row.of(row(k), cells);
    }

    private Row sumRow() {
        var cells = new ArrayList<Cell>();
        cells.add(texts.label(Role.CAPTION, "pass.total"));
        cells.addAll(Collections.nCopies(forwardLayout.cost() - 1, Cell.EMPTY));
        cells.add(Cell.computed(sum(forwardLayout.cost()), trace.cost(), Role.COST));
        if (forwardLayout.hasHit()) {
            cells.add(Cell.computed(sum(forwardLayout.hit()), trace.hits(), Role.INDEX));
        }
        if (backward) {
            cells.addAll(Collections.nCopies(parameters.first() - forwardLayout.last() - 1, Cell.EMPTY));
            var totals = trace.total().toArray();
            var sums = isCompact() ? backwardColumns.sums(row(1), samples(), sum -> sum) : List.<Formula>of();
            for (var i = 0; i < totals.length; i++) {
                var formula = isCompact() ? sums.get(i) : sum(parameters.first() + i);
                cells.add(Cell.computed(formula, totals[i], Role.GRADIENT));
            }
        }
        return Row.of(totalRow(), cells);
    }

    private Formula sum(int column) {
        return SUM.of(samples(column));
    }

    // For other sheets ----------------------------------------------------------------------------------------------

    private Range parameterCells() {
        return parameters.cells(PARAMETER_ROW);
    }

    /** The cell of the total cost. */
    public Address totalCost() {
        return Ref.at(totalRow(), forwardLayout.cost()).address(name());
    }

    /** A parameter by its place, from 0, as a formula on another sheet names it. */
    public Formula parameter(int place) {
        return Ref.at(PARAMETER_ROW, parameters.first() + place).on(name());
    }

    /** ∂C_T/∂ of a parameter by its place, as a formula on another sheet names it. */
    public Formula gradient(int place) {
        return Ref.at(totalRow(), parameters.first() + place).on(name());
    }

    /** The parameters as they stand in the file now. */
    public Parameters read(Inputs file) {
        return parameters.read(file, name(), PARAMETER_ROW);
    }

    /** Compares the total cost with Java's, and the costs of the first samples. */
    public void addCosts(Check check, PassSheet recorded) {
        check.result("C_{T}", totalCost(), trace.cost(), recorded.trace.cost());
        for (var k = 1; k <= Math.min(samples(), MOST_COSTS); k++) {
            check.result(
                    "C_{" + k + "}",
                    Ref.at(row(k), forwardLayout.cost()).address(name()),
                    trace.samples().get(k - 1).cost(),
                    recorded.trace.samples().get(k - 1).cost());
        }
    }

    /** Compares the parameters with those that the workbook was made with. */
    public void watch(Check check, Parameters recorded) {
        check.inputs(
                texts.get("pass.check"),
                name(),
                parameterCells(),
                recorded.toList(),
                experiment.initial().toList());
    }
}
