package io.gradsheet.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A small commented template of one kind of lesson, to begin a template of one's own with. */
public final class Starter {
    static final String SCHEMA = "template.schema.json";
    static final String SCHEMA_LINE = "# yaml-language-server: $schema=" + SCHEMA + "\n";

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

    /** Those of them that are about a network. */
    public static List<String> networks() {
        return LessonKind.all().stream()
                .filter(kind -> kind.kind() instanceof NetworkKind)
                .map(LessonKind::lesson)
                .toList();
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
            files.put(SCHEMA, schema());
        }
        files.put(template, (schema ? SCHEMA_LINE : "") + yaml);
        return files;
    }

    private static String dataName(String template) {
        return template.replaceFirst("\\.ya?ml$", "") + ".csv";
    }

    /** The JSON Schema of templates. */
    static String schema() {
        return text("/" + BuiltIns.FOLDER + "/" + SCHEMA).orElseThrow();
    }

    /** A text as YAML, between quotes where YAML might read it otherwise. */
    static String quoted(String text) {
        if (text.matches("[\\p{L}_][\\p{L}\\p{N}_.-]*") && !text.matches("(?i)null|true|false|y|yes|n|no|on|off")) {
            return text;
        }
        var quoted = new StringBuilder("\"");
        for (var at = 0; at < text.length(); at++) {
            var sign = text.charAt(at);
            quoted.append(
                    sign == '"' || sign == '\\'
                            ? "\\" + sign
                            : Character.isISOControl(sign) ? String.format(Locale.ROOT, "\\u%04x", (int) sign) : sign);
        }
        return quoted.append('"').toString();
    }

    private static Optional<String> text(String resource) {
        try (var in = Starter.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
