package io.gradsheet.scratch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A folder for one run. A lock in it says that the run is alive: the operating system opens it even when the run is killed, and then
 * the next run that makes such a folder in the same place removes the one that was left.
 */
public final class RunFolder implements Closeable {
    static final String LOCK = "lock";

    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Path path;
    private final Optional<FileChannel> lock;

    private RunFolder(Path path, Optional<FileChannel> lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes a folder whose name begins with {@code prefix}, and removes those that dead runs of the same user have left there.
     *
     * @param abandoned hears of each of them before it goes
     */
    public static RunFolder within(Path parent, String prefix, Consumer<Path> abandoned) throws IOException {
        var folder = made(parent, prefix);
        new Leftovers(folder.path, prefix, abandoned).remove();
        return folder;
    }

    private static RunFolder made(Path parent, String prefix) throws IOException {
        for (var attempt = 1; ; attempt++) {
            var path = Files.createTempDirectory(parent, prefix).toRealPath();
            try {
                var lock = lock(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
                // Another run may have taken the folder for a dead one's before it was locked.
                if (lock.isPresent() && Files.exists(path.resolve(LOCK))) {
                    return new RunFolder(path, lock);
                }
                close(lock);
            } catch (IOException e) {
                // A disk that has no locks: without one, nobody removes the folder but this run.
                Files.deleteIfExists(path.resolve(LOCK));
                return new RunFolder(path, Optional.empty());
            }
            if (attempt == ATTEMPTS) {
                throw new IOException("no folder stays there");
            }
        }
    }

    /** The lock of a folder; empty if its run is alive. */
    static Optional<FileChannel> lock(Path folder, Set<? extends OpenOption> options) throws IOException {
        var channel = FileChannel.open(folder.resolve(LOCK), options);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) {
            // It belongs to this process.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** Where the folder is. */
    public Path path() {
        return path;
    }

    /** Removes the folder with all that is in it. */
    @Override
    public void close() {
        for (var attempt = 0; attempt < ATTEMPTS && Files.exists(path, LinkOption.NOFOLLOW_LINKS); attempt++) {
            try {
                remove(path, lock);
            } catch (IOException e) {
                // A program that is just ending may still be writing: once more, a little later.
                pause();
            }
        }
    }

    /** The lock goes last: as long as anything else is there, the folder can be known for what it is. */
    static void remove(Path folder, Optional<FileChannel> lock) throws IOException {
        Files.walkFileTree(folder, new Remover(folder));
        close(lock);
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.deleteIfExists(folder);
    }

    private static void close(Optional<FileChannel> lock) throws IOException {
        if (lock.isPresent()) {
            lock.get().close();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
