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
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A file that comes back beside that of another student, in an archive: its name on the first line, then what it holds. */
public final class ReturnedFuzz {
    private static final byte[] OTHER = other();
    private static final double OTHERS_POINTS = marks("", new byte[0]).orElseThrow();

    private ReturnedFuzz() {}

    private static byte[] other() {
        var exercise = Exercise.of(Template.builtIn("and"), List.of());
        var identity = new Identity("and", Edition.PRACTICE, Optional.of(new Student("s2", "Bob Ray")), "");
        return bytes(EditionPlan.of(exercise, identity));
    }

    private static byte[] bytes(Plan plan) {
        try {
            var folder = Files.createTempDirectory("gradsheet-fuzz-");
            try {
                var file = folder.resolve("s2.xlsx");
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
        var points = marks(name, content);
        if (points.isPresent() && points.get() != OTHERS_POINTS) {
            throw new AssertionError("the mark of another student is now " + points.get());
        }
    }

    /** What the other student has; empty if no archive can hold such a name. */
    private static Optional<Double> marks(String name, byte[] content) {
        try {
            var folder = Files.createTempDirectory("gradsheet-fuzz-");
            try {
                var archive = new ByteArrayOutputStream();
                try (var zip = new ZipOutputStream(archive)) {
                    put(zip, "s2_Bob-Ray.xlsx", OTHER);
                    if (!name.isEmpty()) {
                        put(zip, name, content);
                    }
                } catch (IOException | IllegalArgumentException e) {
                    return Optional.empty();
                }
                var file = Files.write(folder.resolve("all.zip"), archive.toByteArray());
                try (var graded = GradedClass.gather(file, folder)) {
                    graded.mark(HandedOut.practice(), Optional.empty(), done -> {});
                    return Optional.of(points(graded.marks()));
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

    private static double points(Marks marks) {
        if (marks.marked().size() + marks.refusals().size() != marks.seen()) {
            throw new AssertionError("there are fewer lines than files");
        }
        marks.refusals().forEach(refusal -> Sentence.require(refusal.sentence()));
        return marks.marked().stream()
                .filter(one -> one.id().equals("s2"))
                .mapToDouble(marks::total)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the other student is not marked"));
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
