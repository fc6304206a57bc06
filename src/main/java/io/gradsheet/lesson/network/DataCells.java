package io.gradsheet.lesson.network;

import static io.gradsheet.sheet.Formula.number;
import static io.gradsheet.sheet.Function.AVERAGE;
import static io.gradsheet.sheet.Function.IF;
import static io.gradsheet.sheet.Function.MAX;
import static io.gradsheet.sheet.Function.MIN;
import static io.gradsheet.sheet.Function.STDEVP;

import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.network.Sample;
import io.gradsheet.network.Scaling;
import io.gradsheet.network.Scaling.Scale;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.RowSink;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.DataSet;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The Data sheet: inputs and label as the learner may change them, and what follows from them. */
final class DataCells {
    private static final int SCALING_ROW = 2;
    private static final double WIDEST = 14;
    private static final double NARROW = 5.5;
    private static final double USUAL = 8;
    private static final double LABEL = 10;

    private static final double TEXT_WIDTH = 84;

    /** The width of a sheet, in characters, that can be read on a page. */
    private static final double UPRIGHT = 160;

    private static final double ACROSS = 230;

    /** A list of texts in a file has at most so many characters. */
    private static final int LONGEST_LIST = 255;

    private final NetworkExperiment experiment;
    private final DataSet set;
    private final DataSheet data;
    private final Texts texts;
    private final Gallery gallery;

    DataCells(NetworkExperiment experiment, DataSheet data, Texts texts) {
        this.experiment = experiment;
        this.set = experiment.data();
        this.data = data;
        this.texts = texts;
        this.gallery = new Gallery(experiment, Ref.at(data.firstRow(), data.columns() + 1));
    }

    private int inputs() {
        return experiment.network().inputs();
    }

    private int outputs() {
        return experiment.network().outputs();
    }

