package io.gradsheet.template;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words of complaints that hold what a stranger wrote. */
final class Wording {
    private static final int LONGEST = 60;

    private Wording() {}

    /** A stranger's text on one line, without control characters, cut where it is long. */
    static String shown(String text) {
        return shown(text, LONGEST);
    }

    static String shown(String text, int longest) {
        var line = text.replaceAll("[\\p{C}\\s]+", " ");
        return line.length() <= longest ? line : line.substring(0, longest) + "…";
    }

    /** The same between quotes. */
    static String quoted(String text) {
        return "'" + shown(text) + "'";
    }

    /** {@code 1 value}, {@code 2 values}, {@code 3 classes}. */
    static String count(int number, String noun) {
        var plural = noun.endsWith("s") ? "es" : "s";
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : plural);
    }

    /** A remark that names what may have been meant, if anything is close: {@code did you mean 'eta'? }. */
    static String didYouMean(String written, List<String> known) {
        return closest(written, known)
                .map(name -> "did you mean '" + name + "'? ")
                .orElse("");
    }

    private static Optional<String> closest(String written, List<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        var typed = written.toLowerCase(Locale.ROOT);
        var beginning = known.stream()
                .filter(name -> typed.length() > 1 && name.startsWith(typed))
                .findFirst();
        return beginning.or(() -> known.stream()
                .filter(name -> distance(typed, name) <= Math.max(1, name.length() / 3))
                .filter(name -> distance(typed, name) < name.length())
                .min(Comparator.comparingInt(name -> distance(typed, name))));
    }

    /** How many letters must be put in, left out or replaced (Levenshtein). */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j - 1], row[j]) + 1);
            }
        }
        return row[b.length()];
    }
}
