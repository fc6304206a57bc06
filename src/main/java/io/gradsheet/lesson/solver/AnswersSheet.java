package io.gradsheet.lesson.solver;

import static io.gradsheet.sheet.Formula.named;
import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.INDEX;

import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.lesson.network.Largest;
import io.gradsheet.network.Sample;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Chart;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.RowSink;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What each set of parameters makes of every sample: its answer, and what that costs. */
final class AnswersSheet {
    static final String NAME = "Answers";

    private static final int CLASSES_ROW = 2;
    private static final int SETS_ROW = 4;
    private static final int CAPTION_ROW = 5;
    private static final int CHART_ROWS = 26;
    private static final int CHART_COLUMNS = 8;
    private static final double COLUMN_WIDTH = 9.5;

    private static final List<String> SETS = List.of("set.start", "set.now", "set.java");

    private final NetworkExperiment experiment;
    private final Layout layout;
    private final DataSheet data;
    private final Texts texts;
    private final List<Candidate> sets;

    /**
     * Prepares the sheet.
     *
     * @param sets start, now, Java's
     */
    AnswersSheet(NetworkExperiment experiment, Layout layout, DataSheet data, Texts texts, List<Candidate> sets) {
        this.experiment = experiment;
        this.layout = layout;
        this.data = data;
        this.texts = texts;
        this.sets = sets;
    }

    private boolean hasClasses() {
        return experiment.data().hasClasses();
    }

    private int outputs() {
        return experiment.network().outputs();
    }

    private int samples() {
        return experiment.samples().size();
    }

    /** The columns of what is wanted: a class, or the targets. */
    private int wanted() {
        return hasClasses() ? 1 : outputs();
    }

    /** The first column of a set, which counts from 0; its cost is the last. */
    private int first(int set) {
        return 1 + wanted() + set * (wanted() + 1);
    }

    private int cost(int set) {
        return first(set) + wanted();
    }

    private static int row(int sample) {
        return CAPTION_ROW + sample;
    }

    private Range classNames() {
        return Range.of(Ref.at(CLASSES_ROW, 1), 1, experiment.classes().size()).fix();
    }

