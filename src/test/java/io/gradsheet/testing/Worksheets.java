package io.gradsheet.testing;

import io.gradsheet.template.Provenance;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import io.gradsheet.template.WorksheetExperiment;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Worksheets to make workbooks of: those that travel with the program, and small ones of a test. */
public final class Worksheets {
    private Worksheets() {}

    /** The names of the built-in ones. */
    public static Stream<String> names() {
        return Template.builtIns().stream()
                .filter(name ->
                        Template.builtIn(name).heading(List.of()).lesson().equals("worksheet"));
    }

    /** A built-in one, with settings such as {@code language=zh}. */
    public static WorksheetExperiment builtIn(String name, String... settings) {
        return (WorksheetExperiment) Template.builtIn(name)
                .read(Stream.of(settings).map(Setting::parse).toList());
    }

    /** One whose only sheet, {@code Trial}, has this content. */
    public static WorksheetExperiment of(String content) {
        return of("{}", content, Map.of());
    }

    /** The same with functions and data files. */
    public static WorksheetExperiment of(String functions, String content, Map<String, String> files) {
        var yaml = """
                lesson: worksheet
                title: Trial
                about: A trial.
                functions: %s
                sheets:
                  - name: Trial
                    title: Trial
                    about: A trial.
                    content:
                %s
                """.formatted(functions, content.indent(6));
        return (WorksheetExperiment)
                Template.of(new Provenance("trial", yaml, List.of(), files)).read(List.of());
    }
}
