package io.gradsheet.recalc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileWorkbookTest {
    private static final String DOCTYPE = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("w.xlsx");
    }

    private void assertRefused(Path file, String... reasons) {
        assertThatThrownBy(() -> readAll(file))
                .isInstanceOf(WorkbookException.class)
                .hasMessageContaining(file.toString())
                .satisfies(refusal -> assertThat(List.of(reasons))
                        .allSatisfy(reason -> assertThat(refusal).hasMessageContaining(reason)));
    }

    private static void readAll(Path file) {
        try (var workbook = StoredWorkbook.open(file)) {
            workbook.foreignContent();
            workbook.sheetNames().forEach(sheet -> Cells.all(workbook.rows(sheet)));
        }
    }

    @Test
    void isNotThere() {
        assertRefused(file(), "does not exist");
        assertRefused(folder, "is a folder");
    }

    @Test
    void isEmptyOrText() throws IOException {
        assertRefused(Files.createFile(file()), "it is empty");
        assertRefused(Files.writeString(file(), "x,y\n1,2\n"), "looks like a text file");
        assertRefused(Files.write(file(), new byte[] {1, 0, 2}), "is something else");
        assertRefused(Files.writeString(file(), "%PDF-1.7"), "looks like a PDF");
    }

    @Test
    void isAnOldExcelFile() throws IOException {
        try (var old = new HSSFWorkbook();
                var output = Files.newOutputStream(file())) {
            old.createSheet("Training");
            old.write(output);
        }
        assertRefused(file(), "old Excel file (.xls)", "save it as .xlsx");
    }

    @Test
    void isProtectedWithAPassword() throws IOException {
        try (var container = new POIFSFileSystem();
                var output = Files.newOutputStream(file());
                var content = new java.io.ByteArrayInputStream(new byte[100])) {
            container.createDocument(content, "EncryptedPackage");
            container.writeFilesystem(output);
        }
        assertRefused(file(), "password");
    }

    @Test
    void isAnotherKindOfArchive() throws IOException {
        zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.US_ASCII));
        assertRefused(file(), "OpenDocument spreadsheet (.ods)");
        zip("readme.txt", new byte[1]);
        assertRefused(file(), "another kind of archive");
        assertRefused(
                Parts.ofRows("")
                        .replace("[Content_Types].xml", "spreadsheetml.sheet.main", "wordprocessingml.document.main")
                        .write(file()),
                "another kind of office document");
    }

    private void zip(String name, byte[] content) throws IOException {
        try (var archive = new ZipOutputStream(Files.newOutputStream(file()))) {
            archive.putNextEntry(new ZipEntry(name));
            archive.write(content);
        }
    }

    @Test
    void lacksAPart() {
        assertRefused(Parts.ofRows("").remove("xl/workbook.xml").write(file()), "not an .xlsx workbook");
        assertRefused(Parts.ofRows("").remove("xl/worksheets/sheet1.xml").write(file()), "sheet Training");
        assertRefused(Parts.ofRows("").remove("_rels/.rels").write(file()), "workbook part is missing");
        assertRefused(Parts.ofRows("").put("xl/workbook.xml", "<workbook/>").write(file()), "has no sheet");
    }

    @Test
    void isCutShort() throws IOException {
        var whole = Files.readAllBytes(Lessons.write(file()));
        for (var tenths = 0; tenths < 10; tenths++) {
            assertRefused(Files.write(file(), Arrays.copyOf(whole, whole.length * tenths / 10)));
        }
        assertRefused(Files.write(file(), Arrays.copyOf(whole, whole.length / 2)), "cut short or damaged");
    }

    @Test
    void breaksOffInAPart() {
        assertRefused(
                Parts.ofRows("")
                        .replace("xl/worksheets/sheet1.xml", "</sheetData></worksheet>", "<row><c r=")
                        .write(file()),
                "sheet Training cannot be read: XML document structures must start and end within the same entity.");
    }

    @ParameterizedTest
    @CsvSource({
        "xl/worksheets/sheet1.xml, <worksheet, declares a document type",
        "xl/workbook.xml, <workbook, declares a document type",
        "[Content_Types].xml, <Types, it declares a document type",
        "_rels/.rels, <Relationships, its workbook part is missing"
    })
    void declaresADocumentType(String part, String root, String reason) {
        assertRefused(
                Parts.ofRows("").replace(part, root + " ", DOCTYPE + root + " ").write(file()), reason);
    }

    @Test
    void pullsInAFileOfTheMachine() {
        var rows = "<row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>";
        assertRefused(
                Parts.ofRows(rows)
                        .replace("xl/worksheets/sheet1.xml", "<worksheet", DOCTYPE + "<worksheet")
                        .write(file()),
                "document type");
        assertRefused(Parts.ofRows(rows).write(file()), "sheet Training");
    }

    @Test
    void unpacksToFarMore() {
        assertRefused(
                Parts.ofRows(" ".repeat(50_000_000)).write(file()),
                "it would unpack to far more than a workbook does (a zip bomb)");
    }

    @Test
    void unpacksToFarMoreThanItClaims() throws IOException {
        var bytes = Files.readAllBytes(Parts.ofRows(" ".repeat(50_000_000)).write(file()));
        var claims = lastIndexOf(bytes, new byte[] {'P', 'K', 1, 2}) + 24;
        assertThat(bytes[claims]).as("the size in the table of contents").isNotZero();
        Arrays.fill(bytes, claims, claims + 4, (byte) 1);
        assertRefused(Files.write(file(), bytes));
    }

    private static int lastIndexOf(byte[] bytes, byte[] wanted) {
        var at = bytes.length - wanted.length;
        while (!Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
            at--;
        }
        return at;
    }

    @Test
    void holdsFarTooManyParts() {
        var parts = Parts.ofRows("");
        for (var part = 0; part < 1_100; part++) {
            parts.put("xl/media/" + part + ".bin", "x");
        }
        assertRefused(parts.write(file()), "zip bomb", "1105 parts");
    }

    @ParameterizedTest
    @CsvSource({
        "externalLink, another workbook",
        "vbaProject, macros",
        "connections, data connection",
        "queryTable, query table",
        "oleObject, embedded object",
        "package, embedded file",
        "control, ActiveX",
        "volatileDependencies, another program"
    })
    void holdsSomethingThatReachesOutOfIt(String type, String named) {
        var file = Parts.ofRows("")
                .put(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        Parts.relationships(Parts.relationship("rId1", type, "x.bin")))
                .put("xl/worksheets/x.bin", "x")
                .write(file());
        try (var workbook = StoredWorkbook.open(file)) {
            assertThat(workbook.foreignContent())
                    .hasValueSatisfying(found -> assertThat(found).contains(named));
        }
    }

    @Test
    void fetchesAnImageButMayHaveAHyperlink() {
        var outside = "http://localhost/x\" TargetMode=\"External";
        for (var type : new String[] {"image", "hyperlink"}) {
            var file = Parts.ofRows("")
                    .put(
                            "xl/worksheets/_rels/sheet1.xml.rels",
                            Parts.relationships(Parts.relationship("rId1", type, outside)))
                    .write(file());
            try (var workbook = StoredWorkbook.open(file)) {
                assertThat(workbook.foreignContent().isPresent()).isEqualTo(type.equals("image"));
            }
        }
    }

    @Test
    void hasMacros() {
        var file = Parts.ofRows("")
                .replace(
                        "[Content_Types].xml",
                        "</Types>",
                        "<Override PartName=\"/xl/m.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>")
                .put("xl/m.bin", "x")
                .write(file());
        try (var workbook = StoredWorkbook.open(file)) {
            assertThat(workbook.foreignContent()).contains("macros");
        }
    }

    private WorkbookException.Kind kind(Path file) {
        try {
            readAll(file);
        } catch (WorkbookException e) {
            return e.kind();
        }
        throw new AssertionError(file + " is read");
    }

    /** A teacher reads what is the matter with each file of a class. */
    @Test
    void isOfAKind() throws IOException {
        assertThat(kind(folder)).isEqualTo(WorkbookException.Kind.NO_WORKBOOK);
        assertThat(kind(Files.writeString(file(), "text"))).isEqualTo(WorkbookException.Kind.NO_WORKBOOK);
        assertThat(kind(Files.write(file(), new byte[] {1, 0}))).isEqualTo(WorkbookException.Kind.DAMAGED);
        zip("Index/Document.iwa", new byte[1]);
        assertThat(kind(file())).isEqualTo(WorkbookException.Kind.NUMBERS);
        zip("mimetype", "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII));
        assertThat(kind(file())).isEqualTo(WorkbookException.Kind.OPEN_DOCUMENT);
        assertThat(kind(Parts.ofRows("<row r='x'/>").write(file()))).isEqualTo(WorkbookException.Kind.DAMAGED);
        assertThat(kind(Parts.ofRows("<row><c r=").write(file()))).isEqualTo(WorkbookException.Kind.DAMAGED);
        var half = Arrays.copyOf(Files.readAllBytes(file()), 500);
        assertThat(kind(Files.write(file(), half))).isEqualTo(WorkbookException.Kind.DAMAGED);
        assertThat(kind(Parts.ofRows("")
                        .replace("xl/workbook.xml", "<workbook ", DOCTYPE + "<workbook ")
                        .write(file())))
                .isEqualTo(WorkbookException.Kind.UNSAFE);
        assertThat(kind(Parts.ofRows("")
                        .replace("[Content_Types].xml", "<Types ", DOCTYPE + "<Types ")
                        .write(file())))
                .isEqualTo(WorkbookException.Kind.UNSAFE);
        assertThat(kind(Parts.ofRows(" ".repeat(50_000_000)).write(file()))).isEqualTo(WorkbookException.Kind.UNSAFE);
    }

    @Test
    void looksLikeAnOldOfficeFileAndIsCutShort() throws IOException {
        var start = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
        assertRefused(Files.write(file(), start), "old Excel file (.xls)");
        assertRefused(Files.write(file(), Arrays.copyOf(start, 7)), "looks like a text file");
    }
}
