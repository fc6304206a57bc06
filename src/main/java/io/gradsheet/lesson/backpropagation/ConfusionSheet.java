package io.gradsheet.lesson.backpropagation;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Formula.quoted;
import static io.gradsheet.sheet.Function.AND;
import static io.gradsheet.sheet.Function.COUNT;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.INDEX;
import static io.gradsheet.sheet.Function.ISNUMBER;
import static io.gradsheet.sheet.Function.MATCH;
import static io.gradsheet.sheet.Function.MAX;
import static io.gradsheet.sheet.Function.NOT;
import static io.gradsheet.sheet.Function.SUM;
import static io.gradsheet.sheet.Function.SUMPRODUCT;

import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.lesson.network.Largest;
import io.gradsheet.network.SampleTrace;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.RowSink;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the network mixes up classes in an epoch of the learner's choice: for the samples to learn from and for those of the test, how
 * often one class was answered with another; below, the answer to every sample.
 */
final class ConfusionSheet {
    static final String NAME = "Confusion";

    private static final int EPOCH_ROW = 3;
    private static final Ref EPOCH = Ref.at(EPOCH_ROW, 1);
    private static final int FIRST_OFFSET_ROW = EPOCH_ROW + 1;
    private static final int CLASS_COLUMN = 1;
    private static final int ANSWER_COLUMN = 2;
    private static final int RIGHT_COLUMN = 3;

    private static final List<String> TABLE = List.of("symbol.k", "confusion.is", "confusion.answer", "forward.hit");

    private final NetworkExperiment experiment;
    private final TrainingLayout layout;
    private final TestSheet test;
    private final DataSheet data;
    private final Texts texts;
    private final List<String> classes;
    private final int learned;
    private final int all;

    ConfusionSheet(NetworkExperiment experiment, TrainingLayout layout, TestSheet test, DataSheet data, Texts texts) {
        this.experiment = experiment;
        this.layout = layout;
        this.test = test;
        this.data = data;
        this.texts = texts;
        this.classes = experiment.classes();
        this.learned = experiment.samples().size();
        this.all = experiment.data().rows().size();
    }

    /** Whether there is more to see than Cost shows: samples of a test, or mistakes of more than one kind. */
    boolean isShown() {
        return experiment.data().hasClasses() && (experiment.data().hasTest() || classes.size() > 2);
    }

    /** The epoch chosen in the file now; after the last, one more. */
    int read(Inputs file) {
        if (!isShown() || isAfter(file.value(EPOCH.address(NAME)))) {
            return experiment.epochs() + 1;
        }
        return file.whole(EPOCH.address(NAME), 1, experiment.epochs());
    }

    private boolean isAfter(Value value) {
        return value instanceof Value.Text text && text.text().equalsIgnoreCase(after());
    }

    /** What stands in place of an epoch's number for the parameters after the last. */
    private String after() {
        return texts.get("cost.after", experiment.epochs());
    }

    // Where things stand --------------------------------------------------------------------------------------------

    private int parts() {
        return experiment.data().hasTest() ? 2 : 1;
    }

    /** The row of captions of a matrix: that of the samples to learn from is 0, that of the test 1. */
    private int matrixRow(int part) {
        return FIRST_OFFSET_ROW + parts() + 2 + part * (classes.size() + 4);
    }

    private int tableRow() {
        return matrixRow(parts()) + 1;
    }

    private int sampleRow(int sample) {
        return tableRow() + sample;
    }

    private Ref output(int sample, int j) {
        return Ref.at(sampleRow(sample), RIGHT_COLUMN + j);
    }

    /** The class names in the captions of the first matrix. */
    private Range classNames() {
        return Range.of(Ref.at(matrixRow(0), 1), 1, classes.size()).fix();
    }

    /** The number that the row of sample k on Training, or on Test, is larger than k by. */
    private static Ref offset(int part) {
        return Ref.at(FIRST_OFFSET_ROW + part, 1).fix();
    }

    private Range cells(int part, int column) {
        var first = part == 0 ? 1 : learned + 1;
        var last = part == 0 ? learned : all;
        return Ref.at(sampleRow(first), column)
                .to(Ref.at(sampleRow(last), column))
                .fix();
    }

    // The sheet -----------------------------------------------------------------------------------------------------

