package io.gradsheet.cli;

import io.gradsheet.lesson.backpropagation.Backpropagation;
import io.gradsheet.template.DataStarter;
import io.gradsheet.template.Starter;
import io.gradsheet.xlsx.OutputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                "Write a small commented template, and the data file that it needs, to make a lesson of your own from; or the"
                        + " whole template for a data file of yours. It generates at once.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  gradsheet new my-lesson.yaml",
            "  gradsheet new pets.yaml --data pets.csv --label kind",
            "  gradsheet new prices.yaml --data houses.xlsx --target price",
            "  gradsheet new my-lesson.yaml --lesson 2.10-gradient-descent --force",
            "  gradsheet new lessons/my-network.yaml --lesson 4.3-backpropagation --schema",
            "  gradsheet generate lessons/my-network.yaml"
        })
final class NewCommand implements Callable<Integer> {
    private static final String WORKSHEET = "worksheet";
    private static final String NETWORK = "4.3-backpropagation";

    @Parameters(paramLabel = "FILE", description = "The template to be written; its name ends in .yaml.")
    private Path file;

    @Option(
            names = "--lesson",
            paramLabel = "KIND",
            description = {
                "The kind of lesson:",
                "worksheet: inputs, tables, charts and formulas of your own (unless another kind, or --data, is there)",
                "2.10-gradient-descent: a descent on a function",
                "3.1-parameters: the names of everything in a network",
                "3.2-forward: a network's way forward, written out",
                "3.5-solver: a network for Excel's Solver",
                "4.1-gradient-review: a network's gradient by differences and by backpropagation",
                "4.2-neuron-error: the errors of a network's neurons, for one sample",
                "4.3-backpropagation: the training of a network",
                "4.3-live: the same in one block of cells that goes on by itself"
            })
    private Optional<String> lesson = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "TABLE",
            description =
                    "Look at this file (CSV, tabs, spaces, ARFF, .gz, .xlsx) and write the template of a network that learns"
                            + " from it: inputs, classes, sizes, scaling, and a learning rate that was tried.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--label",
            paramLabel = "COLUMN",
            split = ",",
            description =
                    "Of --data: the column, by name or number, that the network is to tell; several columns of numbers,"
                            + " parted by commas, are to be come close to. Unless given, the last.")
    private List<String> label = List.of();

    @Option(
            names = "--target",
            paramLabel = "COLUMN",
            split = ",",
            description = "In place of --label: columns of numbers to come close to, even if they look like classes.")
    private List<String> target = List.of();

    @Option(
            names = "--no-header",
            description = "Of --data: the first row is data, and names no columns. Unless given, what is likely.")
    private boolean headless;

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
        var name = file.getFileName();
        if (data.isEmpty() && (!label.isEmpty() || !target.isEmpty() || headless)) {
            throw new ParameterException(
                    spec.commandLine(), "--label, --target and --no-header speak of a file: name it with --data");
        }
        if (name == null || !name.toString().matches(".+\\.ya?ml")) {
            throw new ParameterException(spec.commandLine(), file + ": the name of a template ends in .yaml");
        }
        var remarks = new ArrayList<String>();
        var files = data.map(table -> drafted(table, remarks))
                .orElseGet(() -> Starter.of(lesson.orElse(WORKSHEET)).files(name.toString(), schema));
        var missing = new LinkedHashMap<OutputFile, String>();
        for (var text : files.entrySet()) {
            var target = file.resolveSibling(text.getKey());
            if (!holds(target, text.getValue()) && !isOlderSchema(target)) {
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
        if (!talk.isQuiet()) {
            remarks.forEach(spec.commandLine().getErr()::println);
        }
        return ExitCode.DONE;
    }

    /** The files for a table, and what is to be said of them. */
    private Map<String, String> drafted(Path table, List<String> remarks) {
        var kind = lesson.orElse(NETWORK);
        if (!label.isEmpty() && !target.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--label and --target cannot go together: keep one of them");
        }
        if (!Starter.networks().contains(kind)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--data is for the lessons of a network (" + String.join(", ", Starter.networks()) + "), not for "
                            + kind);
        }
        if (!force && Files.exists(file)) {
            // Before a training that would be for nothing.
            new OutputFile(file, false).check();
        }
        var starter = new DataStarter(
                kind,
                table,
                file,
                new DataStarter.Wish(
                        label.isEmpty() ? target : label,
                        !target.isEmpty(),
                        headless ? Optional.of(false) : Optional.empty()),
                now -> new Backpropagation(now).cautions().isEmpty());
        remarks.addAll(starter.remarks());
        return starter.files();
    }

    /** Whether a file is a schema that nobody asked to be written anew. */
    private boolean isOlderSchema(Path target) {
        return data.isPresent() && !schema && !force && !target.equals(file) && Files.exists(target);
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
