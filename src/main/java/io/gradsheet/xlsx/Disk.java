package io.gradsheet.xlsx;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A stream to a file that remembers what went wrong first. */
final class Disk extends FilterOutputStream {
    private Optional<IOException> failure = Optional.empty();

    Disk(OutputStream file) {
        super(file);
    }

    Optional<IOException> failure() {
        return failure;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            failure = failure.or(() -> Optional.of(e));
            throw e;
        }
    }
}
