package io.gradsheet.xlsx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to be written: it appears whole or not at all.
 *
 * @param target where
 * @param replace whether a file that is there may be replaced
 */
public record OutputFile(Path target, boolean replace) {
    /** Fills a draft of the file, which nobody sees before it is whole. */
    @FunctionalInterface
    public interface Content {
        void fill(Path draft) throws IOException;
    }

    /**
     * Checks, before any long work, that the file can be written.
     *
     * @throws OutputException if the folder is missing or closed to us, or if there is a file that must stay
     */
    public void check() {
        var folder = target.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(target)) {
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
        if (Files.exists(target) && !replace) {
            throw new OutputException(target + " exists already: use --force to replace it");
        }
    }

    /**
     * Writes the file; one that is replaced stays as it was until then.
     *
     * @throws OutputException if {@link #check} fails or the disk does
     */
    public void write(Content content) {
        check();
        try (var draft = Draft.beside(target)) {
            content.fill(draft.file());
            draft.publishAs(target);
        } catch (UncheckedIOException e) {
            throw OutputException.failed(target, e.getCause());
        } catch (IOException e) {
            throw OutputException.failed(target, e);
        }
    }
}
