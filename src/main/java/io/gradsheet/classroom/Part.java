package io.gradsheet.classroom;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One of the parts that a course is done in, by as many runs. Which part something belongs to follows from its key alone, such as a
 * student's id: the remainder of its SHA-256, taken as a number, when divided by the number of parts.
 *
 * @param number from 1
 * @param of how many parts there are
 */
public record Part(int number, int of) {
    /** Everything. */
    public static final Part WHOLE = new Part(1, 1);

    private static final int MOST = 10_000;
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,5})/(\\d{1,5})");

    /** A part as users write it, {@code 3/16}; nothing if it is none. */
    public static Optional<Part> parse(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        var part = new Part(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)));
        return Optional.of(part).filter(each -> each.number >= 1 && each.number <= each.of && each.of <= MOST);
    }

    /** Whether what has this key belongs to the part. */
    public boolean holds(String key) {
        return of == 1 || remainder(key) == number - 1;
    }

    private int remainder(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, digest).mod(BigInteger.valueOf(of)).intValue();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
