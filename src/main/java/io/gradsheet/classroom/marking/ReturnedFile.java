package io.gradsheet.classroom.marking;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that came back.
 *
 * @param name as the teacher sees it: its path within the folder or the archives that it came in
 * @param file where it can be read
 * @param time when it was last changed, as far as that is known
 * @param submitter who handed it in, if its name says so
 */
public record ReturnedFile(String name, Path file, Instant time, Optional<Submitter> submitter) {
    /** A file of which it is not yet known who handed it in. */
    ReturnedFile(String name, Path file, Instant time) {
        this(name, file, time, Optional.empty());
    }

    ReturnedFile from(Optional<Submitter> known) {
        return new ReturnedFile(name, file, time, known);
    }

    /** Its name without the folders. */
    String lastName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
