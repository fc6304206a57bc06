package io.gradsheet.classroom.marking;

import static io.gradsheet.classroom.marking.Learner.blanks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.FollowThrough;
import io.gradsheet.recalc.Engine;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A slip costs once, and what follows from no work at all earns nothing. */
class FollowThroughTest {
    @TempDir
    private Path folder;

    private static Exercise exercise(String template, Setting... settings) {
        return Exercise.of(Template.builtIn(template), List.of(settings));
    }

    private Marks marks(Path returned, Optional<FollowThrough> followThrough) {
        try (var graded = GradedClass.gather(returned, folder)) {
            graded.mark(
                    HandedOut.practice(),
                    Optional.empty(),
                    new MarkingRules(Engine.all().get(0), followThrough),
                    done -> {});
            return graded.marks();
        }
    }

    private Path returned() {
        var returned = folder.resolve("returned");
        returned.toFile().mkdir();
        return returned;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4.3-backpropagation",
                "mazur",
                "xor",
                "3.2-forward",
                "2.10-gradient-descent",
                "2.2-sequences",
                "1.4-layers"
            })
    void oneSlipCostsItsCellAlone(String template) {
        var exercise = exercise(template);
        var all = blanks(exercise);
        var step = Math.max(1, all.size() / 6);
        for (var i = 0; i < all.size(); i += step) {
            var blank = all.get(i);
            new Learner(exercise, String.format("s%03d", i), "Student")
                    .types(blank, blank.value() + 0.37)
                    .saves(Edition.PRACTICE, returned().resolve(String.format("s%03d.xlsx", i)));
        }
        var marks = marks(returned(), Optional.empty());
        for (var one : marks.marked()) {
            var wrong = one.answers().stream()
                    .filter(answer -> answer.verdict() == Verdict.WRONG)
                    .toList();
            assertThat(wrong).as("%s: %s", template, one.id()).hasSize(1);
            var task = wrong.get(0).task();
            assertThat(marks.total(one))
                    .as("%s: %s", template, one.id())
                    .isCloseTo(marks.most() - task.points() / task.blanks().size(), within(0.0051));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4.3-backpropagation",
                "mazur",
                "xor",
                "and",
                "3.2-forward",
                "2.10-gradient-descent",
                "1.4-layers"
            })
    void oneNumberThroughoutEarnsNoMoreThanWhereItIsRight(String template) {
        var exercise = exercise(template);
        var constants = List.of(0.0, 1.0, 7.0, 0.5, -1.0);
        for (var i = 0; i < constants.size(); i++) {
            double constant = constants.get(i);
            new Learner(exercise, "s" + i, "Student")
                    .typesAll(right -> constant)
                    .saves(Edition.PRACTICE, returned().resolve("s" + i + ".xlsx"));
        }
        for (var one : marks(returned(), Optional.empty()).marked()) {
            assertThat(one.answers())
                    .as("%s: %s", template, one.id())
                    .noneMatch(answer -> answer.verdict() == Verdict.FOLLOWS);
        }
        assertThat(marks(returned(), Optional.of(FollowThrough.ALL)).marked())
                .allMatch(one -> one.answers().stream().noneMatch(answer -> answer.verdict() == Verdict.UNCOUNTED));
    }

    @Test
    void theTemplateSaysHowManyMistakesAreFree() {
        for (var free : List.of("0", "all")) {
            var exercise = exercise("and", Setting.parse("exercise.followThrough=" + free));
            var first = blanks(exercise).get(0);
            var learner = new Learner(exercise, "s" + free, "Student");
            // Whatever does not follow from the first answer stays empty.
            blanks(exercise).forEach(learner::leaves);
            learner.types(first, first.value() + 1)
                    .writes(
                            blanks(exercise).get(1),
                            blanks(exercise).get(1).answer().text())
                    .saves(Edition.PRACTICE, returned().resolve(free + ".xlsx"));
            assertThat(marks(returned(), Optional.empty())
                            .marked()
                            .get(0)
                            .answers()
                            .get(1)
                            .verdict())
                    .as(free)
                    .isEqualTo(free.equals("0") ? Verdict.UNCOUNTED : Verdict.FOLLOWS);
            assertThat(returned().resolve(free + ".xlsx")).satisfies(Files::delete);
        }
    }
}
