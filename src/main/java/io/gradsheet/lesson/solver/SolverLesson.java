package io.gradsheet.lesson.solver;

import io.gradsheet.lesson.frame.Assembly;
import io.gradsheet.lesson.frame.Check;
import io.gradsheet.lesson.frame.Course;
import io.gradsheet.lesson.frame.Guide;
import io.gradsheet.lesson.frame.Inputs;
import io.gradsheet.lesson.frame.Lesson;
import io.gradsheet.lesson.frame.Problem;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.lesson.network.DataSheet;
import io.gradsheet.lesson.network.NetworkProblem;
import io.gradsheet.lesson.network.NetworkTexts;
import io.gradsheet.lesson.network.TrainingCourse;
import io.gradsheet.network.Parameters;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.Solver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lesson 3.5: C_T made small by a solver, Excel's and Java's side by side. */
public final class SolverLesson implements Lesson {
    private static final String BUNDLE = "io/gradsheet/lesson/solver/Solver";

    /** Java stops here, where every answer is right to three decimals: beyond, weights grow and nothing else changes. */
    private static final double TARGET = 1e-6;

    private static final int MOST_EVALUATIONS = 20_000;

    private final NetworkExperiment recorded;
    private final NetworkExperiment now;
    private final Optional<Parameters> found;
    private final Layout layout;
    private final Texts texts;
    private final DataSheet data;
    private final SolverSheet solver;

    /** The lesson as its template has it. */
    public SolverLesson(NetworkExperiment experiment) {
        this(experiment, experiment, Optional.empty());
    }

    private SolverLesson(NetworkExperiment recorded, NetworkExperiment now, Optional<Parameters> found) {
        this.recorded = recorded;
        this.now = now;
        this.found = found;
        this.layout = new Layout(now);
        this.texts = NetworkTexts.of(BUNDLE, now);
        this.data = new DataSheet(now, texts);
        this.solver = new SolverSheet(now, layout, data, texts);
    }

    private Parameters solved() {
        var problem = new NetworkProblem(recorded);
        var objective = problem.objective();
        return objective.parameters(
                Solver.minimise(objective, problem.usualMethod(), MOST_EVALUATIONS, TARGET, done -> {})
                        .point());
    }

    /** With what Java's solver found when the workbook was made, as the file has it. */
    @Override
    public Lesson with(Inputs inputs) {
        var changed = recorded.with(
                recorded.data().with(data.read(inputs)), solver.read(inputs, Layout.NOW_ROW), recorded.learningRate());
        return new SolverLesson(recorded, changed, Optional.of(solver.read(inputs, Layout.JAVA_ROW)));
    }

    private Candidate current() {
        return candidate(Layout.SOLVER, Layout.NOW_ROW, now.initial());
    }

    private Candidate start() {
        return candidate(Layout.START, Layout.START_ROW, recorded.initial());
    }

    private Candidate java() {
        return candidate(Layout.JAVA, Layout.JAVA_ROW, found.orElseGet(this::solved));
    }

    private Candidate candidate(String sheet, int row, Parameters parameters) {
        return Candidate.of(sheet, row, now.network(), parameters, now.samples());
    }

    @Override
    public Plan plan() {
        Plan.checkSize(
                Layout.SOLVER,
                Layout.sampleRow(Layout.SOLVER, now.samples().size()) + 1L,
                layout.parameters().first() + (long) now.network().parameterCount());
        var current = current();
        var start = start();
        var java = java();
        var sheets = new ArrayList<SheetPlan>();
        sheets.add(data.sheet());
        sheets.add(solver.sheet(current, start, java));
        sheets.add(new AnswersSheet(now, layout, data, texts, List.of(start, current, java)).sheet());
        sheets.add(solver.alone(start));
        sheets.add(solver.alone(java));
        sheets.add(check(current, start));
        return Assembly.of(now, texts, guide(sheets), sheets, List.of());
    }

    @Override
    public List<String> remarks() {
        return List.of(new NetworkProblem(now).quantity() + " is " + cost(current())
                + " with the parameters as they stand; it was " + cost(start())
                + " at the start, and Java's solver found "
                + cost(java()));
    }

    private String cost(Candidate set) {
        var cost = set.cost(isMean());
        return cost == 0 ? "0" : String.format(Locale.ROOT, "%.6g", cost);
    }

    private boolean isMean() {
        return now.hyperparameters().mean();
    }

    @Override
    public Optional<Course> course() {
        return Optional.of(new TrainingCourse(now));
    }

    @Override
    public Optional<Problem> problem() {
        return Optional.of(new NetworkProblem(now));
    }

    private SheetPlan guide(List<SheetPlan> sheets) {
        var network = now.network();
        return new Guide(texts, now)
                .sheets(sheets)
                .forward(network.sizes())
                .build(network.shape(), network.parameterCount(), now.samples().size());
    }

    private SheetPlan check(Candidate current, Candidate start) {
        var check = new Check(texts);
        var original =
                Candidate.of(Layout.SOLVER, Layout.NOW_ROW, now.network(), recorded.initial(), recorded.samples());
        check.result("C_{T}", Layout.OBJECTIVE.address(Layout.SOLVER), current.cost(isMean()), original.cost(isMean()));
        check.result(
                "C_{T}",
                Layout.OBJECTIVE.plus(0, 1).address(Layout.SOLVER),
                start.cost(isMean()),
                original.cost(isMean()));
        for (var k = 1; k <= now.samples().size(); k++) {
            check.result(
                    "C_{" + k + "}",
                    new Address(
                            Layout.SOLVER,
                            Layout.sampleRow(Layout.SOLVER, k),
                            layout.forward().cost()),
                    current.traces().get(k - 1).cost(),
                    original.traces().get(k - 1).cost());
        }
        check.inputs(
                texts.get("check.parameters"),
                Layout.SOLVER,
                layout.parameters().cells(Layout.NOW_ROW),
                recorded.initial().toList(),
                now.initial().toList());
        data.watch(check, recorded.data());
        return check.sheet();
    }
}
