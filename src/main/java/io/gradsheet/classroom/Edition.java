package io.gradsheet.classroom;

import io.gradsheet.lesson.frame.Texts;
import io.gradsheet.template.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** For whom a workbook is made. */
public enum Edition {
    /** With every formula. */
    TEACHER,
    /** With blanks that say at once whether an answer is right. */
    PRACTICE,
    /** With blanks, and without any answer. */
    EXAM;

    /** As users write it: {@code practice}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The edition that a workbook says it is of, by its code or in a language of workbooks. */
    public static Optional<Edition> of(String said) {
        return Stream.of(PRACTICE, EXAM, TEACHER)
                .filter(edition -> edition.code().equals(said)
                        || (edition != TEACHER
                                && Language.all().stream()
                                        .anyMatch(language ->
                                                edition.word(language).equals(said))))
                .findFirst();
    }

    private String word(Language language) {
        return new Texts(List.of(Exercise.BUNDLE), language, List.of(code())).get("guide.edition");
    }

    @Override
    public String toString() {
        return code();
    }
}
