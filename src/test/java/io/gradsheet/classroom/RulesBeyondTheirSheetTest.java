package io.gradsheet.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Feature.Tone;
import io.gradsheet.sheet.Plan;
import io.gradsheet.template.Template;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Google Sheets drops a rule whose condition names another sheet or a defined name. The README says what is lost by it: points on maps,
 * and what practice shows in place. No other rule may be of that kind.
 */
class RulesBeyondTheirSheetTest {
    /** By sheets: points on maps. */
    private static final Map<String, Set<Tone>> MAPS = Map.of(
            "Map", EnumSet.of(Tone.START, Tone.END, Tone.PATH),
            "Boundary", EnumSet.of(Tone.YES, Tone.NO, Tone.END));

    private static final Set<Tone> BLANKS = EnumSet.of(Tone.RIGHT, Tone.WRONG, Tone.HIDDEN);

    static Stream<String> lessons() {
        return Template.all().stream().map(Template::name);
    }

    private static Map<String, Set<Tone>> beyond(Plan plan) {
        var names =
                plan.names().stream().map(name -> Pattern.quote(name.name())).toList();
        var named = Pattern.compile(names.isEmpty() ? "!" : "!|\\b(" + String.join("|", names) + ")\\b");
        var found = new HashMap<String, Set<Tone>>();
        for (var sheet : plan.sheets()) {
            for (var feature : sheet.features()) {
                if (feature instanceof Feature.Signal signal
                        && named.matcher(signal.condition().replaceAll("\"[^\"]*\"", ""))
                                .find()) {
                    found.computeIfAbsent(sheet.name(), key -> new TreeSet<>()).add(signal.tone());
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void inATeachersWorkbookOnlyPointsOnMapsLookAtAnotherSheet(String lesson) {
        var experiment = Template.find(lesson).read(List.of());
        beyond(Lessons.of(experiment).plan())
                .forEach((sheet, tones) ->
                        assertThat(MAPS.getOrDefault(sheet, Set.of())).as(sheet).containsAll(tones));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void inPracticeTheMarksOfBlanksDoAsWell(String lesson) {
        if (lesson.equals("4.3-live")) {
            return;
        }
        var exercise = Exercise.of(Template.find(lesson), List.of());
        beyond(EditionPlan.of(exercise, new Identity(lesson, Edition.PRACTICE, Optional.empty(), "")))
                .forEach((sheet, tones) -> {
                    var others = new TreeSet<>(tones);
                    others.removeAll(BLANKS);
                    assertThat(MAPS.getOrDefault(sheet, Set.of())).as(sheet).containsAll(others);
                });
    }

    @Test
    void theSheetOfTheExerciseHasItsMarksByItself() {
        var exercise = Exercise.of(Template.find("4.3-backpropagation"), List.of());
        assertThat(beyond(EditionPlan.of(exercise, new Identity("4.3", Edition.PRACTICE, Optional.empty(), ""))))
                .doesNotContainKey(ExerciseSheet.NAME)
                .containsKey("Training");
    }
}
