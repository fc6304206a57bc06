package io.gradsheet.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/**
 * What is printed, and whether it could be. A {@link PrintWriter} keeps errors to itself, but a result that nobody can read is no
 * result. A reader who has read enough and closes the pipe, such as {@code head}, is no error.
 */
final class Printed extends OutputStream {
    private final OutputStream out;
    private Optional<IOException> failure = Optional.empty();

    Printed(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        if (failure.isEmpty()) {
            try {
                out.write(bytes, from, count);
            } catch (IOException e) {
                failure = Optional.of(e);
            }
        }
    }

    @Override
    public void flush() {
        if (failure.isEmpty()) {
            try {
                out.flush();
            } catch (IOException e) {
                failure = Optional.of(e);
            }
        }
    }

    /** The exit code of a command that ended with {@code code}: that of a failure if anything could not be printed, which is said. */
    int exitCode(int code, PrintWriter err) {
        var lost = failure.map(Printed::reason).filter(reason -> !isClosedPipe(reason));
        lost.ifPresent(reason -> err.println("gradsheet: what was to be printed could not be: " + reason
                + "; print to another place, and run again"));
        return lost.isPresent() ? ExitCode.INPUT : code;
    }

    private static String reason(IOException e) {
        return Optional.ofNullable(e.getMessage()).orElse("the place is not open to writing");
    }

    private static boolean isClosedPipe(String reason) {
        return reason.toLowerCase(Locale.ROOT).contains("pipe");
    }
}
