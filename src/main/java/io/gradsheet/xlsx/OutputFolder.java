package io.gradsheet.xlsx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for files to be written, made if it is not there. */
public record OutputFolder(Path path) {
    /**
     * Makes the folder, but not the one that it is in.
     *
     * @throws OutputException if that is not possible
     */
    public void make() {
        if (Files.isDirectory(path)) {
            return;
        }
        if (Files.exists(path)) {
            throw new OutputException(path + " is not a folder: choose another name");
        }
        try {
            Files.createDirectory(path);
        } catch (IOException e) {
            throw new OutputException("the folder " + path + " cannot be made: choose one in a folder that is there");
        }
    }
}
