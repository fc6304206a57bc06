package io.gradsheet.lesson.descent;

import io.gradsheet.lesson.frame.Assembly;
import io.gradsheet.lesson.frame.Check;
import io.gradsheet.lesson.frame.Course;
import io.gradsheet.lesson.frame.CurveSheet;
import io.gradsheet.lesson.frame.Guide;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Lesson;
import io.gradsheet.lesson.frame.Problem;
import io.gradsheet.lesson.frame.SharedDigits;
import io.gradsheet.lesson.frame.Slips;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Quantity;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Assignment.Selection;
import io.gradsheet.template.Definition.Kind;
import io.gradsheet.template.DescentExperiment;
import io.gradsheet.training.PathException;
import io.gradsheet.training.PathRounding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** Lesson 2.10: gradient descent on a function of any number of variables. */
public final class Descent implements Lesson {
    private static final String VALUES = "Values";
    private static final String BUNDLE = "io/gradsheet/lesson/descent/Descent";

    private final DescentExperiment recorded;
    private final DescentExperiment now;
    private final Texts texts;
    private final StepsSheet steps;
    private final Optional<MapSheet> map;
    private final RatesSheet rates;

    /** The lesson as its template has it. */
    public Descent(DescentExperiment experiment) {
        this(experiment, experiment);
    }

    private Descent(DescentExperiment recorded, DescentExperiment now) {
        this.recorded = recorded;
        this.now = now;
        this.texts = new Texts(BUNDLE, now.heading().language());
        this.steps = new StepsSheet(now, texts);
        this.map = now.window().map(window -> new MapSheet(now, window, steps, texts));
        this.rates = new RatesSheet(now, steps, texts);
    }

    @Override
    public Lesson with(Inputs inputs) {
        return new Descent(
                recorded,
                recorded.with(
                        steps.readStart(inputs),
                        steps.readLearningRate(inputs),
                        steps.readDifferenceStep(inputs),
                        rates.read(inputs),
                        map.map(sheet -> sheet.read(inputs))));
    }

    @Override
    public Plan plan() {
        var path = Path.of(now);
        var original = now.equals(recorded) ? path : Path.of(recorded);
        var sheets = new ArrayList<SheetPlan>();
        var apart = apart();
        sheets.add(allowing(steps.sheet(path), apart, steps::step));
        var values = values(path, original);
        sheets.add(allowing(values.sheet(), apart, row -> values.stepOf(row) - 1));
        map.ifPresent(sheet -> sheets.add(sheet.sheet(path, apart)));
        sheets.add(allowing(rates.sheet(), ratesApart(), RatesSheet::stepOf));
        sheets.add(allowing(check(path, original, apart), apart, row -> now.steps()));
        return Assembly.of(
                now,
                texts,
                guide(sheets),
                sheets,
                List.of(
                        new Plan.Name("eta", steps.learningRate().address(StepsSheet.NAME)),
                        new Plan.Name("h", steps.differenceStep().address(StepsSheet.NAME))));
    }

    @Override
    public Optional<Course> course() {
        return Optional.of(new DescentCourse(now));
    }

    @Override
    public Optional<Problem> problem() {
        return Optional.of(new DescentProblem(now));
    }

    @Override
    public boolean isOfLines() {
        return true;
    }

    @Override
    public List<Selection> usualTasks() {
        return List.of(Selection.of(Kind.COST, Kind.GRADIENT, Kind.UPDATE)
                .onSheet(StepsSheet.NAME)
                .withSymbols(steps.symbols())
                .inRows(0, 1));
    }

    @Override
    public Slips slips() {
        return new StepsSlips(now, steps);
    }

    private SheetPlan guide(List<SheetPlan> sheets) {
        return new Guide(texts, now)
                .sheets(sheets)
                .legend(Role.INPUT, Role.PARAMETER, Role.COST, Role.GRADIENT, Role.UPDATE)
                .build("f(" + String.join(", ", now.function().variables()) + ") = " + now.function(), now.steps());
    }

    /** How far rounding takes runs apart, step by step. */
    private List<Double> apart() {
        return PathRounding.of(now.function(), now.start(), now.learningRate(), now.steps());
    }

    /** The same of the descents that are compared, the largest of each step; one that leaves the range of numbers says nothing. */
    private List<Double> ratesApart() {
        var largest = new ArrayList<>(Collections.nCopies(now.steps() + 1, 0.0));
        for (var rate : now.rates()) {
            try {
                var apart = PathRounding.of(now.function(), now.start(), rate, now.steps());
                for (var n = 0; n < largest.size(); n++) {
                    largest.set(n, Math.max(largest.get(n), apart.get(n)));
                }
            } catch (PathException e) {
                // Its cells are empty from there on.
            }
        }
        return largest;
    }

    /** A sheet whose rows belong to steps each, with what rounding allows them. */
    private static SheetPlan allowing(SheetPlan sheet, List<Double> apart, IntUnaryOperator stepOf) {
        return apart.stream().noneMatch(SharedDigits::areFew)
                ? sheet
                : sheet.withRows(row -> {
                    var step = stepOf.applyAsInt(row.index());
                    var share = step < 0 || step >= apart.size() ? 0 : SharedDigits.allowance(apart.get(step));
                    return share == 0 ? row : allowing(row, share);
                });
    }

    private static Row allowing(Row row, double share) {
        return new Row(
                row.index(),
                row.cells().stream()
                        .map(cell -> cell instanceof Cell.Computed computed
                                        && computed.value() instanceof Value.Figure
                                        && computed.role() != Role.INDEX
                                ? computed.allowing(share)
                                : cell)
                        .toList(),
                row.look());
    }

    @Override
    public List<String> cautions() {
        return SharedDigits.caution("step", 0, apart(), "take a smaller eta than " + Value.of(now.learningRate()))
                .stream()
                .toList();
    }

    private CurveSheet values(Path path, Path original) {
        return new CurveSheet(VALUES, texts, Quantity.Kind.STEP, 0, now.steps() + 1)
                .values(
                        n -> steps.value(n).on(StepsSheet.NAME),
                        n -> path.step(n).value(),
                        n -> original.step(n).value());
    }

    private SheetPlan check(Path path, Path original, List<Double> apart) {
        var check = new Check(texts).allowing(SharedDigits.allowance(apart.get(now.steps())));
        var last = now.steps();
        var variables = now.function().variables();
        for (var i = 0; i < variables.size(); i++) {
            check.result(
                    variables.get(i) + "_{" + last + "}",
                    steps.coordinate(last, i).address(StepsSheet.NAME),
                    path.last().point().get(i),
                    original.last().point().get(i));
        }
        check.result(
                "f_{" + last + "}",
                steps.value(last).address(StepsSheet.NAME),
                path.last().value(),
                original.last().value());
        var eta = steps.learningRate();
        var h = steps.differenceStep();
        return check.inputs(
                        "η",
                        StepsSheet.NAME,
                        eta.to(eta),
                        List.of(recorded.learningRate()),
                        List.of(now.learningRate()))
                .inputs(
                        "h",
                        StepsSheet.NAME,
                        h.to(h),
                        List.of(recorded.differenceStep()),
                        List.of(now.differenceStep()))
                .inputs(String.join(", ", variables), StepsSheet.NAME, steps.start(), recorded.start(), now.start())
                .sheet();
    }
}
