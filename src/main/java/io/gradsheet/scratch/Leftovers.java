package io.gradsheet.scratch;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The folders that dead runs have left beside a new one: named like it, of the same user, with a lock that nobody holds. Whatever is
 * not all of this stays.
 *
 * @param own the folder of this run
 * @param prefix how their names begin; digits follow
 * @param abandoned hears of each before it goes
 */
record Leftovers(Path own, String prefix, Consumer<Path> abandoned) {
    void remove() {
        try (var folders = Files.newDirectoryStream(own.getParent(), this::isNamedLikeOwn)) {
            for (var folder : folders) {
                removeIfDead(folder);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // What others left there holds nobody up.
        }
    }

    private boolean isNamedLikeOwn(Path folder) {
        var name = folder.getFileName().toString();
        return name.startsWith(prefix) && name.substring(prefix.length()).matches("\\d+") && !folder.equals(own);
    }

    private void removeIfDead(Path folder) throws IOException {
        var isOurs = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.isRegularFile(folder.resolve(RunFolder.LOCK), LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(folder).equals(Files.getOwner(own));
        if (!isOurs) {
            return;
        }
        var lock = RunFolder.lock(folder, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        if (lock.isPresent()) {
            abandoned.accept(folder);
            RunFolder.remove(folder, lock);
        }
    }
}
