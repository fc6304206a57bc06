package io.gradsheet.cli;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.lesson.frame.Problem;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Experiment;
import io.gradsheet.training.Chase;
import io.gradsheet.training.Minimum;
import io.gradsheet.training.Solver;
import io.gradsheet.xlsx.OutputFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Minimises by a solver what a lesson minimises by gradient descent. */
@Command(
        name = "solve",
        description = {
            "Minimise C_T of a network over its weights and biases, or f of a descent over its variables, by a solver that"
                    + " needs no learning rate, and compare it with gradient descent from the same start.",
            "",
            "Methods: conjugate-gradient (any function), levenberg-marquardt (squared errors; the usual one where the targets"
                    + " are numbers). Frozen parameters stay as they are."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  gradsheet solve 4.3-backpropagation",
            "  gradsheet solve 4.3-backpropagation --target 1e-3 --chart solver.png",
            "  gradsheet solve curve --method levenberg-marquardt --max-evaluations 500 --json",
            "  gradsheet solve 2.10-rosenbrock",
            "",
            "Exit codes: 0 done, 1 --target was missed, 2 wrong usage or input."
        })
final class SolveCommand implements Callable<Integer> {
    /** The coordinates of a point are printed where they are no more than this. */
    private static final int MOST_SHOWN = 5;

    @Mixin
    private ExperimentOptions experiment;

    @Option(names = "--method", paramLabel = "NAME", description = "conjugate-gradient or levenberg-marquardt.")
    private String method;

    @Option(
            names = "--max-evaluations",
            paramLabel = "N",
            defaultValue = "20000",
            description = "How often the function may be evaluated; default: ${DEFAULT-VALUE}.")
    private int mostEvaluations;

    @Option(
            names = "--target",
            paramLabel = "X",
            description = "A value low enough to stop at; if it is missed, the exit code is 1.")
    private Double target;

    @Option(
            names = "--compare",
            paramLabel = "N",
            description = "Let gradient descent follow for at most N epochs or steps, 0 for none; unless given, up to"
                    + " 10,000, as many as take seconds.")
    private Long compare;

    @Option(names = "--chart", paramLabel = "FILE", description = "Also draw both ways down into this PNG file.")
    private Path chart;

    @Option(names = "--force", description = "Replace the PNG file if it exists.")
    private boolean force;

    @Option(names = "--json", description = "Print JSON: what was found, and the way there.")
    private boolean json;

