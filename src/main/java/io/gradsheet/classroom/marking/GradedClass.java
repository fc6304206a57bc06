package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.roster.Roster;
import io.gradsheet.template.Language;
import io.gradsheet.xlsx.OutputException;
import io.gradsheet.xlsx.OutputFile;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The workbooks of a class that came back, and once they are marked, their marks. What was unpacked goes when it is closed. */
public final class GradedClass implements Closeable {
    /** Longer than any exercise takes to compute. */
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

    private final Path folder;
    private final Returns returns;
    private final TimeLimit limit;
    private Optional<Marks> marks = Optional.empty();

    private GradedClass(Path folder, Returns returns, TimeLimit limit) {
        this.folder = folder;
        this.returns = returns;
        this.limit = limit;
    }

    /**
     * Gathers what came back.
     *
     * @param folder a folder, or an archive of one
     * @param place where archives may be unpacked for a while
     * @throws MarkingException if nothing is there, or it cannot be read
     */
    public static GradedClass gather(Path folder, Path place) {
        return gather(folder, place, USUAL_LIMIT);
    }

    /**
     * Gathers what came back.
     *
     * @param folder a folder, or an archive of one
     * @param place where archives may be unpacked for a while
     * @param limit how long the work on one file may take
     * @throws MarkingException if nothing is there, or it cannot be read
     */
    public static GradedClass gather(Path folder, Path place, Duration limit) {
        return new GradedClass(folder, Returns.of(folder, place), new TimeLimit(limit));
    }

    /**
     * Makes sure that nothing is written among what was returned, where it would replace it or be marked the next time.
     *
     * @param folder of what was returned, or an archive of it
     * @param target a file or folder that is to be written, there or not
     * @throws MarkingException if it is, or is within, the other, through links or not
     */
    public static void requireApart(Path folder, Path target) {
        Returns.requireApart(folder, target);
    }

    /** How many files there are to look at. */
    public int files() {
        return returns.files().size();
    }

    /**
     * Marks them; the embedded engine computes what students have written.
     *
     * @param language of the marks; empty for that of the workbooks
     * @param progress hears how many files are done
     * @throws MarkingException if none of them can be marked
     */
    public void mark(HandedOut handouts, Optional<Language> language, IntConsumer progress) {
        mark(handouts, language, MarkingRules.USUAL, progress);
    }

    /**
     * Marks them.
     *
     * @param language of the marks; empty for that of the workbooks
     * @param rules how they are marked besides
     * @param progress hears how many files are done
     * @throws MarkingException if none of them can be marked
     */
    public void mark(HandedOut handouts, Optional<Language> language, MarkingRules rules, IntConsumer progress) {
        marks = Optional.of(new Marking(handouts, language, rules, limit).mark(returns, progress));
    }

    /** The marks. */
    public Marks marks() {
        return marks.orElseThrow();
    }

    /**
     * The feedback, of which nothing is written yet.
     *
     * @param target a folder that exists
     * @param replace whether files that are there may be replaced
     * @throws OutputException if a file is there that may not be replaced
     * @throws MarkingException if a file would lie among those that were returned
     */
    public FeedbackFolder feedback(Path target, boolean replace) {
        var feedback = new FeedbackFolder(marks(), target, replace, limit);
        feedback.check(folder);
        return feedback;
    }

    /**
     * The same feedback as the archive that Moodle takes as feedback files of an assignment, of which nothing is written yet.
     *
     * @param roster of the class; the grading worksheet of the assignment says who is which participant
     * @throws OutputException if the file cannot be written
     * @throws MarkingException if it would lie among those that were returned
     */
    public FeedbackArchive feedback(OutputFile file, Optional<Roster> roster) {
        requireApart(folder, file.target());
        file.check();
        return new FeedbackArchive(marks(), file, roster, limit);
    }

    @Override
    public void close() {
        returns.close();
    }
}
