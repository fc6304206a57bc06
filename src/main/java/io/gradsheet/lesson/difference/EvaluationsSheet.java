package io.gradsheet.lesson.difference;

import static io.gradsheet.sheet.Formula.number;

import io.gradsheet.lesson.frame.Check;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Chart;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity.Kind;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.List;

/**
 * What a gradient costs: ways forward and backward, and multiplications, by the number of parameters. Networks of one hidden layer with
 * the inputs and outputs of this one stand below one another, and last a number of the learner's own.
 */
final class EvaluationsSheet {
    static final String NAME = "Evaluations";

    /** The parameters of LeNet-5, the network that read cheques in the 1990s. */
    static final int OWN = 60_000;

    private static final int MOST = 2_000_000_000;

    private static final List<Integer> HIDDEN = List.of(1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000);
    private static final int SAMPLES_ROW = 3;
    private static final int CAPTION_ROW = 5;
    private static final int FIRST_ROW = CAPTION_ROW + 1;
    private static final int OWN_ROW = FIRST_ROW + HIDDEN.size();
    private static final List<String> CAPTIONS =
            List.of("hidden", "parameters", "forward", "central", "backpropagation", "work", "work.backpropagation");
    private static final int PARAMETERS = 1;
    private static final int CHART_COLUMN = 8;
    private static final int CHART_COLUMNS = 7;
    private static final int CHART_ROWS = 20;
    private static final int TEXT_ROW = OWN_ROW + 2;
    private static final int TEXTS = 3;

    /** The cell of the learner's own number. */
    private static final Ref OWN_CELL = Ref.at(OWN_ROW, PARAMETERS);

    private final NetworkExperiment experiment;
    private final double own;
    private final Texts texts;

    EvaluationsSheet(NetworkExperiment experiment, double own, Texts texts) {
        this.experiment = experiment;
        this.own = own;
        this.texts = texts;
    }

    /** The learner's own number as it stands in the file now. */
    static int read(Inputs file) {
        return file.whole(OWN_CELL.address(NAME), 1, MOST);
    }

    /** Compares it with that of a new workbook. */
    void watch(Check check) {
        check.inputs(
                texts.get("evaluations.parameters"), NAME, OWN_CELL.to(OWN_CELL), List.of((double) OWN), List.of(own));
    }

    private int samples() {
        return experiment.samples().size();
    }

    SheetPlan sheet() {
        var grid = new Grid();
        grid.put(0, 0, texts.label(Role.TITLE, "evaluations.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "evaluations.text"));
        grid.put(SAMPLES_ROW, 0, texts.label(Role.CAPTION, "evaluations.samples"));
        grid.put(SAMPLES_ROW, PARAMETERS, new Cell.Figure(samples(), Role.INDEX));
        for (var i = 0; i < CAPTIONS.size(); i++) {
            grid.put(CAPTION_ROW, i, texts.label(Role.CAPTION, "evaluations." + CAPTIONS.get(i)));
        }
        for (var i = 0; i < HIDDEN.size(); i++) {
            putNetwork(grid, FIRST_ROW + i, HIDDEN.get(i));
        }
        grid.put(OWN_ROW, 0, texts.label(Role.CAPTION, "evaluations.own"));
        grid.put(OWN_CELL, Cell.input(own));
        putCosts(grid, OWN_ROW, own);
        for (var i = 0; i < TEXTS; i++) {
            grid.put(TEXT_ROW + i, 0, texts.label(Role.TEXT, "evaluations.why." + (i + 1)));
        }
        var merges = new ArrayList<Feature>();
        merges.add(new Feature.Merge(Range.of(Ref.at(0, 0), 1, CHART_COLUMN + CHART_COLUMNS)));
        merges.add(new Feature.Merge(Range.of(Ref.at(1, 0), 1, CHART_COLUMN + CHART_COLUMNS)));
        for (var i = 0; i < TEXTS; i++) {
            merges.add(new Feature.Merge(Range.of(Ref.at(TEXT_ROW + i, 0), 1, CAPTIONS.size())));
        }
        grid.calledAbove(
                Range.of(Ref.at(FIRST_ROW, PARAMETERS), HIDDEN.size() + 1, CAPTIONS.size() - 1),
                CAPTION_ROW,
                0,
                Kind.ROW);
        return SheetPlan.named(NAME)
                .widths(14, 13, 16, 16, 16, 16, 16, 2)
                .widths(CHART_COLUMNS, 9)
                .head(grid.rows())
                .page(SheetPlan.Page.landscape())
                .with(merges)
                .with(new Feature.Bounds(OWN_CELL.to(OWN_CELL), 1, MOST, texts.get("hint.whole")))
                .with(chart())
                .build();
    }

    private void putNetwork(Grid grid, int row, int hidden) {
        var inputs = experiment.network().inputs();
        var outputs = experiment.network().outputs();
        var cell = Ref.at(row, 0);
        grid.put(cell, new Cell.Figure(hidden, Role.INDEX));
        var count = hidden * (inputs + 1.0) + outputs * (hidden + 1.0);
        grid.put(
                row,
                PARAMETERS,
                Cell.computed(
                        cell.times(number(inputs).plus(1)).plus(number(outputs).times(cell.plus(1))),
                        count,
                        Role.INDEX));
        putCosts(grid, row, count);
    }

    /** Passes of all samples, and multiplications: a pass takes one for each parameter and sample, the way backward two. */
    private void putCosts(Grid grid, int row, double count) {
        var parameters = Ref.at(row, PARAMETERS);
        var samples = Ref.at(SAMPLES_ROW, PARAMETERS).fix();
        var central = Ref.at(row, PARAMETERS + 2);
        grid.put(row, PARAMETERS + 1, Cell.computed(parameters.plus(1), count + 1, Role.INDEX));
        grid.put(central, Cell.computed(number(2).times(parameters), 2 * count, Role.INDEX));
        grid.put(row, PARAMETERS + 3, new Cell.Figure(2, Role.INDEX));
        grid.put(
                row,
                PARAMETERS + 4,
                Cell.computed(
                        central.times(parameters).times(samples), 2 * count * count * samples(), Role.DIFFERENCE));
        grid.put(
                row,
                PARAMETERS + 5,
                Cell.computed(number(3).times(parameters).times(samples), 3 * count * samples(), Role.DIFFERENCE));
    }

    private Feature chart() {
        return Chart.of(
                Range.of(Ref.at(CAPTION_ROW, CHART_COLUMN), CHART_ROWS, CHART_COLUMNS),
                texts.get("evaluations.chart"),
                new Chart.Plane(
                        Chart.Axis.fitting(texts.get("evaluations.parameters")).logarithmic(),
                        Chart.Axis.fitting(texts.get("evaluations.chart.y"))
                                .startingAt(1)
                                .logarithmic()),
                List.of(
                        series("evaluations.series.central", 2),
                        series("evaluations.series.forward", 1),
                        series("evaluations.series.backpropagation", 3)));
    }

    private Chart.Series series(String key, int column) {
        return Chart.Series.of(
                texts.get(key), NAME, networks(PARAMETERS), networks(PARAMETERS + column), Chart.Mark.DOTS);
    }

    private static Range networks(int column) {
        return Range.of(Ref.at(FIRST_ROW, column), HIDDEN.size(), 1).fix();
    }
}
