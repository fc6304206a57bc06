package io.gradsheet.template;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The name of a file as users write it. */
public final class FileName {
    /** What stands for a character that the locale could not read. */
    private static final char UNREADABLE = '\uFFFD';

    private FileName() {}

    /**
     * The path of that name.
     *
     * @throws TemplateException if no file can have it, or none in this locale
     */
    public static Path path(String name) {
        if (name.indexOf(UNREADABLE) >= 0) {
            throw unnameable(name);
        }
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw name.chars().allMatch(sign -> sign < 0x80)
                    ? new TemplateException(Wording.quoted(name) + " cannot be the name of a file")
                    : unnameable(name);
        }
    }

    private static TemplateException unnameable(String name) {
        return new TemplateException("the file " + Wording.quoted(name)
                + " cannot be named in this locale, which has no letters beyond English ones: set LC_ALL=C.UTF-8, or another"
                + " locale with UTF-8, and run again");
    }
}
