package io.gradsheet.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.Student;
import io.gradsheet.classroom.Variants;
import io.gradsheet.classroom.marking.Refusal.Reason;
import io.gradsheet.template.Language;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a returned file says of its tasks is evidence: it gains nobody anything, takes nothing from others, and stops nothing. */
class EvidenceTest {
    private static final String SEED = "k";
    private static final Template AND = Template.builtIn("and");
    private static final Variants VARIANTS = new Variants(AND, List.of(), SEED);
    private static final List<Student> CLASS =
            List.of(new Student("s1", "Ann Lee"), new Student("s2", "Bob Ray"), new Student("s3", "Cy Fox"));

    @TempDir
    private Path place;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(place.resolve("returned"));
    }

    private Marks marks(HandedOut handedOut) {
        return marks(handedOut, GradedClass.USUAL_LIMIT);
    }

    private Marks marks(HandedOut handedOut, Duration limit) {
        try (var graded = GradedClass.gather(folder, place, limit)) {
            graded.mark(handedOut, Optional.empty(), done -> {});
            var marks = graded.marks();
            assertThat(marks.marked().size() + marks.refusals().size()).isEqualTo(marks.seen());
            return marks;
        }
    }

    private static Map<String, Double> totals(Marks marks) {
        var totals = new HashMap<String, Double>();
        marks.marked().forEach(one -> totals.put(one.id(), marks.total(one)));
        return totals;
    }

    /** A copy of a file of the tests. */
    private Path stored(String name, String copy) throws IOException {
        return Files.copy(Path.of("src", "test", "resources", "marking", name), folder.resolve(copy));
    }

    private void othersOfXor() throws IOException {
        stored("s2_Bob-Ray.xlsx", "s2_Bob-Ray.xlsx");
        stored("s3_Cy-Fox.xlsx", "s3_Cy-Fox.xlsx");
    }

    private Learner learner(Student student) {
        var variant = VARIANTS.of(student.id());
        return new Learner(variant.exercise(), student.id(), student.name(), variant.code()).withSeed(SEED);
    }

    private Path saved(Learner learner, String name) {
        return learner.saves(Edition.PRACTICE, folder.resolve(name));
    }

    /** The workbook of the first student, in which everything is 7, and those of the others. */
    private Path sevens(Consumer<List<String[]>> forgery) {
        CLASS.stream().skip(1).forEach(student -> saved(learner(student), student.fileName() + ".xlsx"));
        return Parts.changeSource(saved(learner(CLASS.get(0)).typesAll(right -> 7), "s1.xlsx"), forgery);
    }

    private static void add(List<String[]> lines, String key, String value) {
        var last = 0;
        for (var i = 0; i < lines.size(); i++) {
            last = lines.get(i)[0].equals("setting") ? i : last;
        }
        lines.add(last + 1, new String[] {key, value});
    }

    // What is asked, and what it is worth ---------------------------------------------------------------------------

    @Test
    void aForgedToleranceEarnsNothingAndIsTold() throws IOException {
        stored("forged-tolerance.xlsx", "s1.xlsx");
        othersOfXor();
        var marks = marks(HandedOut.practice());
        assertThat(totals(marks)).containsEntry("s2", marks.most()).containsEntry("s3", marks.most());
        assertThat(totals(marks).get("s1")).isLessThan(0.3 * marks.most());
        assertThat(marks.facts())
                .filteredOn(fact -> fact.kind() == Fact.Kind.OTHER_TEMPLATE)
                .singleElement()
                .satisfies(fact -> assertThat(fact.student()).isEqualTo("s1"))
                .satisfies(fact -> assertThat(fact.other()).startsWith("setting exercise.tasks="))
                .satisfies(fact -> assertThat(fact.where()).isEqualTo("Source!B4"));
        assertThat(marks.remarks()).singleElement().asString().contains("could not be proved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forged-tolerance.xlsx", "forged-points.xlsx"})
    void copiesOfAForgedWorkbookDoNotOutvoteTheClass(String forged) throws IOException {
        othersOfXor();
        var once = stored(forged, "s1.xlsx");
        var content = Files.readAllBytes(once);
        var marksOfOne = marks(HandedOut.practice());
        Files.delete(once);
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("s1.zip")))) {
            for (var name : List.of("s1.xlsx", "a/s1.xlsx", "b/s1.xlsx", "Eve_7_assignsubmission_file/s1.xlsx")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
            }
        }
        var marks = marks(HandedOut.practice());
        assertThat(marks.seen()).isEqualTo(6);
        assertThat(marks.most()).isEqualTo(marksOfOne.most());
        assertThat(totals(marks)).isEqualTo(totals(marksOfOne)).containsEntry("s2", marks.most());
    }

    @Test
    void forgedPointsAreNobodys() throws IOException {
        stored("forged-points.xlsx", "s1.xlsx");
        othersOfXor();
        var marks = marks(HandedOut.practice());
        assertThat(marks.most()).isLessThan(100);
        assertThat(totals(marks).values()).containsOnly(marks.most());
        assertThat(marks.facts())
                .extracting(Fact::student, Fact::kind, Fact::other)
                .contains(tuple("s1", Fact.Kind.OTHER_TEMPLATE, "yaml …δ2_2], samples: [4], epoch: 1, points: 300}"));
    }

    @Test
    void theLanguageOfOneFileIsNotThatOfTheClass() {
        sevens(lines -> add(lines, "setting", "language=zh"));
        var marks = marks(HandedOut.practice());
        assertThat(marks.language()).isEqualTo(Language.ENGLISH);
        assertThat(marks.facts()).extracting(Fact::other).contains("setting language=zh");
    }

    /** What any of these says earns nobody more than the same cells without it, whoever marks with whatever. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "exercise.tolerance={absolute: 1000}",
                "exercise.tasks=[{roles: [weighted input], points: 900, tolerance: {absolute: 1000}}]",
                "exercise.tasks=[{symbols: [nothing]}]",
                "initial={weights: [[[0, 0]]], biases: [[7]]}",
                "epochs=1000000",
                "epochs=40000",
                "lesson=4.3-live",
                "network.sizes=[2, 20000, 1]",
                "data.pick={random: 4, seed: 1, more: }",
                "eta=1e300"
            })
    void aForgedSettingEarnsNothingAndStopsNobody(String setting) throws IOException {
        var file = sevens(lines -> {});
        var honest = totals(marks(HandedOut.toClass(AND, List.of(), CLASS, SEED)));
        Parts.changeSource(file, lines -> add(lines, "setting", setting));
        for (var handedOut : List.of(HandedOut.toClass(AND, List.of(), CLASS, SEED), HandedOut.practice())) {
            var marks = marks(handedOut);
            assertThat(totals(marks)).isEqualTo(honest);
            assertThat(marks.facts())
                    .filteredOn(fact -> fact.kind() == Fact.Kind.OTHER_TEMPLATE)
                    .singleElement()
                    .satisfies(fact -> assertThat(fact.student()).isEqualTo("s1"))
                    .satisfies(fact -> assertThat("setting " + setting)
                            .startsWith(fact.other().replace("…", "")));
        }
        var proved = marks(HandedOut.proved(SEED));
        assertThat(totals(proved)).doesNotContainKey("s1");
        assertThat(proved.refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.sentence()).contains("is not as it was made with this seed"));
    }

    @Test
    void aSeedAloneProvesWhatTheClassWasGiven() throws IOException {
        CLASS.forEach(student -> saved(learner(student), student.fileName() + ".xlsx"));
        var marks = marks(HandedOut.proved(SEED));
        assertThat(totals(marks).values()).hasSize(3).containsOnly(marks.most());
        assertThat(marks.facts()).isEmpty();
        assertThat(marks.remarks()).isEmpty();
        assertThatThrownBy(() -> marks(HandedOut.proved("another")))
                .isInstanceOfSatisfying(
                        MarkingException.class,
                        failure -> assertThat(failure.refusals()).hasSize(3));
        // The texts of another student's workbook prove nothing of this one.
        var other = Parts.lines(Parts.of(folder.resolve("s2_Bob-Ray.xlsx")));
        Parts.changeSource(folder.resolve("s1_Ann-Lee.xlsx"), lines -> {
            lines.clear();
            lines.addAll(other);
        });
        assertThat(totals(marks(HandedOut.proved(SEED)))).containsOnlyKeys("s2", "s3");
    }

    @Test
    void samplesThatWereDrawnForEachAreEachOnesOwn() {
        var variants = new Variants(Template.builtIn("4.3-backpropagation"), List.of(), SEED);
        for (var student : CLASS) {
            var variant = variants.of(student.id());
            saved(
                    new Learner(variant.exercise(), student.id(), student.name(), variant.code()),
                    student.id() + ".xlsx");
        }
        var marks = marks(HandedOut.practice());
        assertThat(totals(marks).values()).hasSize(3).containsOnly(marks.most());
        assertThat(marks.facts()).isEmpty();
    }

    @Test
    void theDrawnNumbersOfAWorksheetAreProvedToo() {
        var worksheet = Template.builtIn("1.2-neuron");
        var variants = new Variants(worksheet, List.of(), SEED);
        for (var student : CLASS) {
            var variant = variants.of(student.id());
            saved(
                    new Learner(variant.exercise(), student.id(), student.name(), variant.code()).withSeed(SEED),
                    student.id() + ".xlsx");
        }
        var marks = marks(HandedOut.proved(SEED));
        assertThat(totals(marks).values()).hasSize(3).containsOnly(marks.most());
        assertThat(marks.marked())
                .flatExtracting(Marked::answers)
                .extracting(Answer::verdict)
                .containsOnly(Verdict.RIGHT);
    }

    @Test
    void workbooksThatWereMadeWithOtherOptionsAreTheTeachersMatter() {
        CLASS.forEach(student -> saved(learner(student), student.fileName() + ".xlsx"));
        var settings = List.of(Setting.parse("eta=0.123"));
        var marks = marks(HandedOut.toClass(AND, settings, CLASS, SEED));
        assertThat(marks.facts()).noneMatch(fact -> fact.kind() == Fact.Kind.OTHER_TEMPLATE);
        assertThat(marks.remarks()).singleElement().asString().contains("were made with other options");
    }

    // A file does not stop the class --------------------------------------------------------------------------------

    @Test
    void epochsInTheMillionsStopNobody() throws IOException {
        stored("one-file-stops-all.xlsx", "s1.xlsx");
        othersOfXor();
        var marks = marks(HandedOut.practice());
        assertThat(totals(marks)).containsEntry("s2", marks.most()).containsEntry("s3", marks.most());
        assertThat(marks.facts()).extracting(Fact::other).contains("setting epochs=1000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"epochs=1000000", "epochs=40000", "lesson=4.3-live", "exercise.tasks=[{symbols: [no]}]"})
    void aFileByItselfIsRefusedInALine(String setting) throws IOException {
        Parts.changeSource(saved(learner(CLASS.get(0)), "s1.xlsx"), lines -> add(lines, "setting", setting));
        assertThatThrownBy(() -> marks(HandedOut.practice()))
                .isInstanceOfSatisfying(
                        MarkingException.class,
                        failure -> assertThat(failure.refusals())
                                .singleElement()
                                .satisfies(refusal -> assertThat(refusal.sentence())
                                        .startsWith(
                                                "s1.xlsx holds a template that was changed and makes no exercise: ")));
    }

    @Test
    void aFileThatTakesTooLongIsLeftForTheOthers() {
        CLASS.forEach(student -> saved(learner(student), student.fileName() + ".xlsx"));
        assertThatThrownBy(() -> marks(HandedOut.practice(), Duration.ofNanos(1)))
                .isInstanceOfSatisfying(
                        MarkingException.class,
                        failure -> assertThat(failure.refusals())
                                .hasSize(3)
                                .allSatisfy(
                                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NOT_COMPUTED))
                                .allSatisfy(refusal ->
                                        assertThat(refusal.sentence()).contains("--timeout")));
    }

    private List<FeedbackFolder.Trouble> feedback(HandedOut handedOut, Path target) throws IOException {
        Files.createDirectories(target);
        try (var graded = GradedClass.gather(folder, place)) {
            graded.mark(handedOut, Optional.empty(), done -> {});
            return graded.feedback(target, false).write(done -> {});
        }
    }

    private static String sheets(Path workbook) throws IOException {
        try (var in = Files.newInputStream(workbook);
                var opened = new XSSFWorkbook(in)) {
            var text = new StringBuilder();
            opened.forEach(sheet -> text.append(sheet.getSheetName()).append(' '));
            return text.toString();
        }
    }

    /** What became of the workbook of the first student: a copy with remarks, a page of remarks, or one line; the others have theirs. */
    private String fate() throws IOException {
        var target = place.resolve("feedback");
        Files.createDirectories(target);
        try (var graded = GradedClass.gather(folder, place)) {
            graded.mark(HandedOut.practice(), Optional.empty(), done -> {});
            var marks = graded.marks();
            assertThat(marks.marked().size() + marks.refusals().size())
                    .isEqualTo(marks.seen())
                    .isEqualTo(3);
            assertThat(totals(marks)).containsEntry("s2", marks.most()).containsEntry("s3", marks.most());
            var troubles = graded.feedback(target, false).write(done -> {});
            assertThat(sheets(target.resolve("s2_Bob-Ray.xlsx"))).contains("Exercise");
            assertThat(sheets(target.resolve("s3_Cy-Fox.xlsx"))).contains("Exercise");
            if (!marks.refusals().isEmpty()) {
                assertThat(marks.refusals()).extracting(Refusal::file).containsExactly("s1.xlsx");
                assertThat(marks.refusals().get(0).sentence())
                        .startsWith("s1.xlsx")
                        .hasLineCount(1);
                assertThat(troubles).isEmpty();
                return "line";
            }
            var isCopied = sheets(target.resolve("s1.xlsx")).contains("Exercise");
            assertThat(troubles)
                    .hasSize(isCopied ? 0 : 1)
                    .allSatisfy(trouble ->
                            assertThat(trouble.sentence()).startsWith("s1.xlsx: the workbook cannot be copied"));
            assertThat(isCopied || sheets(target.resolve("s1.xlsx")).equals("Remarks "))
                    .isTrue();
            return isCopied ? "copy" : "page";
        }
    }

    @ParameterizedTest
    @CsvSource({
        "docProps/core.xml, page",
        "docProps/app.xml, line",
        "xl/styles.xml, page",
        "xl/drawings/drawing1.xml, page",
        "xl/theme/theme1.xml, page",
        "xl/calcChain.xml, page",
        "xl/comments1.xml, page",
        "xl/drawings/vmlDrawing1.vml, page",
        "xl/sharedStrings.xml, page",
        "xl/workbook.xml, line",
        "xl/_rels/workbook.xml.rels, line",
        "xl/worksheets/_rels/sheet1.xml.rels, line",
        "[Content_Types].xml, line"
    })
    void aDamagedPartConcernsOneStudentAlone(String part, String fate) throws IOException {
        othersOfXor();
        var file = stored("forged-points.xlsx", "s1.xlsx");
        var parts = Parts.of(file);
        Parts.addThoseOfExcel(parts, "xl/worksheets/sheet4.xml");
        Parts.write(parts, file);
        Parts.change(file, part, text -> "<x");
        assertThat(fate()).isEqualTo(fate);
    }

    @Test
    void thePartsThatExcelAddsAreCopied() throws IOException {
        othersOfXor();
        var file = stored("forged-points.xlsx", "s1.xlsx");
        var parts = Parts.of(file);
        Parts.addThoseOfExcel(parts, "xl/worksheets/sheet4.xml");
        Parts.write(parts, file);
        assertThat(fate()).isEqualTo("copy");
    }

    @Test
    void aWorkbookThatIsFullOfLooksGetsAPageOfRemarks() throws IOException {
        othersOfXor();
        var most = 64_000;
        Parts.change(
                stored("forged-points.xlsx", "s1.xlsx"),
                "xl/styles.xml",
                text -> text.replaceFirst("<cellXfs count=\"\\d+\"", "<cellXfs count=\"" + most + "\"")
                        .replace("</cellXfs>", "<xf/>".repeat(most) + "</cellXfs>"));
        assertThat(fate()).isEqualTo("page");
    }

    @Test
    void aDamagedPartDoesNotCostTheClassItsFeedback() throws IOException {
        othersOfXor();
        stored("feedback-stops-all.xlsx", "s1.xlsx");
        assertThat(feedback(HandedOut.practice(), place.resolve("feedback")))
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.isMissing()).isFalse());
        assertThat(sheets(place.resolve("feedback/s1.xlsx"))).isEqualTo("Remarks ");
    }

    @Test
    void strictOpenXmlIsMarkedAndGetsRemarks() throws IOException {
        stored("strict.xlsx", "strict.xlsx");
        stored("beside-strict.xlsx", "other.xlsx");
        var marks = marks(HandedOut.practice());
        assertThat(totals(marks).values()).hasSize(2).containsOnly(marks.most());
        assertThat(feedback(HandedOut.practice(), place.resolve("feedback")))
                .extracting(FeedbackFolder.Trouble::file)
                .containsExactly("strict.xlsx");
        assertThat(sheets(place.resolve("feedback/strict.xlsx"))).isEqualTo("Remarks ");
        assertThat(sheets(place.resolve("feedback/other.xlsx"))).contains("Exercise");
    }
}
