package io.gradsheet.classroom.marking;

import static io.gradsheet.classroom.marking.Learner.blanks;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.classroom.Blank;
import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.Variants;
import io.gradsheet.lesson.frame.Slip.Kind;
import io.gradsheet.sheet.Role;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step far smaller than the weight that it moves is judged by its own size, for every student of a class. */
class StepsTest {
    private static final List<Setting> ASKED = List.of(
            Setting.parse(
                    "exercise.tasks=[{roles: [gradient], epoch: 1, total: true}, {roles: [update], epoch: 1, symbols: [w2_11, w3_11, w3_12]}]"));

    @TempDir
    private Path folder;

    private static List<Blank> updates(Variants.Variant variant) {
        return blanks(variant.exercise()).stream()
                .filter(blank -> blank.answer().role() == Role.UPDATE)
                .toList();
    }

    @Test
    void theOldWeightAndAStepTheOtherWayAreWrongAndCalledSo() {
        var template = Template.builtIn("mazur");
        var variants = new Variants(template, ASKED, "steps");
        var ids = IntStream.rangeClosed(1, 12).mapToObj(number -> "s" + number).toList();
        var cells = 0;
        for (var id : ids) {
            var variant = variants.of(id);
            var old = new Learner(variant.exercise(), id + "-old", "Student", variant.code());
            var turned = new Learner(variant.exercise(), id + "-turned", "Student", variant.code());
            for (var blank : updates(variant)) {
                var formula = blank.answer().text();
                old.writes(blank, formula.substring(0, formula.indexOf('-')));
                turned.writes(blank, formula.replace("-eta", "+eta"));
                cells++;
            }
            old.saves(Edition.PRACTICE, folder.resolve(id + "-old.xlsx"));
            turned.saves(Edition.PRACTICE, folder.resolve(id + "-turned.xlsx"));
        }
        assertThat(cells).isPositive();
        try (var graded = GradedClass.gather(folder, folder)) {
            graded.mark(HandedOut.practice(), Optional.empty(), done -> {});
            for (var one : graded.marks().marked()) {
                var expected = one.id().endsWith("-old") ? Kind.NOT_UPDATED : Kind.SIGN_OF_UPDATE;
                assertThat(one.answers())
                        .filteredOn(answer -> answer.blank().answer().role() == Role.UPDATE)
                        .as(one.id())
                        .allSatisfy(answer -> {
                            assertThat(answer.verdict()).isEqualTo(Verdict.WRONG);
                            assertThat(answer.slip()).contains(expected);
                        });
            }
        }
    }
}
