package io.gradsheet.xlsx;

import io.gradsheet.scratch.RunFolder;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;

/**
 * A file that nobody sees before it is whole. It grows in a hidden folder beside its target, on the same disk, so that it can
 * take its place in one step; whatever is left of the folder goes when the draft is closed or the program is interrupted, or
 * with the next run.
 */
final class Draft implements AutoCloseable {
    private final Thread interrupted = new Thread(this::clear, "remove draft");

    /** Empty until it is made; who clears waits for one that is being made. */
    private Optional<RunFolder> folder = Optional.empty();

    private Draft() {
        // Before there is anything to remove, lest a program that is stopped just then leave it.
        Runtime.getRuntime().addShutdownHook(interrupted);
    }

    static Draft beside(Path target) throws IOException {
        var draft = new Draft();
        try {
            draft.open(target.toAbsolutePath().getParent());
            return draft;
        } catch (IOException e) {
            draft.close();
            throw e;
        }
    }

    private synchronized void open(Path parent) throws IOException {
        folder = Optional.of(RunFolder.within(parent, ".gradsheet-", left -> {}));
    }

    synchronized Path file() {
        return folder.orElseThrow().path().resolve("draft");
    }

    /**
     * Gives the finished file its name.
     *
     * @throws FileAlreadyExistsException if the name has come into being meanwhile
     */
    void publishAs(Path target) throws IOException {
        try {
            // Unlike a move, a link never takes a name that is there, whoever else is at work.
            Files.createLink(target, file());
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | IOException e) {
            publishWithoutLinks(target);
        }
    }

    /** For disks that have no hard links, such as memory sticks: the name is taken first, and then given to the file. */
    private void publishWithoutLinks(Path target) throws IOException {
        Files.createFile(target);
        try {
            move(target);
        } catch (IOException e) {
            Files.deleteIfExists(target);
            throw e;
        }
    }

    /** Puts the finished file in the place of a file that is there, whose permissions it takes over. */
    void replace(Path target) throws IOException {
        var permissions = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (permissions != null && Files.exists(target)) {
            Files.setPosixFilePermissions(file(), permissions.readAttributes().permissions());
        }
        move(target);
    }

    private void move(Path target) throws IOException {
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

    private synchronized void clear() {
        folder.ifPresent(RunFolder::close);
    }
}
