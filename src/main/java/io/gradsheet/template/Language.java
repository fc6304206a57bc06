package io.gradsheet.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that a workbook can be written in. */
public enum Language {
    ENGLISH("en", Locale.ENGLISH),
    CHINESE("zh", Locale.SIMPLIFIED_CHINESE);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** The code as templates and {@code --lang} write it. */
    public String code() {
        return code;
    }

    /** Whose resource bundles are in this language. */
    public Locale locale() {
        return locale;
    }

    /** The language with this code. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }
}
