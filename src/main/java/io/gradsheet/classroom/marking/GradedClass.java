package io.gradsheet.classroom.marking;

import io.gradsheet.classroom.Part;
import io.gradsheet.classroom.roster.Roster;
import io.gradsheet.template.Language;
import io.gradsheet.xlsx.OutputException;
import io.gradsheet.xlsx.OutputFile;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The workbooks of a class that came back, and once they are marked, their marks. What was unpacked goes when it is closed. */
public final class GradedClass implements Closeable {
    /** Longer than any exercise takes to compute. */
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

    private final Path folder;
    private final Part part;
    private final Returns returns;
    private final TimeLimit limit;
    private Optional<Marks> marks = Optional.empty();
    private boolean isAnonymous;

    private GradedClass(Path folder, Part part, Returns returns, TimeLimit limit) {
        this.folder = folder;
        this.part = part;
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
        return new GradedClass(folder, Part.WHOLE, Returns.of(folder, place), new TimeLimit(limit));
    }

    /**
     * Gathers a part of what came back.
     *
     * @param folder a folder, or an archive of one
     * @param place where archives may be unpacked for a while
     * @param limit how long the work on one file may take
     * @param handouts what was handed out to whom
     * @throws MarkingException if nothing is there, or it cannot be read, or what was handed out depends on what the files say
     */
    public static GradedClass gather(Path folder, Path place, Duration limit, Part part, HandedOut handouts) {
        if (handouts.digest().isEmpty()) {
            throw new MarkingException("parts must all be marked by one template: add --template, and for a class"
                    + " --roster and --seed");
        }
        var allotment = new Allotment(part, handouts.students().keySet());
        return new GradedClass(folder, part, Returns.of(folder, place, allotment), new TimeLimit(limit));
    }

    /**
     * Puts parts together.
     *
     * @param files one for each part, which {@link #markPart} wrote
     * @throws MarkingException if they are not all the parts of one run, or none of their files is marked
     */
    public static Marks join(List<Path> files) {
        var batch = PartFile.join(files);
        return WholeClass.of(batch, batch.blanks());
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
        var batch = new Marking(handouts, language, rules, limit).mark(returns, part, progress);
        marks = Optional.of(WholeClass.of(batch, handouts::blanks));
    }

    /**
     * Marks a part, for its marks to be joined with those of the others. There may be no file in it.
     *
     * @param rules how they are marked besides
     * @param file where what is found goes
     * @throws OutputException if it cannot be written
     */
    public void markPart(
            HandedOut handouts,
            Optional<Language> language,
            MarkingRules rules,
            OutputFile file,
            IntConsumer progress) {
        var batch = new Marking(handouts, language, rules, limit)
                .mark(returns, part, progress)
                .with(handouts::blanks);
        var run = RunDigest.of(
                handouts.digest().orElseThrow() + language + rules.engine().name() + rules.followThrough());
        PartFile.of(part, run, returns, batch).write(file);
        marks = batch.marked().isEmpty() ? Optional.empty() : Optional.of(WholeClass.of(batch, batch.blanks()));
    }

    /**
     * Takes verdicts, points and weights from marks that the teacher has changed.
     *
     * @param changed marks of the same files
     * @throws MarkingException if they are of others
     */
    public void change(Marks changed) {
        marks = Optional.of(ChangedMarks.transfer(changed, marks()));
    }

    /**
     * Takes names and ids out of the marks, and of the feedback that is written from now on.
     *
     * @return whose codes stand in their place
     * @throws MarkingException if there is no seed to draw the codes from
     */
    public NameKey hideNames(HandedOut handouts) {
        var key = NameKey.of(
                marks(),
                handouts.secretDigest()
                        .orElseThrow(() ->
                                new MarkingException("the codes in place of names are drawn from the seed of the class:"
                                        + " add --template, --roster and --seed")));
        marks = Optional.of(key.hide(marks()));
        isAnonymous = true;
        return key;
    }

    /** Whether there are marks: of a part without files there are none. */
    public boolean isMarked() {
        return marks.isPresent();
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
        var feedback = new FeedbackFolder(marks(), target, replace, isAnonymous, limit);
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
