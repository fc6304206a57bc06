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
 */
public record ReturnedFile(String name, Path file, Instant time) {
    /** Who handed it in, if its name says so. */
    public Optional<Submitter> submitter() {
        return Submitter.of(name);
    }
}
