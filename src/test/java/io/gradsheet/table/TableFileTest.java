package io.gradsheet.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {
    private static final String TEXT = "id;name\n007;Müller\n";

    @TempDir
    private Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static List<List<String>> rows(TableText text) {
        var rows = new ArrayList<List<String>>();
        new Table(text, Table.Hints.NONE).forEach(row -> rows.add(row.values()));
        return rows;
    }

    private Path workbook() throws IOException {
        var path = folder.resolve("t.xlsx");
        try (var book = new XSSFWorkbook();
                var out = new FileOutputStream(path.toFile())) {
            book.createSheet("Empty");
            var sheet = book.createSheet("Mine");
            var head = sheet.createRow(1);
            head.createCell(0).setCellValue("id");
            head.createCell(2).setCellValue("na,\"me\"");
            var row = sheet.createRow(3);
            row.createCell(0).setCellValue(7);
            row.createCell(1).setCellValue(0.1);
            row.createCell(2).setCellValue(true);
            book.createSheet("More").createRow(0).createCell(0).setCellValue("x");
            book.write(out);
        }
        return path;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void textIsReadHoweverUnicodeIsWritten(String charset) throws IOException {
        var bytes = TEXT.getBytes(Charset.forName(charset));

        assertThat(new TableFile(file("t.csv", bytes)).read().text()).isEqualTo(TEXT);
        assertThat(new TableFile(file("t.csv.gz", packed(bytes))).read().text()).isEqualTo(TEXT);
    }

    @Test
    void otherCharactersAreGuessedOnlyWhereAGuessWillDo() throws IOException {
        var path = file("t.csv", TEXT.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(new TableFile(path).readAsShown())
                .isEqualTo(new TableText(
                        path.toString(), TEXT, Optional.empty(), Optional.of(Charset.forName("windows-1252"))));
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> new TableFile(path).read())
                .withMessage(path + ":2:6: this is not UTF-8 text; save the file as UTF-8");
    }

    @Test
    void aWorkbookIsReadFromItsFirstSheetThatIsNotEmpty() throws IOException {
        var text = new TableFile(workbook()).read();

        assertThat(text.sheet()).contains("Mine");
        assertThat(rows(text)).containsExactly(List.of("id", "", "na,\"me\""), List.of("7", "0.1", "TRUE"));
    }

    @Test
    void aSheetMayBeChosen() throws IOException {
        var path = workbook();

        assertThat(rows(new TableFile(path, "t", Optional.of("More")).read())).containsExactly(List.of("x"));
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> new TableFile(path, "t", Optional.of("Less")).read())
                .withMessage("t: there is no sheet 'Less'; there are: Empty, Mine, More");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        var noise = new byte[] {1, 2, 0, 0, 0, 7, (byte) 200, 0, 0};
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> new TableFile(file("t.csv", noise)).read())
                .withMessageEndingWith("this is no text, but something else or damaged; save the table as CSV");
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> new TableFile(file("t.gz", new byte[] {0x1f, (byte) 0x8b, 9, 9})).read())
                .withMessageContaining("the gzip file is ");
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() ->
                        new TableFile(file("t.xlsx", "PK, or not".getBytes(StandardCharsets.US_ASCII))).read())
                .withMessageContaining("damaged");
    }

    @Test
    void whatUnpacksToTooMuchIsRefused() throws IOException {
        var path = file("t.csv.gz", packed(new byte[TableFile.LARGEST + 1]));

        assertThat(Files.size(path)).isLessThan(1 << 20);
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> new TableFile(path).read())
                .withMessage(path + ": is larger than 64 MB; make it smaller");
    }

    @Test
    void aFolderAndAFileThatIsNotThereAreNoTables() {
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> new TableFile(folder).read())
                .extracting(FileSystemException::getReason)
                .isEqualTo("it is a folder");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> new TableFile(folder.resolve("none.csv")).read());
    }

    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Test
    void whatMayNeverEndIsNotOpened() {
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> new TableFile(Path.of("/dev/zero")).read())
                .extracting(FileSystemException::getReason)
                .isEqualTo("it is no file, but a pipe or a device");
    }
}
