package io.gradsheet.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Makes characters of bytes: UTF-8, or UTF-16 as spreadsheet programs save "Unicode text", told by its byte order mark or by the zeros
 * beside Latin letters; else, if a guess will do, one of the older ways in which Excel saves a CSV file on a Western or a Chinese
 * computer.
 */
final class TextBytes {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** How many bytes are looked at for zeros. */
    private static final int LOOK = 1 << 10;

    private final String label;
    private final byte[] bytes;
    private final int evenZeros;
    private final int oddZeros;

    TextBytes(String label, byte[] bytes) {
        this.label = label;
        this.bytes = bytes;
        this.evenZeros = zeros(bytes, 0);
        this.oddZeros = zeros(bytes, 1);
    }

    private static int zeros(byte[] bytes, int from) {
        var zeros = 0;
        for (var i = from; i < Math.min(bytes.length, LOOK); i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /**
     * The text.
     *
     * @param mayGuess whether a text that is neither is not refused
     * @throws TableException if the bytes are no text
     */
    TableText text(boolean mayGuess) {
        var wide = wide();
        var text = CharBuffer.allocate(bytes.length);
        // A new decoder reports what is malformed; it does not replace it.
        var decoder = wide.orElse(StandardCharsets.UTF_8).newDecoder();
        var result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        var whole = text.flip().toString();
        if (!result.isError() && (whole.indexOf('\0') < 0 || !isBinary())) {
            return new TableText(label, whole.startsWith(BYTE_ORDER_MARK) ? whole.substring(1) : whole);
        }
        var guess = mayGuess && wide.isEmpty() ? guess() : Optional.<TableText>empty();
        return guess.orElseThrow(() -> isBinary()
                ? TableException.binary(label, "this is no text, but something else or damaged; save the table as CSV")
                : new TableException(
                        Lines.place(label, whole, whole.length()), "this is not UTF-8 text; save the file as UTF-8"));
    }

    private Optional<Charset> wide() {
        if (bytes.length < 2) {
            return Optional.empty();
        }
        var mark = Byte.toUnsignedInt(bytes[0]) << 8 | Byte.toUnsignedInt(bytes[1]);
        if (mark == 0xfffe || mark == 0xfeff) {
            return Optional.of(mark == 0xfffe ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        var half = Math.min(bytes.length, LOOK) / 2;
        // Most characters of a table are digits and Latin letters, whose other byte is 0.
        if (oddZeros > half / 2 && evenZeros == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return evenZeros > half / 2 && oddZeros == 0 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private boolean isBinary() {
        return evenZeros + oddZeros > 0;
    }

    /** The text in the likeliest characters, if its bytes can be such. */
    private Optional<TableText> guess() {
        var charset = likely();
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.indexOf('\0') < 0
                    ? Optional.of(new TableText(label, text, Optional.empty(), Optional.of(charset)))
                    : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private Charset likely() {
        if (evenZeros != oddZeros) {
            // Even among Chinese signs there are separators and line ends.
            return oddZeros > evenZeros ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        return isInPairs() ? CHINESE : WESTERN;
    }

    /**
     * Whether bytes beyond ASCII come in pairs as those of Chinese characters mostly do. In a text of Western letters, most of those with
     * accents stand alone.
     */
    private boolean isInPairs() {
        var pairs = 0;
        var alone = 0;
        for (var i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0 && i + 1 < bytes.length && bytes[i + 1] < 0) {
                pairs++;
                i++;
            } else if (bytes[i] < 0) {
                alone++;
            }
        }
        return pairs > 2 * alone;
    }
}
