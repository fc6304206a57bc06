package io.gradsheet.recalc;

import io.gradsheet.recalc.WorkbookException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What a file is, if it is not an .xlsx: found from its first bytes and its table of contents, before anything is unpacked. */
final class Lookalike {
    /** A compressed part of a workbook has at least this share of its size: Gnumeric's table of texts may come to less than a hundredth. */
    private static final double LEAST_SHARE = 0.002;

    /** Where Numbers keeps its tables. */
    private static final String NUMBERS_PART = "Index/Document.iwa";

    private static final byte[] ZIP = "PK".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OLE2 = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

    private Lookalike() {}

    /** @throws WorkbookException if the file is not a zip archive of harmless size that may hold a workbook */
    static void refuse(Path file) {
        if (Files.isDirectory(file)) {
            throw new WorkbookException(Kind.NO_WORKBOOK, file + " is a folder, not a workbook");
        }
        if (!Files.exists(file)) {
            throw new WorkbookException(Kind.NO_WORKBOOK, file + " does not exist");
        }
        if (!Files.isRegularFile(file)) {
            throw new WorkbookException(
                    Kind.NO_WORKBOOK, file + " is neither a file nor a folder but a device or the like");
        }
        try {
            var start = start(file);
            if (begins(start, ZIP)) {
                refuseArchive(file);
            } else {
                throw other(file, look(file, start));
            }
        } catch (IOException e) {
            throw new WorkbookException(file + " cannot be read: " + XmlPart.reason(e), e);
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(512);
        }
    }

    private static boolean begins(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    /** What a file is instead, and what can be done about it. */
    private record Look(Kind kind, String words) {}

    private static WorkbookException other(Path file, Look look) {
        return new WorkbookException(look.kind(), file + " is not an .xlsx workbook: " + look.words());
    }

    private static Look look(Path file, byte[] start) {
        if (start.length == 0) {
            return new Look(Kind.NO_WORKBOOK, "it is empty");
        }
        if (begins(start, OLE2)) {
            return isEncrypted(file)
                    ? new Look(Kind.PASSWORD, "it is protected with a password; save it without one")
                    : new Look(Kind.OLD_EXCEL, "it looks like an old Excel file (.xls); save it as .xlsx");
        }
        if (begins(start, PDF)) {
            return new Look(Kind.NO_WORKBOOK, "it looks like a PDF");
        }
        for (var octet : start) {
            if (octet == 0) {
                return new Look(Kind.DAMAGED, "it is something else, or damaged");
            }
        }
        return new Look(Kind.NO_WORKBOOK, "it looks like a text file");
    }

    private static boolean isEncrypted(Path file) {
        try (var container = new POIFSFileSystem(file.toFile(), true)) {
            return container.getRoot().hasEntry(Decryptor.DEFAULT_POIFS_ENTRY);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static void refuseArchive(Path file) throws IOException {
        ZipSecureFile.setMinInflateRatio(LEAST_SHARE);
        try (var archive = new ZipFile(file.toFile())) {
            if (archive.size() > ZipSecureFile.getMaxFileCount()) {
                throw new WorkbookException(
                        Kind.UNSAFE,
                        file + " is not safe to read: it holds " + archive.size()
                                + " parts, far more than a workbook does (a zip bomb)");
            }
            if (archive.stream().anyMatch(entry -> explodes(entry.getSize(), entry.getCompressedSize()))) {
                throw new WorkbookException(
                        Kind.UNSAFE,
                        file + " is not safe to read: it would unpack to far more than a workbook does (a zip bomb)");
            }
            if (archive.getEntry("[Content_Types].xml") == null) {
                throw other(file, archive(archive));
            }
        } catch (ZipException e) {
            throw new WorkbookException(file + " is cut short or damaged: " + XmlPart.reason(e), e);
        }
    }

    /** By what the archive itself claims; where it lies, the same limits stop the reading. */
    private static boolean explodes(long size, long compressed) {
        return size > ZipSecureFile.getGraceEntrySize() && compressed < size * ZipSecureFile.getMinInflateRatio();
    }

    private static Look archive(ZipFile archive) throws IOException {
        if (archive.getEntry(NUMBERS_PART) != null) {
            return new Look(Kind.NUMBERS, "it looks like a document of Numbers; export it to Excel");
        }
        var entry = archive.getEntry("mimetype");
        if (entry != null) {
            try (var bytes = archive.getInputStream(entry)) {
                var type = new String(bytes.readNBytes(100), StandardCharsets.US_ASCII);
                if (type.startsWith("application/vnd.oasis.opendocument")) {
                    return new Look(
                            Kind.OPEN_DOCUMENT,
                            type.contains("spreadsheet")
                                    ? "it looks like an OpenDocument spreadsheet (.ods); save it as .xlsx"
                                    : "it looks like an OpenDocument file that is not a spreadsheet");
                }
            }
        }
        return new Look(Kind.NO_WORKBOOK, "it looks like another kind of archive");
    }
}
