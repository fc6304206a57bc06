package io.gradsheet.template;

import io.gradsheet.table.TableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A text and the name that complaints call it by.
 *
 * @param label path or name
 */
record TextFile(String label, String text) {
    /** The most bytes that a template may have. */
    static final int LARGEST_TEMPLATE = 3 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Reads UTF-8 text, with or without a byte order mark.
     *
     * @throws TemplateException if it is too large or no UTF-8 text
     */
    static TextFile read(String label, InputStream in, int limit) throws IOException {
        var bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new TemplateException(
                    String.format(Locale.ROOT, "%s: is larger than %d MB; make it smaller", label, limit >> 20));
        }
        return new TextFile(label, decoded(label, bytes));
    }

    /** Opens a file, and nothing that may never end. */
    static InputStream opened(Path path) throws IOException {
        TableFile.refuseOthers(path);
        return Files.newInputStream(path);
    }

    /** Why a file could not be read, without its name: the message of such an exception may be nothing but that. */
    static String reason(Path path, IOException e) {
        if (Files.isDirectory(path)) {
            return "it is a folder";
        }
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        var reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? "the disk does not give it" : Wording.shown(reason);
    }

    private static String decoded(String label, byte[] bytes) {
        var text = CharBuffer.allocate(bytes.length);
        // A new decoder reports what is malformed; it does not replace it.
        var result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            throw Place.in(label, text, text.length()).complaint("this is not UTF-8 text; save the file as UTF-8");
        }
        var whole = text.toString();
        return whole.startsWith(BYTE_ORDER_MARK) ? whole.substring(1) : whole;
    }
}
