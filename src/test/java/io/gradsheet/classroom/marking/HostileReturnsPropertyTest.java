package io.gradsheet.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.Variants;
import io.gradsheet.template.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * One student of three hands in whatever can be thought of. Then there are never fewer lines than files, never a mark above what the
 * cells earn, and the marks of the others are the same to the last sign. The same every time.
 */
class HostileReturnsPropertyTest {
    private static final List<Student> CLASS =
            List.of(new Student("s1", "Ann Lee"), new Student("s2", "Bob Ray"), new Student("s3", "Cy Fox"));

    private static final List<String> KEYS = List.of(
            "gradsheet", "edition", "digest", "template", "setting", "yaml", "file", "data", "more", "", "=1+1");

    private static final List<String> VALUES = List.of(
            "exercise.tolerance={absolute: 1000}",
            "exercise.tasks=[{roles: [error], points: 900, tolerance: {absolute: 1000}}]",
            "exercise.tasks=[{symbols: [none]}]",
            "epochs=1000000",
            "epochs=-1",
            "eta=.nan",
            "lesson=4.3-live",
            "lesson=worksheet",
            "language=zh",
            "network.sizes=[2, 90000, 1]",
            "initial={weights: [[[0, 0]]], biases: [[7]]}",
            "initial=zeros",
            "data.pick={random: 1, seed: 3}",
            "data=null",
            "cost=",
            "&a [*a, *a]",
            "/etc/passwd",
            "../../data.csv",
            "practice",
            "exam",
            "xor",
            "\u202e\u0007",
            "");

    private static final List<String> NAMES = List.of(
            "s1.xlsx",
            "no ending",
            "a/b/../../../s1.xlsx",
            "Ann Lee_1_assignsubmission_file_/s1.xlsx",
            "Ann Lee_1_assignsubmission_file/s1.xlsx",
            "homework_12_05_2024.xlsx",
            "leeann_LATE_1_2_s1.xlsx",
            "=cmd|' \u202e.xlsx",
            "~$s1.xlsx",
            "x".repeat(240) + ".xlsx",
            ".xlsx");

    /** How often each try is made; more with {@code -Dgradsheet.hostile=20}. */
    private static final int ROUNDS = Integer.getInteger("gradsheet.hostile", 1);

    private static Path place;
    private static Path own;
    private static double earned;
    private static String others;

    @BeforeContainer
    static void handOut() throws IOException {
        place = Files.createTempDirectory("hostile-returns");
        var variants = new Variants(Template.builtIn("and"), List.of(), "k");
        var folder = Files.createDirectory(place.resolve("class"));
        for (var student : CLASS) {
            var variant = variants.of(student.id());
            var learner = new Learner(variant.exercise(), student.id(), student.name(), variant.code()).withSeed("k");
            if (student.id().equals("s1")) {
                learner.typesAll(right -> 7);
            }
            learner.saves(Edition.PRACTICE, folder.resolve(student.fileName() + ".xlsx"));
        }
        own = folder.resolve("s1_Ann-Lee.xlsx");
        var marks = marks(folder);
        earned = marks.total(marks.marked().get(0));
        others = others(marks);
        assertThat(marks.marked()).hasSize(3);
    }

