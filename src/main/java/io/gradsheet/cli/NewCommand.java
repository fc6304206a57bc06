package io.gradsheet.cli;

import io.gradsheet.template.Starter;
import io.gradsheet.xlsx.OutputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a template to begin with. */
@Command(
        name = "new",
        description =
                "Write a small commented template, and the data file that it needs, to make a lesson of your own from."
                        + " It generates at once.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  gradsheet new my-lesson.yaml",
            "  gradsheet new my-lesson.yaml --lesson 2.10-gradient-descent --force",
            "  gradsheet new lessons/my-network.yaml --lesson 4.3-backpropagation --schema",
            "  gradsheet generate lessons/my-network.yaml"
        })
final class NewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The template to be written; its name ends in .yaml.")
    private Path file;

    @Option(
            names = "--lesson",
            paramLabel = "KIND",
            description = {
                "The kind of lesson:",
                "worksheet: inputs, tables, charts and formulas of your own (unless another kind is asked for)",
                "2.10-gradient-descent: a descent on a function",
                "3.1-parameters: the names of everything in a network",
                "3.2-forward: a network's way forward, written out",
                "3.5-solver: a network for Excel's Solver",
                "4.1-gradient-review: a network's gradient by differences and by backpropagation",
                "4.2-neuron-error: the errors of a network's neurons, for one sample",
                "4.3-backpropagation: the training of a network",
                "4.3-live: the same in one block of cells that goes on by itself"
            })
    private String lesson = "worksheet";

    @Option(
            names = "--schema",
            description =
                    "Also write template.schema.json beside it, with which editors complete, explain and check the"
                            + " keys of templates.")
    private boolean schema;

    @Option(names = "--force", description = "Replace files that exist.")
    private boolean force;

    @Mixin
    private TalkOptions talk;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var starter = Starter.of(lesson);
        var name = file.getFileName();
        if (name == null || !name.toString().matches(".+\\.ya?ml")) {
            throw new ParameterException(spec.commandLine(), file + ": the name of a template ends in .yaml");
        }
        var missing = new LinkedHashMap<OutputFile, String>();
        for (var text : starter.files(name.toString(), schema).entrySet()) {
            var target = file.resolveSibling(text.getKey());
            if (!holds(target, text.getValue())) {
                missing.put(new OutputFile(target, force), text.getValue());
            }
        }
        // Before the first of several files is there.
        missing.keySet().forEach(OutputFile::check);
        missing.forEach((target, text) -> {
            target.write(draft -> Files.writeString(draft, text));
            if (!talk.isQuiet()) {
                spec.commandLine().getOut().println(target.target());
            }
        });
        return ExitCode.DONE;
    }

    /** Whether a file is there and says just what it should, as the schema of an earlier template does; the template itself is new. */
    private boolean holds(Path target, String text) {
        try {
            return !target.equals(file)
                    && Files.isRegularFile(target)
                    && Files.size(target) < 1 << 20
                    && Arrays.equals(Files.readAllBytes(target), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // What cannot be read is none of ours.
            return false;
        }
    }
}