    SheetPlan sheet() {
        var grid = new Grid();
        var samples = set.rows().size();
        var learned = experiment.samples().size();
        grid.put(0, 0, texts.label(Role.TITLE, "data.title", samples, learned, samples - learned))
                .height(0, 26);
        grid.put(1, 0, new Cell.Label(text(), Role.TEXT));
        putCaptions(grid);
        if (data.isScaled()) {
            putScales(grid);
        }
        var columns = data.columns();
        var plan = SheetPlan.named(DataSheet.NAME)
                .widths(widths())
                .head(grid.rows())
                .body(this::pushSamples, data.row(samples), columns + (gallery.isShown() ? 1 + gallery.columns() : 0))
                .freeze(data.firstRow(), 1)
                .page(page())
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, textColumns())))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, textColumns())));
        if (data.isScaled()) {
            plan.with(new Feature.Merge(Range.of(Ref.at(SCALING_ROW, 0), 1, textColumns())));
        }
        if (set.hasClasses()) {
            labels().ifPresent(plan::with);
        }
        if (data.isInk()) {
            plan.with(new Feature.Colours(data.inputRange(), Feature.Palette.INK, 1))
                    .with(new Feature.Bounds(data.inputRange(), 0, 1, texts.get("data.ink")));
        }
        if (gallery.isShown()) {
            plan.widths(3).widths(gallery.columns(), Gallery.PIXEL_WIDTH).with(gallery.colours());
        }
        return plan.build();
    }

    /**
     * The classes to choose a label from: listed, or where a list of texts cannot hold them, those over the columns of the targets. A
     * single output has one class there, so then any label may be typed.
     */
    private Optional<Feature> labels() {
        var classes = experiment.classes();
        var hint = texts.get("data.hint");
        if (String.join(",", classes).length() <= LONGEST_LIST
                && classes.stream().noneMatch(name -> name.contains(","))) {
            return Optional.of(new Feature.Choice(data.labelRange(), classes, hint));
        }
        var over = Ref.at(DataSheet.CLASS_ROW, data.targetColumn(1));
        return outputs() < classes.size()
                ? Optional.empty()
                : Optional.of(
                        new Feature.ChoiceFrom(data.labelRange(), DataSheet.NAME, Range.of(over, 1, outputs()), hint));
    }

    /** What the sheet is, and what of its numbers is not in the file, or says nothing. */
    private RichText text() {
        var runs = new ArrayList<>(texts.rich("data.text").runs());
        remarks().forEach(remark -> runs.addAll(RichText.plain(" " + remark).runs()));
        return new RichText(runs);
    }

    private List<String> remarks() {
        var remarks = new ArrayList<String>();
        var gaps = set.gaps();
        if (gaps.leftOut() > 0) {
            remarks.add(texts.get("data.left.out", gaps.leftOut()));
        }
        for (var gap : gaps.filled()) {
            remarks.add(texts.get("data.filled", gap.count(), gap.name(), gap.shownMean()));
        }
        var same = IntStream.rangeClosed(1, data.scalesInputs() ? inputs() : 0)
                .filter(set::isConstantInput)
                .mapToObj(i -> set.meaning().inputs().isEmpty()
                        ? "x" + i
                        : name(set.meaning().inputs(), i))
                .toList();
        if (!same.isEmpty()) {
            remarks.add(texts.get("data.same", String.join(", ", same)));
        }
        return remarks;
    }

    /** Columns that title and text span: those of the table, or more where these are too few to read on. */
    private int textColumns() {
        var missing = TEXT_WIDTH - Arrays.stream(widths()).sum();
        return data.columns() + (gallery.isShown() ? 0 : Math.max(0, (int) Math.ceil(missing / USUAL)));
    }

    /** Upright where that can be read, else across, on as many pages side by side as it takes. */
    private SheetPlan.Page page() {
        var width =
                Arrays.stream(widths()).sum() + (gallery.isShown() ? 3 + gallery.columns() * Gallery.PIXEL_WIDTH : 0);
        return width <= UPRIGHT
                ? SheetPlan.Page.portrait().tall(data.firstRow())
                : SheetPlan.Page.landscape().tall(data.firstRow()).across((int) Math.ceil(width / ACROSS));
    }

    private double[] widths() {
        var widths = new double[data.columns()];
        widths[0] = data.isScaled() ? 11 : 7;
        if (set.hasTest()) {
            widths[data.partColumn()] = USUAL;
        }
        for (var j = 1; j <= outputs(); j++) {
            widths[data.targetColumn(j)] = set.hasClasses() ? width(List.of(data.yesClass(j)), 1, USUAL) : USUAL;
            if (!set.hasClasses()) {
                widths[data.rawTargetColumn(j)] = width(set.meaning().targets(), j, USUAL);
            }
        }
        for (var i = 1; i <= inputs(); i++) {
            widths[data.inputColumn(i)] = USUAL;
            widths[data.rawInputColumn(i)] = width(set.meaning().inputs(), i, data.scalesInputs() ? USUAL : NARROW);
        }
        if (set.hasClasses()) {
            widths[data.labelColumn()] = set.meaning().classes().stream()
                    .mapToDouble(name -> Math.min(WIDEST, name.length() + 2))
                    .reduce(LABEL, Math::max);
        }
        return widths;
    }

    private static double width(List<String> names, int number, double usual) {
        return names.isEmpty()
                ? usual
                : Math.min(WIDEST, Math.max(usual, names.get(number - 1).length() + 1));
    }

    // Captions ------------------------------------------------------------------------------------------------------

    private void putCaptions(Grid grid) {
        grid.put(DataSheet.CAPTION_ROW, 0, texts.label(Role.CAPTION, "symbol.k"));
        if (set.hasTest()) {
            grid.put(DataSheet.CAPTION_ROW, data.partColumn(), texts.label(Role.CAPTION, "data.part"));
        }
        for (var i = 1; i <= inputs(); i++) {
            putCaption(
                    grid,
                    data.rawInputColumn(i),
                    data.inputColumn(i),
                    Notation.input(i),
                    name(set.meaning().inputs(), i));
        }
        if (set.hasClasses()) {
            grid.put(DataSheet.CAPTION_ROW, data.labelColumn(), texts.label(Role.CAPTION, "data.label"));
            grid.put(DataSheet.CLASS_ROW, data.labelColumn(), texts.label(Role.NOTE, "data.class"));
        }
        for (var j = 1; j <= outputs(); j++) {
            if (set.hasClasses()) {
                grid.put(DataSheet.CAPTION_ROW, data.targetColumn(j), Cell.label(Notation.target(j), Role.CAPTION));
                grid.put(DataSheet.CLASS_ROW, data.targetColumn(j), DataSheet.classCell(data.yesClass(j)));
            } else {
                putCaption(
                        grid,
                        data.rawTargetColumn(j),
                        data.targetColumn(j),
                        Notation.target(j),
                        name(set.meaning().targets(), j));
            }
        }
    }

    private static String name(List<String> names, int number) {
        return names.isEmpty() ? "" : names.get(number - 1);
    }

    /** The symbol over the column that the network reads, and what the file calls it over the column of the file. */
    private void putCaption(Grid grid, int raw, int read, String symbol, String name) {
        grid.put(DataSheet.CAPTION_ROW, read, Cell.label(symbol, Role.CAPTION));
        if (raw != read) {
            grid.put(DataSheet.CLASS_ROW, read, texts.label(Role.NOTE, "data.scaled"));
            grid.put(
                    DataSheet.CAPTION_ROW,
                    raw,
                    name.isEmpty()
                            ? texts.label(Role.CAPTION, "data.raw", symbol)
                            : new Cell.Label(RichText.plain(name), Role.CAPTION));
        } else if (!name.isEmpty()) {
            grid.put(DataSheet.CLASS_ROW, raw, new Cell.Label(RichText.plain(name), Role.NOTE));
        }
    }

    private void putScales(Grid grid) {
        grid.put(SCALING_ROW, 0, texts.label(Role.TEXT, "data.scaling"));
        grid.put(DataSheet.ORIGIN_ROW, 0, texts.label(Role.NOTE, "data.origin"));
        grid.put(DataSheet.ORIGIN_ROW + 1, 0, texts.label(Role.NOTE, "data.width"));
        for (var i = 1; data.scalesInputs() && i <= inputs(); i++) {
            putScale(grid, data.rawInputColumn(i), set.meaning().inputScaling(), set.inputScale(i));
        }
        for (var j = 1; data.scalesTargets() && j <= outputs(); j++) {
            putScale(grid, data.rawTargetColumn(j), set.meaning().targetScaling(), set.targetScale(j));
        }
    }

    /** Of a column that has one number throughout, from the start or after a change, nothing is divided by 0. */
    private void putScale(Grid grid, int column, Scaling scaling, Scale scale) {
        var cells = data.learnedCells(column).fixRows();
        var isRange = scaling == Scaling.RANGE;
        var least = MIN.of(cells);
        var most = MAX.of(cells);
        var isSame = most.isEqualTo(least);
        var origin = isRange ? least : IF.of(isSame, least, AVERAGE.of(cells));
        var width = IF.of(isSame, number(1), isRange ? most.minus(least) : STDEVP.of(cells));
        var symbol = quantity(column).symbol();
        grid.put(
                DataSheet.ORIGIN_ROW,
                column,
                Cell.computed(origin, scale.origin(), Role.VALUE)
                        .as(Quantity.of(texts.get("data.origin") + " " + symbol, "")));
        grid.put(
                DataSheet.ORIGIN_ROW + 1,
                column,
                Cell.computed(width, scale.width(), Role.VALUE)
                        .as(Quantity.of(texts.get("data.width") + " " + symbol, "")));
    }

    // Samples -------------------------------------------------------------------------------------------------------

    private void pushSamples(RowSink sink) {
        var quantities = IntStream.range(0, data.columns() + 1 + gallery.columns())
                .mapToObj(this::quantity)
                .toList();
        for (var k = 1; k <= set.rows().size(); k++) {
            var row = data.row(k);
            var sample = set.rows().get(k - 1);
            var cells = new ArrayList<Cell>();
            cells.add(new Cell.Figure(k, Role.INDEX));
            if (set.hasTest()) {
                var part = k <= experiment.samples().size() ? "data.part.learn" : "data.part.test";
                cells.add(new Cell.Label(RichText.plain(texts.get(part)), Role.INDEX));
            }
            for (var i = 1; i <= inputs(); i++) {
                cells.add(Cell.input(sample.input(i)));
            }
            if (set.hasClasses()) {
                cells.add(new Cell.Input(DataSheet.classValue(data.label(sample)), Role.INPUT));
            } else {
                for (var j = 1; j <= outputs(); j++) {
                    cells.add(Cell.input(sample.target(j)));
                }
            }
            addRead(cells, row, set.scaled(sample));
            if (gallery.isShown()) {
                cells.add(Cell.EMPTY);
                cells.addAll(gallery.cells(k - 1, (of, i) -> Ref.at(data.row(of), data.rawInputColumn(i))));
            }
            sink.row(Row.of(row, named(cells, quantities, k)));
        }
    }

    private static List<Cell> named(List<Cell> cells, List<Quantity> quantities, int sample) {
        var places = List.of(new Quantity.Place(Quantity.Kind.SAMPLE, sample));
        return IntStream.range(0, cells.size())
                .mapToObj(column -> cells.get(column).quantity().isNone()
                        ? cells.get(column).as(quantities.get(column).at(places))
                        : cells.get(column))
                .toList();
    }

    /** What a column is: as the network reads it, and where that is not the same, as the file has it. */
    private Quantity quantity(int column) {
        if (set.hasClasses() && column == data.labelColumn()) {
            return Quantity.of(texts.get("data.label"), "");
        }
        for (var i = 1; i <= inputs(); i++) {
            if (column == data.inputColumn(i)) {
                return Quantity.of(Notation.input(i), name(set.meaning().inputs(), i));
            }
            if (column == data.rawInputColumn(i)) {
                return raw(name(set.meaning().inputs(), i), Notation.input(i));
            }
        }
        for (var j = 1; j <= outputs(); j++) {
            if (column == data.targetColumn(j)) {
                return Quantity.of(Notation.target(j), "");
            }
            if (!set.hasClasses() && column == data.rawTargetColumn(j)) {
                return raw(name(set.meaning().targets(), j), Notation.target(j));
            }
        }
        return Quantity.NONE;
    }

    private Quantity raw(String name, String symbol) {
        return Quantity.of(name.isEmpty() ? texts.get("data.raw", symbol) : name, "");
    }

    /** What the network reads, where that is not what the file has. */
    private void addRead(List<Cell> cells, int row, Sample scaled) {
        for (var i = 1; data.scalesInputs() && i <= inputs(); i++) {
            cells.add(Cell.computed(scaledFormula(row, data.rawInputColumn(i)), scaled.input(i), Role.VALUE));
        }
        for (var j = 1; j <= outputs(); j++) {
            if (set.hasClasses()) {
                var isLabel = Ref.at(row, data.labelColumn())
                        .fixColumn()
                        .isEqualTo(Ref.at(DataSheet.CLASS_ROW, data.targetColumn(j))
                                .fixRow());
                cells.add(Cell.computed(IF.of(isLabel, number(1), number(0)), scaled.target(j), Role.DATA));
            } else if (data.scalesTargets()) {
                cells.add(Cell.computed(scaledFormula(row, data.rawTargetColumn(j)), scaled.target(j), Role.VALUE));
            }
        }
    }

    private static Formula scaledFormula(int row, int column) {
        var origin = Ref.at(DataSheet.ORIGIN_ROW, column).fixRow();
        return Ref.at(row, column).minus(origin).over(origin.plus(1, 0));
    }
}
