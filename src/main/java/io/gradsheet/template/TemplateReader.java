package io.gradsheet.template;

import io.gradsheet.template.Provenance.Setting;
import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads what every template has, and leaves the rest to the kind of experiment that its lesson works on. */
final class TemplateReader {
    private static final List<String> HEADING = List.of("lesson", "title", "language");

    private TemplateReader() {}

    static Experiment read(Origin origin, List<Setting> more) {
        var settings = Stream.concat(origin.settings().stream(), more.stream()).toList();
        var template = origin.template();
        var section = section(template, settings);
        var lesson = section.entry("lesson").choice(LessonKind.all(), LessonKind::lesson);
        var kind = lesson.kind();
        section.only(Stream.concat(HEADING.stream(), kind.keys().stream()).toList());
        var sources = new Sources(origin, template, settings);
        var titled = sources.isSet(List.of("title")) || !sources.isSet(kind.subject());
        return kind.read(heading(lesson.lesson(), section, titled), section, sources);
    }

    private static Section section(TextFile template, List<Setting> settings) {
        var root = new Entry(Section.WHOLE, YamlText.of(template));
        return root.node() instanceof MappingNode mapping
                ? new Entry(Section.WHOLE, Settings.applied(mapping, settings)).section()
                : root.section();
    }

    private static Heading heading(String lesson, Section section, boolean titled) {
        var language = section.optional("language")
                .map(entry -> entry.choice(List.of(Language.values()), Language::code))
                .orElse(Language.ENGLISH);
        var title = section.optional("title").filter(entry -> titled).flatMap(entry -> entry.in(language));
        return new Heading(lesson, title.map(Entry::text), language);
    }
}
