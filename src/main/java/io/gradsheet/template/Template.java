package io.gradsheet.template;

import io.gradsheet.template.Provenance.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an experiment is read from: a YAML text and the data files that it names, wherever they are. */
public final class Template {
    private final Origin origin;

    private Template(Origin origin) {
        this.origin = origin;
    }

    /**
     * A template that travels with the program.
     *
     * @throws TemplateException if there is none of this name
     */
    public static Template builtIn(String name) {
        if (!BuiltIns.has(name)) {
            var names = builtIns();
            throw new TemplateException("there is no template or lesson called " + Wording.quoted(name) + "; "
                    + Wording.didYouMean(name, names) + "there are: " + String.join(", ", names));
        }
        return new Template(new Origin.BuiltIn(name));
    }

    /** A template in a file, which is read later; names of data files count from its folder. */
    public static Template file(Path path) {
        return new Template(new Origin.OnDisk(path));
    }

    /** The template that a workbook was made from, all of whose texts it carries; no file is read. */
    public static Template of(Provenance provenance) {
        return new Template(new Origin.Embedded(provenance));
    }

    /**
     * What a user means: the name of a built-in template, which is that of its lesson, or else a path.
     *
     * @throws TemplateException if it is neither; the message lists the built-in templates
     */
    public static Template find(String nameOrPath) {
        return BuiltIns.has(nameOrPath)
                ? builtIn(nameOrPath)
                : path(nameOrPath).map(Template::file).orElseGet(() -> builtIn(nameOrPath));
    }

    /**
     * What a user means by several words: each the name of a built-in template, a path, or the number of a chapter or section,
     * {@code 2} or {@code 2.10}, which stands for all its built-in templates. None is there twice.
     *
     * @throws TemplateException if a word is none of these
     */
    public static List<Template> find(List<String> words) {
        return words.stream()
                .flatMap(word -> BuiltIns.isNumber(word) ? numbered(word).stream() : Stream.of(word))
                .distinct()
                .map(Template::find)
                .toList();
    }

    private static List<String> numbered(String number) {
        var numbered =
                builtIns().stream().filter(name -> BuiltIns.isIn(number, name)).toList();
        if (numbered.isEmpty()) {
            throw new TemplateException("there is no template for " + Wording.shown(number)
                    + "; gradsheet list shows the templates there are");
        }
        return numbered;
    }

    /** All templates that travel with the program, in the order of their sections. */
    public static List<Template> all() {
        return builtIns().stream()
                .map(name -> new Template(new Origin.BuiltIn(name)))
                .toList();
    }

    /** The names of the templates that travel with the program, in the order of their sections. */
    public static List<String> builtIns() {
        return BuiltIns.names();
    }

    /**
     * Reads the template and its data.
     *
     * @param settings what replaces keys of the template, in order; those of a workbook's template come before them
     * @throws TemplateException if anything is wrong in a text
     */
    public Experiment read(List<Setting> settings) {
        return TemplateReader.read(origin, settings);
    }

    /**
     * Reads only what the template says of itself.
     *
     * @throws TemplateException if anything is wrong in that
     */
    public Heading heading(List<Setting> settings) {
        return TemplateReader.heading(origin, settings);
    }

    /**
     * Reads only what the template asks of those who work in its workbook.
     *
     * @throws TemplateException if anything is wrong in that
     */
    public Assignment assignment(List<Setting> settings) {
        return TemplateReader.assignment(origin, settings);
    }

    /** The files and folders on disk that an experiment of this template was read from. */
    public List<Path> files(Experiment read) {
        var names = new LinkedHashSet<>(read.provenance().files().keySet());
        names.addAll(TemplateReader.labelFiles(read.provenance()));
        return origin.paths(names);
    }

    /** Its name, without folder and ending. */
    public String name() {
        return origin.name();
    }

    private static Optional<Path> path(String text) {
        var path = FileName.path(text);
        var meant = text.endsWith(".yaml")
                || text.endsWith(".yml")
                || text.contains("/")
                || text.contains("\\")
                || Files.isRegularFile(path);
        return meant && path.getFileName() != null ? Optional.of(path) : Optional.empty();
    }
}
