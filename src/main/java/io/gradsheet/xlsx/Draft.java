package io.gradsheet.xlsx;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that nobody sees before it is whole. It grows in a hidden folder beside its target, on the same disk, so that it can
 * take its place in one step; whatever is left of the folder goes when the draft is closed or the program is interrupted.
 */
final class Draft implements AutoCloseable {
    private final Path folder;
    private final Thread interrupted = new Thread(this::clear, "remove draft");

    private Draft(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(interrupted);
    }

    static Draft beside(Path target) throws IOException {
        return new Draft(Files.createTempDirectory(target.toAbsolutePath().getParent(), ".gradsheet-"));
    }

    Path file() {
        return folder.resolve("draft");
    }

    /** Puts the finished file in its place, over a file that is there. */
    void publishAs(Path target) throws IOException {
        try {
            Files.move(file(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(file(), target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException e) {
            return; // The program is ending already, and the hook clears the folder.
        }
        clear();
    }

    private void clear() {
        try (var left = Files.newDirectoryStream(folder)) {
            for (var file : left) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // Left-overs harm nobody, and the reader of a message about them could do nothing that matters.
        }
    }
}
