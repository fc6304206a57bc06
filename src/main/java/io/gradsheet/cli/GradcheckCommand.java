package io.gradsheet.cli;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.lesson.frame.Notation;
import io.gradsheet.lesson.network.CostName;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.training.GradientCheck;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds the gradient of backpropagation against differences of C_T. */
@Command(
        name = "gradcheck",
        description = {
            "Hold the gradient of C_T that backpropagation gives against central differences of C_T, for every weight and"
                    + " bias of a network, at its initial parameters.",
            "",
            "The error of a parameter is |backpropagation - difference| over the greatest of both and the root mean square"
                    + " of the whole gradient; what the rounding of C_T explains of it does not count. Where a ReLU passes"
                    + " its kink within the step, the difference is no derivative: such parameters are named, not judged."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  gradsheet gradcheck 4.3-backpropagation",
            "  gradsheet gradcheck my-template.yaml --set 'data.pick={first: 20}'",
            "  gradsheet gradcheck spiral --step 1e-6 --tolerance 1e-7 --json",
            "",
            "Exit codes: 0 all agree, 1 an error is larger than the tolerance, 2 wrong usage or input."
        })
final class GradcheckCommand implements Callable<Integer> {
    /** So many parameters are named; of more, the first and their number. */
    private static final int MOST_NAMED = 8;

    @Mixin
    private ExperimentOptions experiment;

