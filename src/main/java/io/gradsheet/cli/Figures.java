package io.gradsheet.cli;

import java.time.Duration;
import java.util.Locale;

/** How numbers look in what the commands print. */
final class Figures {
    private Figures() {}

    /** Six significant digits, whole numbers as such. */
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.format(Locale.ROOT, "%d", (long) value)
                : String.format(Locale.ROOT, "%.6g", value);
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A count of things: 1 epoch, 9,620 epochs. */
    static String counted(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    /** The size of a difference. */
    static String difference(double value) {
        return String.format(Locale.ROOT, "%.1e", value);
    }
}
