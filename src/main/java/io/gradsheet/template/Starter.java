package io.gradsheet.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small commented template of one kind of lesson, to begin a template of one's own with. */
public final class Starter {
    private static final String SCHEMA = "template.schema.json";
    private static final String SCHEMA_LINE = "# yaml-language-server: $schema=" + SCHEMA + "\n";

    /** Stands in the template for the lesson that was asked for. */
    private static final String LESSON = "lesson: LESSON";

    /** Stands in the template for the name of its data file. */
    private static final String DATA = "file: DATA";

    private final LessonKind lesson;

    private Starter(LessonKind lesson) {
        this.lesson = lesson;
    }

    /**
     * The starter of a lesson, as the key {@code lesson} names it.
     *
     * @throws TemplateException if there is no such lesson
     */
    public static Starter of(String lesson) {
        return LessonKind.all().stream()
                .filter(kind -> kind.lesson().equals(lesson))
                .findFirst()
                .map(Starter::new)
                .orElseThrow(() -> new TemplateException("there is no kind of lesson called " + Wording.quoted(lesson)
                        + "; " + Wording.didYouMean(lesson, lessons()) + "there are: "
                        + String.join(", ", lessons())));
    }

    /** The lessons that a template can be for. */
    public static List<String> lessons() {
        return LessonKind.all().stream().map(LessonKind::lesson).toList();
    }

    /**
     * The texts of the template and of the files that it needs beside it, by file name; the template is last.
     *
     * @param template name of the template's file
     * @param schema whether the JSON Schema of templates is one of them, and the template names it
     */
    public Map<String, String> files(String template, boolean schema) {
        var files = new LinkedHashMap<String, String>();
        var name = "start-" + lesson.kind().name();
        var yaml = text(name + BuiltIns.ENDING)
                .orElseThrow()
                .replace(LESSON, "lesson: " + lesson.lesson())
                .replace(DATA, "file: " + quoted(dataName(template)));
        text(name + ".csv").ifPresent(text -> files.put(dataName(template), text));
        if (schema) {
            files.put(SCHEMA, text("/" + BuiltIns.FOLDER + "/" + SCHEMA).orElseThrow());
        }
        files.put(template, (schema ? SCHEMA_LINE : "") + yaml);
        return files;
    }

    private static String dataName(String template) {
        return template.replaceFirst("\\.ya?ml$", "") + ".csv";
    }

    /** A name as YAML, between quotes where YAML might read it otherwise. */
    private static String quoted(String name) {
        return name.matches("[\\p{L}_][\\p{L}\\p{N}_.-]*")
                ? name
                : "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static Optional<String> text(String resource) {
        try (var in = Starter.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
