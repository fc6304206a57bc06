package io.gradsheet.table;

import io.gradsheet.recalc.RowCursor;
import io.gradsheet.recalc.StoredWorkbook;
import io.gradsheet.recalc.WorkbookException;
import io.gradsheet.sheet.OneLine;
import io.gradsheet.sheet.Value;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file that holds a table: a text, plain or packed with gzip, or an .xlsx workbook, told by its first bytes.
 *
 * @param path where it is
 * @param label what complaints call it
 * @param sheet the sheet of a workbook; left out, the first that is not empty
 */
public record TableFile(Path path, String label, Optional<String> sheet) {
    /** The most bytes that a file may have, or unpack to. */
    public static final int LARGEST = 64 << 20;

    private static final int LONGEST_SHOWN = 200;
    private static final int GZIP = 0x1f8b;
    private static final int ZIP = 0x504b;
    private static final int OLE2 = 0xd0cf;

    /** A file of which nothing more is known. */
    public TableFile(Path path) {
        this(path, path.toString(), Optional.empty());
    }

    /**
     * Reads the file as it is stored: numbers of a workbook with all their digits, a text in UTF-8 or UTF-16.
     *
     * @throws IOException if it cannot be opened, a folder, a pipe or a device among others
     * @throws TableException if it holds no table, or too large a one
     */
    public TableText read() throws IOException {
        return read(false);
    }

    /**
     * The same as a person sees it: numbers of a workbook with the zeros that are shown at their front, and a text that is neither
     * UTF-8 nor UTF-16 in the characters that it is most likely written in.
     */
    public TableText readAsShown() throws IOException {
        return read(true);
    }

    private TableText read(boolean asShown) throws IOException {
        refuseOthers(path);
        if (Files.size(path) > LARGEST) {
            throw tooLarge();
        }
        byte[] bytes;
        try (var in = Files.newInputStream(path)) {
            bytes = limited(in);
        }
        var magic = magic(bytes);
        if (magic == ZIP || magic == OLE2) {
            return workbook(asShown);
        }
        sheet.ifPresent(name -> {
            throw new TableException(
                    label, "this is no workbook, and has no sheet '" + OneLine.of(name) + "'; leave the sheet out");
        });
        return text(magic == GZIP ? unpacked(bytes) : bytes, asShown);
    }

    /** Reads a text from elsewhere, by the same rules; it may be packed, but no workbook. */
    public static TableText read(String label, InputStream in) throws IOException {
        var file = new TableFile(Path.of(""), label, Optional.empty());
        var bytes = file.limited(in);
        return file.text(magic(bytes) == GZIP ? file.unpacked(bytes) : bytes, false);
    }

    /**
     * Refuses what is there but is no file to be read from its beginning to its end: a pipe or a device may never end.
     *
     * @throws FileSystemException if it is such a thing, or a folder; the reason says which
     */
    public static void refuseOthers(Path path) throws FileSystemException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "it is a folder");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new FileSystemException(path.toString(), null, "it is no file, but a pipe or a device");
        }
    }

    private TableText text(byte[] bytes, boolean asShown) {
        return new TextBytes(label, bytes).text(asShown);
    }

    private static int magic(byte[] bytes) {
        return bytes.length < 2 ? 0 : Byte.toUnsignedInt(bytes[0]) << 8 | Byte.toUnsignedInt(bytes[1]);
    }

    private byte[] limited(InputStream in) throws IOException {
        var bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw tooLarge();
        }
        return bytes;
    }

    private byte[] unpacked(byte[] packed) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return limited(in);
        } catch (EOFException e) {
            throw new TableException(label, "the gzip file is cut short; fetch it again");
        } catch (ZipException e) {
            throw new TableException(label, "the gzip file is damaged; fetch it again");
        } catch (IOException e) {
            throw new TableException(label + ": the gzip file cannot be unpacked; unpack it first", e);
        }
    }

    private TableException tooLarge() {
        return new TableException(label, "is larger than " + (LARGEST >> 20) + " MB; make it smaller");
    }

    private TableText workbook(boolean asShown) {
        try (var workbook = StoredWorkbook.open(path)) {
            if (sheet.isPresent() && !workbook.sheetNames().contains(sheet.get())) {
                throw new TableException(
                        label,
                        "there is no sheet '" + OneLine.of(sheet.get(), LONGEST_SHOWN) + "'; there are: "
                                + OneLine.of(String.join(", ", workbook.sheetNames()), LONGEST_SHOWN));
            }
            for (var name : sheet.map(List::of).orElse(workbook.sheetNames())) {
                var text = text(name, asShown ? workbook.shownRows(name) : workbook.rows(name));
                if (!text.isBlank() || sheet.isPresent()) {
                    return new TableText(label, text, Optional.of(name));
                }
            }
            throw new TableException(label, "all sheets of this workbook are empty; put the table on the first");
        } catch (WorkbookException e) {
            throw new TableException(e.getMessage(), e);
        }
    }

    /** The rows of a sheet as lines, a blank one for each row that is left out, so that they are numbered alike. */
    private String text(String name, RowCursor cursor) {
        var text = new StringBuilder();
        try (var rows = cursor) {
            var line = 0;
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                text.append("\n".repeat(row.get().index() - line));
                line = row.get().index();
                var column = 0;
                for (var cell : row.get().cells()) {
                    if (cell.value() instanceof Value.Nothing) {
                        continue;
                    }
                    text.append(",".repeat(cell.column() - column));
                    column = cell.column();
                    text.append(quoted(cell.value().content()));
                }
                if (text.length() > LARGEST) {
                    throw new TableException(
                            label,
                            "the cells of sheet " + OneLine.of(name) + " fill more than " + (LARGEST >> 20)
                                    + " MB; make it smaller");
                }
            }
        }
        return text.toString();
    }

    /** A value between quotes, unless it is a word or a number. */
    static String quoted(String value) {
        return value.matches("[\\p{L}\\p{N}_.+-]*+") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
