package io.gradsheet.cli;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.lesson.frame.Problem;
import io.gradsheet.training.Chase;
import io.gradsheet.training.Minimum;
import io.gradsheet.training.Solver;
import io.gradsheet.xlsx.OutputFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
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
    @Mixin
    private ExperimentOptions experiment;

    @Option(names = "--method", paramLabel = "NAME", description = "conjugate-gradient or levenberg-marquardt.")
    private Optional<String> method = Optional.empty();

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
    private Optional<Double> target = Optional.empty();

    @Option(
            names = "--compare",
            paramLabel = "N",
            description = "Let gradient descent follow for at most N epochs or steps, 0 for none; unless given, up to"
                    + " 10,000, as many as take seconds.")
    private Optional<Long> compare = Optional.empty();

    @Option(names = "--chart", paramLabel = "FILE", description = "Also draw both ways down into this PNG file.")
    private Optional<Path> chart = Optional.empty();

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
        var picture = chart.map(path -> new OutputFile(path, force, experiment.files(read)));
        picture.ifPresent(OutputFile::check);
        var chosen = method.map(this::named).orElseGet(problem::usualMethod);
        var start = System.nanoTime();
        var minimum = minimise(problem, chosen);
        var time = Duration.ofNanos(System.nanoTime() - start);
        var report = new SolveReport(problem, chosen, minimum, time, target, chase(problem, minimum));
        var out = spec.commandLine().getOut();
        if (json) {
            Json.print(out, report.json(read));
        } else {
            report.print(out, talk.isQuiet());
        }
        picture.ifPresent(report::draw);
        return report.isMissed() ? ExitCode.DIFFERENCE : ExitCode.DONE;
    }

    private void checkOptions() {
        if (mostEvaluations < 1) {
            throw new ParameterException(spec.commandLine(), "--max-evaluations must be 1 or more");
        }
        if (target.filter(value -> !Double.isFinite(value)).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--target must be a number");
        }
        if (compare.filter(steps -> steps < 0).isPresent()) {
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
                    target.orElse(Double.NEGATIVE_INFINITY),
                    progress::at);
        }
    }

    /** Gradient descent, as far as the target, or else as far as the solver came. */
    private Optional<Chase> chase(Problem problem, Minimum minimum) {
        var most = compare.orElseGet(problem::affordableSteps);
        if (most == 0) {
            return Optional.empty();
        }
        try (var progress = talk.progress("descending", most)) {
            return Optional.of(problem.chase(target.orElse(minimum.value()), most, progress::at));
        }
    }
}
