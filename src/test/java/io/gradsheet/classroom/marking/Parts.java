package io.gradsheet.classroom.marking;

import io.gradsheet.sheet.Ref;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The parts of a workbook, as somebody changes them who knows what the file is made of. */
final class Parts {
    private static final Pattern CELL = Pattern.compile("<c r=\"([AB])(\\d+)\"[^>]*[^/]>(.*?)</c>");
    private static final Pattern SHARED = Pattern.compile("<v>(\\d+)</v>");
    private static final Pattern ITEM = Pattern.compile("<si>(.*?)</si>", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("<t[^>]*>([^<]*)</t>");
    private static final String STRINGS = "xl/sharedStrings.xml";

    private Parts() {}

    static Map<String, byte[]> of(Path file) {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Map<String, byte[]> parts, Path file) {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path change(Path file, String part, UnaryOperator<String> change) {
        var parts = of(file);
        parts.computeIfPresent(
                part,
                (name, bytes) ->
                        change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        return write(parts, file);
    }

    /** Changes the lines of the sheet Source: each has what column A and column B say. */
    static Path changeSource(Path file, Consumer<List<String[]>> change) {
        var parts = of(file);
        var lines = lines(parts);
        return change(file, source(parts), sheet -> withLines(sheet, lines, change));
    }

    /** The lines of the sheet Source. */
    static List<String[]> lines(Map<String, byte[]> parts) {
        return lines(parts, source(parts));
    }

    private static String source(Map<String, byte[]> parts) {
        return parts.keySet().stream()
                .filter(part -> part.startsWith("xl/worksheets/sheet"))
                .filter(part -> {
                    var lines = lines(parts, part);
                    return !lines.isEmpty() && lines.get(0)[0].equals("gradsheet");
                })
                .findFirst()
                .orElseThrow();
    }

    private static List<String[]> lines(Map<String, byte[]> parts, String part) {
        var strings = ITEM.matcher(text(parts, STRINGS))
                .results()
                .map(item -> joined(item.group(1)))
                .toList();
        var lines = new ArrayList<String[]>();
        var cells = CELL.matcher(text(parts, part));
        while (cells.find()) {
            var row = Integer.parseInt(cells.group(2)) - 1;
            while (lines.size() <= row) {
                lines.add(new String[] {"", ""});
            }
            var shared = SHARED.matcher(cells.group(3));
            var isShared = shared.find() && Integer.parseInt(shared.group(1)) < strings.size();
            lines.get(row)[cells.group(1).charAt(0) - 'A'] =
                    isShared ? strings.get(Integer.parseInt(shared.group(1))) : joined(cells.group(3));
        }
        return lines;
    }

    private static String text(Map<String, byte[]> parts, String part) {
        return new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
    }

    private static String joined(String xml) {
        return TEXT.matcher(xml)
                .results()
                .map(text -> text.group(1))
                .collect(Collectors.joining())
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static String withLines(String sheet, List<String[]> lines, Consumer<List<String[]>> change) {
        change.accept(lines);
        var rows = new StringBuilder("<sheetData>");
        for (var row = 0; row < lines.size(); row++) {
            rows.append("<row r=\"").append(row + 1).append("\">");
            for (var column = 0; column < 2; column++) {
                rows.append("<c r=\"")
                        .append(Ref.at(row, column))
                        .append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                        .append(lines.get(row)[column]
                                .replace("&", "&amp;")
                                .replace("<", "&lt;")
                                .replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", "?"))
                        .append("</t></is></c>");
            }
            rows.append("</row>");
        }
        var end = "</sheetData>";
        return sheet.substring(0, sheet.indexOf("<sheetData"))
                + rows
                + end
                + sheet.substring(sheet.indexOf(end) + end.length());
    }
}
