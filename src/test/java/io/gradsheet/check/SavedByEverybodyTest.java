package io.gradsheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.check.Finding.Kind;
import io.gradsheet.lesson.Lessons;
import io.gradsheet.recalc.Engine;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.DescentExperiment;
import io.gradsheet.template.Experiment;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import io.gradsheet.testing.Descents;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.RandomWorksheets;
import io.gradsheet.testing.SpreadsheetProgram;
import io.gradsheet.testing.TypedCells;
import io.gradsheet.testing.Workbooks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.sessions.JqwikSession;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The law of the check, whatever program a workbook has been through: opened and saved untouched it agrees in every engine; with an
 * input changed it still agrees; with a formula spoilt it does not, and the cell is named.
 */
class SavedByEverybodyTest {
    /** Workbooks of a kind are neighbours: each goes through two of the programs untouched, through one of them touched. */
    private static final List<SpreadsheetProgram> PROGRAMS = List.of(SpreadsheetProgram.values());

    /** How many workbooks of each kind are made at random. */
    private static final int RANDOM = 2;

    private static final Setting EPOCH = new Setting("epochs", "1");
    private static final Setting FEW = new Setting("data.pick", "{first: 4}");

    @TempDir
    private static Path folder;

    private static final List<Subject> SUBJECTS = new ArrayList<>();
    private static final Map<SpreadsheetProgram, Saved> SAVED = new EnumMap<>(SpreadsheetProgram.class);

    /** A workbook, and the same with an input changed and with a formula spoilt. */
    private record Subject(Path file, Optional<Path> changed, Path spoilt, Address cell) {
        Stream<Path> untouched() {
            return Stream.of(file);
        }

        Stream<Path> touched() {
            return Stream.concat(changed.stream(), Stream.of(spoilt));
        }
    }

    private final SoftAssertions softly = new SoftAssertions();

    @BeforeAll
    static void write() {
        for (var experiment : experiments().entrySet()) {
            var name = experiment.getKey();
            var plan = Lessons.of(experiment.getValue()).plan();
            var planned = PlannedCells.of(plan);
            var file = Workbooks.write(plan, file(name));
            var cell = middle(planned);
            var spoilt = Workbooks.write(with(plan, cell, spoilt(planned.computedAt(cell))), file(name + "-spoilt"));
            SUBJECTS.add(new Subject(file, changed(plan, planned, name + "-changed"), spoilt, cell));
        }
    }

    private static Path file(String name) {
        return folder.resolve(name + ".xlsx");
    }

    private static Plan with(Plan plan, Address place, Cell other) {
        return Workbooks.with(plan, (address, cell) -> address.equals(place) ? other : cell);
    }

    /** All templates there are, shortened, and some that are made at random. */
    private static Map<String, Experiment> experiments() {
        var experiments = new LinkedHashMap<String, Experiment>();
        Template.builtIns().forEach(name -> experiments.put(name, shortened(name)));
        put(experiments, "worksheet", RandomWorksheets.any());
        put(experiments, "network", Experiments.anySmall());
        put(experiments, "descent", Descents.anyPolynomial());
        return experiments;
    }

    private static void put(Map<String, Experiment> experiments, String kind, Arbitrary<? extends Experiment> any) {
        var random = new Random(1);
        JqwikSession.run(() -> {
            var generator = any.generator(1000);
            for (var i = 1; i <= RANDOM; i++) {
                experiments.put(
                        "random-" + kind + "-" + i, generator.next(random).value());
            }
        });
    }

    private static Experiment shortened(String name) {
        var experiment = Template.builtIn(name).read(List.of());
        if (experiment instanceof NetworkExperiment network) {
            return network.samples().size() > 10
                    ? Template.builtIn(name).read(List.of(EPOCH, FEW))
                    : Template.builtIn(name).read(List.of(new Setting("epochs", "2")));
        }
        return experiment instanceof DescentExperiment
                ? Template.builtIn(name).read(List.of(new Setting("steps", "3")))
                : experiment;
    }

