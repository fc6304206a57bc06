package io.gradsheet.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.WsDrDocument;
import org.openxmlformats.schemas.officeDocument.x2006.extendedProperties.PropertiesDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.SstDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.StyleSheetDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorksheetDocument;

/** Holds the parts of a file against the schemas of the format. */
public final class FormatSchemas {
    /** Spreadsheet programs themselves mark texts whose spaces count, though the schema forgot the mark. */
    private static final String KEPT_SPACE = "space@http://www.w3.org/XML/1998/namespace in element t@";

    private FormatSchemas() {}

    /**
     * What came of it.
     *
     * @param complaints each with the part it is about
     * @param kinds of the parts that were looked at, such as {@code xl/worksheets/sheet}
     */
    public record Result(List<String> complaints, Set<String> kinds) {}

    /** Looks at every part that has a schema. */
    public static Result check(Path file) throws IOException, XmlException {
        var complaints = new ArrayList<String>();
        Set<String> kinds = new LinkedHashSet<>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                var name = entry.getName();
                if (name.endsWith(".rels") || name.equals("[Content_Types].xml") || name.equals("docProps/core.xml")) {
                    continue;
                }
                kinds.add(name.replaceAll("\\d*\\.xml$", ""));
                List<XmlError> errors = new ArrayList<>();
                try (var in = zip.getInputStream(entry)) {
                    parse(name, in).validate(new XmlOptions().setErrorListener(errors));
                }
                errors.stream()
                        .map(XmlError::getMessage)
                        .filter(message -> !message.contains(KEPT_SPACE))
                        .forEach(message -> complaints.add(name + ": " + message));
            }
        }
        return new Result(complaints, kinds);
    }

    private static XmlObject parse(String name, InputStream in) throws IOException, XmlException {
        if (name.startsWith("xl/worksheets/")) {
            return WorksheetDocument.Factory.parse(in);
        }
        if (name.startsWith("xl/drawings/")) {
            return WsDrDocument.Factory.parse(in);
        }
        if (name.startsWith("xl/charts/")) {
            return ChartSpaceDocument.Factory.parse(in);
        }
        return switch (name) {
            case "xl/workbook.xml" -> WorkbookDocument.Factory.parse(in);
            case "xl/styles.xml" -> StyleSheetDocument.Factory.parse(in);
            case "xl/sharedStrings.xml" -> SstDocument.Factory.parse(in);
            case "docProps/app.xml" -> PropertiesDocument.Factory.parse(in);
            default -> throw new AssertionError("unexpected part " + name);
        };
    }
}