    @Option(
            names = "--step",
            paramLabel = "H",
            defaultValue = "1e-5",
            description = "How far each parameter is moved both ways, times its size if that is above 1; default:"
                    + " ${DEFAULT-VALUE}.")
    private double step;

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            defaultValue = "1e-6",
            description = "The largest error that is allowed; default: ${DEFAULT-VALUE}.")
    private double tolerance;

    @Option(names = "--json", description = "Print JSON: every parameter, and the verdict.")
    private boolean json;

    @Mixin
    private TalkOptions talk;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!(step > 0 && step <= 1)) {
            throw new ParameterException(spec.commandLine(), "--step must be a number above 0, and at most 1");
        }
        if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
            throw new ParameterException(spec.commandLine(), "--tolerance must be a number from 0 on");
        }
        var read = experiment.read();
        if (!(read instanceof NetworkExperiment network)) {
            throw new ParameterException(
                    spec.commandLine(),
                    read.provenance().name() + " is no network, so there is nothing to backpropagate; take a template"
                            + " with the key network");
        }
        if (Lessons.of(network).problem().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    read.provenance().name()
                            + " has a step in its network, whose derivative is 0, so there is nothing to"
                            + " backpropagate; take sigmoid, its smooth relative");
        }
        var check = check(network);
        var out = spec.commandLine().getOut();
        if (json) {
            Json.print(out, report(network, check));
        } else {
            print(out, network, check);
        }
        out.flush();
        return check.agrees(tolerance) ? ExitCode.DONE : ExitCode.DIFFERENCE;
    }

    private GradientCheck check(NetworkExperiment of) {
        try (var progress = talk.progress("checking", of.parameterCount())) {
            var check = GradientCheck.of(of.network(), of.samples(), of.initial(), step, progress::at);
            return cost(of).isMean() ? check.meanOf(of.samples().size()) : check;
        }
    }

    private static CostName cost(NetworkExperiment of) {
        return CostName.of(of.hyperparameters());
    }

    // For people ----------------------------------------------------------------------------------------------------

    private void print(PrintWriter out, NetworkExperiment of, GradientCheck check) {
        if (!talk.isQuiet()) {
            out.printf(
                    "parameters: %s, samples: %s, %s %s%n",
                    Figures.count(check.parameters().size()),
                    Figures.count(of.samples().size()),
                    cost(of).learning(),
                    Figures.plain(check.cost()));
            out.printf(
                    "%s evaluations of the %s with step %s; backpropagation takes one way forward and one backward%n",
                    Figures.count(check.evaluations()), cost(of).learning(), Figures.difference(step));
            out.println(line("layer", "parameters", "largest error", "at", "backpropagation", "difference"));
            check.byLayer().forEach((layer, parameters) -> printLayer(out, layer, parameters));
            if (!check.kinks().isEmpty()) {
                out.println("a ReLU passes its kink within the step of " + named(check.kinks())
                        + ": not judged; a smaller --step may leave none");
            }
        }
        out.println(verdict(check));
    }

    private static void printLayer(PrintWriter out, int layer, List<GradientCheck.Parameter> parameters) {
        var worst = GradientCheck.worst(parameters);
        out.println(line(
                Integer.toString(layer),
                Figures.count(parameters.size()),
                worst.map(parameter -> Figures.difference(parameter.error())).orElse(""),
                worst.map(GradcheckCommand::symbol).orElse(""),
                worst.map(parameter -> exact(parameter.gradient())).orElse(""),
                worst.map(parameter -> exact(parameter.difference())).orElse("")));
    }

    private String verdict(GradientCheck check) {
        if (check.worst().isEmpty()) {
            return "nothing could be judged: every parameter moves a ReLU over its kink; take a smaller --step";
        }
        var worst = check.worst().get();
        return String.format(
                Locale.ROOT,
                "%s: largest relative error %s at %s%s, tolerance %s",
                check.agrees(tolerance) ? "all agree" : "they differ",
                Figures.difference(worst.error()),
                symbol(worst),
                worst.unexplained() == 0 && worst.error() > tolerance ? ", which is rounding" : "",
                Figures.difference(tolerance));
    }

    private static String named(List<GradientCheck.Parameter> parameters) {
        var names = parameters.stream()
                .limit(MOST_NAMED)
                .map(GradcheckCommand::symbol)
                .collect(Collectors.joining(", "));
        var more = parameters.size() - MOST_NAMED;
        return more > 0 ? names + " and " + Figures.count(more) + " more" : names;
    }

    private static String symbol(GradientCheck.Parameter parameter) {
        return Notation.plain(
                parameter.isBias()
                        ? Notation.bias(parameter.layer(), parameter.to())
                        : Notation.weight(parameter.layer(), parameter.to(), parameter.from()));
    }

    private static String exact(double value) {
        return String.format(Locale.ROOT, "%.10g", value);
    }

    private static String line(
            String layer, String parameters, String error, String at, String gradient, String difference) {
        return String.format(
                        Locale.ROOT, "%5s%12s%15s  %-8s%19s%19s", layer, parameters, error, at, gradient, difference)
                .stripTrailing();
    }

    // For programs --------------------------------------------------------------------------------------------------

    private Map<String, Object> report(NetworkExperiment of, GradientCheck check) {
        var report = new LinkedHashMap<String, Object>();
        report.put("lesson", of.heading().lesson());
        report.put("template", of.provenance().name());
        report.put("samples", of.samples().size());
        report.put(cost(of).learning(), check.cost());
        report.put("step", step);
        report.put("tolerance", tolerance);
        report.put("evaluations", check.evaluations());
        report.put("agrees", check.agrees(tolerance));
        check.worst().ifPresent(worst -> report.put("worst", entry(worst)));
        report.put(
                "parameters",
                check.parameters().stream().map(GradcheckCommand::entry).toList());
        return report;
    }

    private static Map<String, Object> entry(GradientCheck.Parameter parameter) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("symbol", symbol(parameter));
        entry.put("layer", parameter.layer());
        entry.put("to", parameter.to());
        if (!parameter.isBias()) {
            entry.put("from", parameter.from());
        }
        entry.put("backpropagation", parameter.gradient());
        entry.put("difference", parameter.difference());
        entry.put("error", parameter.error());
        entry.put("rounding", parameter.rounding());
        entry.put("kink", parameter.kink());
        return entry;
    }
}
