package io.gradsheet.recalc;

import io.gradsheet.scratch.RunFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder for the files of one run of an external program, and the keeper of that program: when the folder is closed, or the
 * tool is stopped with Ctrl-C, the program and whatever it started end first, and then the folder is removed.
 */
final class ScratchFolder implements Closeable {
    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final RunFolder folder;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private final Set<Stray> strays = ConcurrentHashMap.newKeySet();
    private final Thread hook = new Thread(this::clear, "scratch-folder");

    /** Files that a program leaves elsewhere when it is stopped. */
    private record Stray(Path folder, String glob) {}

    private ScratchFolder(RunFolder folder) {
        this.folder = folder;
    }

    /** A new folder within {@code parent}. */
    static ScratchFolder within(Path parent) {
        try {
            // A run that was killed could not end its program either.
            var folder = new ScratchFolder(RunFolder.within(parent, "gradsheet-", ScratchFolder::stopStragglers));
            Runtime.getRuntime().addShutdownHook(folder.hook);
            return folder;
        } catch (NoSuchFileException e) {
            throw new EngineException("the folder for temporary files, " + parent + ", does not exist: make it", e);
        } catch (IOException e) {
            throw new EngineException("no temporary folder can be made in " + parent + ": " + XmlPart.reason(e), e);
        }
    }

    Path path() {
        return folder.path();
    }

    /** A folder in this one, made if it is not there. */
    Path folder(String name) {
        try {
            return Files.createDirectories(path().resolve(name));
        } catch (IOException e) {
            throw new EngineException("no folder can be made in " + path() + ": " + XmlPart.reason(e), e);
        }
    }

    /** Has files of another folder removed with this one, should a program leave them there. */
    void removeAlso(Path folder, String glob) {
        strays.add(new Stray(folder, glob));
    }

    void keep(Process process) {
        running.add(process);
    }

    /** Ends the program and all that it started. */
    void stop(Process process) {
        var started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        stopStragglers(path());
        running.remove(process);
    }

    /** What was started while its parent was being ended is known by this folder's name, which is no one else's, in its command. */
    private static void stopStragglers(Path folder) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var stragglers = ProcessHandle.allProcesses()
                    .filter(process -> worksIn(folder, process))
                    .toList();
            if (stragglers.isEmpty()) {
                return;
            }
            stragglers.forEach(ProcessHandle::destroyForcibly);
            pause();
        }
    }

    private static boolean worksIn(Path folder, ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .arguments()
                        .map(arguments -> String.join(" ", arguments)
                                .contains(folder.getFileName().toString()))
                        .orElse(false);
    }

    private void clear() {
        running.forEach(this::stop);
        folder.close();
        strays.forEach(ScratchFolder::remove);
    }

    private static void remove(Stray stray) {
        if (!Files.isDirectory(stray.folder)) {
            return;
        }
        try (var left = Files.newDirectoryStream(stray.folder, stray.glob)) {
            for (var file : left) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // It is not ours to insist on.
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The tool is ending, and the hook runs already.
        }
    }
}
