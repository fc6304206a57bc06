package io.gradsheet.cli;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.lesson.frame.Course;
import io.gradsheet.template.Experiment;
import io.gradsheet.xlsx.OutputFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a lesson's computation in Java alone. */
@Command(
        name = "train",
        description = "Run the computation of a template in Java alone and print every step.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  gradsheet train 4.3-backpropagation",
            "  gradsheet train 4.3-backpropagation --epochs 200 --eta 0.1 --chart cost.png",
            "  gradsheet train 4.3-backpropagation --json"
        })
final class TrainCommand implements Callable<Integer> {
    @Mixin
    private ExperimentOptions experiment;

    @Option(names = "--chart", paramLabel = "FILE", description = "Also draw the curve into this PNG file.")
    private Optional<Path> chart = Optional.empty();

    @Option(names = "--force", description = "Replace the PNG file if it exists.")
    private boolean force;

    @Option(names = "--json", description = "Print JSON: every step, and what came of it.")
    private boolean json;

    @Mixin
    private TalkOptions talk;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var read = experiment.read();
        var course = Lessons.of(read)
                .course()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        read.provenance().name() + " shows no training; write its workbook with gradsheet generate"));
        var picture = chart.map(path -> new OutputFile(path, force, experiment.files(read)));
        picture.ifPresent(OutputFile::check);
        var out = spec.commandLine().getOut();
        var rows = new ArrayList<List<Double>>();
        if (json) {
            var result = run(course, rows::add);
            var report = new LinkedHashMap<String, Object>();
            report.put("lesson", read.heading().lesson());
            report.put("template", read.provenance().name());
            report.put("columns", course.columns());
            report.put("rows", rows);
            report.put("remarks", remarks(read, course.cautions(rows)));
            report.put("result", result);
            Json.print(out, report);
        } else {
            printCaptions(out, course);
            var result = run(course, row -> {
                rows.add(row);
                printRow(out, row);
            });
            var last = rows.get(rows.size() - 1).get(0).longValue();
            printResult(out, Figures.counted(last, course.columns().get(0)), result);
            if (!talk.isQuiet()) {
                remarks(read, course.cautions(rows)).forEach(spec.commandLine().getErr()::println);
            }
        }
        picture.ifPresent(file -> CurveFile.write(file, course.columns().get(0), curves(course, rows)));
        return ExitCode.DONE;
    }

    /** What was done about the data, and then what is to be said of the training. */
    private static List<String> remarks(Experiment read, List<String> cautions) {
        return Stream.concat(read.dataRemarks().stream(), cautions.stream()).toList();
    }

    private Map<String, Object> run(Course course, Consumer<List<Double>> rows) {
        // Rows that scroll by show the progress themselves.
        try (var progress = json ? talk.progress("training", course.rows()) : ProgressLine.silent()) {
            return course.run(row -> {
                rows.accept(row);
                progress.at(row.get(0).longValue());
            });
        }
    }

    private static List<CurveFile.Curve> curves(Course course, List<List<Double>> rows) {
        var steps = rows.stream().map(row -> row.get(0)).toList();
        return course.curves(rows.get(0)).keySet().stream()
                .map(name -> new CurveFile.Curve(
                        name,
                        steps,
                        rows.stream().map(row -> course.curves(row).get(name)).toList()))
                .toList();
    }

    private void printCaptions(PrintWriter out, Course course) {
        if (!talk.isQuiet()) {
            var line = new StringBuilder();
            course.columns().forEach(column -> line.append(String.format("%" + width(line) + "s", column)));
            out.println(line);
        }
    }

    private void printRow(PrintWriter out, List<Double> row) {
        if (!talk.isQuiet()) {
            var line = new StringBuilder();
            row.forEach(
                    value -> line.append(String.format(Locale.ROOT, "%" + width(line) + "s", Figures.plain(value))));
            out.println(line);
        }
    }

    private static int width(StringBuilder line) {
        return line.isEmpty() ? 7 : 16;
    }

    private static void printResult(PrintWriter out, String steps, Map<String, Object> result) {
        var parts = new ArrayList<String>();
        result.forEach((name, value) -> {
            if (value instanceof Double number) {
                parts.add(name + " " + Figures.plain(number));
            } else if (value == null) {
                parts.add(name + " more than a number can hold");
            }
        });
        out.println("after " + steps + ": " + String.join(", ", parts));
    }
}
