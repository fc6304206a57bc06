package io.gradsheet.xlsx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Whether it was for want of room that nothing could be written. Systems say so in their own words and languages. */
public final class FullDisk {
    /** What is said of it, after what could not be done. */
    public static final String WORDS = "the disk is full; make room, or choose a folder on another disk";

    /** With so little room nothing can be written to speak of. */
    private static final long LEAST_BYTES = 1 << 14;

    private FullDisk() {}

    /**
     * Whether a failure came of a full disk.
     *
     * @param folder in which it was written
     * @param failure with what it came of
     */
    public static boolean holds(Path folder, Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(IOException.class::isInstance)
                .anyMatch(cause -> saysSo(String.valueOf(cause.getMessage())) || hasNoRoom(folder));
    }

    private static boolean saysSo(String message) {
        var words = message.toLowerCase(Locale.ROOT);
        return Stream.of("no space left", "not enough space", "quota exceeded").anyMatch(words::contains);
    }

    private static boolean hasNoRoom(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < LEAST_BYTES;
        } catch (IOException e) {
            return false; // It is not known, and so not said.
        }
    }
}
