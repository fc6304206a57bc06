package io.gradsheet.classroom.marking;

import io.gradsheet.sheet.OneLine;
import io.gradsheet.xlsx.OutputException;
import io.gradsheet.xlsx.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * The feedback of a class: for each student a copy of the workbook with remarks, under the name that it came back with; where a workbook
 * cannot be copied, its remarks on a plain page.
 */
public final class FeedbackFolder {
    private static final int LONGEST_NAME = 120;

    private final Marks marks;
    private final boolean replace;
    private final boolean isAnonymous;
    private final TimeLimit limit;
    private final Map<Marked, Path> targets = new LinkedHashMap<>();
    private final List<Trouble> troubles = new ArrayList<>();

    /**
     * Feedback that is not what was asked for.
     *
     * @param file the name of the returned file
     * @param isMissing whether there is none at all
     * @param sentence the same for people
     */
    public record Trouble(String file, boolean isMissing, String sentence) {
        public Trouble {
            sentence = OneLine.of(sentence);
        }

        static Trouble missing(Marked student, String why) {
            return new Trouble(
                    student.file().name(),
                    true,
                    "no feedback for " + student.file().name() + ": " + why);
        }
    }

    FeedbackFolder(Marks marks, Path folder, boolean replace, boolean isAnonymous, TimeLimit limit) {
        this.isAnonymous = isAnonymous;
        this.marks = marks;
        this.replace = replace;
        this.limit = limit;
        var taken = new HashSet<String>();
        marks.marked().forEach(student -> put(student, folder, taken));
    }

    private void put(Marked student, Path folder, Set<String> taken) {
        try {
            var target = target(folder, student.file().name());
            for (var another = 2; !taken.add(target.toString().toLowerCase(Locale.ROOT)); another++) {
                target = target(folder, another + "-" + student.file().name());
            }
            targets.put(student, target);
        } catch (InvalidPathException e) {
            miss(student, "its name cannot be written on this system");
        }
    }

    /** The names of returned files are not ours: they may not lead out of the folder, nor be longer than disks have them. */
    private static Path target(Path folder, String name) {
        var target = folder;
        for (var part : name.split("/", -1)) {
            var safe = part.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip();
            if (!safe.isEmpty() && !safe.matches("\\.+")) {
                target = target.resolve(shortened(safe));
            }
        }
        return target;
    }

    /** The end of a name is what tells files of one beginning apart. */
    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    /**
     * Checks, before anything is written, that nothing is in the way.
     *
     * @throws OutputException if a file is there that may not be replaced
     * @throws MarkingException if a file would lie among those that were returned
     */
    void check(Path returned) {
        for (var target : targets.values()) {
            Returns.requireApart(returned, target);
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                new OutputFile(target, replace).check();
            }
        }
    }

    /** Of how many students it is. */
    public int size() {
        return targets.size();
    }

    /**
     * Writes the feedback. What goes wrong with one student's concerns nobody else.
     *
     * @return what is not as was asked for
     */
    public List<Trouble> write(LongConsumer progress) {
        var copy = new FeedbackCopy(marks, isAnonymous, limit);
        var done = 0;
        for (var entry : targets.entrySet()) {
            write(entry.getKey(), copy, entry.getValue());
            progress.accept(++done);
        }
        return List.copyOf(troubles);
    }

    private void write(Marked student, FeedbackCopy copy, Path target) {
        try {
            Files.createDirectories(target.getParent());
            copy.write(student, new OutputFile(target, replace)).ifPresent(troubles::add);
        } catch (IOException e) {
            miss(student, OutputException.reason(target, e));
        } catch (OutputException e) {
            miss(student, e.getMessage());
        }
    }

    private void miss(Marked student, String why) {
        troubles.add(Trouble.missing(student, why));
    }
}
