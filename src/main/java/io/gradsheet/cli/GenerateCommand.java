package io.gradsheet.cli;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.xlsx.WorkbookFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a workbook. */
@Command(
        name = "generate",
        description = "Write the workbook of a template: the whole computation in live formulas.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  gradsheet generate 4.3-backpropagation",
            "  gradsheet generate 4.3-backpropagation --lang zh --epochs 100 -o class.xlsx",
            "  gradsheet generate my-template.yaml --set eta=0.05 --force"
        })
final class GenerateCommand implements Callable<Integer> {
    @Mixin
    private ExperimentOptions experiment;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PATH",
            description =
                    "A file, or a folder that exists. Without it: TEMPLATE.xlsx in the folder output if there is one here,"
                            + " else in this folder.")
    private Path output;

    @Option(names = "--force", description = "Replace the file if it exists.")
    private boolean force;

    @Mixin
    private TalkOptions talk;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var read = experiment.read();
        var file = new WorkbookFile(target(read.provenance().name()), force);
        file.check();
        var plan = Lessons.of(read).plan();
        var rows = plan.sheets().stream().mapToLong(SheetPlan::rows).sum();
        try (var progress = talk.progress("writing", rows)) {
            file.write(plan, progress::at);
        }
        if (!talk.isQuiet()) {
            spec.commandLine().getOut().println(file.target());
        }
        return ExitCode.DONE;
    }

    private Path target(String name) {
        var folder = Path.of("output");
        var chosen = Optional.ofNullable(output).orElse(Files.isDirectory(folder) ? folder : Path.of(""));
        return Files.isDirectory(chosen.toAbsolutePath()) ? chosen.resolve(name + ".xlsx") : chosen;
    }
}
