package io.gradsheet.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A language that a workbook can be written in. Nothing lists them: there are as many as there are bundles of the texts that every
 * workbook has. What a language has no text for is said in English.
 *
 * @param code of two letters as in ISO 639, as templates, {@code --lang} and the names of bundles write it
 */
public record Language(String code) {
    public static final Language ENGLISH = new Language("en");

    private static final String BUNDLE = "/io/gradsheet/lesson/frame/Shared_%s.properties";

    private static final List<Language> ALL = Stream.concat(
                    Stream.of(ENGLISH),
                    Stream.of(Locale.getISOLanguages())
                            .sorted()
                            .map(Language::new)
                            .filter(Language::isThere))
            .distinct()
            .toList();

    private boolean isThere() {
        return Language.class.getResource(BUNDLE.formatted(code)) != null;
    }

    /** English, and then the others in the order of their codes. */
    public static List<Language> all() {
        return ALL;
    }

    /** The language with this code. */
    public static Optional<Language> of(String code) {
        return ALL.stream().filter(language -> language.code.equals(code)).findFirst();
    }

    /** The codes of all languages. */
    public static List<String> codes() {
        return ALL.stream().map(Language::code).toList();
    }

    /** Whose resource bundles are in this language. */
    public Locale locale() {
        return Locale.forLanguageTag(code);
    }
}
