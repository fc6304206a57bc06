package io.gradsheet.classroom.roster;

import io.gradsheet.classroom.ExerciseException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The text of a roster, whatever it is encoded in: UTF-8, UTF-16 as Excel and Blackboard write it, or one of the older encodings in which
 * Excel saves a CSV file on a Western or a Chinese computer.
 *
 * @param text without a byte order mark
 * @param warning where the encoding is guessed
 */
record RosterText(String text, Optional<String> warning) {
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** @throws ExerciseException if it is no text */
    static RosterText of(Path file, byte[] bytes) {
        var unicode = marked(bytes).or(() -> unmarked(bytes)).or(() -> decoded(bytes, 0, StandardCharsets.UTF_8));
        if (unicode.isPresent()) {
            return new RosterText(unicode.get(), Optional.empty());
        }
        var charset = isChinese(bytes) ? CHINESE : WESTERN;
        var text = decoded(bytes, 0, charset)
                .filter(decoded -> decoded.indexOf('\0') < 0)
                .orElseThrow(() -> new ExerciseException(
                        file + " is not in UTF-8, nor any encoding that is known: save it as CSV UTF-8"));
        return new RosterText(
                text,
                Optional.of(file + " is not in UTF-8; it is read as " + charset.displayName()
                        + ": look at the names, and if they are wrong, save it as CSV UTF-8"));
    }

    private static Optional<String> marked(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return decoded(bytes, 3, StandardCharsets.UTF_8);
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return decoded(bytes, 2, StandardCharsets.UTF_16LE);
        }
        return begins(bytes, 0xFE, 0xFF) ? decoded(bytes, 2, StandardCharsets.UTF_16BE) : Optional.empty();
    }

    /** UTF-16 of which the mark was lost: the high bytes of signs and line breaks are 0, which no other text has. */
    private static Optional<String> unmarked(byte[] bytes) {
        var even = 0;
        var odd = 0;
        for (var i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0 && i % 2 == 0) {
                even++;
            } else if (bytes[i] == 0) {
                odd++;
            }
        }
        if (even == odd) {
            return Optional.empty();
        }
        return decoded(bytes, 0, odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    private static boolean begins(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (var i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> decoded(byte[] bytes, int start, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether bytes beyond ASCII come in pairs as those of Chinese characters mostly do. In a text of Western letters, most of those with
     * accents stand alone.
     */
    private static boolean isChinese(byte[] bytes) {
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
        return pairs > 2 * alone && decoded(bytes, 0, CHINESE).isPresent();
    }
}
