package io.gradsheet.lesson.solver;

import static io.gradsheet.sheet.Function.AND;
import static io.gradsheet.sheet.Function.AVERAGE;
import static io.gradsheet.sheet.Function.SUM;

import io.gradsheet.lesson.frame.Captions;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.lesson.network.ForwardColumns;
import io.gradsheet.lesson.network.Naming;
import io.gradsheet.network.Network;
import io.gradsheet.network.Parameters;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.RowSink;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sheets on which samples go forward: the one with the parameters, and those of the other two sets of them. */
final class SolverSheet {
    /** Larger inputs are typing errors. */
    private static final double LARGEST = 1e6;

    private static final double COLUMN_WIDTH = 8.5;
    private static final int COLUMNS_OF_A_PAGE = 22;

    /** The columns that running text goes over. */
    private static final int TEXT_COLUMNS = 16;

    /** What lies below these is shown as a power of ten. */
    private static final double SMALL = 0.0001;

    private final NetworkExperiment experiment;
    private final Network network;
    private final Layout layout;
    private final DataSheet data;
    private final Texts texts;

    SolverSheet(NetworkExperiment experiment, Layout layout, DataSheet data, Texts texts) {
        this.experiment = experiment;
        this.network = experiment.network();
        this.layout = layout;
        this.data = data;
        this.texts = texts;
    }

    private boolean isMean() {
        return experiment.hyperparameters().mean();
    }

    private int samples() {
        return experiment.samples().size();
    }

    // With the parameters -------------------------------------------------------------------------------------------

    /** The sheet that Excel's Solver works on. */
    SheetPlan sheet(Candidate now, Candidate start, Candidate java) {
        var grid = new Grid();
        // Not in the first column, which is repeated on every page and would show their beginnings only.
        grid.put(0, 1, texts.label(Role.TITLE, "solver.title", network.parameterCount()))
                .height(0, 26);
        grid.put(1, 1, texts.label(Role.TEXT, "solver.text"));
        grid.put(2, 1, texts.label(Role.TEXT, isSetUp() ? "solver.excel" : "solver.excel.many", unknowns()));
        grid.put(3, 1, texts.label(Role.TEXT, "solver.libreoffice", Layout.OBJECTIVE.fix(), changing()));
        putCosts(grid, now, start, java);
        putParameters(grid, now, start, java);
        var captions = new Captions(grid, texts, Layout.PARAMETERS_ROW);
        putParameterCaptions(captions);
        captions.call(Layout.NOW_ROW, Naming.value(List.of()));
        captions.call(Layout.JAVA_ROW, Naming.each("Java", texts.get("set.java.row"), List.of()));
        grid.calledByBoth(Range.of(Layout.OBJECTIVE, 2, 3), Layout.SETS_ROW, 0);
        var forwardCaptions = new Captions(grid, texts, Layout.FORWARD_ROW);
        forward(Layout.SOLVER).putCaptions(forwardCaptions);
        var columns = Math.max(
                layout.parameters().first() + network.parameterCount(),
                layout.forward().last() + 1);
        var costs = Range.of(Layout.OBJECTIVE, 1, 3);
        var plan = SheetPlan.named(Layout.SOLVER)
                .widths(26)
                .widths(columns - 1, COLUMN_WIDTH)
                .body(sink -> push(sink, now, forwardCaptions), Layout.sampleRow(Layout.SOLVER, samples()), columns)
                .freeze(0, 1)
                .page(SheetPlan.Page.landscape().tall(0).across(1 + (columns - 1) / COLUMNS_OF_A_PAGE))
                .with(new Feature.Bounds(
                        layout.parameters().cells(Layout.NOW_ROW), -LARGEST, LARGEST, texts.get("hint.number")))
                .with(new Feature.Signal(costs, small(costs.first()), Feature.Tone.LARGE))
                .with(captions.features())
                .with(forwardCaptions.features());
        for (var row = 0; row < 4; row++) {
            plan.with(new Feature.Merge(Range.of(Ref.at(row, 1), 1, Math.min(columns - 1, TEXT_COLUMNS))));
        }
        if (isSetUp()) {
            plan.with(new Feature.Solver(Layout.OBJECTIVE, layout.changing()));
        }
        return plan.head(grid.rows()).build();
    }

    private int unknowns() {
        return network.parameterCount() - experiment.hyperparameters().frozen().count();
    }

    /** Whether Excel's Solver takes so many. */
    private boolean isSetUp() {
        return unknowns() <= Feature.Solver.MOST_CHANGING;
    }

    private String changing() {
        return layout.changing().stream().map(range -> range.fix().typed()).collect(Collectors.joining(";"));
    }

    private static Formula small(Ref cell) {
        return AND.of(cell.isGreater(0), cell.isLess(SMALL));
    }