    /** With the first input changed that takes such a number: some take whole ones only, or none but a few. */
    private static Optional<Path> changed(Plan plan, PlannedCells planned, String name) {
        for (var sheet : plan.sheets()) {
            for (var place : planned.inputs(sheet.name())) {
                if (planned.at(place) instanceof Cell.Input input && input.value() instanceof Value.Figure figure) {
                    var other = new Cell.Input(Value.of(1.01 * figure.number() + 0.001), input.role());
                    var file = Workbooks.write(with(plan, place, other), file(name));
                    if (isAccepted(file)) {
                        return Optional.of(file);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isAccepted(Path file) {
        try {
            return Verification.of(file, Progress.SILENT).rows() > 0;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** The formula in the middle of the sheets that shows a number of ordinary size. */
    private static Address middle(PlannedCells planned) {
        var numbers = planned.computed().stream()
                .filter(cell -> planned.value(cell) instanceof Value.Figure figure && Math.abs(figure.number()) < 1000)
                .toList();
        return numbers.get(numbers.size() / 2);
    }

    private static Cell spoilt(Cell.Computed planned) {
        return TypedCells.computed("(" + planned.formula() + ")+1", planned.value(), planned.role());
    }

    /** What a program has saved: workbooks untouched, and those whose turn it is, changed and spoilt. */
    private record Saved(Path untouched, Path touched) {
        static Saved by(SpreadsheetProgram program) {
            program.require();
            return SAVED.computeIfAbsent(
                    program,
                    some -> new Saved(
                            program.save(files(subjects(program), Subject::untouched), folder.resolve(program + "-1")),
                            // Whoever changes something in a program that calculates has everything recalculated.
                            program.saveRecalculated(
                                    files(turn(program), Subject::touched), folder.resolve(program + "-2"))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLawHolds(SpreadsheetProgram program) {
        var saved = Saved.by(program);
        if (program == SpreadsheetProgram.OPENPYXL) {
            assertAgree(subjects(program), saved.untouched(), "poi");
            assertHoldNoValues(
                    saved.untouched().resolve(turn(program).get(0).file().getFileName()));
        } else {
            assertAgree(subjects(program), saved.untouched(), "saved");
            assertAgree(turn(program), saved.untouched(), "poi");
        }
        assertAgreeOrAreFound(turn(program), saved.touched(), program.calculates() ? "saved" : "poi");
        softly.assertAll();
    }

    /** What a program computes of files that all of them have saved: many at a time, as its engine does one. */
    @ParameterizedTest
    @EnumSource(names = {"LIBREOFFICE", "GNUMERIC"})
    void theLawHoldsInTheEnginesThatArePrograms(SpreadsheetProgram engine) {
        engine.require();
        var subjects = PROGRAMS.stream()
                .flatMap(program -> everyFourth(turn(program)).stream())
                .toList();
        var files = PROGRAMS.stream()
                .flatMap(program -> {
                    var saved = Saved.by(program);
                    var some = everyFourth(turn(program));
                    return Stream.concat(
                            in(saved.untouched(), files(some, Subject::untouched)).stream(),
                            in(saved.touched(), files(some, Subject::touched)).stream());
                })
                .toList();
        var computed = engine.saveRecalculated(files, folder.resolve("in-" + engine));

        assertAgree(subjects, computed, "saved");
        assertAgreeOrAreFound(subjects, computed, "saved");
        softly.assertAll();
    }

    /** The subjects whose turn it is with a program. */
    private static List<Subject> turn(SpreadsheetProgram program) {
        return SUBJECTS.stream()
                .filter(subject -> SUBJECTS.indexOf(subject) % PROGRAMS.size() == PROGRAMS.indexOf(program))
                .toList();
    }

    /** Those, and as many more. */
    private static List<Subject> subjects(SpreadsheetProgram program) {
        var next = PROGRAMS.get((PROGRAMS.indexOf(program) + 1) % PROGRAMS.size());
        return Stream.concat(turn(program).stream(), turn(next).stream()).toList();
    }

    private static List<Subject> everyFourth(List<Subject> subjects) {
        return subjects.stream()
                .filter(subject -> subjects.indexOf(subject) % 4 == 0)
                .toList();
    }

    private static List<Path> files(List<Subject> subjects, Function<Subject, Stream<Path>> files) {
        return subjects.stream().flatMap(files).toList();
    }

    private static List<Path> in(Path folder, List<Path> files) {
        return files.stream().map(file -> folder.resolve(file.getFileName())).toList();
    }

    private void assertAgree(List<Subject> subjects, Path saved, String engine) {
        in(saved, files(subjects, Subject::untouched)).forEach(file -> assertAgrees(file, engine));
    }

    private void assertAgreeOrAreFound(List<Subject> subjects, Path saved, String engine) {
        for (var subject : subjects) {
            in(saved, subject.changed().stream().toList()).forEach(file -> assertAgrees(file, engine));
            assertFound(saved.resolve(subject.spoilt().getFileName()), subject.cell(), engine);
        }
    }

    private void assertAgrees(Path file, String engine) {
        softly.assertThatCode(() -> {
                    var verification = Verification.of(file, Progress.SILENT);
                    assertThat(verification.findings()).isEmpty();
                    assertThat(differences(verification, engine)).isEmpty();
                })
                .as("%s in %s", file, engine)
                .doesNotThrowAnyException();
    }

    /** The change is told, and the cell is among those that differ. */
    private void assertFound(Path file, Address cell, String engine) {
        softly.assertThatCode(() -> {
                    var verification = Verification.of(file, Progress.SILENT);
                    assertThat(verification.findings())
                            .extracting(Finding::cell)
                            .containsExactly(cell);
                    assertThat(verification.findings())
                            .extracting(Finding::kind)
                            .containsExactly(Kind.FORMULA_CHANGED);
                    assertThat(differences(verification, engine))
                            .extracting(Comparison.Difference::cell)
                            .contains(cell);
                })
                .as("%s in %s", file, engine)
                .doesNotThrowAnyException();
    }

    private void assertHoldNoValues(Path file) {
        softly.assertThatThrownBy(() -> differences(Verification.of(file, Progress.SILENT), "saved"))
                .hasMessageContaining("holds formulas without values");
    }

    private static List<Comparison.Difference> differences(Verification verification, String engine) {
        return verification
                .compare(Engine.named(engine).orElseThrow(), Agreement.USUAL_TOLERANCE, Progress.SILENT)
                .examples();
    }
}
