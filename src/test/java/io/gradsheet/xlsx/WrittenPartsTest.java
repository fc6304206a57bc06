package io.gradsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of the file keep to the schemas of the format, and hold nothing that changes from one writing to the next. */
class WrittenPartsTest {
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
        var result = FormatSchemas.check(file);
        assertThat(result.complaints()).isEmpty();
        assertThat(result.kinds())
                .containsExactlyInAnyOrder(
                        "docProps/app",
                        "xl/workbook",
                        "xl/styles",
                        "xl/sharedStrings",
                        "xl/worksheets/sheet",
                        "xl/drawings/drawing",
                        "xl/charts/chart");
    }

    @Test
    void theSamePlanGivesTheSameBytes() {
        var again = folder.resolve("again.xlsx");
        new WorkbookFile(again, false).write(EverythingPlan.plan(), Progress.SILENT);
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void theSchemaTypesThatTheProductRunsWithSuffice() throws Exception {
        var product = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("poi-ooxml-full"))
                .collect(Collectors.joining(File.pathSeparator));
        var again = folder.resolve("again.xlsx");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var writer = new ProcessBuilder(java, "-cp", product, Everything.class.getName(), again.toString())
                .inheritIO()
                .start();
        assertThat(writer.waitFor()).isZero();
        assertThat(again).hasSameBinaryContentAs(file);
    }

    /** Writes the plan in a process of its own. */
    static final class Everything {
        public static void main(String[] arguments) {
            new WorkbookFile(Path.of(arguments[0]), false).write(EverythingPlan.plan(), Progress.SILENT);
        }
    }

    @Test
    void noPartTellsWhenOrByWhomItWasWritten() throws Exception {
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream())
                    .allSatisfy(entry -> assertThat(entry.getTimeLocal()).hasToString("1980-02-01T00:00"));
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
