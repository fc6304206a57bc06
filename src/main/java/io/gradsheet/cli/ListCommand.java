package io.gradsheet.cli;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists lessons and templates. */
@Command(
        name = "list",
        description = "List the lessons, what each shows, and the templates for them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {"", "Examples:", "  gradsheet list", "  gradsheet list --json"})
final class ListCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** A lesson with its templates, name to title. */
    private record Entry(String lesson, String about, Map<String, String> templates) {}

    @Override
    public Integer call() {
        var entries = entries();
        var out = spec.commandLine().getOut();
        if (json) {
            Json.print(out, entries);
            return ExitCode.DONE;
        }
        for (var entry : entries) {
            out.println(entry.lesson());
            out.println("    " + entry.about());
            entry.templates().forEach((name, title) -> out.printf("    %-28s %s%n", name, title));
        }
        return ExitCode.DONE;
    }

    private static List<Entry> entries() {
        var entries = new LinkedHashMap<String, Entry>();
        for (var name : Template.builtIns()) {
            var experiment = Template.builtIn(name).read(List.of());
            var heading = experiment.heading();
            entries.computeIfAbsent(
                            heading.lesson(),
                            lesson -> new Entry(lesson, Lessons.of(experiment).about(), new LinkedHashMap<>()))
                    .templates()
                    .put(name, heading.title().orElse(""));
        }
        return new ArrayList<>(entries.values());
    }
}