    @Mixin
    private TalkOptions talk;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        checkOptions();
        var read = experiment.read();
        var problem = Lessons.of(read)
                .problem()
                .orElseThrow(
                        () -> new ParameterException(
                                spec.commandLine(),
                                read.provenance().name()
                                        + " has nothing to minimise; take a template with the key f, or a network that can be trained"));
        var picture = Optional.ofNullable(chart).map(path -> new OutputFile(path, force, experiment.files(read)));
        picture.ifPresent(OutputFile::check);
        var chosen = Optional.ofNullable(method).map(this::named).orElseGet(problem::usualMethod);
        var start = System.nanoTime();
        var minimum = minimise(problem, chosen);
        var time = Duration.ofNanos(System.nanoTime() - start);
        var chase = chase(problem, minimum);
        var out = spec.commandLine().getOut();
        if (json) {
            Json.print(out, report(read, problem, chosen, minimum, chase, time));
        } else {
            print(out, problem, chosen, minimum, chase, time);
        }
        picture.ifPresent(file -> draw(file, problem, chosen, minimum, chase));
        return isMissed(minimum) ? ExitCode.DIFFERENCE : ExitCode.DONE;
    }

    private void checkOptions() {
        if (mostEvaluations < 1) {
            throw new ParameterException(spec.commandLine(), "--max-evaluations must be 1 or more");
        }
        if (target != null && !Double.isFinite(target)) {
            throw new ParameterException(spec.commandLine(), "--target must be a number");
        }
        if (compare != null && compare < 0) {
            throw new ParameterException(spec.commandLine(), "--compare must be 0 or more");
        }
    }

    private Solver.Method named(String word) {
        return Arrays.stream(Solver.Method.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--method cannot be '" + word + "'; there are: "
                                + Arrays.stream(Solver.Method.values())
                                        .map(Solver.Method::word)
                                        .collect(Collectors.joining(", "))));
    }

    private Minimum minimise(Problem problem, Solver.Method chosen) {
        try (var progress = talk.progress("solving", mostEvaluations)) {
            return Solver.minimise(
                    problem.objective(),
                    chosen,
                    mostEvaluations,
                    target == null ? Double.NEGATIVE_INFINITY : target,
                    progress::at);
        }
    }

    /** Gradient descent, as far as the target, or else as far as the solver came. */
    private Optional<Chase> chase(Problem problem, Minimum minimum) {
        var most = compare == null ? problem.affordableSteps() : compare;
        if (most == 0) {
            return Optional.empty();
        }
        try (var progress = talk.progress("descending", most)) {
            return Optional.of(problem.chase(goal(minimum), most, progress::at));
        }
    }

    private double goal(Minimum minimum) {
        return target == null ? minimum.value() : target;
    }

    private boolean isMissed(Minimum minimum) {
        return target != null && minimum.value() > target;
    }

    // For people ----------------------------------------------------------------------------------------------------

    private void print(
            PrintWriter out,
            Problem problem,
            Solver.Method chosen,
            Minimum minimum,
            Optional<Chase> chase,
            Duration time) {
        var unknowns = problem.unknowns().size();
        if (!talk.isQuiet()) {
            out.println(problem.quantity() + " of " + Figures.count(unknowns) + " unknowns, by " + chosen.word());
            out.println("at the start: " + Figures.plain(minimum.startValue()));
        }
        out.println("after " + counted(minimum.iterations(), "iteration") + ": " + problem.quantity() + " "
                + Figures.plain(minimum.value()) + measures(problem, minimum));
        if (talk.isQuiet()) {
            return;
        }
        out.println("    " + counted(minimum.evaluations(), "evaluation") + " of " + problem.quantity() + ", "
                + Figures.count(minimum.gradients()) + " of its derivatives, " + Figures.seconds(time) + "; "
                + ending(problem, minimum));
        chase.ifPresent(run -> out.println(words(problem, run, goal(minimum))));
    }

    private String ending(Problem problem, Minimum minimum) {
        return switch (minimum.ending()) {
            case TARGET -> "that is the target";
            case CONVERGED -> problem.quantity() + " falls no further" + missed(minimum);
            case EVALUATIONS -> "not at an end yet: --max-evaluations allows more" + missed(minimum);
        };
    }

    private String missed(Minimum minimum) {
        return isMissed(minimum) ? "; the target " + Figures.plain(target) + " is not reached" : "";
    }

    /** Accuracies, and the point where its coordinates are few. */
    private static String measures(Problem problem, Minimum minimum) {
        var parts = new ArrayList<String>();
        problem.measures(minimum.point()).forEach((name, value) -> parts.add(name + " " + Figures.plain(value)));
        var names = problem.unknowns();
        for (var i = 0; names.size() <= MOST_SHOWN && i < names.size(); i++) {
            parts.add(names.get(i) + " " + Figures.plain(minimum.coordinates().get(i)));
        }
        return parts.stream().map(part -> ", " + part).collect(Collectors.joining());
    }

    private static String words(Problem problem, Chase chase, double goal) {
        var steps = counted(chase.steps(), problem.step());
        var rate = "gradient descent with eta " + Value.of(problem.learningRate());
        if (!chase.trouble().isEmpty()) {
            return rate + " comes to " + Figures.plain(chase.value()) + " in " + steps + " and stops: "
                    + chase.trouble();
        }
        return chase.value() <= goal
                ? rate + " needs " + steps + " to come as low"
                : rate + " comes to " + Figures.plain(chase.value()) + " in " + steps + ", not as low";
    }

    private static String counted(long count, String noun) {
        return Figures.count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    // For programs --------------------------------------------------------------------------------------------------

    private Map<String, Object> report(
            Experiment read,
            Problem problem,
            Solver.Method chosen,
            Minimum minimum,
            Optional<Chase> chase,
            Duration time) {
        var report = new LinkedHashMap<String, Object>();
        report.put("lesson", read.heading().lesson());
        report.put("template", read.provenance().name());
        report.put("quantity", problem.quantity());
        report.put("method", chosen.word());
        report.put("start", minimum.startValue());
        report.put("value", minimum.value());
        report.put("ending", minimum.ending().name().toLowerCase(Locale.ROOT));
        if (target != null) {
            report.put("target", target);
            report.put("reached", !isMissed(minimum));
        }
        report.put("iterations", minimum.iterations());
        report.put("evaluations", minimum.evaluations());
        report.put("derivatives", minimum.gradients());
        report.putAll(problem.measures(minimum.point()));
        var point = new LinkedHashMap<String, Double>();
        for (var i = 0; i < problem.unknowns().size(); i++) {
            point.put(problem.unknowns().get(i), minimum.coordinates().get(i));
        }
        report.put("point", point);
        report.put("descent", minimum.descent());
        chase.ifPresent(run -> report.put("gradientDescent", chaseReport(problem, run, goal(minimum))));
        report.put("seconds", time.toMillis() / 1000.0);
        return report;
    }

    private static Map<String, Object> chaseReport(Problem problem, Chase chase, double goal) {
        var report = new LinkedHashMap<String, Object>();
        report.put("eta", problem.learningRate());
        report.put(problem.step() + "s", chase.steps());
        report.put("value", chase.value());
        report.put("reached", chase.value() <= goal);
        if (!chase.trouble().isEmpty()) {
            report.put("trouble", chase.trouble());
        }
        return report;
    }

    // As a picture --------------------------------------------------------------------------------------------------

    /** A step of gradient descent takes one evaluation of the function and its derivatives together: both count as one here. */
    private static void draw(
            OutputFile file, Problem problem, Solver.Method chosen, Minimum minimum, Optional<Chase> chase) {
        var curves = new ArrayList<CurveFile.Curve>();
        curves.add(new CurveFile.Curve(
                chosen.word(),
                minimum.descent().stream()
                        .map(lower -> (double) lower.evaluations())
                        .toList(),
                minimum.descent().stream().map(Minimum.Lower::value).toList()));
        chase.ifPresent(run -> {
            var counts = new ArrayList<Double>();
            for (var n = 1; n <= run.values().size(); n++) {
                counts.add((double) n);
            }
            curves.add(new CurveFile.Curve("gradient descent", counts, run.values()));
        });
        CurveFile.compare(file, "evaluations", problem.quantity(), List.copyOf(curves));
    }
}
