package io.gradsheet.cli;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** One line on a terminal that shows how far long work is. On a pipe or in a file it is not there. */
final class ProgressLine implements AutoCloseable {
    /** Set by the launchers, which can ask whether standard error is a terminal; Java itself cannot. */
    private static final String TERMINAL = "gradsheet.terminal";

    private final Optional<ProgressBar> bar;

    private ProgressLine(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    static ProgressLine silent() {
        return new ProgressLine(Optional.empty());
    }

    static ProgressLine onTerminal(String task, long steps) {
        if (!Boolean.getBoolean(TERMINAL)) {
            return silent();
        }
        return new ProgressLine(Optional.of(new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(100)
                .hideEta()
                .clearDisplayOnFinish()
                .build()));
    }

    /** So many steps are done. */
    void at(long done) {
        bar.ifPresent(shown -> shown.stepTo(done));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
