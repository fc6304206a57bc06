package io.gradsheet.cli;

import io.gradsheet.lesson.frame.Problem;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Experiment;
import io.gradsheet.training.Chase;
import io.gradsheet.training.Minimum;
import io.gradsheet.training.Solver;
import io.gradsheet.xlsx.OutputFile;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What {@code solve} found: for people, for programs, and as a picture.
 *
 * @param method of the solver
 * @param time that the solver took
 * @param target that was asked for, if any was
 * @param chase gradient descent after it, unless it was not wanted
 */
record SolveReport(
        Problem problem,
        Solver.Method method,
        Minimum minimum,
        Duration time,
        Optional<Double> target,
        Optional<Chase> chase) {
    /** The coordinates of a point are printed where they are no more than this. */
    private static final int MOST_SHOWN = 5;

    /** Whether a target was asked for and not reached. */
    boolean isMissed() {
        return target.filter(wanted -> minimum.value() > wanted).isPresent();
    }

    /** Where gradient descent is done: at the target, or else as low as the solver came. */
    private boolean isDone(Chase descent) {
        return descent.value() <= target.orElse(minimum.value());
    }

    // For people ----------------------------------------------------------------------------------------------------

    void print(PrintWriter out, boolean quiet) {
        if (!quiet) {
            out.println(problem.quantity() + " of "
                    + Figures.count(problem.unknowns().size()) + " unknowns, by " + method.word());
            out.println("at the start: " + Figures.plain(minimum.startValue()));
        }
        out.println("after " + Figures.counted(minimum.iterations(), "iteration") + ": " + problem.quantity() + " "
                + Figures.plain(minimum.value()) + measures());
        if (quiet) {
            return;
        }
        out.println("    " + Figures.counted(minimum.evaluations(), "evaluation") + " of " + problem.quantity() + ", "
                + Figures.count(minimum.gradients()) + " of its derivatives, " + Figures.seconds(time) + "; "
                + ending());
        chase.ifPresent(descent -> out.println(words(descent)));
    }

    /** Accuracies, and the point where its coordinates are few. */
    private String measures() {
        var parts = new ArrayList<String>();
        problem.measures(minimum.point()).forEach((name, value) -> parts.add(name + " " + Figures.plain(value)));
        if (problem.unknowns().size() <= MOST_SHOWN) {
            coordinates().forEach((name, value) -> parts.add(name + " " + Figures.plain(value)));
        }
        return parts.stream().map(part -> ", " + part).collect(Collectors.joining());
    }

    private Map<String, Double> coordinates() {
        var coordinates = new LinkedHashMap<String, Double>();
        for (var i = 0; i < problem.unknowns().size(); i++) {
            coordinates.put(problem.unknowns().get(i), minimum.coordinates().get(i));
        }
        return coordinates;
    }

    private String ending() {
        return switch (minimum.ending()) {
            case TARGET -> "that is the target";
            case CONVERGED -> problem.quantity() + " falls no further" + missed();
            case EVALUATIONS -> "not at an end yet: --max-evaluations allows more" + missed();
        };
    }

    private String missed() {
        return target.filter(wanted -> isMissed())
                .map(wanted -> "; the target " + Figures.plain(wanted) + " is not reached")
                .orElse("");
    }

    private String words(Chase descent) {
        var steps = Figures.counted(descent.steps(), problem.step());
        var rate = "gradient descent with eta " + Value.of(problem.learningRate());
        if (!descent.trouble().isEmpty()) {
            return rate + " comes to " + Figures.plain(descent.value()) + " in " + steps + " and stops: "
                    + descent.trouble();
        }
        return isDone(descent)
                ? rate + " needs " + steps + " to come as low"
                : rate + " comes to " + Figures.plain(descent.value()) + " in " + steps + ", not as low";
    }

    // For programs --------------------------------------------------------------------------------------------------

    Map<String, Object> json(Experiment experiment) {
        var report = new LinkedHashMap<String, Object>();
        report.put("lesson", experiment.heading().lesson());
        report.put("template", experiment.provenance().name());
        report.put("quantity", problem.quantity());
        report.put("method", method.word());
        report.put("start", minimum.startValue());
        report.put("value", minimum.value());
        report.put("ending", minimum.ending().name().toLowerCase(Locale.ROOT));
        target.ifPresent(wanted -> {
            report.put("target", wanted);
            report.put("reached", !isMissed());
        });
        report.put("iterations", minimum.iterations());
        report.put("evaluations", minimum.evaluations());
        report.put("derivatives", minimum.gradients());
        report.putAll(problem.measures(minimum.point()));
        report.put("point", coordinates());
        report.put("descent", minimum.descent());
        chase.ifPresent(descent -> report.put("gradientDescent", json(descent)));
        report.put("seconds", time.toMillis() / 1000.0);
        return report;
    }

    private Map<String, Object> json(Chase descent) {
        var report = new LinkedHashMap<String, Object>();
        report.put("eta", problem.learningRate());
        report.put(problem.step() + "s", descent.steps());
        report.put("value", descent.value());
        report.put("reached", isDone(descent));
        if (!descent.trouble().isEmpty()) {
            report.put("trouble", descent.trouble());
        }
        return report;
    }

    // As a picture --------------------------------------------------------------------------------------------------

    /** A step of gradient descent takes one evaluation of the function and its derivatives together: both count as one here. */
    void draw(OutputFile file) {
        var curves = new ArrayList<CurveFile.Curve>();
        curves.add(new CurveFile.Curve(
                method.word(),
                minimum.descent().stream()
                        .map(lower -> (double) lower.evaluations())
                        .toList(),
                minimum.descent().stream().map(Minimum.Lower::value).toList()));
        chase.ifPresent(descent -> curves.add(new CurveFile.Curve(
                "gradient descent",
                IntStream.rangeClosed(1, descent.values().size())
                        .mapToObj(n -> (double) n)
                        .toList(),
                descent.values())));
        CurveFile.compare(file, "evaluations", problem.quantity(), curves);
    }
}
