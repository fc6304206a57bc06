package io.gradsheet.cli;

import picocli.CommandLine.Option;

/** How much a command says besides its result. */
final class TalkOptions {
    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but errors and the result asked for.")
    private boolean quiet;

    @Option(names = "--debug", description = "Print the stack trace of an error.")
    private boolean debug;

    boolean isQuiet() {
        return quiet;
    }

    /** Whether errors come with their stack traces. */
    boolean isDebug() {
        return debug;
    }

    /** A bar for work of so many steps; it shows on a terminal only. */
    ProgressLine progress(String task, long steps) {
        return quiet ? ProgressLine.silent() : ProgressLine.onTerminal(task, steps);
    }
}
