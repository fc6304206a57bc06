package io.gradsheet.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Makes characters of bytes: UTF-8, or UTF-16 as spreadsheet programs save "Unicode text", told by its byte order mark or by the zeros
 * beside Latin letters.
 */
final class TextBytes {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** How many bytes are looked at for zeros. */
    private static final int LOOK = 1 << 10;

    private final String label;
    private final Optional<Charset> otherwise;

    /** @param otherwise what bytes are taken for that are neither */
    TextBytes(String label, Optional<Charset> otherwise) {
        this.label = label;
        this.otherwise = otherwise;
    }

    /** @throws TableException if the bytes are no text */
    String text(byte[] bytes) {
        var wide = wide(bytes);
        var charset = wide.orElse(StandardCharsets.UTF_8);
        var text = CharBuffer.allocate(bytes.length);
        // A new decoder reports what is malformed; it does not replace it.
        var decoder = charset.newDecoder();
        var result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        var whole = text.toString();
        if (result.isError() && wide.isEmpty() && otherwise.isPresent() && !isBinary(bytes)) {
            return new String(bytes, otherwise.get());
        }
        if (result.isError() || (whole.indexOf('\0') >= 0 && isBinary(bytes))) {
            throw isBinary(bytes)
                    ? TableException.binary(
                            label, "this is no text, but something else or damaged; save the table as CSV")
                    : new TableException(
                            Lines.place(label, whole, whole.length()),
                            "this is not UTF-8 text; save the file as UTF-8");
        }
        return whole.startsWith(BYTE_ORDER_MARK) ? whole.substring(1) : whole;
    }

    private static Optional<Charset> wide(byte[] bytes) {
        if (bytes.length < 2) {
            return Optional.empty();
        }
        var mark = Byte.toUnsignedInt(bytes[0]) << 8 | Byte.toUnsignedInt(bytes[1]);
        if (mark == 0xfffe || mark == 0xfeff) {
            return Optional.of(mark == 0xfffe ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        var even = zeros(bytes, 0);
        var odd = zeros(bytes, 1);
        var half = Math.min(bytes.length, LOOK) / 2;
        // Most characters of a table are digits and Latin letters, whose other byte is 0.
        if (odd > half / 2 && even == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return even > half / 2 && odd == 0 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static int zeros(byte[] bytes, int from) {
        var zeros = 0;
        for (var i = from; i < Math.min(bytes.length, LOOK); i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean isBinary(byte[] bytes) {
        return zeros(bytes, 0) + zeros(bytes, 1) > 0;
    }
}
