package io.gradsheet.cli;

/** What a command tells the shell. */
final class ExitCode {
    static final int DONE = 0;

    /** The check found a difference. */
    static final int DIFFERENCE = 1;

    /** Wrong usage or input. */
    static final int INPUT = 2;

    /** An engine is missing or failed. */
    static final int ENGINE = 3;

    private ExitCode() {}
}
