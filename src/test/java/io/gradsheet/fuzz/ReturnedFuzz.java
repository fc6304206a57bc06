package io.gradsheet.fuzz;

import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.EditionPlan;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.Identity;
import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.marking.GradedClass;
import io.gradsheet.classroom.marking.HandedOut;
import io.gradsheet.classroom.marking.MarkingException;
import io.gradsheet.classroom.marking.Marks;
import io.gradsheet.sheet.Plan;
import io.gradsheet.template.Template;
import io.gradsheet.xlsx.WorkbookFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file that comes back beside those of two other students, in an archive: its name on the first line, then what it holds. Every file is a
 * line; the marks of the others stay as they are to the last sign; and nobody has more than their cells earn, by the template that was
 * handed out.
 */
public final class ReturnedFuzz {
    private static final Template TEMPLATE = Template.builtIn("and");
    private static final Map<String, byte[]> OTHERS = others();
    private static final String OTHERS_MARKS =
            others(marks("", new byte[0], HandedOut.practice()).orElseThrow());

    private ReturnedFuzz() {}

    private static Map<String, byte[]> others() {
        var exercise = Exercise.of(TEMPLATE, List.of());
        var others = new TreeMap<String, byte[]>();
        for (var student : List.of(new Student("s2", "Bob Ray"), new Student("s3", "Cy Fox"))) {
            var identity = new Identity("and", Edition.PRACTICE, Optional.of(student), "");
            others.put(student.fileName() + ".xlsx", bytes(EditionPlan.of(exercise, identity)));
        }
        return others;
    }

    private static byte[] bytes(Plan plan) {
        try {
            var folder = Files.createTempDirectory("gradsheet-fuzz-");
            try {
                var file = folder.resolve("handout.xlsx");
                new WorkbookFile(file, false).write(plan, done -> {});
                return Files.readAllBytes(file);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void fuzzerTestOneInput(byte[] input) {
        var end = 0;
        while (end < input.length && input[end] != '\n') {
            end++;
        }
        var name = new String(input, 0, end, StandardCharsets.UTF_8);
        var content = end == input.length ? new byte[0] : Arrays.copyOfRange(input, end + 1, input.length);
        marks(name, content, HandedOut.practice()).ifPresent(marks -> {
            if (!others(marks).equals(OTHERS_MARKS)) {
                throw new AssertionError("the marks of another student are now " + others(marks));
            }
            requireEarned(marks, name, content);
        });
    }

    /** Marks that are no higher than those by the teacher's own template. */
    private static void requireEarned(Marks marks, String name, byte[] content) {
        if (marks.marked().size() == OTHERS.size()) {
            return;
        }
        var earned =
                totals(marks(name, content, HandedOut.from(TEMPLATE, List.of())).orElseThrow());
        totals(marks).forEach((file, total) -> {
            if (total > earned.getOrDefault(file, 0.0)) {
                throw new AssertionError(file + " has " + total + ", but earns " + earned.get(file));
            }
        });
    }

    private static Map<String, Double> totals(Marks marks) {
        var totals = new HashMap<String, Double>();
        marks.marked().forEach(one -> totals.put(one.file().name(), marks.total(one)));
        return totals;
    }

    /** All that is found of the others. */
    private static String others(Marks marks) {
        var lines = new StringBuilder().append(marks.most());
        for (var one : marks.marked()) {
            if (OTHERS.containsKey(one.file().name())) {
                lines.append('\n').append(one.id()).append(' ').append(marks.total(one));
                one.answers().forEach(answer -> lines.append(' ').append(answer.verdict()));
            }
        }
        return lines.toString();
    }

    /** What comes of it; empty if no archive can hold such a name. */
    private static Optional<Marks> marks(String name, byte[] content, HandedOut handedOut) {
        try {
            var folder = Files.createTempDirectory("gradsheet-fuzz-");
            try {
                var archive = new ByteArrayOutputStream();
                try (var zip = new ZipOutputStream(archive)) {
                    for (var other : OTHERS.entrySet()) {
                        put(zip, other.getKey(), other.getValue());
                    }
                    if (!name.isEmpty()) {
                        put(zip, name, content);
                    }
                } catch (IOException | IllegalArgumentException e) {
                    return Optional.empty();
                }
                var file = Files.write(folder.resolve("all.zip"), archive.toByteArray());
                try (var graded = GradedClass.gather(file, folder)) {
                    graded.mark(handedOut, Optional.empty(), done -> {});
                    requireLines(graded.marks());
                    return Optional.of(graded.marks());
                } catch (MarkingException e) {
                    throw new AssertionError("one file has stopped the class", e);
                }
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    private static void requireLines(Marks marks) {
        if (marks.marked().size() + marks.refusals().size() != marks.seen()) {
            throw new AssertionError("there are fewer lines than files");
        }
        marks.refusals().forEach(refusal -> Sentence.require(refusal.sentence()));
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
