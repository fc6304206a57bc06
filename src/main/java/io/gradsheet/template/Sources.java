package io.gradsheet.template;

import io.gradsheet.table.TableText;
import io.gradsheet.template.Provenance.Setting;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts that one experiment is read from; remembers those that were asked for. */
final class Sources {
    private final Origin origin;
    private final TextFile template;
    private final List<Setting> settings;
    private final Map<String, String> files = new LinkedHashMap<>();

    Sources(Origin origin, TextFile template, List<Setting> settings) {
        this.origin = origin;
        this.template = template;
        this.settings = settings;
    }

    /** Whether a setting replaces one of these keys, or something below it. */
    boolean isSet(List<String> keys) {
        return settings.stream()
                .map(Setting::key)
                .anyMatch(set -> keys.stream().anyMatch(key -> set.equals(key) || set.startsWith(key + ".")));
    }

    /** The data file that a key names. */
    TableText data(Entry name) {
        return data(name, Optional.empty());
    }

    /** The same; {@code sheet} is which one of a workbook. */
    TableText data(Entry name, Optional<Entry> sheet) {
        var file = origin.data(name.text(), name.place(), sheet.map(Entry::text));
        // What is made of a workbook's cells says how it is written.
        files.put(name.text(), file.sheet().isPresent() ? "sep=,\n" + file.text() : file.text());
        return file;
    }

    /** The table that a workbook carries in place of what a key names and what is no text; empty outside a workbook. */
    Optional<TableText> carried(Entry name) {
        return origin.folder().isEmpty() ? Optional.of(data(name)) : Optional.empty();
    }

    /** The file or folder on disk that a key names. */
    Path path(Entry name) {
        try {
            return origin.folder().orElseThrow().resolve(name.text());
        } catch (InvalidPathException e) {
            throw name.complaint("cannot be the name of a file: " + Wording.quoted(name.text()));
        }
    }

    /** Says what a workbook carries in place of the data file that a key names: a text that gives the same data. */
    void carry(Entry name, String text) {
        files.put(name.text(), text);
    }

    /** All texts that were used so far. */
    Provenance provenance() {
        return new Provenance(origin.name(), template.text(), settings, files);
    }
}
