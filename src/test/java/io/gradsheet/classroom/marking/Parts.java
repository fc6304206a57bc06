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

    /**
     * Adds a part that Excel writes, and we do not.
     *
     * @param owner the part that refers to it
     * @param kind the last word of the kind of relationship
     * @param type the last words of its content type
     */
    static void add(Map<String, byte[]> parts, String owner, String part, String kind, String type, String content) {
        parts.put(part, content.getBytes(StandardCharsets.UTF_8));
        var types = "[Content_Types].xml";
        parts.put(
                types,
                with(
                        text(parts, types),
                        "</Types>",
                        "<Override PartName=\"/" + part
                                + "\" ContentType=\"application/vnd.openxmlformats-officedocument." + type + "\"/>"));
        var slash = owner.lastIndexOf('/') + 1;
        var relations = owner.substring(0, slash) + "_rels/" + owner.substring(slash) + ".rels";
        var end = "</Relationships>";
        parts.put(
                relations,
                with(
                        parts.containsKey(relations)
                                ? text(parts, relations)
                                : "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                        + end,
                        end,
                        "<Relationship Id=\"" + kind + "\" Target=\"/" + part
                                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                                + kind
                                + "\"/>"));
    }

    /** Adds what Excel adds when it saves: a theme, an order of calculation, a comment, and the drawing of the comment. */
    static void addThoseOfExcel(Map<String, byte[]> parts, String sheet) {
        var workbook = "xl/workbook.xml";
        var main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        add(
                parts,
                workbook,
                "xl/theme/theme1.xml",
                "theme",
                "theme+xml",
                "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Office\"/>");
        add(
                parts,
                workbook,
                "xl/calcChain.xml",
                "calcChain",
                "spreadsheetml.calcChain+xml",
                "<calcChain " + main + "><c r=\"F8\" i=\"4\"/></calcChain>");
        add(
                parts,
                sheet,
                "xl/comments1.xml",
                "comments",
                "spreadsheetml.comments+xml",
                "<comments " + main + "><authors><author>Ann</author></authors><commentList><comment ref=\"B8\""
                        + " authorId=\"0\"><text><t>mine</t></text></comment></commentList></comments>");
        add(
                parts,
                sheet,
                "xl/drawings/vmlDrawing1.vml",
                "vmlDrawing",
                "vmlDrawing",
                "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
                        + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><v:shapetype id=\"_x0000_t202\""
                        + " coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"/><v:shape"
                        + " id=\"_x0000_s1025\" type=\"#_x0000_t202\" style=\"visibility:hidden\"><x:ClientData"
                        + " ObjectType=\"Note\"><x:Row>7</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>");
    }

    /** With a text before what it ends with. */
    private static byte[] with(String whole, String end, String text) {
        return whole.replace(end, text + end).getBytes(StandardCharsets.UTF_8);
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
