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
import io.gradsheet.testing.Workbooks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
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

    /** The engines that need no other program. */
    private static final List<String> BOTH = List.of("poi", "saved");

    @TempDir
    private static Path folder;

    private static final List<Subject> SUBJECTS = new ArrayList<>();

    /** A workbook, and the same with an input changed and with a formula spoilt. */
    private record Subject(Path file, Optional<Path> changed, Path spoilt, Address cell) {
        Stream<Path> untouched() {
            return Stream.of(file);
        }

        Stream<Path> touched() {
            return Stream.concat(changed.stream(), Stream.of(spoilt));
        }

        Stream<Path> all() {
            return Stream.concat(untouched(), touched());
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
            var epochs = network.samples().size() > 10 ? "1" : "3";
            return Template.builtIn(name).read(List.of(new Setting("epochs", epochs)));
        }
        return experiment instanceof DescentExperiment
                ? Template.builtIn(name).read(List.of(new Setting("steps", "4")))
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
        return new Cell.Computed("(" + planned.formula() + ")+1", planned.value(), planned.role());
    }

    @ParameterizedTest
    @EnumSource
    void theLawHolds(SpreadsheetProgram program) {
        program.require();
        var turn = turn(program, 1);
        var more = Stream.concat(turn.stream(), turn(next(program), 1).stream()).toList();
        var untouched = program.save(files(more, Subject::untouched), folder.resolve(program + "-untouched"));
        // Whoever changes something in a program that calculates has everything recalculated.
        var touched = program.saveRecalculated(files(turn, Subject::touched), folder.resolve(program + "-touched"));

        if (program == SpreadsheetProgram.OPENPYXL) {
            assertAgree(more, untouched, List.of("poi"));
            assertHoldNoValues(untouched.resolve(more.get(0).file().getFileName()));
        } else {
            assertAgree(more, untouched, List.of("saved"));
            assertAgree(turn, untouched, List.of("poi"));
        }
        assertAgreeOrAreFound(turn, touched, program.calculates() ? BOTH : List.of("poi"));
        softly.assertAll();
    }

    /** What a program computes of files that any of them has saved: many at a time, as its engine does one. */
    @ParameterizedTest
    @EnumSource(names = {"LIBREOFFICE", "GNUMERIC"})
    void theLawHoldsInTheEnginesThatArePrograms(SpreadsheetProgram engine) {
        engine.require();
        for (var program : PROGRAMS) {
            program.require();
            var turn = turn(program, 4);
            var name = engine + "-after-" + program;
            var saved = program.save(files(turn, Subject::all), folder.resolve(name + "-saved"));
            var computed = engine.saveRecalculated(in(saved, files(turn, Subject::all)), folder.resolve(name));

            assertAgree(turn, computed, List.of("saved"));
            assertAgreeOrAreFound(turn, computed, List.of("saved"));
        }
        softly.assertAll();
    }

    private static SpreadsheetProgram next(SpreadsheetProgram program) {
        return PROGRAMS.get((PROGRAMS.indexOf(program) + 1) % PROGRAMS.size());
    }

    /** The subjects whose turn it is with a program, or one in so many of them. */
    private static List<Subject> turn(SpreadsheetProgram program, int oneIn) {
        var first = PROGRAMS.indexOf(program);
        return IntStream.iterate(first, i -> i < SUBJECTS.size(), i -> i + oneIn * PROGRAMS.size())
                .mapToObj(SUBJECTS::get)
                .toList();
    }

    private static List<Path> files(List<Subject> subjects, Function<Subject, Stream<Path>> files) {
        return subjects.stream().flatMap(files).toList();
    }

    private static List<Path> in(Path folder, List<Path> files) {
        return files.stream().map(file -> folder.resolve(file.getFileName())).toList();
    }

    private void assertAgree(List<Subject> subjects, Path saved, List<String> engines) {
        in(saved, files(subjects, Subject::untouched)).forEach(file -> assertAgrees(file, engines));
    }

    private void assertAgreeOrAreFound(List<Subject> subjects, Path saved, List<String> engines) {
        for (var subject : subjects) {
            in(saved, subject.changed().stream().toList()).forEach(file -> assertAgrees(file, engines));
            assertFound(saved.resolve(subject.spoilt().getFileName()), subject.cell(), engines);
        }
    }

    private void assertAgrees(Path file, List<String> engines) {
        softly.assertThatCode(() -> {
                    var verification = Verification.of(file, Progress.SILENT);
                    assertThat(verification.findings()).isEmpty();
                    for (var engine : engines) {
                        assertThat(differences(verification, engine))
                                .as("in %s", engine)
                                .isEmpty();
                    }
                })
                .as("%s", file)
                .doesNotThrowAnyException();
    }

    /** The change is told, and the cell is among those that differ. */
    private void assertFound(Path file, Address cell, List<String> engines) {
        softly.assertThatCode(() -> {
                    var verification = Verification.of(file, Progress.SILENT);
                    assertThat(verification.findings())
                            .extracting(Finding::cell)
                            .containsExactly(cell);
                    assertThat(verification.findings())
                            .extracting(Finding::kind)
                            .containsExactly(Kind.FORMULA_CHANGED);
                    for (var engine : engines) {
                        assertThat(differences(verification, engine))
                                .as("in %s", engine)
                                .extracting(Comparison.Difference::cell)
                                .contains(cell);
                    }
                })
                .as("%s", file)
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
