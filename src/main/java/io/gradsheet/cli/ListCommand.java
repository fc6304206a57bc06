package io.gradsheet.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.template.Language;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the templates, by the chapters of the book. */
@Command(
        name = "list",
        description = "List the built-in templates by the chapters of the book, and what each shows.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footer = {"", "Examples:", "  gradsheet list", "  gradsheet list --lang zh", "  gradsheet list --json"})
final class ListCommand implements Callable<Integer> {
    private static final String BUNDLE = "io/gradsheet/cli/Chapters";
    private static final Pattern CHAPTER = Pattern.compile("(\\d+)[.-].*");
    private static final int WIDTH = 100;
    private static final int INDENT = 2;

    @Option(
            names = "--lang",
            paramLabel = "CODE",
            description = "Language of the titles: ${COMPLETION-CANDIDATES}; en unless given.",
            completionCandidates = LanguageCodes.class)
    private String code = Language.ENGLISH.code();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** A chapter with its templates; what belongs to none has no number. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Chapter(String chapter, String title, List<Entry> templates) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Entry(String name, String lesson, String title, String about) {}

    @Override
    public Integer call() {
        var chapters = chapters();
        var out = spec.commandLine().getOut();
        if (json) {
            Json.print(out, chapters);
            return ExitCode.DONE;
        }
        var widest = chapters.stream()
                .flatMap(chapter -> chapter.templates().stream())
                .mapToInt(entry -> entry.name().length())
                .max()
                .orElse(0);
        out.print(chapters.stream()
                .map(chapter -> (chapter.chapter() + " " + chapter.title()).strip()
                        + System.lineSeparator()
                        + table(chapter.templates(), widest))
                .collect(Collectors.joining(System.lineSeparator())));
        out.flush();
        return ExitCode.DONE;
    }

    private TextTable table(List<Entry> entries, int widest) {
        var names = new Column(widest + INDENT, INDENT, Overflow.SPAN);
        var texts = new Column(WIDTH - widest - INDENT, INDENT, Overflow.WRAP);
        var table = TextTable.forColumns(spec.commandLine().getColorScheme(), names, texts);
        table.indentWrappedLines = 0;
        table.setAdjustLineBreaksForWideCJKCharacters(true);
        for (var entry : entries) {
            table.addRowValues(entry.name(), entry.title());
            table.addRowValues("", entry.about());
        }
        return table;
    }

    private List<Chapter> chapters() {
        var language = LanguageCodes.language(code, spec);
        var texts = new Texts(BUNDLE, language);
        var byNumber = new LinkedHashMap<String, List<Entry>>();
        for (var template : Template.all()) {
            byNumber.computeIfAbsent(chapter(template.name()), number -> new ArrayList<>())
                    .add(entry(template, language));
        }
        return byNumber.entrySet().stream()
                .map(group -> new Chapter(
                        group.getKey(),
                        texts.get("chapter." + (group.getKey().isEmpty() ? "none" : group.getKey())),
                        group.getValue()))
                .toList();
    }

    private static Entry entry(Template template, Language language) {
        var heading = template.heading(List.of(new Setting("language", language.code())));
        return new Entry(
                template.name(),
                heading.lesson(),
                heading.title().orElse(""),
                heading.about().orElse(""));
    }

    /** The number of a template's chapter, nothing if it has none; those are last in the order of the names. */
    private static String chapter(String name) {
        var matcher = CHAPTER.matcher(name);
        return matcher.matches() ? matcher.group(1) : "";
    }
}
