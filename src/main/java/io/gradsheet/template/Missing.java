package io.gradsheet.template;

import java.util.List;
import java.util.Locale;

/** What is to be done about values that nobody knows. */
enum Missing {
    /** A missing value is a fault. */
    REFUSE,
    /** Its row is left out. */
    SKIP,
    /** The mean of its column stands for it; rows without an answer are left out. */
    MEAN;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a template says. */
    static Missing of(Section data) {
        return data.optional("missing")
                .map(entry -> entry.choice(List.of(values()), Missing::word))
                .orElse(REFUSE);
    }
}
