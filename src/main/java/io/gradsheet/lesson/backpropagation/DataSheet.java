package io.gradsheet.lesson.backpropagation;

import io.gradsheet.lesson.frame.InputException;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.network.Sample;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.RowSink;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The samples: inputs and label as the learner may change them, and the targets that follow from the label. */
final class DataSheet {
    static final String NAME = "Data";

    private static final int CAPTION_ROW = 3;
    private static final int CLASS_ROW = 4;
    private static final int FIRST_ROW = 5;
    private static final double WIDEST = 14;

    /** What a program takes for a number when it is typed; 2d and 3d are no numbers, though Java reads them as such. */
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:\\d++\\.?\\d*+|\\.\\d++)(?:[eE][-+]?\\d++)?");

    private final NetworkExperiment experiment;
    private final Texts texts;
    private final Gallery gallery;

    DataSheet(NetworkExperiment experiment, Texts texts) {
        this.experiment = experiment;
        this.texts = texts;
        this.gallery = new Gallery(experiment, Ref.at(FIRST_ROW, targetColumn(outputs()) + 2));
    }

    private int inputs() {
        return experiment.network().inputs();
    }

    private int outputs() {
        return experiment.network().outputs();
    }

    private boolean hasClasses() {
        return experiment.data().hasClasses();
    }

    /** The column of labels; there is none without classes. */
    private int labelColumn() {
        return inputs() + 1;
    }

    private int targetColumn(int j) {
        return inputs() + (hasClasses() ? 1 : 0) + j;
    }

    private static int row(int sample) {
        return FIRST_ROW + sample - 1;
    }

    private int lastRow() {
        return row(experiment.samples().size());
    }

    /** The inputs of all samples. */
    Range inputRange() {
        return Range.of(Ref.at(FIRST_ROW, 1), experiment.samples().size(), inputs());
    }

    /** The targets of all samples. */
    Range targetRange() {
        return Range.of(Ref.at(FIRST_ROW, targetColumn(1)), experiment.samples().size(), outputs());
    }

    /** The numbers of all samples. */
    Range numberRange() {
        return Range.of(Ref.at(FIRST_ROW, 0), experiment.samples().size(), 1).fix();
    }

    /** The names of the classes, above the targets. */
    Range classRange() {
        return Range.of(Ref.at(CLASS_ROW, targetColumn(1)), 1, outputs()).fix();
    }

    /** The label column of all samples, as the formulas of other sheets name it. */
    Range labelRange() {
        return Range.of(Ref.at(FIRST_ROW, labelColumn()), experiment.samples().size(), 1)
                .fix();
    }

    /** Input x_i of the sample whose number is in {@code number}. */
    String input(int i, Ref number) {
        return lookUp(i, number);
    }

    /** Target t_j of the sample whose number is in {@code number}. */
    String target(int j, Ref number) {
        return lookUp(targetColumn(j), number);
    }

    private String lookUp(int column, Ref number) {
        var cells = Ref.at(FIRST_ROW, column).to(Ref.at(lastRow(), column)).fixRows();
        return "INDEX(" + cells.on(NAME) + "," + number + ")";
    }

    SheetPlan sheet() {
        var grid = new Grid();
        grid.put(
                        0,
                        0,
                        texts.label(
                                Role.TITLE, "data.title", experiment.samples().size()))
                .height(0, 26);
        grid.put(1, 0, texts.label(Role.TEXT, "data.text"));
        putCaptions(grid);
        var columns = targetColumn(outputs()) + 1;
        var plan = SheetPlan.named(NAME).widths(7);
        for (var i = 1; i <= inputs(); i++) {
            plan.widths(width(experiment.data().inputs(), i, 5.5));
        }
        if (hasClasses()) {
            plan.widths(10);
        }
        for (var j = 1; j <= outputs(); j++) {
            plan.widths(width(experiment.data().targets(), j, 8));
        }
        plan.head(grid.rows())
                .body(this::pushSamples, lastRow(), columns + (gallery.isShown() ? 1 + gallery.columns() : 0))
                .freeze(FIRST_ROW, 1)
                .page(SheetPlan.Page.tall(false, FIRST_ROW))
                .with(new Feature.Merge(Range.of(Ref.at(0, 0), 1, columns)))
                .with(new Feature.Merge(Range.of(Ref.at(1, 0), 1, columns)));
        if (hasClasses()) {
            plan.with(new Feature.Choice(labelRange(), experiment.classes(), texts.get("data.hint")));
        }
        if (isInk()) {
            plan.with(new Feature.Colours(inputRange(), Feature.Palette.INK, 1))
                    .with(new Feature.Bounds(inputRange(), 0, 1, texts.get("predict.hint")));
        }
        if (gallery.isShown()) {
            plan.widths(3).widths(gallery.columns(), Gallery.PIXEL_WIDTH).with(gallery.colours());
        }
        return plan.build();
    }

    private void putCaptions(Grid grid) {
        var names = experiment.data();
        grid.put(CAPTION_ROW, 0, texts.label(Role.CAPTION, "symbol.k"));
        for (var i = 1; i <= inputs(); i++) {
            grid.put(CAPTION_ROW, i, Cell.label(Notation.input(i), Role.CAPTION));
            putName(grid, i, names.inputs(), i);
        }
        if (hasClasses()) {
            grid.put(CAPTION_ROW, labelColumn(), texts.label(Role.CAPTION, "data.label"));
            grid.put(CLASS_ROW, labelColumn(), texts.label(Role.NOTE, "data.class"));
        }
        for (var j = 1; j <= outputs(); j++) {
            grid.put(CAPTION_ROW, targetColumn(j), Cell.label(Notation.target(j), Role.CAPTION));
            if (hasClasses()) {
                grid.put(CLASS_ROW, targetColumn(j), classCell(yesClass(j)));
            } else {
                putName(grid, targetColumn(j), names.targets(), j);
            }
        }
    }

    /** What the data file calls a column, below its symbol. */
    private static void putName(Grid grid, int column, List<String> names, int number) {
        if (!names.isEmpty()) {
            grid.put(CLASS_ROW, column, new Cell.Label(RichText.plain(names.get(number - 1)), Role.NOTE));
        }
    }

    private static double width(List<String> names, int number, double usual) {
        return names.isEmpty()
                ? usual
                : Math.min(WIDEST, Math.max(usual, names.get(number - 1).length() + 1));
    }

    /** Whether the inputs are ink on paper: pixels of an image, all between 0 and 1. */
    boolean isInk() {
        return experiment.image().isPicture()
                && experiment.samples().stream().allMatch(sample -> {
                    for (var i = 1; i <= inputs(); i++) {
                        if (sample.input(i) < 0 || sample.input(i) > 1) {
                            return false;
                        }
                    }
                    return true;
                });
    }

    /** A class as its cell shows it: as a number where it is one, so that a label typed as a number equals it. */
    static Cell classCell(String name) {
        return classValue(name) instanceof Value.Figure figure
                ? new Cell.Figure(figure.number(), Role.CAPTION)
                : new Cell.Label(RichText.plain(name), Role.CAPTION);
    }

    /** The class that target j says yes to; a single output says yes to the second of two. */
    private String yesClass(int j) {
        return experiment.classes().get(outputs() == 1 ? 1 : j - 1);
    }

    static Value classValue(String name) {
        var number = DECIMAL.matcher(name).matches() ? Double.parseDouble(name) : Double.NaN;
        // Zero is added because a cell shows -0 as 0.
        return Double.isFinite(number) ? Value.of(number + 0.0) : Value.of(name);
    }

    /** The label of a sample: the name of the class that its targets say yes to. */
    String label(Sample sample) {
        var answer = sample.answer();
        return experiment.classes().get(outputs() == 1 ? answer : answer - 1);
    }

    private void pushSamples(RowSink sink) {
        for (var k = 1; k <= experiment.samples().size(); k++) {
            var sample = experiment.samples().get(k - 1);
            var cells = new ArrayList<Cell>();
            cells.add(new Cell.Figure(k, Role.INDEX));
            for (var i = 1; i <= inputs(); i++) {
                cells.add(Cell.input(sample.input(i)));
            }
            if (hasClasses()) {
                cells.add(new Cell.Input(classValue(label(sample)), Role.INPUT));
            }
            for (var j = 1; j <= outputs(); j++) {
                if (!hasClasses()) {
                    cells.add(Cell.input(sample.target(j)));
                    continue;
                }
                var formula = "IF(" + Ref.at(row(k), labelColumn()).fixColumn() + "="
                        + Ref.at(CLASS_ROW, targetColumn(j)).fixRow() + ",1,0)";
                cells.add(Cell.computed(formula, sample.target(j), Role.DATA));
            }
            if (gallery.isShown()) {
                cells.add(Cell.EMPTY);
                cells.addAll(gallery.cells(k - 1, (of, i) -> Ref.at(row(of), i)));
            }
            sink.row(Row.of(row(k), cells));
        }
    }

    /** The samples as they stand in the file now. */
    List<Sample> read(Inputs file) {
        var samples = new ArrayList<Sample>();
        for (var k = 1; k <= experiment.samples().size(); k++) {
            var inputs = new double[inputs()];
            for (var i = 1; i <= inputs.length; i++) {
                inputs[i - 1] = file.number(Ref.at(row(k), i).address(NAME));
            }
            samples.add(new Sample(inputs, hasClasses() ? targetsOf(labelAt(k, file)) : targetsAt(k, file)));
        }
        return samples;
    }

    private double[] targetsOf(String label) {
        var targets = new double[outputs()];
        Arrays.setAll(targets, j -> yesClass(j + 1).equals(label) ? 1 : 0);
        return targets;
    }

    private double[] targetsAt(int sample, Inputs file) {
        var targets = new double[outputs()];
        Arrays.setAll(
                targets,
                j -> file.number(Ref.at(row(sample), targetColumn(j + 1)).address(NAME)));
        return targets;
    }

    private String labelAt(int sample, Inputs file) {
        var cell = Ref.at(row(sample), labelColumn()).address(NAME);
        var value = file.value(cell);
        return experiment.classes().stream()
                .filter(name -> isSame(classValue(name), value))
                .findFirst()
                .orElseThrow(
                        () -> new InputException(cell, value, "one of " + String.join(", ", experiment.classes())));
    }

    /** As a spreadsheet compares: letters of either case are the same. */
    private static boolean isSame(Value a, Value b) {
        return (a instanceof Value.Text one && b instanceof Value.Text other)
                ? one.text().equalsIgnoreCase(other.text())
                : a.equals(b);
    }
}
