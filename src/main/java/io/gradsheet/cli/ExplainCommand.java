package io.gradsheet.cli;

import io.gradsheet.explanation.Explainer;
import io.gradsheet.explanation.Explanation;
import io.gradsheet.recalc.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a cell of a workbook. */
@Command(
        name = "explain",
        description = {
            "Say what a cell of a workbook is: its name, its formula in symbols, in cells and with the numbers put in, what it"
                    + " comes to on the sheet and in Java, where each number comes from, and which cells read it. Of an input,"
                    + " what follows from it; of a wrong cell, the first cell on the way to it that is wrong.",
            "",
            "The sheet's values are computed from the file as it is, whatever somebody has changed in it; Java trains again"
                    + " from its inputs. The file is not changed."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  gradsheet explain output/4.3-backpropagation.xlsx Training!AX10",
            "  gradsheet explain output/4.3-backpropagation.xlsx Training!AX10 --depth 3",
            "  gradsheet explain homework.xlsx eta",
            "  gradsheet explain xor.xlsx Training!H8:M8 --json",
            "",
            "Exit codes: 0 the cell agrees with Java, 1 it does not, 2 wrong usage or input, 3 an engine is missing or failed."
        })
final class ExplainCommand implements Callable<Integer> {
    private static final int DEEPEST = 20;

    @Parameters(paramLabel = "WORKBOOK", description = "An .xlsx file that gradsheet generate wrote.")
    private Path workbook;

    @Parameters(
            paramLabel = "CELL",
            description = "A cell with its sheet, Training!AX10; a range of up to 100 cells; or a defined name, eta.")
    private String place;

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "1",
            description = "How far back to go: 2 explains what the formula reads as well, and so on; default:"
                    + " ${DEFAULT-VALUE}.")
    private int depth;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "poi",
            description = "What computes the sheet: poi, libreoffice, gnumeric, or saved for the values that a program"
                    + " stored; default: ${DEFAULT-VALUE}.")
    private String engine;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long computing the sheet may take; default: ${DEFAULT-VALUE}.")
    private long timeLimit = Engine.USUAL_LIMIT.toSeconds();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private TalkOptions talk;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (depth < 0 || depth > DEEPEST) {
            throw wrong("--depth must be a whole number from 0 to " + DEEPEST);
        }
        if (timeLimit < 1) {
            throw wrong("--timeout must be 1 second or more");
        }
        var limit = Duration.ofSeconds(timeLimit);
        var chosen = Engine.named(engine, limit)
                .orElseThrow(
                        () -> wrong("there is no engine " + engine + ": choose poi, libreoffice, gnumeric or saved"));
        var explanations = explain(chosen, limit);
        var report = new ExplainReport(spec.commandLine().getOut());
        if (json) {
            report.printJson(workbook, explanations);
        } else {
            report.print(explanations);
        }
        return explanations.stream().allMatch(Explanation::agrees) ? ExitCode.DONE : ExitCode.DIFFERENCE;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private List<Explanation> explain(Engine chosen, Duration limit) {
        try (var progress = talk.progress("training", -1)) {
            return Explainer.explain(workbook, place, chosen, limit, depth, progress::at);
        }
    }
}
