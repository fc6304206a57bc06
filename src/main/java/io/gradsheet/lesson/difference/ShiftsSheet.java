package io.gradsheet.lesson.difference;

import static io.gradsheet.sheet.Function.SUM;

import io.gradsheet.lesson.frame.Captions;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.lesson.network.ForwardColumns;
import io.gradsheet.lesson.network.ForwardLayout;
import io.gradsheet.lesson.network.Naming;
import io.gradsheet.lesson.network.ParameterColumns;
import io.gradsheet.lesson.network.PassSheet;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.network.Pass;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Quantity.Kind;
import io.gradsheet.sheet.Quantity.Place;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.RowSink;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * C_T with each parameter moved by h, up and then down: a block of rows for each, with the parameters, all samples on their way forward,
 * and the sum of their costs.
 */
final class ShiftsSheet {
    static final String NAME = "Shifts";

    /** The cell of h. */
    static final Ref STEP = Ref.at(2, 1);

    private static final int GROUP_ROW = 4;
    private static final int FIRST_ROW = GROUP_ROW + 3;
    private static final int COLUMNS_OF_A_PAGE = 20;

    private final NetworkExperiment experiment;
    private final Network network;
    private final PassSheet pass;
    private final StepWidth step;
    private final Texts texts;
    private final ForwardLayout layout;
    private final ParameterColumns parameters;
    private final ForwardColumns forward;

    ShiftsSheet(NetworkExperiment experiment, PassSheet pass, StepWidth step, DataSheet data, Texts texts) {
        this.experiment = experiment;
        this.network = experiment.network();
        this.pass = pass;
        this.step = step;
        this.texts = texts;
        this.layout = new ForwardLayout(network, false);
        this.parameters = new ParameterColumns(network, layout.last() + 1);
        this.forward = new ForwardColumns(experiment, layout, parameters, Optional.empty(), data, texts);
        Plan.checkSize(NAME, lastRow() + 1, columns());
    }

    private int samples() {
        return experiment.samples().size();
    }

    private int blocks() {
        return 2 * network.parameterCount();
    }

    private long columns() {
        return (long) parameters.first() + network.parameterCount();
    }

    private long lastRow() {
        return FIRST_ROW + (long) blocks() * (samples() + 2) - 1;
    }

    /** The first row of a block: of a parameter, from 0, up and then down. */
    private int parameterRow(int place, boolean up) {
        return FIRST_ROW + (2 * place + (up ? 0 : 1)) * (samples() + 2);
    }

    /** C_T with a parameter, from 0, moved, as a formula on another sheet names it. */
    Formula cost(int place, boolean up) {
        return Ref.at(parameterRow(place, up) + samples() + 1, layout.cost()).on(NAME);
    }

    /** What Java makes of it. */
    double costNow(int place, boolean up) {
        return sum(traces(place, up));
    }

    private List<SampleTrace> traces(int place, boolean up) {
        var values = experiment.initial().toArray();
        values[place] += up ? step.h() : -step.h();
        return new Pass(network, Parameters.of(network.places(), values), experiment.samples()).traces();
    }

    private static double sum(List<SampleTrace> traces) {
        return traces.stream().mapToDouble(SampleTrace::cost).sum();
    }

    SheetPlan sheet() {
        var grid = new Grid();
        grid.put(0, 1, texts.label(Role.TITLE, "shifts.title", blocks())).height(0, 26);
        grid.put(1, 1, texts.label(Role.TEXT, "shifts.text"));
        grid.put(STEP.plus(0, -1), texts.label(Role.CAPTION, "shifts.h"));
        grid.put(STEP, Cell.input(step.h()));
        grid.calledBefore(Range.of(STEP, 1, 1), STEP.column() - 1);
        var captions = new Captions(grid, texts, GROUP_ROW);
        forward.putCaptions(captions);
        putParameterCaptions(captions);
        var inputs = network.inputs() + network.outputs();
        var columns = (int) columns();
        return SheetPlan.named(NAME)
                .widths(16)
                .widths(forward.dataWidths())
                .widths(columns - inputs - 1, 9.5)
                .head(grid.rows())
                .body(sink -> pushBlocks(sink, captions), lastRow(), columns)
                .bodyOutline(1)
                .freeze(FIRST_ROW, 1)
                .page(SheetPlan.Page.landscape()
                        .tall(FIRST_ROW)
                        .across((columns + COLUMNS_OF_A_PAGE - 1) / COLUMNS_OF_A_PAGE)
                        .inGroups(captions.groups()))
                .with(new Feature.Merge(Range.of(Ref.at(0, 1), 1, forward.textColumns())))
                .with(new Feature.Merge(Range.of(Ref.at(1, 1), 1, forward.textColumns())))
                .with(new Feature.Bounds(STEP.to(STEP), StepWidth.LEAST, StepWidth.MOST, texts.get("hint.h")))
                .with(captions.features())
                .build();
    }

    private void putParameterCaptions(Captions captions) {
        captions.group(
                Role.PARAMETER, parameters.first(), network.parameterCount(), "shifts.parameters", "shifts.moved");
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                for (var i = 1; i <= network.size(layer - 1); i++) {
                    captions.symbol(Role.PARAMETER, parameters.weight(layer, j, i), Notation.weight(layer, j, i));
                }
                captions.symbol(Role.PARAMETER, parameters.bias(layer, j), Notation.bias(layer, j));
            }
        }
    }

    // Blocks --------------------------------------------------------------------------------------------------------

    private void pushBlocks(RowSink sink, Captions captions) {
        var symbols = Notation.parameters(network.sizes());
        for (var place = 0; place < symbols.size(); place++) {
            pushBlock(sink, captions, place, true, symbols.get(place) + " + h");
            pushBlock(sink, captions, place, false, symbols.get(place) + " − h");
        }
    }

    private void pushBlock(RowSink sink, Captions captions, int place, boolean up, String name) {
        var row = parameterRow(place, up);
        var isFolded = place > 0;
        var traces = traces(place, up);
        var shifted = Naming.shifted(name, List.of());
        sink.row(Row.of(row, captions.named(parameterCells(place, up, name), shifted)));
        for (var k = 1; k <= samples(); k++) {
            var sample = Naming.shifted(name, List.of(new Place(Kind.SAMPLE, k)));
            var cells = captions.named(forward.cells(k, traces.get(k - 1), row + k, row), sample);
            sink.row(new Row(row + k, cells, new Row.Look(0, 1, isFolded, false)));
        }
        var total = new ArrayList<Cell>();
        total.add(texts.label(Role.CAPTION, "shifts.total"));
        total.addAll(Collections.nCopies(layout.cost() - 1, Cell.EMPTY));
        var costs = Range.of(Ref.at(row + 1, layout.cost()), samples(), 1);
        total.add(Cell.computed(SUM.of(costs), sum(traces), Role.COST));
        var sum = Naming.shifted(name, List.of()).after(Naming.total(List.of()));
        sink.row(new Row(row + samples() + 1, captions.named(total, sum), new Row.Look(0, 0, false, isFolded)));
    }

    private List<Cell> parameterCells(int place, boolean up, String name) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.label(name, Role.CAPTION));
        cells.addAll(Collections.nCopies(parameters.first() - 1, Cell.EMPTY));
        var values = experiment.initial().toArray();
        for (var i = 0; i < values.length; i++) {
            var source = pass.parameter(i);
            cells.add(
                    i == place
                            ? Cell.computed(
                                    StepWidth.shifted(source, up), values[i] + (up ? step.h() : -step.h()), Role.UPDATE)
                            : Cell.computed(source, values[i], Role.PARAMETER));
        }
        return cells;
    }
}
