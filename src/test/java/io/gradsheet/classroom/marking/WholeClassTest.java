package io.gradsheet.classroom.marking;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.classroom.Edition;
import io.gradsheet.classroom.Exercise;
import io.gradsheet.classroom.Part;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is decided for all files of a class at once. */
class WholeClassTest {
    @TempDir
    private Path place;

    /** What came of marking workbooks with one task each, which lie in these folders. */
    private Batch batch(String symbol, String... folders) throws IOException {
        var template = Template.builtIn("and");
        var settings = List.of(Setting.parse("exercise.tasks=[{symbols: [" + symbol + "], samples: [1], epoch: 1}]"));
        var exercise = Exercise.of(template, settings);
        var returned = Files.createDirectory(place.resolve(symbol));
        for (var folder : folders) {
            var id = folder.substring(0, folder.indexOf(' '));
            new Learner(exercise, id, folder.substring(0, folder.indexOf('_')))
                    .saves(
                            Edition.PRACTICE,
                            Files.createDirectories(returned.resolve(folder)).resolve("homework.xlsx"));
        }
        try (var returns = Returns.of(returned, place)) {
            return new Marking(
                            HandedOut.from(template, settings),
                            Optional.empty(),
                            MarkingRules.USUAL,
                            new TimeLimit(GradedClass.USUAL_LIMIT))
                    .mark(returns, Part.WHOLE, done -> {});
        }
    }

    @Test
    void copiesOfAnotherExerciseOutvoteNobody() throws IOException {
        var ours = batch("z2_1", "Bob Ray_2_assignsubmission_file_", "Cy Fox_3_assignsubmission_file_");
        var others = batch(
                "a2_1",
                Stream.of("", "/copy", "/copy of the copy")
                        .map(folder -> "Ann Lee_1_assignsubmission_file_" + folder)
                        .toArray(String[]::new));
        assertThat(others.marked()).hasSize(3);
        var marks = WholeClass.of(Batch.of(List.of(others, ours)), id -> List.of());
        assertThat(marks.marked()).extracting(Marked::name).containsExactlyInAnyOrder("Bob Ray", "Cy Fox");
        assertThat(marks.refusals())
                .hasSize(3)
                .allSatisfy(
                        refusal -> assertThat(refusal.sentence()).contains("is of another exercise than the others"));
    }
}
