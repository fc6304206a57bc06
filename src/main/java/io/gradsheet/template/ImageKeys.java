package io.gradsheet.template;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The keys of {@code data.image}: what the network sees, and how the files show it.
 *
 * @param shape what the network sees
 * @param ink what stands for ink: a number in a CSV file, dark or light in a picture
 * @param shrink how many times larger pictures in files are
 */
record ImageKeys(ImageShape shape, Optional<Entry> ink, Optional<Entry> shrink) {
    private static final int LARGEST_SIDE = 16_384;
    private static final int MOST_SHRUNK = 64;

    static ImageKeys of(Entry entry, int inputs) {
        var keys = entry.section().only(List.of("rows", "columns", "ink", "shrink"));
        var shape = new ImageShape(
                keys.entry("rows").integer(1, LARGEST_SIDE),
                keys.entry("columns").integer(1, LARGEST_SIDE));
        if (shape.rows() * shape.columns() != inputs) {
            throw entry.complaint(String.format(
                    Locale.ROOT,
                    "has %,d pixels (%d rows of %d), but the network has %s; change one of them",
                    shape.rows() * shape.columns(),
                    shape.rows(),
                    shape.columns(),
                    Wording.count(inputs, "input")));
        }
        return new ImageKeys(shape, keys.optional("ink"), keys.optional("shrink"));
    }

    /** The number that stands for full ink in a CSV file. */
    double full() {
        return ink.map(Entry::positive).orElse(1.0);
    }

    /**
     * What pictures in files must be like.
     *
     * @param darkInk what their ink is unless it is said
     */
    Pictures.Wanted wanted(boolean darkInk) {
        return new Pictures.Wanted(
                shape,
                shrink.map(entry -> entry.integer(1, MOST_SHRUNK)).orElse(1),
                ink.map(entry -> entry.choice(List.of("dark", "light"), word -> word)
                                .equals("dark"))
                        .orElse(darkInk));
    }
}