    /**
     * The sheet.
     *
     * @param epoch chosen by the learner
     * @param list the sheet on which the numbers of the epochs are listed
     * @param epochs where on that sheet
     */
    SheetPlan sheet(int epoch, History history, String list, Range epochs) {
        var grid = new Grid();
        var traces = history.confused();
        grid.put(0, 0, texts.label(Role.TITLE, "confusion.title")).height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "confusion.text"));
        putChoice(grid, epoch);
        putMatrix(grid, 0, traces.subList(0, learned));
        if (experiment.data().hasTest()) {
            putMatrix(grid, 1, traces.subList(learned, all));
        }
        putTableCaptions(grid);
        call(grid);
        var width = Math.max(
                classes.size() + 2, RIGHT_COLUMN + 1 + experiment.network().outputs());
        var sheet = SheetPlan.named(NAME)
                .widths(16)
                .widths(Math.max(7, width) - 1, 10.5)
                .head(grid.rows())
                .body(sink -> pushSamples(sink, traces), sampleRow(all), width)
                .page(SheetPlan.Page.portrait().tall(0))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, Math.max(7, width))))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, Math.max(7, width))))
                .with(new Feature.ChoiceFrom(EPOCH.to(EPOCH), list, epochs, texts.get("zoom.hint.epoch")))
                .with(new Feature.Signal(
                        Ref.at(sampleRow(1), ANSWER_COLUMN).to(Ref.at(sampleRow(all), ANSWER_COLUMN)),
                        Ref.at(sampleRow(1), RIGHT_COLUMN).fixColumn().isEqualTo(0),
                        Feature.Tone.BAD));
        for (var part = 0; part < parts(); part++) {
            var first = Ref.at(matrixRow(part) + 1, 1);
            var counts = Range.of(first, classes.size(), classes.size());
            var isRight =
                    first.plus(0, -1).fixColumn().isEqualTo(first.plus(-1, 0).fixRow());
            sheet.with(new Feature.Signal(counts, AND.of(first.isGreater(0), isRight), Feature.Tone.GOOD))
                    .with(new Feature.Signal(counts, AND.of(first.isGreater(0), NOT.of(isRight)), Feature.Tone.BAD));
        }
        return sheet.build();
    }

    private void call(Grid grid) {
        grid.calledBefore(Range.of(EPOCH, 1, 1), 0);
        grid.calledBefore(Range.of(offset(0), parts(), 1), 0);
        for (var part = 0; part < parts(); part++) {
            var row = matrixRow(part);
            grid.called(
                    Range.of(Ref.at(row + 1, 1), classes.size(), classes.size()),
                    (place, cell) -> Quantity.of(
                            texts.get(
                                    "confusion.count",
                                    classes.get(place.row() - row - 1),
                                    classes.get(place.column() - 1)),
                            ""));
            grid.calledByBoth(Range.of(Ref.at(row + 1, classes.size() + 1), classes.size() + 1, 1), row, 0);
        }
    }

    private void putChoice(Grid grid, int epoch) {
        grid.put(EPOCH_ROW, 0, texts.label(Role.CAPTION, "zoom.epoch")).height(EPOCH_ROW, 26);
        grid.put(
                EPOCH, epoch > experiment.epochs() ? new Cell.Input(Value.of(after()), Role.INPUT) : Cell.input(epoch));
        putOffset(
                grid,
                0,
                TrainingLayout.NAME,
                layout.valueRow(1) + 1,
                layout.epochRows(),
                layout.resultRow() + 1,
                epoch);
        if (experiment.data().hasTest()) {
            var after = test.sampleRow(experiment.epochs() + 1, 1) - learned;
            putOffset(grid, 1, TestSheet.NAME, test.sampleRow(1, 1) - learned, test.blockRows(), after, epoch);
        }
        grid.fold(FIRST_OFFSET_ROW, parts());
    }

    private void putOffset(Grid grid, int part, String sheet, int first, int blockRows, int after, int epoch) {
        grid.put(offset(part).plus(0, -1), texts.label(Role.NOTE, "confusion.row", sheet));
        grid.put(
                offset(part),
                Cell.computed(
                        IF.of(
                                ISNUMBER.of(EPOCH),
                                number(first).plus(EPOCH.minus(1).times(blockRows)),
                                number(after)),
                        epoch > experiment.epochs() ? after : first + (epoch - 1) * blockRows,
                        Role.INDEX));
    }

    private void putMatrix(Grid grid, int part, List<SampleTrace> traces) {
        var row = matrixRow(part);
        var size = classes.size();
        grid.put(row - 1, 0, texts.label(Role.HEADING, part == 0 ? "confusion.learn" : "confusion.test"));
        grid.put(row, 0, texts.label(Role.CAPTION, "confusion.corner")).height(row, 28);
        grid.put(row, size + 1, texts.label(Role.CAPTION, "confusion.share"));
        for (var c = 0; c < size; c++) {
            grid.put(row, 1 + c, DataSheet.classCell(classes.get(c)));
            grid.put(row + 1 + c, 0, DataSheet.classCell(classes.get(c)));
            var total = 0;
            for (var d = 0; d < size; d++) {
                var count = count(traces, c, d);
                total += count;
                grid.put(row + 1 + c, 1 + d, Cell.computed(countFormula(part, row, c, d), count, Role.INDEX));
            }
            var counts = Range.of(Ref.at(row + 1 + c, 1), 1, size);
            grid.put(
                    row + 1 + c,
                    size + 1,
                    new Cell.Computed(
                            IF.of(
                                    SUM.of(counts).isEqualTo(0),
                                    quoted(""),
                                    Ref.at(row + 1 + c, 1 + c).over(SUM.of(counts))),
                            total == 0 ? Value.of("") : Value.of((double) count(traces, c, c) / total),
                            Role.SHARE));
        }
        grid.put(row + size + 1, 0, texts.label(Role.CAPTION, "cost.accuracy"));
        grid.put(
                row + size + 1,
                size + 1,
                Cell.computed(
                        SUM.of(cells(part, RIGHT_COLUMN)).over(COUNT.of(cells(part, 0))),
                        (double) traces.stream().filter(SampleTrace::hit).count() / traces.size(),
                        Role.SHARE));
    }

    /** How often class {@code of} was answered with class {@code as}. */
    private int count(List<SampleTrace> traces, int of, int as) {
        return (int) traces.stream()
                .filter(trace -> is(trace) == of && answered(trace) == as)
                .count();
    }

    private Formula countFormula(int part, int row, int c, int d) {
        var isClass = cells(part, CLASS_COLUMN).isEqualTo(Ref.at(row + 1 + c, 0).fixColumn());
        var isAnswer = cells(part, ANSWER_COLUMN).isEqualTo(Ref.at(row, 1 + d).fixRow());
        return SUMPRODUCT.of(isClass.times(isAnswer));
    }

    /** The class of a sample, counted from 0 as the classes are listed. */
    private int is(SampleTrace trace) {
        return listed(trace.sample().answer());
    }

    private int answered(SampleTrace trace) {
        return listed(trace.answer());
    }

    private int listed(int answer) {
        return experiment.network().outputs() == 1 ? answer : answer - 1;
    }

    // The samples ---------------------------------------------------------------------------------------------------

    private void putTableCaptions(Grid grid) {
        var row = tableRow();
        for (var column = 0; column < TABLE.size(); column++) {
            grid.put(row, column, texts.label(Role.CAPTION, TABLE.get(column)));
        }
        var last = experiment.network().layers();
        for (var j = 1; j <= experiment.network().outputs(); j++) {
            grid.put(row, RIGHT_COLUMN + j, Cell.label(Notation.activation(last, j), Role.ACTIVATION));
        }
    }

    private void pushSamples(RowSink sink, List<SampleTrace> traces) {
        var outputs = experiment.network().outputs();
        for (var k = 1; k <= all; k++) {
            var row = sampleRow(k);
            var trace = traces.get(k - 1);
            var targets = Range.of(Ref.at(data.row(k), data.targetColumn(1)), 1, outputs);
            var cells = new ArrayList<Cell>();
            cells.add(new Cell.Figure(k, Role.INDEX));
            cells.add(new Cell.Computed(is(targets), DataSheet.classValue(classes.get(is(trace))), Role.DATA));
            cells.add(new Cell.Computed(
                    answered(Range.of(output(k, 1), 1, outputs)),
                    DataSheet.classValue(classes.get(answered(trace))),
                    Role.DATA));
            cells.add(Cell.computed(
                    IF.of(Ref.at(row, CLASS_COLUMN).isEqualTo(Ref.at(row, ANSWER_COLUMN)), number(1), number(0)),
                    trace.hit() ? 1 : 0,
                    Role.INDEX));
            for (var j = 1; j <= outputs; j++) {
                cells.add(Cell.computed(
                        outputFormula(k, j),
                        trace.activation(experiment.network().layers(), j),
                        Role.ACTIVATION));
            }
            sink.row(Row.of(row, named(cells, k)));
        }
    }

    private List<Cell> named(List<Cell> cells, int sample) {
        var places = List.of(new Quantity.Place(Quantity.Kind.SAMPLE, sample));
        return IntStream.range(0, cells.size())
                .mapToObj(column -> cells.get(column).as(new Quantity(symbol(column), "", places)))
                .toList();
    }

    private String symbol(int column) {
        return column > RIGHT_COLUMN
                ? Notation.activation(experiment.network().layers(), column - RIGHT_COLUMN)
                : texts.get(TABLE.get(column));
    }

    private Formula outputFormula(int sample, int j) {
        var column = layout.activation(experiment.network().layers(), j);
        var part = sample <= learned ? 0 : 1;
        var source = part == 0 ? layout.wholeColumn(column) : test.wholeColumn(column);
        var number = Ref.at(sampleRow(sample), 0).fixColumn();
        var inOrder = offset(part).plus(number);
        // After the last epoch all samples are in the order of the data.
        var row = part == 0 && !layout.isInOrder()
                ? IF.of(ISNUMBER.of(EPOCH.fix()), layout.rowOfSample(number, offset(part)), inOrder)
                : inOrder;
        return INDEX.of(source, row);
    }

    /** The name of the class that the targets of a sample stand for. */
    private Formula is(Range targets) {
        return experiment.network().outputs() == 1
                ? className(targets.first().on(DataSheet.NAME).isAtLeast(0.5))
                : INDEX.of(
                        classNames(),
                        number(1),
                        MATCH.of(MAX.of(targets.on(DataSheet.NAME)), targets.on(DataSheet.NAME), number(0)));
    }

    /** The name of the class that the network answers. */
    private Formula answered(Range outputs) {
        return experiment.network().outputs() == 1
                ? className(Largest.isYes(outputs.first()))
                : INDEX.of(
                        classNames(),
                        number(1),
                        Largest.of(outputs, experiment.network().outputActivation()));
    }

    private Formula className(Formula isYes) {
        return IF.of(isYes, classNames().last(), classNames().first());
    }
}