    @AfterContainer
    static void clear() throws IOException {
        try (var files = Files.walk(place)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Marks marks(Path folder) {
        try (var graded = GradedClass.gather(folder, place)) {
            graded.mark(HandedOut.practice(), Optional.empty(), done -> {});
            return graded.marks();
        }
    }

    /** All that is found of the others. */
    private static String others(Marks marks) {
        var lines = new StringBuilder();
        for (var one : marks.marked()) {
            if (!one.id().equals("s1") && one.file().name().startsWith(one.id() + "_")) {
                lines.append(one.id())
                        .append(' ')
                        .append(marks.total(one))
                        .append(' ')
                        .append(marks.most());
                one.answers()
                        .forEach(answer -> lines.append('\n')
                                .append(answer.blank().place())
                                .append(answer.verdict())
                                .append(answer.number())
                                .append(answer.slip()));
            }
        }
        return lines.toString();
    }

    /** What came of a class in which the first student's file is this, and how many files it was. */
    private static void hold(String name, byte[] content, int files) throws IOException {
        hold(name, content, files, HandedOut.practice());
    }

    private static void hold(String name, byte[] content, int files, HandedOut handedOut) throws IOException {
        var folder = Files.createTempDirectory(place, "run");
        var whole = folder.resolve("all.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(whole))) {
            put(zip, name, content);
            for (var student : CLASS.subList(1, 3)) {
                put(
                        zip,
                        student.fileName() + ".xlsx",
                        Files.readAllBytes(place.resolve("class/" + student.fileName() + ".xlsx")));
            }
        }
        var feedback = Files.createDirectory(folder.resolve("feedback"));
        try (var graded = GradedClass.gather(whole, folder)) {
            graded.mark(handedOut, Optional.empty(), done -> {});
            var marks = graded.marks();
            assertThat(marks.marked().size() + marks.refusals().size())
                    .isEqualTo(marks.seen())
                    .isGreaterThanOrEqualTo(files + 2);
            assertThat(others(marks)).isEqualTo(others);
            marks.marked().stream()
                    .filter(one -> !one.file().name().matches("s[23]_.*"))
                    .forEach(one -> assertThat(marks.total(one)).isLessThanOrEqualTo(earned));
            var troubles = graded.feedback(feedback, false).write(done -> {});
            assertThat(troubles).noneMatch(trouble -> trouble.file().matches("s[23]_.*"));
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    @Property(tries = 12, seed = "16")
    void whateverSourceSaysEarnsNothing(@ForAll Random random) throws IOException {
        for (var round = 0; round < ROUNDS; round++) {
            changeSource(random);
        }
    }

    private static void changeSource(Random random) throws IOException {
        var file = Files.copy(own, Files.createTempDirectory(place, "source").resolve("s1.xlsx"));
        var isProved = random.nextBoolean();
        Parts.changeSource(file, lines -> {
            for (var i = random.nextInt(4); i >= 0; i--) {
                var at = random.nextInt(lines.size());
                switch (random.nextInt(4)) {
                    case 0 -> lines.add(at, new String[] {any(KEYS, random), any(VALUES, random)});
                    case 1 -> lines.add(9, new String[] {"setting", any(VALUES, random)});
                    case 2 -> lines.remove(at);
                    default -> {
                        // The numbers that are drawn for one student are proved by the seed alone.
                        if (isProved || !lines.get(at)[1].startsWith("initial=")) {
                            lines.set(at, new String[] {lines.get(at)[0], any(VALUES, random)});
                        }
                    }
                }
            }
        });
        var handedOut = isProved ? HandedOut.proved("k") : HandedOut.practice();
        hold(any(NAMES, random), Files.readAllBytes(file), 1, handedOut);
    }

    @Property(tries = 10, seed = "16")
    void whateverPartIsDamagedConcernsNobodyElse(@ForAll Random random) throws IOException {
        for (var round = 0; round < ROUNDS; round++) {
            damagePart(random);
        }
    }

    private static void damagePart(Random random) throws IOException {
        var parts = new HashMap<>(Parts.of(own));
        Parts.addThoseOfExcel(parts, "xl/worksheets/sheet4.xml");
        // In a cell that is damaged there may be a right number; all other parts are anybody's.
        var name = any(
                parts.keySet().stream()
                        .filter(part -> !part.startsWith("xl/worksheets/sheet"))
                        .sorted()
                        .toList(),
                random);
        var bytes = parts.get(name).clone();
        switch (random.nextInt(4)) {
            case 0 -> parts.remove(name);
            case 1 -> parts.put(name, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
            case 2 -> parts.put(name, "<x".getBytes(StandardCharsets.UTF_8));
            default -> {
                for (var i = 0; i < 8 && bytes.length > 0; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                parts.put(name, bytes);
            }
        }
        var file = Files.createTempDirectory(place, "parts").resolve("s1.xlsx");
        hold(any(NAMES, random), Files.readAllBytes(Parts.write(parts, file)), 1);
    }

    @Property(tries = 10, seed = "16")
    void whateverArchiveItIsEveryFileInItIsALine(@ForAll Random random) throws IOException {
        for (var round = 0; round < ROUNDS; round++) {
            sendArchive(random);
        }
    }

    private static void sendArchive(Random random) throws IOException {
        var names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        var count = random.nextInt(4);
        var archive = archive(names.subList(0, count), random);
        var isCut = random.nextBoolean();
        if (isCut) {
            archive = Arrays.copyOf(archive, random.nextInt(archive.length));
        }
        hold(
                random.nextBoolean() ? "s1.zip" : "Ann Lee_1_assignsubmission_file_/s1.ZIP",
                archive,
                isCut ? 1 : Math.max(1, count));
    }

    private static byte[] archive(List<String> names, Random random) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                var content = random.nextInt(3) == 0 ? new byte[random.nextInt(2_000)] : Files.readAllBytes(own);
                put(zip, name, content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
