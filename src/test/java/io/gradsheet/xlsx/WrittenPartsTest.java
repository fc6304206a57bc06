package io.gradsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.WsDrDocument;
import org.openxmlformats.schemas.officeDocument.x2006.extendedProperties.PropertiesDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.SstDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.StyleSheetDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorksheetDocument;

/** The parts of the file keep to the schemas of the format, and hold nothing that changes from one writing to the next. */
class WrittenPartsTest {
    /** Spreadsheet programs themselves mark texts whose spaces count, though the schema forgot the mark. */
    private static final String KEPT_SPACE = "space@http://www.w3.org/XML/1998/namespace in element t@";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeEverything() {
        file = folder.resolve("everything.xlsx");
        new WorkbookFile(file, false).write(EverythingPlan.plan(), Progress.SILENT);
    }

    @Test
    void everyPartKeepsToItsSchema() throws Exception {
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
        assertThat(complaints).isEmpty();
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "docProps/app",
                        "xl/workbook",
                        "xl/styles",
                        "xl/sharedStrings",
                        "xl/worksheets/sheet",
                        "xl/drawings/drawing",
                        "xl/charts/chart");
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

    @Test
    void theSamePlanGivesTheSameBytes() {
        var again = folder.resolve("again.xlsx");
        new WorkbookFile(again, false).write(EverythingPlan.plan(), Progress.SILENT);
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void noPartTellsWhenOrByWhomItWasWritten() throws Exception {
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream())
                    .allSatisfy(entry -> assertThat(entry.getTimeLocal()).hasToString("1980-01-01T00:00"));
            assertThat(text(zip, "docProps/core.xml"))
                    .contains("<dc:title>Backpropagation &amp; friends</dc:title>")
                    .contains("<dc:subject>4.3-backpropagation</dc:subject>")
                    .doesNotContain("creator", "created", "modified", "lastModifiedBy");
            assertThat(text(zip, "docProps/app.xml")).contains("<Application>GradSheet</Application>");
        }
    }

    @Test
    void aFormulaThatYieldsAnEmptyTextSaysSo() throws Exception {
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(text(zip, "xl/worksheets/sheet2.xml"))
                    .containsPattern("<c r=\"K3\"[^>]* t=\"str\"><f>[^<]*</f><v></v></c>");
        }
    }

    @Test
    void shapesOfADrawingHaveNumbersOfTheirOwn() throws Exception {
        try (var zip = new ZipFile(file.toFile())) {
            var ids = Pattern.compile("<xdr:cNvPr id=\"(\\d+)\"")
                    .matcher(text(zip, "xl/drawings/drawing1.xml"))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(ids).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        }
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (var in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
