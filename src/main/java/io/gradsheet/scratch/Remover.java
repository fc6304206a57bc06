package io.gradsheet.scratch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Removes what is in a folder, but not its lock. Links are removed, not followed. */
final class Remover extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final Path lock;

    Remover(Path folder) {
        this.folder = folder;
        this.lock = folder.resolve(RunFolder.LOCK);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (!file.equals(lock)) {
            Files.deleteIfExists(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
        if (!visited.equals(folder)) {
            Files.deleteIfExists(visited);
        }
        return FileVisitResult.CONTINUE;
    }
}
