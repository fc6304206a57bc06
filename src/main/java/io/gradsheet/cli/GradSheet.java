package io.gradsheet.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code gradsheet}. */
@Command(
        name = "gradsheet",
        description = {
            "Trains a small neural network in Java and writes the same computation as a workbook of live formulas,"
                    + " so that gradient descent and backpropagation can be followed cell by cell.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  gradsheet list",
            "  gradsheet generate 4.3-backpropagation",
            "  gradsheet verify output/4.3-backpropagation.xlsx --engine all",
            "",
            "Exit codes: 0 done, 1 the check found a difference, 2 wrong usage or input, 3 an engine is missing or failed."
        })
public final class GradSheet {
    /** In the order of the help. */
    private static final List<Subcommand> SUBCOMMANDS = List.of(
            new Subcommand("generate", GenerateCommand::new),
            new Subcommand("class", ClassCommand::new),
            new Subcommand("new", NewCommand::new),
            new Subcommand("grade", GradeCommand::new),
            new Subcommand("verify", VerifyCommand::new),
            new Subcommand("explain", ExplainCommand::new),
            new Subcommand("train", TrainCommand::new),
            new Subcommand("solve", SolveCommand::new),
            new Subcommand("gradcheck", GradcheckCommand::new),
            new Subcommand("plan", PlanCommand::new),
            new Subcommand("list", ListCommand::new));

    private record Subcommand(String name, Supplier<Object> command) {}

    private GradSheet() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
        var printed = new Printed(new FileOutputStream(FileDescriptor.out));
        var out = new PrintWriter(printed, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var code = run(out, err, List.of(args));
        out.flush();
        System.exit(printed.exitCode(code, err));
    }

    /**
     * Runs a command.
     *
     * @return the exit code
     */
    static int run(PrintWriter out, PrintWriter err, List<String> args) {
        var commands = commands(args)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                // Else @FILE would print what is in any file that is no list of arguments.
                .setExpandAtFiles(false)
                .registerConverter(Path.class, new FileNames())
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setExecutionExceptionHandler(new Complaints())
                .setParameterExceptionHandler(Complaints::usage);
        try {
            return commands.execute(args.toArray(String[]::new));
        } catch (OutOfMemoryError e) {
            err.println("gradsheet: there is not enough memory: set JAVA_OPTS, for example to -Xmx4g, and run again");
            return ExitCode.INPUT;
        }
    }

    /** Where the first word names a command, the others are left out: to describe them all takes time. */
    private static CommandLine commands(List<String> args) {
        var commands = new CommandLine(new GradSheet());
        for (var subcommand : SUBCOMMANDS) {
            if (!args.isEmpty() && args.get(0).equals(subcommand.name())) {
                return commands.addSubcommand(subcommand.command().get());
            }
        }
        SUBCOMMANDS.forEach(
                subcommand -> commands.addSubcommand(subcommand.command().get()));
        return commands.addSubcommand(new AutoComplete.GenerateCompletion());
    }
}
