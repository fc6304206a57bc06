package io.gradsheet.recalc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The parts of a workbook as they stand in the file, to be spoiled one at a time. */
final class Parts {
    private final Map<String, String> texts = new LinkedHashMap<>();

    private Parts() {}

    /** A workbook of one sheet, {@code Training}, whose rows are the XML given. */
    static Parts ofRows(String rows) {
        var parts = new Parts();
        parts.put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/>
                <Default Extension="bin" ContentType="application/octet-stream"/>
                <Override PartName="/xl/workbook.xml"
                 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml"
                 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                </Types>
                """);
        parts.put("_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml")));
        parts.put("xl/workbook.xml", """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets><sheet name="Training" sheetId="1" r:id="rId1"/></sheets>
                <definedNames><definedName name="eta">Training!$A$1</definedName></definedNames></workbook>
                """);
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relationships(relationship("rId1", "worksheet", "worksheets/sheet1.xml")));
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                        + "</sheetData></worksheet>");
        return parts;
    }

    static String relationship(String id, String type, String target) {
        return "<Relationship Id=\"" + id
                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type
                + "\" Target=\""
                + target + "\"/>";
    }

    static String relationships(String... relationships) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + String.join("", relationships) + "</Relationships>";
    }

    Parts put(String name, String text) {
        texts.put(name, text);
        return this;
    }

    /** The table of shared texts, its items given as XML. */
    Parts putSharedTexts(String items) {
        return put("xl/sharedStrings.xml", "<sst>" + items + "</sst>")
                .put(
                        "xl/_rels/workbook.xml.rels",
                        relationships(
                                relationship("rId1", "worksheet", "worksheets/sheet1.xml"),
                                relationship("rId2", "sharedStrings", "sharedStrings.xml")));
    }

    Parts replace(String name, String old, String text) {
        return put(name, texts.get(name).replace(old, text));
    }

    Parts remove(String name) {
        texts.remove(name);
        return this;
    }

    Path write(Path file) {
        try (var archive = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : texts.entrySet()) {
                archive.putNextEntry(new ZipEntry(part.getKey()));
                archive.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                archive.closeEntry();
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
