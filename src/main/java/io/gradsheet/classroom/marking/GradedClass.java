package io.gradsheet.classroom.marking;

import io.gradsheet.template.Language;
import io.gradsheet.xlsx.OutputException;
import io.gradsheet.xlsx.OutputFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/** The workbooks of a class that came back, and once they are marked, their marks. What was unpacked goes when it is closed. */
public final class GradedClass implements Closeable {
    private final Returns returns;
    private Optional<Marks> marks = Optional.empty();

    private GradedClass(Returns returns) {
        this.returns = returns;
    }

    /**
     * Gathers what came back.
     *
     * @param folder a folder, or an archive of one
     * @param place where archives may be unpacked for a while
     * @throws MarkingException if nothing is there, or it cannot be read
     */
    public static GradedClass gather(Path folder, Path place) {
        return new GradedClass(Returns.of(folder, place));
    }

    /** How many files there are to look at. */
    public int files() {
        return returns.files().size();
    }

    /**
     * Marks them.
     *
     * @param language of the marks; empty for that of the workbooks
     * @param progress hears how many files are done
     * @throws MarkingException if none of them can be marked
     */
    public void mark(HandedOut handouts, Optional<Language> language, IntConsumer progress) {
        marks = Optional.of(new Marking(handouts, language).mark(returns, progress));
    }

    /** The marks. */
    public Marks marks() {
        return marks.orElseThrow();
    }

    /**
     * Writes a copy of each marked workbook with a remark on every answer, under the name that it came back with.
     *
     * @param folder which must exist
     * @throws OutputException if one of them cannot be written; if it is known before, none is
     */
    public void writeFeedback(Path folder, boolean replace, LongConsumer progress) {
        var targets = new LinkedHashMap<Marked, OutputFile>();
        for (var student : marks().marked()) {
            targets.put(student, new OutputFile(target(folder, student), replace));
        }
        targets.values().forEach(OutputFile::check);
        var feedback = new Feedback(marks().language());
        var done = 0;
        for (var student : targets.keySet()) {
            feedback.copy(student).write(targets.get(student));
            progress.accept(++done);
        }
    }

    /** The names of returned files are not ours: they may not lead out of the folder. */
    private static Path target(Path folder, Marked student) {
        var target = folder;
        for (var part : student.file().name().split("/", -1)) {
            var safe = part.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip();
            if (!safe.isEmpty() && !safe.matches("\\.+")) {
                target = target.resolve(safe);
            }
        }
        try {
            Files.createDirectories(target.getParent());
        } catch (IOException e) {
            throw new MarkingException("the folder " + target.getParent() + " cannot be made: " + e.getMessage(), e);
        }
        return target;
    }

    @Override
    public void close() {
        returns.close();
    }
}
