package io.gradsheet.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the texts of a worksheet: one for all languages, or one for each. */
final class WorksheetTexts {
    private static final int LONGEST = 2_000;

    private final Language language;

    WorksheetTexts(Language language) {
        this.language = language;
    }

    /** The text in the language of the workbook. */
    String of(Entry entry) {
        return of(entry, LONGEST);
    }

    /** The same, of at most so many characters. */
    String of(Entry entry, int longest) {
        return entry.in(language, text -> checked(text, longest));
    }

    String of(Optional<Entry> entry) {
        return entry.map(this::of).orElse("");
    }

    /** Texts in a list. */
    List<String> list(Entry entry, String noun, int most) {
        return entry.items(noun, 1, 1, most).stream().map(this::of).toList();
    }

    private static String checked(Entry entry, int longest) {
        if (entry.isSection() || entry.isList()) {
            throw entry.complaint("must be a text; put a text that has a colon in it between quotes");
        }
        var text = entry.text();
        if (text.length() > longest) {
            throw entry.complaint(
                    String.format(Locale.ROOT, "has %,d characters, but may have %,d", text.length(), longest));
        }
        return text;
    }
}
