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
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The parts of a workbook, as somebody changes them who knows what the file is made of. */
final class Parts {
    private static final Pattern CELL = Pattern.compile("<c r=\"([AB])(\\d+)\"[^>]*>.*?<t[^>]*>([^<]*)</t>.*?</c>");

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
        return change(file, source(of(file)), sheet -> withLines(sheet, change));
    }

    /** It is the last of the sheets. */
    private static String source(Map<String, byte[]> parts) {
        return parts.keySet().stream()
                .filter(name -> name.matches("xl/worksheets/sheet\\d+\\.xml"))
                .max(String::compareTo)
                .orElseThrow();
    }

    private static String withLines(String sheet, Consumer<List<String[]>> change) {
        var lines = new ArrayList<String[]>();
        var cells = CELL.matcher(sheet);
        while (cells.find()) {
            var row = Integer.parseInt(cells.group(2)) - 1;
            while (lines.size() <= row) {
                lines.add(new String[] {"", ""});
            }
            lines.get(row)[cells.group(1).charAt(0) - 'A'] = cells.group(3)
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&");
        }
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
