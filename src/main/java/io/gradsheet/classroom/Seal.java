package io.gradsheet.classroom;

import io.gradsheet.lesson.frame.SourceSheet;
import io.gradsheet.template.Provenance;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Proves that a workbook carries the texts that it was made with: HMAC-SHA256, with the seed of the class as its key, of all the lines of
 * the sheet {@link SourceSheet#NAME} and of whose workbook it is. Nobody can make one who has not the seed.
 *
 * @param secret the seed of the class
 */
public record Seal(String secret) {
    /** The digest of a workbook's texts, in hexadecimal figures. */
    public String of(Identity identity, Provenance provenance) {
        var message = new StringBuilder();
        for (var line : SourceSheet.lines(provenance, identity.edition().code())) {
            // With its length, lest one line be taken for two.
            line.forEach(text ->
                    message.append(text.length()).append(' ').append(text).append('\n'));
        }
        return draw(identity).digest(message.toString());
    }

    /** Whether a digest that came with the texts is theirs, and the code of the workbook is the student's. */
    public boolean proves(Identity identity, Provenance provenance, String digest) {
        return draw(identity).code().equals(identity.code()) && isSame(of(identity, provenance), digest);
    }

    private Draw draw(Identity identity) {
        return new Draw(
                secret, identity.template(), identity.student().map(Student::id).orElse(""));
    }

    /** Takes the same time for whatever differs. */
    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
