package io.gradsheet.cli;

import io.gradsheet.check.Comparison;
import io.gradsheet.check.Verification;
import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.EngineException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares a workbook with Java. */
@Command(
        name = "verify",
        description = {
            "Recalculate a workbook and compare every computed cell with Java, which trains again from the inputs as they"
                    + " stand in the file. The file is not changed.",
            "",
            "Engines: poi (embedded), libreoffice and gnumeric (programs that must be installed), saved (the values that a"
                    + " spreadsheet program stored when it saved the file), or all."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  gradsheet verify output/4.3-backpropagation.xlsx",
            "  gradsheet verify homework.xlsx --engine saved",
            "  gradsheet verify output/4.3-backpropagation.xlsx --engine all --json",
            "",
            "Exit codes: 0 all agree, 1 a difference was found, 2 the file cannot be checked, 3 an engine is missing or failed."
        })
final class VerifyCommand implements Callable<Integer> {
    private static final String ALL = "all";
    private static final String SAVED = "saved";

    @Parameters(paramLabel = "WORKBOOK", description = "An .xlsx file that gradsheet generate wrote.")
    private Path workbook;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "poi",
            description = "poi, libreoffice, gnumeric, saved or all; default: ${DEFAULT-VALUE}.")
    private String engine;

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            defaultValue = "1e-9",
            description = "Two values agree when they differ by X * max(1, |java|) or less; default: ${DEFAULT-VALUE}.")
    private double tolerance;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long each engine may take before it is stopped; default: ${DEFAULT-VALUE}.")
    private long timeLimit = Engine.USUAL_LIMIT.toSeconds();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private TalkOptions talk;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
            throw new ParameterException(spec.commandLine(), "--tolerance must be a number from 0 on");
        }
        if (timeLimit < 1) {
            throw new ParameterException(spec.commandLine(), "--timeout must be 1 second or more");
        }
        var engines = engines();
        var report = new VerifyReport(spec.commandLine().getOut(), json, talk.isQuiet());
        var verification = open();
        report.begin(workbook, verification);
        var comparisons = new ArrayList<Comparison>();
        var failures = new ArrayList<VerifyReport.Failure>();
        for (var each : engines) {
            try {
                var comparison = compare(verification, each);
                comparisons.add(comparison);
                report.add(comparison);
            } catch (EngineException e) {
                if (engines.size() == 1 && !json) {
                    throw e;
                }
                failures.add(new VerifyReport.Failure(each.name(), e.getMessage()));
            }
        }
        report.end(verification, comparisons, failures);
        failures.forEach(failure -> spec.commandLine().getErr().println("gradsheet: " + failure.sentence()));
        if (verification.isDamaged() || comparisons.stream().anyMatch(c -> c.differing() > 0)) {
            return ExitCode.DIFFERENCE;
        }
        return failures.isEmpty() ? ExitCode.DONE : ExitCode.ENGINE;
    }

    /** The engines asked for; {@code all} leaves out the saved values of a file that no program has saved. */
    private List<Engine> engines() {
        var limit = Duration.ofSeconds(timeLimit);
        if (engine.equals(ALL)) {
            return Engine.all(limit).stream()
                    .filter(each -> !each.name().equals(SAVED) || Verification.isSavedByAProgram(workbook))
                    .toList();
        }
        return List.of(Engine.named(engine, limit)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "there is no engine " + engine + ": choose poi, libreoffice, gnumeric, saved or all")));
    }

    private Verification open() {
        try (var progress = talk.progress("training", -1)) {
            return Verification.of(workbook, progress::at);
        }
    }

    private Comparison compare(Verification verification, Engine each) {
        try (var progress = talk.progress(each.name(), verification.rows())) {
            return verification.compare(each, tolerance, progress::at);
        }
    }
}
