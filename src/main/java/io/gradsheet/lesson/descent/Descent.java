package io.gradsheet.lesson.descent;

import io.gradsheet.lesson.frame.Assembly;
import io.gradsheet.lesson.frame.Check;
import io.gradsheet.lesson.frame.Course;
import io.gradsheet.lesson.frame.CurveSheet;
import io.gradsheet.lesson.frame.Guide;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Lesson;
import io.gradsheet.lesson.frame.Problem;
import io.gradsheet.lesson.frame.Slips;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.Assignment.Selection;
import io.gradsheet.template.DescentExperiment;
import io.gradsheet.template.Quantity.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        sheets.add(steps.sheet(path));
        sheets.add(values(path, original));
        map.ifPresent(sheet -> sheets.add(sheet.sheet()));
        sheets.add(rates.sheet());
        sheets.add(check(path, original));
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

    private SheetPlan values(Path path, Path original) {
        return new CurveSheet(VALUES, texts, 0, now.steps() + 1)
                .values(
                        n -> steps.value(n).on(StepsSheet.NAME),
                        n -> path.step(n).value(),
                        n -> original.step(n).value())
                .sheet();
    }

    private SheetPlan check(Path path, Path original) {
        var check = new Check(texts);
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
