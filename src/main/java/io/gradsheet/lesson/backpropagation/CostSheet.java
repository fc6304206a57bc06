package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.RowSink;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import java.util.List;

/** The total cost of every epoch, beside Java's, and its curve. */
final class CostSheet {
    static final String NAME = "Cost";

    private static final int CAPTION_ROW = 3;
    private static final int FIRST_ROW = 4;
    private static final List<String> CAPTIONS =
            List.of("symbol.epoch", "cost.sheet", "cost.java", "cost.difference", "cost.hits", "cost.accuracy");

    private final NetworkExperiment experiment;
    private final TrainingLayout layout;
    private final Texts texts;
    private final History now;
    private final History recorded;

    /**
     * Prepares the sheet.
     *
     * @param now the run of the inputs as they stand
     * @param recorded the run of the inputs as the workbook was made
     */
    CostSheet(NetworkExperiment experiment, TrainingLayout layout, Texts texts, History now, History recorded) {
        this.experiment = experiment;
        this.layout = layout;
        this.texts = texts;
        this.now = now;
        this.recorded = recorded;
    }

    private static int row(int epoch) {
        return FIRST_ROW + epoch - 1;
    }

    private Range column(int column) {
        return Ref.at(row(1), column)
                .to(Ref.at(row(experiment.epochs()), column))
                .fix();
    }

    /** The numbers of all epochs. */
    Range epochs() {
        return column(0);
    }

    SheetPlan sheet() {
        var grid = new Grid();
        grid.put(0, 0, texts.label(Role.TITLE, "cost.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "cost.text"));
        for (var column = 0; column < CAPTIONS.size(); column++) {
            grid.put(CAPTION_ROW, column, texts.label(Role.CAPTION, CAPTIONS.get(column)));
        }
        var series = new Feature.Series(texts.get("cost.series"), NAME, column(0), column(1), Feature.Mark.LINE);
        return SheetPlan.named(NAME)
                .widths(9, 14, 14, 14, 12, 12, 3)
                .widths(9, 9)
                .head(grid.rows())
                .body(this::pushEpochs, row(experiment.epochs()), CAPTIONS.size())
                .freeze(FIRST_ROW, 0)
                .page(new SheetPlan.Page(true, false, FIRST_ROW))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, 12)))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, 16)))
                .with(new Feature.Chart(
                        Range.of(Ref.at(CAPTION_ROW, 7), 24, 9),
                        texts.get("cost.chart"),
                        texts.get("cost.chart.x"),
                        texts.get("cost.chart.y"),
                        List.of(series),
                        Feature.ChartKind.LINE))
                .build();
    }

    private void pushEpochs(RowSink sink) {
        var samples = experiment.samples().size();
        for (var epoch = 1; epoch <= experiment.epochs(); epoch++) {
            var row = row(epoch);
            var total = layout.totalRow(epoch);
            var difference = "ABS(" + Ref.at(row, 1) + "-" + Ref.at(row, 2) + ")";
            var accuracy = Ref.at(row, 4) + "/COUNT(" + data().on(DataSheet.NAME) + ")";
            sink.row(Row.of(
                    row,
                    List.of(
                            new Cell.Figure(epoch, Role.INDEX),
                            Cell.computed(TrainingLayout.on(total, layout.cost()), now.cost(epoch), Role.COST),
                            new Cell.Figure(recorded.cost(epoch), Role.CHECK),
                            Cell.computed(
                                    difference, Math.abs(now.cost(epoch) - recorded.cost(epoch)), Role.DIFFERENCE),
                            Cell.computed(TrainingLayout.on(total, layout.hit()), now.hits(epoch), Role.INDEX),
                            Cell.computed(accuracy, (double) now.hits(epoch) / samples, Role.SHARE))));
        }
    }

    private Range data() {
        return new DataSheet(experiment, texts).numberRange();
    }
}
