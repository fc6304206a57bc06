package io.gradsheet.classroom.marking;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who handed a file in, as the name that a learning platform gave it says.
 *
 * @param platform which it was
 * @param name as the platform writes it: that of the person in Moodle, last and first name run together in Canvas
 * @param number of the participant or the user there
 */
public record Submitter(Platform platform, String name, String number) {
    /** Longer names have more orders than are worth trying. */
    private static final int MOST_WORDS = 5;

    private static final Pattern MOODLE = Pattern.compile("([^/]+)_(\\d+)_assignsubmission_file(?:_.*)?");
    private static final Pattern CANVAS = Pattern.compile("([^/_\\p{Lu}]+)_(?:LATE_)?(\\d+)_\\d+_.+");

    /** A learning platform. */
    enum Platform {
        MOODLE,
        CANVAS
    }

    /**
     * Reads the name of a file.
     *
     * @param path with the folders that it lies in, slashes between them
     */
    static Optional<Submitter> of(String path) {
        for (var name : path.split("/", -1)) {
            var moodle = MOODLE.matcher(name);
            if (moodle.matches()) {
                return Optional.of(new Submitter(Platform.MOODLE, moodle.group(1), moodle.group(2)));
            }
            var canvas = CANVAS.matcher(name);
            if (canvas.matches()) {
                return Optional.of(new Submitter(Platform.CANVAS, canvas.group(1), canvas.group(2)));
            }
        }
        return Optional.empty();
    }

    /** Whether a person of this name may be meant: the same words, in whatever order and case. */
    boolean mayBe(String person) {
        var words = words(person);
        return switch (platform) {
            case MOODLE -> sorted(words).equals(sorted(words(name)));
            case CANVAS -> words.size() <= MOST_WORDS && isMadeOf(letters(name), words);
        };
    }

    /** The same for all names that {@link #mayBe} takes for one another. */
    static String sortedLetters(String name) {
        return words(name).stream()
                .flatMapToInt(String::codePoints)
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<String> sorted(List<String> words) {
        return words.stream().sorted().toList();
    }

    /** Whether a text is these words run together in some order. */
    private static boolean isMadeOf(String text, List<String> words) {
        if (words.isEmpty()) {
            return text.isEmpty();
        }
        for (var word : words) {
            if (text.startsWith(word)) {
                var others = new ArrayList<>(words);
                others.remove(word);
                if (isMadeOf(text.substring(word.length()), others)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> words(String name) {
        return List.of(name.split("[\\s,.'_-]+")).stream()
                .map(Submitter::letters)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Letters alone, small and without accents: platforms differ in what they keep. */
    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
