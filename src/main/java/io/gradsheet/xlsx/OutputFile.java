package io.gradsheet.xlsx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * A file to be written: it appears whole or not at all. Nothing but a regular file is ever replaced; a symbolic link stays, and the
 * file that it leads to is written.
 *
 * @param target where
 * @param replace whether a file that is there may be replaced
 * @param spared files that must stay in any case, and folders with all that is in them
 */
public record OutputFile(Path target, boolean replace, List<Path> spared) {
    /** Fills a draft of the file, which nobody sees before it is whole. */
    @FunctionalInterface
    public interface Content {
        void fill(Path draft) throws IOException;
    }

    public OutputFile {
        spared = List.copyOf(spared);
    }

    /** A file beside which nothing else must stay. */
    public OutputFile(Path target, boolean replace) {
        this(target, replace, List.of());
    }

    /**
     * Checks, before any long work, that the file can be written.
     *
     * @throws OutputException if the folder is missing or closed to us, or if there is something that must stay
     */
    public void check() {
        place();
    }

    /** Where the file will be, links followed. */
    private Path place() {
        var place = linked();
        var folder = place.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(place)) {
            throw new OutputException(target + " is a folder: name a file in it");
        }
        if (!Files.exists(folder)) {
            throw new OutputException("the folder " + folder + " does not exist: create it, or choose another");
        }
        if (!Files.isDirectory(folder)) {
            throw new OutputException(folder + " is not a folder: choose one that is");
        }
        if (!Files.isWritable(folder)) {
            throw new OutputException("the folder " + folder + " cannot be written: choose another");
        }
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            refuseToReplace(place);
        }
        return place;
    }

    private Path linked() {
        if (!Files.isSymbolicLink(target)) {
            return target;
        }
        try {
            return target.toRealPath();
        } catch (IOException e) {
            throw new OutputException(target + " is a link that leads to no file: remove it, or choose another name");
        }
    }

    private void refuseToReplace(Path place) {
        if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new OutputException(
                    target + " is neither a file nor a folder but a device or the like: choose another name");
        }
        if (!replace) {
            throw existsAlready();
        }
        for (var file : spared) {
            if (isSame(file, place) || isWithin(file, place)) {
                throw new OutputException(target + " is what this run reads: choose another name");
            }
        }
    }

    private static boolean isSame(Path file, Path place) {
        try {
            return Files.isSameFile(file, place);
        } catch (IOException e) {
            return false; // There is no such file, so it is another.
        }
    }

    private static boolean isWithin(Path folder, Path place) {
        try {
            return Files.isDirectory(folder) && place.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException e) {
            return false; // As above.
        }
    }

    private OutputException existsAlready() {
        return new OutputException(target + " exists already: use --force to replace it");
    }

    /**
     * Writes the file; one that is replaced stays as it was until then, and its permissions go over to the new one.
     *
     * @throws OutputException if {@link #check} fails, then or when the file is whole, or the disk does
     */
    public void write(Content content) {
        try (var draft = Draft.beside(place())) {
            content.fill(draft.file());
            // Meanwhile there may be something that was not there.
            var place = place();
            if (replace) {
                draft.replace(place);
            } else {
                draft.publishAs(place);
            }
        } catch (FileAlreadyExistsException e) {
            throw existsAlready();
        } catch (UncheckedIOException e) {
            throw OutputException.failed(target, e.getCause());
        } catch (IOException e) {
            throw OutputException.failed(target, e);
        }
    }
}
