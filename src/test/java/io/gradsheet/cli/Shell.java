package io.gradsheet.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** A shell for the program inside this process. */
final class Shell {
    private Shell() {}

    /** What a command came to. Line ends are those of Unix, whatever the machine's. */
    record Result(int code, String out, String err) {}

    /** Runs a command; paths among the arguments are written as they are. */
    static Result run(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var words = List.of(arguments).stream().map(Object::toString).toList();
        var code = GradSheet.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Result(code, lines(out), lines(err));
    }

    private static String lines(StringWriter text) {
        return text.toString().replace("\r\n", "\n");
    }
}
