package io.gradsheet.lesson.frame;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Grid;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.Provenance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The hidden sheet that holds the texts a workbook was made from. Cells survive what spreadsheet programs do to a file when
 * they save it; document properties and foreign parts do not always.
 *
 * <p>Column A says what column B holds: {@code gradsheet} (the version of this form), {@code edition} (if it is not the teacher's), {@code digest} (what proves that
 * nothing in it was changed, if it was made for a class), {@code template} (its name),
 * {@code setting} (key=value), {@code yaml} (a line of the template), {@code file} (the name of a data file) and {@code data} (a
 * line of it). A line too long for a cell goes on in rows called {@code more}.
 */
public final class SourceSheet {
    /** The name of the sheet. */
    public static final String NAME = "Source";

    private static final String VERSION = "1";
    private static final String EDITION = "edition";
    private static final String DIGEST = "digest";
    private static final int LONGEST = 30_000;

    private SourceSheet() {}

    /** The sheet for an experiment's texts. */
    public static SheetPlan of(Provenance provenance) {
        return of(lines(provenance, List.of()));
    }

    /**
     * The sheet for the texts of an experiment whose workbook lacks answers.
     *
     * @param edition which that is
     * @param digest of all the {@link #lines}; empty if there is none
     */
    public static SheetPlan of(Provenance provenance, String edition, Optional<String> digest) {
        var more = new ArrayList<List<String>>();
        more.add(List.of(EDITION, edition));
        digest.ifPresent(value -> more.add(List.of(DIGEST, value)));
        return of(lines(provenance, more));
    }

    /** All that stands on the sheet of an edition but its digest: columns A and B, from the top. */
    public static List<List<String>> lines(Provenance provenance, String edition) {
        return lines(provenance, List.of(List.of(EDITION, edition)));
    }

    private static List<List<String>> lines(Provenance provenance, List<List<String>> more) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("gradsheet", VERSION));
        lines.addAll(more);
        lines.add(List.of("template", provenance.name()));
        provenance.settings().forEach(setting -> lines.add(List.of("setting", setting.key() + "=" + setting.value())));
        addText(lines, "yaml", provenance.yaml());
        new TreeMap<>(provenance.files()).forEach((name, text) -> {
            lines.add(List.of("file", name));
            addText(lines, "data", text);
        });
        return lines;
    }

    private static SheetPlan of(List<List<String>> lines) {
        var grid = new Grid();
        for (var row = 0; row < lines.size(); row++) {
            grid.put(row, 0, text(lines.get(row).get(0)));
            grid.put(row, 1, text(lines.get(row).get(1)));
        }
        return SheetPlan.named(NAME).widths(12, 100).head(grid.rows()).hide().build();
    }

    private static Cell text(String text) {
        return new Cell.Label(RichText.plain(text), Role.SOURCE);
    }

    private static void addText(List<List<String>> lines, String key, String text) {
        for (var line : text.split("\n", -1)) {
            var at = 0;
            do {
                var end = Math.min(line.length(), at + LONGEST);
                lines.add(List.of(at == 0 ? key : "more", line.substring(at, end)));
                at = end;
            } while (at < line.length());
        }
    }

    /** Which edition a sheet says that its workbook is, if it is not the teacher's. */
    public static Optional<String> edition(List<List<String>> rows) {
        return rows.stream()
                .limit(2)
                .filter(row -> row.get(0).equals(EDITION))
                .map(row -> row.get(1))
                .findFirst();
    }

    /** The digest that a sheet carries; empty if it has none. */
    public static String digest(List<List<String>> rows) {
        return rows.stream()
                .filter(row -> row.get(0).equals(DIGEST))
                .map(row -> row.get(1))
                .findFirst()
                .orElse("");
    }

    /**
     * Reads the texts back.
     *
     * @param rows columns A and B of the sheet, from the top
     * @return nothing if this is not such a sheet, or one of a later version
     */
    public static Optional<Provenance> read(List<List<String>> rows) {
        if (rows.isEmpty() || !rows.get(0).equals(List.of("gradsheet", VERSION))) {
            return Optional.empty();
        }
        var name = "";
        var settings = new ArrayList<Provenance.Setting>();
        var yaml = new StringBuilder();
        var files = new HashMap<String, StringBuilder>();
        var text = yaml;
        for (var row : rows.subList(1, rows.size())) {
            var value = row.get(1);
            switch (row.get(0)) {
                case EDITION, DIGEST -> {}
                case "template" -> name = value;
                case "setting" -> settings.add(setting(value));
                case "yaml" -> yaml.append(value).append('\n');
                case "file" -> text = files.computeIfAbsent(value, file -> new StringBuilder());
                case "data" -> text.append(value).append('\n');
                case "more" -> {
                    if (text.isEmpty()) {
                        return Optional.empty();
                    }
                    text.insert(text.length() - 1, value);
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        var dataFiles = new HashMap<String, String>();
        files.forEach((file, content) -> dataFiles.put(file, withoutLastBreak(content)));
        return Optional.of(new Provenance(name, withoutLastBreak(yaml), settings, dataFiles));
    }

    private static Provenance.Setting setting(String text) {
        var equals = text.indexOf('=');
        return new Provenance.Setting(text.substring(0, Math.max(equals, 0)), text.substring(equals + 1));
    }

    private static String withoutLastBreak(StringBuilder text) {
        return text.isEmpty() ? "" : text.substring(0, text.length() - 1);
    }
}
