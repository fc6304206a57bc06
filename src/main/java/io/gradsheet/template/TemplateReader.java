package io.gradsheet.template;

import io.gradsheet.template.Provenance.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads what every template has, and leaves the rest to the kind of experiment that its lesson works on. */
final class TemplateReader {
    private static final String EXERCISE = "exercise";
    private static final List<String> HEADING = List.of("lesson", "title", "about", "language", EXERCISE);

    private TemplateReader() {}

    static Experiment read(Origin origin, List<Setting> more) {
        var settings = Stream.concat(origin.settings().stream(), more.stream()).toList();
        var template = origin.template();
        var section = section(template, settings);
        var kind = lesson(section).kind();
        section.only(Stream.concat(HEADING.stream(), kind.keys().stream()).toList());
        assignment(section);
        var sources = new Sources(origin, template, settings);
        return kind.read(heading(section, sources), section, sources);
    }

    /** What the template asks of those who work in its workbook; nothing else in it is looked at. */
    static Assignment assignment(Origin origin, List<Setting> settings) {
        var section = section(origin.template(), settings);
        var asked = new Sources(origin, origin.template(), settings);
        // What was written for one lesson is not what another is about.
        return asked.isSet(List.of("lesson")) && !asked.isSet(List.of(EXERCISE))
                ? Assignment.NONE
                : assignment(section);
    }

    private static Assignment assignment(Section section) {
        var keys = lesson(section).kind().assignment();
        var texts = new WorksheetTexts(language(section));
        return section.optional(EXERCISE).map(entry -> keys.read(entry, texts)).orElse(Assignment.NONE);
    }

    /** What the template says of itself; nothing else in it is looked at. */
    static Heading heading(Origin origin, List<Setting> settings) {
        var template = origin.template();
        return heading(section(template, settings), new Sources(origin, template, settings));
    }

    /** The files of labels that a template which could be read names: a workbook has no need to carry them. */
    static List<String> labelFiles(Provenance provenance) {
        var origin = new Origin.Embedded(provenance);
        var data =
                section(origin.template(), origin.settings()).optional("data").map(Entry::section);
        var test = data.flatMap(section -> section.optional("test")).map(Entry::section);
        return Stream.of(data, test)
                .flatMap(Optional::stream)
                .flatMap(section -> section.optional("labels").stream())
                .map(Entry::text)
                .toList();
    }

    private static Section section(TextFile template, List<Setting> settings) {
        var root = new Entry(Section.WHOLE, YamlText.of(template));
        return root.node() instanceof MappingNode mapping
                ? new Entry(Section.WHOLE, Settings.applied(mapping, settings)).section()
                : root.section();
    }

    private static LessonKind lesson(Section section) {
        return section.entry("lesson").choice(LessonKind.all(), LessonKind::lesson);
    }

    private static Heading heading(Section section, Sources sources) {
        var lesson = lesson(section);
        var language = language(section);
        var subject = lesson.kind().subject();
        return new Heading(
                lesson.lesson(),
                text("title", section, sources, subject, language),
                text("about", section, sources, subject, language),
                language);
    }

    private static Language language(Section section) {
        return section.optional("language")
                .map(entry -> entry.choice(Language.all(), Language::code))
                .orElse(Language.ENGLISH);
    }

    /** A text that speaks of the template's subject: with another subject it is no longer true. */
    private static Optional<String> text(
            String key, Section section, Sources sources, List<String> subject, Language language) {
        return section.optional(key)
                .filter(entry -> sources.isSet(List.of(key)) || !sources.isSet(subject))
                .map(entry -> entry.in(language, Entry::text));
    }
}
