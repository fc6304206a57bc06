package io.gradsheet.classroom;

import io.gradsheet.template.Assignment.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a secret draws for somebody: always the same, and nothing that could be told without the secret. Both follow from HMAC-SHA256 of
 * the purpose and the id.
 */
record Draw(String secret, String template, String id) {
    /** Letters and digits that nobody takes for one another. */
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CODE_SIGNS = 8;

    /** A short code, {@code 7K3Q-X2PD}. */
    String code() {
        var bits = ByteBuffer.wrap(hash("code")).getLong();
        var code = new StringBuilder();
        for (var i = 0; i < CODE_SIGNS; i++) {
            code.append(i == CODE_SIGNS / 2 ? "-" : "").append(SIGNS.charAt((int) (bits >>> (5 * i)) & 31));
        }
        return code.toString();
    }

    /** What only this secret gives for a text, in hexadecimal figures. */
    String digest(String text) {
        return HexFormat.of().formatHex(hash("digest " + text.length() + "\n" + text));
    }

    /** The random numbers of an attempt, counted from 1. */
    Random random(int attempt) {
        return new Random(ByteBuffer.wrap(hash("draw " + attempt)).getLong());
    }

    private byte[] hash(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(String.join("\n", purpose, template, id).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** A number from an interval, of two decimals, or of as many more as a narrow interval needs. */
    static double number(Random random, Interval interval) {
        var width = interval.to() - interval.from();
        var decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(width)));
        var drawn = interval.from() + width * random.nextDouble();
        var rounded = BigDecimal.valueOf(drawn).setScale(Math.min(decimals, 2 + decimals / 2), RoundingMode.HALF_EVEN);
        return Math.min(interval.to(), Math.max(interval.from(), rounded.doubleValue()));
    }
}
