package io.gradsheet.lesson.frame;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.RichText;
import io.gradsheet.sheet.Role;
import io.gradsheet.template.Language;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * The texts of a lesson in one language: its own bundle, and behind it those that it shares with other lessons. What a bundle lacks, or
 * a language has no bundle for, is in English.
 */
public final class Texts {
    private static final String SHARED = "io/gradsheet/lesson/frame/Shared";

    /** Nothing else: a workbook asked for in English must not come out in the language of the machine. */
    private static final ResourceBundle.Control ENGLISH_BEHIND = new ResourceBundle.Control() {
        @Override
        public List<String> getFormats(String bundle) {
            return FORMAT_PROPERTIES;
        }

        @Override
        public List<Locale> getCandidateLocales(String bundle, Locale locale) {
            return Stream.of(locale, Language.ENGLISH.locale()).distinct().toList();
        }

        @Override
        public Locale getFallbackLocale(String bundle, Locale locale) {
            return null;
        }
    };

    private final Language language;
    private final List<String> endings;
    private final List<ResourceBundle> bundles;

    /**
     * Opens a lesson's texts.
     *
     * @param bundle the lesson's resource bundle
     */
    public Texts(String bundle, Language language) {
        this(List.of(bundle), language, List.of());
    }

    /**
     * Opens a lesson's texts in variants: where there is a text {@code KEY.VARIANT}, it stands for {@code KEY}.
     *
     * @param bundles the lesson's own, and then those that it shares with some others
     * @param variants the first of which there is a text counts
     */
    public Texts(List<String> bundles, Language language, List<String> variants) {
        this.language = language;
        this.endings = Stream.concat(variants.stream().map(variant -> "." + variant), Stream.of(""))
                .toList();
        this.bundles = Stream.concat(bundles.stream(), Stream.of(SHARED))
                .map(bundle -> ResourceBundle.getBundle(bundle, language.locale(), ENGLISH_BEHIND))
                .toList();
    }

    /** The texts that all lessons share. */
    public static Texts shared(Language language) {
        return new Texts(List.of(), language, List.of());
    }

    public Language language() {
        return language;
    }

    /**
     * A text, its {@code %s} and {@code %d} filled in.
     *
     * @throws MissingResourceException if neither bundle has it
     */
    public String get(String key, Object... arguments) {
        for (var ending : endings) {
            for (var bundle : bundles) {
                if (bundle.containsKey(key + ending)) {
                    var text = bundle.getString(key + ending);
                    return arguments.length == 0 ? text : String.format(Locale.ROOT, text, arguments);
                }
            }
        }
        throw new MissingResourceException("no text for " + key, Texts.class.getName(), key);
    }

    /** A text as markup. */
    public RichText rich(String key, Object... arguments) {
        return RichText.of(get(key, arguments));
    }

    /** A label with a text. */
    public Cell label(Role role, String key, Object... arguments) {
        return new Cell.Label(rich(key, arguments), role);
    }

    /** Whether there is such a text: numbered ones end where the first is missing. */
    public boolean has(String key) {
        return bundles.stream().anyMatch(bundle -> bundle.containsKey(key));
    }
}
