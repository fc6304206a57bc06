package io.gradsheet.lesson.network;

import static io.gradsheet.sheet.Formula.number;

import io.gradsheet.lesson.frame.Check;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.network.Sample;
import io.gradsheet.network.Scaling;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Formula;
import io.gradsheet.sheet.Range;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.DataSet;
import io.gradsheet.template.NetworkExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Where the samples stand on the Data sheet, and how other sheets look them up. A row is a sample, those to learn from first. From left
 * to right it has its number; where some are kept for a test, the part it belongs to; the numbers of the file and the label; and
 * then, where they are not the numbers of the file, the inputs x and the targets t as the network reads them.
 */
public final class DataSheet {
    public static final String NAME = "Data";

    static final int CAPTION_ROW = 3;
    static final int CLASS_ROW = 4;

    /** What is subtracted from the numbers of a scaled column; in the row below is what they are then divided by. */
    static final int ORIGIN_ROW = 5;

    /** What a program takes for a number when it is typed; 2d and 3d are no numbers, though Java reads them as such. */
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:\\d++\\.?\\d*+|\\.\\d++)(?:[eE][-+]?\\d++)?");

    private final NetworkExperiment experiment;
    private final Texts texts;

    public DataSheet(NetworkExperiment experiment, Texts texts) {
        this.experiment = experiment;
        this.texts = texts;
    }

    public SheetPlan sheet() {
        return new DataCells(experiment, this, texts).sheet();
    }

    /** The samples as they stand in the file now. */
    public List<Sample> read(Inputs file) {
        return new DataInputs(experiment, this).read(file);
    }

    /** Compares the inputs and the targets with those that the workbook was made with. */
    public void watch(Check check, DataSet recorded) {
        check.inputs(
                Notation.input(1) + " …",
                NAME,
                inputRange(),
                numbers(recorded.rows(), inputs(), Sample::input),
                numbers(set().rows(), inputs(), Sample::input));
        check.inputs(
                Notation.target(1) + " …",
                NAME,
                targetRange(),
                numbers(recorded.rows(), outputs(), Sample::target),
                numbers(set().rows(), outputs(), Sample::target));
    }

    private static List<Double> numbers(List<Sample> samples, int count, BiFunction<Sample, Integer, Double> number) {
        return samples.stream()
                .flatMap(sample -> IntStream.rangeClosed(1, count).mapToObj(i -> number.apply(sample, i)))
                .toList();
    }

    private DataSet set() {
        return experiment.data();
    }

    private int inputs() {
        return experiment.network().inputs();
    }

    private int outputs() {
        return experiment.network().outputs();
    }

    public boolean scalesInputs() {
        return set().meaning().inputScaling() != Scaling.NONE;
    }

    public boolean scalesTargets() {
        return set().meaning().targetScaling() != Scaling.NONE;
    }

    boolean isScaled() {
        return scalesInputs() || scalesTargets();
    }

    // Columns -------------------------------------------------------------------------------------------------------

    /** The column that says whether a sample is to learn from; there is none without a test. */
    int partColumn() {
        return 1;
    }

    /** The column of an input as the file has it. */
    public int rawInputColumn(int i) {
        return (set().hasTest() ? partColumn() : 0) + i;
    }

    /** The column of labels; there is none without classes. */
    int labelColumn() {
        return rawInputColumn(inputs()) + 1;
    }

    /** The column of a target as the file has it; there is none with classes. */
    public int rawTargetColumn(int j) {
        return rawInputColumn(inputs()) + j;
    }

    private int lastRawColumn() {
        return set().hasClasses() ? labelColumn() : rawTargetColumn(outputs());
    }

    /** The column of an input as the network reads it. */
    int inputColumn(int i) {
        return scalesInputs() ? lastRawColumn() + i : rawInputColumn(i);
    }

    /** The column of a target as the network reads it. */
    public int targetColumn(int j) {
        return set().hasClasses() || scalesTargets()
                ? lastRawColumn() + (scalesInputs() ? inputs() : 0) + j
                : rawTargetColumn(j);
    }

    /** How many columns there are, but for images. */
    int columns() {
        return Math.max(inputColumn(inputs()), targetColumn(outputs())) + 1;
    }

    // Rows ----------------------------------------------------------------------------------------------------------

    int firstRow() {
        return isScaled() ? ORIGIN_ROW + 2 : ORIGIN_ROW;
    }

    /** The row of a sample; those for the test follow those to learn from. */
    public int row(int sample) {
        return firstRow() + sample - 1;
    }

    private int learned() {
        return experiment.samples().size();
    }

    private int all() {
        return set().rows().size();
    }

    /** The cells of a column of the samples to learn from. */
    Range learnedCells(int column) {
        return Range.of(Ref.at(firstRow(), column), learned(), 1);
    }

    private Range cells(int column, int columns) {
        return Range.of(Ref.at(firstRow(), column), all(), columns);
    }

    /** The inputs of all samples, as the file has them. */
    Range inputRange() {
        return cells(rawInputColumn(1), inputs());
    }

    /** The targets of all samples: as the file has them if they are numbers. */
    Range targetRange() {
        return cells(set().hasClasses() ? targetColumn(1) : rawTargetColumn(1), outputs());
    }

    /** The numbers of the samples to learn from. */
    public Range numberRange() {
        return learnedCells(0).fix();
    }

    /** The numbers of the samples to test with. */
    public Range testNumberRange() {
        return Range.of(Ref.at(row(learned() + 1), 0), all() - learned(), 1).fix();
    }

    /** The names of the classes, above the targets. */
    public Range classRange() {
        return Range.of(Ref.at(CLASS_ROW, targetColumn(1)), 1, outputs()).fix();
    }

    /** The label column of all samples, as the formulas of other sheets name it. */
    public Range labelRange() {
        return cells(labelColumn(), 1).fix();
    }

    // Formulas ------------------------------------------------------------------------------------------------------

    /** Input x_i of the sample whose number is in {@code number}. */
    Formula input(int i, Ref number) {
        return lookUp(inputColumn(i), number);
    }

    /** Target t_j of the sample whose number is in {@code number}. */
    Formula target(int j, Ref number) {
        return lookUp(targetColumn(j), number);
    }

    private Formula lookUp(int column, Ref number) {
        return cells(column, 1).fixRows().item(NAME, number);
    }

    /** Input x_i made of a number such as the file has, which is in a cell of another sheet. */
    public Formula scaledInput(int i, Ref raw) {
        if (!scalesInputs()) {
            return raw;
        }
        var origin = Ref.at(ORIGIN_ROW, rawInputColumn(i));
        return raw.minus(origin.on(NAME)).over(origin.plus(1, 0).on(NAME));
    }

    /** The number such as the file has that an output, in a cell of another sheet, stands for. */
    public Formula unscaledTarget(int j, Formula output) {
        if (!scalesTargets()) {
            return output;
        }
        var origin = Ref.at(ORIGIN_ROW, rawTargetColumn(j));
        return output.times(origin.plus(1, 0).on(NAME)).plus(origin.on(NAME));
    }

    // Looks and classes ---------------------------------------------------------------------------------------------

    /** Whether the inputs are ink on paper: pixels of an image, all between 0 and 1. */
    public boolean isInk() {
        return experiment.image().isPicture()
                && set().rows().stream().allMatch(sample -> {
                    for (var i = 1; i <= inputs(); i++) {
                        if (sample.input(i) < 0 || sample.input(i) > 1) {
                            return false;
                        }
                    }
                    return true;
                });
    }

    /** A class as its cell shows it: as a number where it is one, so that a label typed as a number equals it. */
    public static Cell classCell(String name) {
        return classValue(name) instanceof Value.Figure figure
                ? new Cell.Figure(figure.number(), Role.CAPTION)
                : new Cell.Label(RichText.plain(name), Role.CAPTION);
    }

    /** The class that target j says yes to; a single output says yes to the second of two. */
    public String yesClass(int j) {
        return experiment.classes().get(outputs() == 1 ? 1 : j - 1);
    }

    public static Value classValue(String name) {
        var number = DECIMAL.matcher(name).matches() ? Double.parseDouble(name) : Double.NaN;
        // Zero is added because a cell shows -0 as 0.
        return Double.isFinite(number) ? Value.of(number + 0.0) : Value.of(name);
    }

    /** The symbol of an input, and what the data calls it. */
    public RichText inputName(int i) {
        var runs = new ArrayList<>(RichText.of(Notation.input(i)).runs());
        var names = experiment.data().meaning().inputs();
        if (!names.isEmpty()) {
            runs.addAll(RichText.plain("  " + names.get(i - 1)).runs());
        }
        return new RichText(runs);
    }

    /** The label of a sample: the name of the class that its targets say yes to. */
    public String label(Sample sample) {
        return className(sample.answer());
    }

    /** The name of a class, by the number that {@link Sample#answer} gives it. */
    public String className(int answer) {
        return experiment.classes().get(outputs() == 1 ? answer : answer - 1);
    }
}
