package io.gradsheet.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Chart;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Feature.Tone;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Row;
import io.gradsheet.template.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Google Sheets drops a rule whose condition names another sheet or a defined name: what a sheet shows must not hang on one. */
class RulesBeyondTheirSheetTest {
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
                        && named.matcher(signal.condition().text().replaceAll("\"[^\"]*\"", ""))
                                .find()) {
                    found.computeIfAbsent(sheet.name(), key -> new TreeSet<>()).add(signal.tone());
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void noRuleOfATeachersWorkbookLooksAtAnotherSheet(String lesson) {
        var experiment = Template.find(lesson).read(List.of());
        assertThat(beyond(Lessons.of(experiment).plan())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void noRuleOfPracticeLooksAtAnotherSheetEither(String lesson) {
        if (lesson.equals("4.3-live")) {
            return;
        }
        assertThat(beyond(practice(lesson))).isEmpty();
    }

    private static Plan practice(String lesson) {
        var exercise = Exercise.of(Template.find(lesson), List.of());
        return EditionPlan.of(exercise, new Identity(lesson, Edition.PRACTICE, Optional.empty(), ""));
    }

    @Test
    void everyBlankHasItsMarkAsTextAtTheRightOfItsRow() {
        for (var sheet : practice("4.3-backpropagation").sheets()) {
            sheet.pushTo(row -> {
                var blanks = count(row, cell -> cell instanceof Cell.Input input && input.role() == Role.BLANK);
                var marks = count(
                        row,
                        cell -> cell instanceof Cell.Computed computed
                                && computed.text().startsWith(ExerciseSheet.NAME + "!F"));
                assertThat(marks).as(sheet.name() + " " + row.index()).isEqualTo(blanks);
            });
        }
    }

    private static long count(Row row, Predicate<Cell> kind) {
        return row.cells().stream().filter(kind).count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.10-gradient-descent", "2.12-regression", "1.6-learning"})
    void noMarkIsPrintedOrStandsBehindAChart(String lesson) {
        var marked = practice(lesson).sheets().stream()
                .filter(sheet -> !sheet.name().equals(ExerciseSheet.NAME))
                .filter(sheet -> sheet.features().stream()
                        .anyMatch(feature ->
                                feature instanceof Feature.Signal signal && signal.tone() == Feature.Tone.RIGHT))
                .toList();
        assertThat(marked).isNotEmpty().allSatisfy(sheet -> {
            var printed = sheet.page().columns();
            assertThat(sheet.features()).allSatisfy(feature -> {
                if (feature instanceof Chart chart) {
                    assertThat(chart.frame().last().column()).isLessThan(printed);
                    assertThat(chart.frame().last().row())
                            .isLessThan(sheet.page().rows());
                }
            });
            sheet.pushTo(row -> assertThat(row.cells().stream().limit(printed))
                    .noneMatch(cell -> cell instanceof Cell.Computed computed
                            && computed.text().startsWith(ExerciseSheet.NAME + "!F")));
        });
    }
}
