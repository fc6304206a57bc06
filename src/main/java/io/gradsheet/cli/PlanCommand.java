package io.gradsheet.cli;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Census;
import io.gradsheet.sheet.Plan;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what a workbook would hold, without writing it. */
@Command(
        name = "plan",
        description =
                "Tell what the workbook of a template would hold, how large it would be and how near to the limits of"
                        + " a workbook. Writes nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  gradsheet plan 4.3-backpropagation --epochs 1000",
            "  gradsheet plan my-template.yaml --set 'network.sizes=[64,30,10]'",
            "  gradsheet plan my-template.yaml --json"
        })
final class PlanCommand implements Callable<Integer> {
    /** Measured: what starting takes, and then so many cells a second. */
    private static final double START_SECONDS = 1;

    private static final double CELLS_PER_SECOND = 150_000;

    private static final double BYTES_PER_MEGABYTE = 1e6;

    @Mixin
    private ExperimentOptions experiment;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private TalkOptions talk;

    @Spec
    private CommandSpec spec;

    private record Limits(int rows, int columns, int longestFormula) {}

    @Override
    public Integer call() {
        var read = experiment.read();
        var lesson = Lessons.of(read);
        var census = Census.of(lesson.plan());
        var remarks = Stream.concat(read.remarks().stream(), lesson.cautions().stream())
                .toList();
        var out = spec.commandLine().getOut();
        if (json) {
            var report = new LinkedHashMap<String, Object>();
            report.put("lesson", read.heading().lesson());
            report.put("template", read.provenance().name());
            report.put("remarks", remarks);
            report.put("sheets", census.sheets());
            report.put("cells", census.cells());
            report.put("formulas", census.formulas());
            report.put("estimatedBytes", census.estimatedBytes());
            report.put("estimatedSeconds", seconds(census));
            report.put("limits", new Limits(Plan.MAX_ROWS, Plan.MAX_COLUMNS, Cell.MAX_FORMULA));
            Json.print(out, report);
        } else {
            print(out, census);
            remarks.forEach(out::println);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static double seconds(Census census) {
        return Math.round(10 * (START_SECONDS + census.cells() / CELLS_PER_SECOND)) / 10.0;
    }

    private void print(PrintWriter out, Census census) {
        if (!talk.isQuiet()) {
            out.println(line("sheet", "rows", "columns", "cells", "formulas", "longest formula"));
        }
        for (var sheet : census.sheets()) {
            out.println(line(
                    sheet.name(),
                    Figures.count(sheet.rows()),
                    Figures.count(sheet.columns()),
                    Figures.count(sheet.cells()),
                    Figures.count(sheet.formulas()),
                    sheet.formulas() == 0 ? "" : Figures.count(sheet.longest())));
        }
        out.println(line(
                "limit",
                Figures.count(Plan.MAX_ROWS),
                Figures.count(Plan.MAX_COLUMNS),
                "",
                "",
                Figures.count(Cell.MAX_FORMULA)));
        out.println(line(
                "used",
                share(census, Census.Count::rows, Plan.MAX_ROWS),
                share(census, Census.Count::columns, Plan.MAX_COLUMNS),
                Figures.count(census.cells()),
                Figures.count(census.formulas()),
                share(census, Census.Count::longest, Cell.MAX_FORMULA)));
        out.printf(
                Locale.ROOT,
                "about %.1f MB, written in about %.0f s%n",
                census.estimatedBytes() / BYTES_PER_MEGABYTE,
                Math.ceil(seconds(census)));
    }

    private static String share(Census census, ToLongFunction<Census.Count> of, long limit) {
        var most = census.sheets().stream().mapToLong(of).max().orElse(0);
        return String.format(Locale.ROOT, "%.1f%%", 100.0 * most / limit);
    }

    private static String line(
            String name, String rows, String columns, String cells, String formulas, String longest) {
        return String.format(Locale.ROOT, "%-12s%11s%9s%13s%13s%17s", name, rows, columns, cells, formulas, longest)
                .stripTrailing();
    }
}