    private void putCosts(Grid grid, Candidate... sets) {
        var keys = List.of("set.now", "set.start", "set.java");
        grid.put(Layout.COST_ROW, 0, texts.label(Role.CAPTION, isMean() ? "solver.mean" : "solver.total"));
        for (var i = 0; i < sets.length; i++) {
            var set = sets[i];
            grid.put(Layout.SETS_ROW, i + 1, texts.label(Role.COST, keys.get(i)));
            grid.put(
                    Layout.COST_ROW,
                    i + 1,
                    Cell.computed(
                            (isMean() ? AVERAGE : SUM)
                                    .of(column(set, layout.forward().cost())),
                            set.cost(isMean()),
                            Role.COST));
            if (layout.forward().hasHit()) {
                grid.put(
                        Layout.HITS_ROW,
                        i + 1,
                        Cell.computed(SUM.of(column(set, layout.forward().hit())), set.hits(), Role.INDEX));
            }
        }
        if (layout.forward().hasHit()) {
            grid.put(Layout.HITS_ROW, 0, texts.label(Role.CAPTION, "solver.hits", samples()));
        }
    }

    private Formula column(Candidate set, int column) {
        var cells = layout.cells(set.sheet(), column);
        return set.sheet().equals(Layout.SOLVER) ? cells : cells.on(set.sheet());
    }

    private void putParameters(Grid grid, Candidate now, Candidate start, Candidate java) {
        grid.put(Layout.NOW_ROW, 0, texts.label(Role.INPUT, "set.now.row"));
        grid.put(Layout.START_ROW, 0, texts.label(Role.PARAMETER, "set.start.row"));
        grid.put(Layout.JAVA_ROW, 0, texts.label(Role.CHECK, "set.java.row"));
        for (var i = 0; i < network.parameterCount(); i++) {
            var column = layout.parameters().first() + i;
            grid.put(Layout.NOW_ROW, column, Cell.input(now.parameter(i)));
            grid.put(Layout.START_ROW, column, new Cell.Figure(start.parameter(i), Role.PARAMETER));
            // Read back as it stands: another machine's arithmetic may lead a solver to other digits.
            grid.put(Layout.JAVA_ROW, column, new Cell.Input(Value.of(java.parameter(i)), Role.CHECK));
        }
    }

    private void putParameterCaptions(Captions captions) {
        var columns = layout.parameters();
        for (var layer = 2; layer <= network.layers(); layer++) {
            for (var j = 1; j <= network.size(layer); j++) {
                captions.group(
                        Role.PARAMETER,
                        columns.weight(layer, j, 1),
                        network.size(layer - 1) + 1,
                        "solver.neuron",
                        "solver.neuron.how",
                        layer,
                        j);
                for (var i = 1; i <= network.size(layer - 1); i++) {
                    captions.symbol(Role.PARAMETER, columns.weight(layer, j, i), Notation.weight(layer, j, i));
                }
                captions.symbol(Role.PARAMETER, columns.bias(layer, j), Notation.bias(layer, j));
            }
        }
    }

    // The samples alone ---------------------------------------------------------------------------------------------

    /** The sheet of another set of parameters. */
    SheetPlan alone(Candidate set) {
        var grid = new Grid();
        var key = set.sheet().toLowerCase(Locale.ROOT);
        grid.put(0, 0, texts.label(Role.TITLE, key + ".title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, key + ".text"));
        var captions = new Captions(grid, texts, Layout.FORWARD_ROW_ALONE);
        forward(set.sheet()).putCaptions(captions);
        var columns = layout.forward().last() + 1;
        var plan = SheetPlan.named(set.sheet())
                .widths(9)
                .widths(network.inputs() + network.outputs(), COLUMN_WIDTH - 2)
                .widths(columns - 1 - network.inputs() - network.outputs(), COLUMN_WIDTH)
                .head(grid.rows())
                .body(sink -> push(sink, set, captions), Layout.sampleRow(set.sheet(), samples()), columns)
                .freeze(Layout.sampleRow(set.sheet(), 1), 1)
                .page(SheetPlan.Page.landscape()
                        .tall(Layout.sampleRow(set.sheet(), 1))
                        .across(1 + columns / (COLUMNS_OF_A_PAGE + 8)))
                .with(captions.features());
        for (var row = 0; row < 2; row++) {
            plan.with(new Feature.Merge(Range.of(Ref.at(row, 0), 1, Math.min(columns, TEXT_COLUMNS))));
        }
        return plan.build();
    }

    private ForwardColumns forward(String sheet) {
        return new ForwardColumns(
                experiment,
                layout.forward(),
                layout.parameters(),
                sheet.equals(Layout.SOLVER) ? Optional.empty() : Optional.of(Layout.SOLVER),
                data,
                texts);
    }

    private void push(RowSink sink, Candidate set, Captions captions) {
        var forward = forward(set.sheet());
        for (var k = 1; k <= samples(); k++) {
            var row = Layout.sampleRow(set.sheet(), k);
            var cells = forward.cells(k, set.traces().get(k - 1), row, set.row());
            sink.row(Row.of(row, captions.named(cells, Naming.sample(k, List.of()))));
        }
    }

    // Back from the file --------------------------------------------------------------------------------------------

    /** The parameters in a row of the file. */
    Parameters read(Inputs file, int row) {
        var values = new double[network.parameterCount()];
        for (var i = 0; i < values.length; i++) {
            values[i] = file.number(Ref.at(row, layout.parameters().first() + i).address(Layout.SOLVER));
        }
        return Parameters.of(network.places(), values);
    }
}