    SheetPlan sheet() {
        var grid = new Grid();
        grid.put(0, 0, texts.label(Role.TITLE, "answers.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "answers.text"));
        putCaptions(grid);
        var columns = first(sets.size());
        var chart = columns + 1;
        var plan = SheetPlan.named(NAME)
                .widths(9)
                .widths(columns - 1, COLUMN_WIDTH)
                .widths(2)
                .widths(CHART_COLUMNS, COLUMN_WIDTH)
                .head(grid.rows())
                .body(this::push, row(samples()), columns)
                .freeze(CAPTION_ROW + 1, 1)
                .page(SheetPlan.Page.landscape().tall(CAPTION_ROW + 1))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, chart + CHART_COLUMNS)))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, chart + CHART_COLUMNS)))
                .with(chart(Range.of(Ref.at(CAPTION_ROW + 1, chart), CHART_ROWS, CHART_COLUMNS)));
        for (var set = 0; set < sets.size(); set++) {
            plan.with(new Feature.Merge(Range.of(Ref.at(SETS_ROW, first(set)), 1, wanted() + 1)));
            if (hasClasses()) {
                var answer = Ref.at(row(1), first(set));
                plan.with(new Feature.Signal(
                        Range.of(answer, samples(), 1),
                        answer.isNot(Ref.at(row(1), 1).fixColumn()),
                        Feature.Tone.BAD));
            }
        }
        return plan.build();
    }

    private void putCaptions(Grid grid) {
        grid.put(CAPTION_ROW, 0, texts.label(Role.CAPTION, "symbol.k"));
        if (hasClasses()) {
            grid.put(CLASSES_ROW, 0, texts.label(Role.NOTE, "answers.classes"));
            for (var i = 0; i < experiment.classes().size(); i++) {
                grid.put(
                        CLASSES_ROW,
                        1 + i,
                        DataSheet.classCell(experiment.classes().get(i)));
            }
        }
        putWanted(grid, 1, Role.DATA, "answers.is", false);
        for (var set = 0; set < sets.size(); set++) {
            grid.put(SETS_ROW, first(set), texts.label(Role.CAPTION, SETS.get(set)));
            for (var column = first(set) + 1; column <= cost(set); column++) {
                grid.put(SETS_ROW, column, Cell.label("", Role.CAPTION));
            }
            putWanted(grid, first(set), Role.ACTIVATION, "answers.answer", true);
            grid.put(CAPTION_ROW, cost(set), texts.label(Role.COST, "symbol.cost"));
        }
    }

    private String symbol(int column) {
        if (column < first(0)) {
            return hasClasses() ? texts.get("answers.is") : Notation.target(column);
        }
        var set = (column - first(0)) / (wanted() + 1);
        var output = column - first(set) + 1;
        var symbol = column == cost(set)
                ? texts.get("symbol.cost")
                : hasClasses()
                        ? texts.get("answers.answer")
                        : Notation.activation(experiment.network().layers(), output);
        return symbol + " (" + texts.get(SETS.get(set)) + ")";
    }

    private void putWanted(Grid grid, int column, Role role, String key, boolean answers) {
        if (hasClasses()) {
            grid.put(CAPTION_ROW, column, texts.label(role, key));
            return;
        }
        for (var j = 1; j <= outputs(); j++) {
            var symbol = answers ? Notation.activation(experiment.network().layers(), j) : Notation.target(j);
            grid.put(CAPTION_ROW, column + j - 1, Cell.label(symbol, role));
        }
    }

    private void push(RowSink sink) {
        for (var k = 1; k <= samples(); k++) {
            var cells = new ArrayList<Cell>();
            cells.add(new Cell.Figure(k, Role.INDEX));
            addWanted(cells, k);
            for (var set : sets) {
                addAnswer(cells, set, k);
            }
            var places = List.of(new Quantity.Place(Quantity.Kind.SAMPLE, k));
            sink.row(Row.of(
                    row(k),
                    IntStream.range(0, cells.size())
                            .mapToObj(column -> cells.get(column).as(new Quantity(symbol(column), "", places)))
                            .toList()));
        }
    }

    private void addWanted(List<Cell> cells, int sample) {
        var targets = Range.of(Ref.at(data.row(sample), data.targetColumn(1)), 1, outputs());
        if (hasClasses()) {
            cells.add(named(
                    targets,
                    DataSheet.NAME,
                    experiment.samples().get(sample - 1).answer()));
            return;
        }
        for (var j = 1; j <= outputs(); j++) {
            Sample of = experiment.samples().get(sample - 1);
            cells.add(Cell.computed(targets.first().plus(0, j - 1).on(DataSheet.NAME), of.target(j), Role.DATA));
        }
    }

    private void addAnswer(List<Cell> cells, Candidate set, int sample) {
        var outputs = layout.outputs(set.sheet(), sample);
        var trace = set.traces().get(sample - 1);
        if (hasClasses()) {
            cells.add(named(outputs, set.sheet(), trace.answer()));
        } else {
            for (var j = 1; j <= outputs(); j++) {
                cells.add(Cell.computed(
                        outputs.first().plus(0, j - 1).on(set.sheet()),
                        trace.activation(trace.layers(), j),
                        Role.ACTIVATION));
            }
        }
        var cost =
                Ref.at(Layout.sampleRow(set.sheet(), sample), layout.forward().cost());
        cells.add(Cell.computed(cost.on(set.sheet()), trace.cost(), Role.COST));
    }

    /** The name of the class that values stand for; {@code answer} is its number as {@link Sample#answer} gives it. */
    private Cell named(Range values, String sheet, int answer) {
        var formula = outputs() == 1
                ? IF.of(
                        Largest.isYes(values.first().on(sheet)),
                        classNames().last(),
                        classNames().first())
                : INDEX.of(
                        classNames(),
                        number(1),
                        Largest.of(values, experiment.network().outputActivation(), sheet));
        return new Cell.Computed(formula, DataSheet.classValue(data.className(answer)), Role.DATA);
    }

    /** C of every sample, with each set. */
    private Chart chart(Range frame) {
        var numbers = column(0);
        var series = new ArrayList<Chart.Series>();
        for (var set = 0; set < sets.size(); set++) {
            series.add(Chart.Series.of(texts.get(SETS.get(set)), NAME, numbers, column(cost(set)), Chart.Mark.POINTS));
        }
        return Chart.of(
                frame,
                texts.get("answers.chart"),
                new Chart.Plane(
                        Chart.Axis.fixed(texts.get("answers.chart.x"), 0, samples() + 1),
                        Chart.Axis.fitting(texts.get("answers.chart.y")).startingAt(0)),
                series);
    }

    private Range column(int column) {
        return Range.of(Ref.at(row(1), column), samples(), 1).fix();
    }
}
