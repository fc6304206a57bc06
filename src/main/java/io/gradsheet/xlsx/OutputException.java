package io.gradsheet.xlsx;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A workbook cannot be written where it was asked for. The message is one sentence for the user. */
public final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputException(String message) {
        super(message);
    }

    private OutputException(String message, IOException cause) {
        super(message, cause);
    }

    static OutputException failed(Path target, IOException cause) {
        return new OutputException("cannot write " + target + ": " + reason(target, cause), cause);
    }

    /**
     * Why a file could not be written, in words that go on after it.
     *
     * @param cause what was thrown
     */
    public static String reason(Path target, IOException cause) {
        var folder = target.toAbsolutePath().getParent();
        if (folder != null && FullDisk.holds(folder, cause)) {
            return FullDisk.WORDS;
        }
        if (cause instanceof AccessDeniedException) {
            return "access was denied; close the file if it is open in another program, or choose another folder";
        }
        if (cause instanceof NoSuchFileException) {
            return "the file cannot be created there; choose another folder";
        }
        // The message of a FileSystemException begins with the path of a temporary file that the user has never heard
        // of.
        var reason = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        return reason == null ? cause.getClass().getSimpleName() : reason;
    }
}
