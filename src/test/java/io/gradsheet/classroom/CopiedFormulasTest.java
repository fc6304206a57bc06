package io.gradsheet.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.recalc.FormulaText;
import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Ref;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No cell of a practice workbook can be copied onto a blank to answer it: the row of another sample is no way out. */
class CopiedFormulasTest {
    static Stream<String> networkLessons() {
        return Filled.lessons().stream()
                .filter(name -> Template.find(name).read(List.of()) instanceof NetworkExperiment);
    }

    private static Map<Address, String> formulas(Exercise exercise) {
        var formulas = new HashMap<Address, String>();
        EditionPlan.of(exercise, new Identity("lesson", Edition.PRACTICE, Optional.empty(), ""))
                .sheets()
                .forEach(sheet -> sheet.pushTo(row -> {
                    for (var column = 0; column < row.cells().size(); column++) {
                        if (row.cells().get(column) instanceof Cell.Computed computed) {
                            formulas.put(new Address(sheet.name(), row.index(), column), computed.text());
                        }
                    }
                }));
        return formulas;
    }

    @ParameterizedTest
    @MethodSource("networkLessons")
    void noFormulaIsTheAnswerToABlankWhenItIsFilledIntoIt(String template) {
        var exercise = Exercise.of(Template.find(template), List.of());
        var formulas = formulas(exercise);
        var copied = new ArrayList<String>();
        for (var task : exercise.tasks()) {
            for (var blank : task.blanks()) {
                var place = blank.place();
                var answer = FormulaText.relative(blank.answer().text(), Ref.at(place.row(), place.column()));
                formulas.forEach((from, formula) -> {
                    if (from.sheet().equals(place.sheet())
                            && FormulaText.relative(formula, Ref.at(from.row(), from.column()))
                                    .equals(answer)) {
                        copied.add(from + " answers " + place);
                    }
                });
            }
        }
        assertThat(formulas).isNotEmpty();
        assertThat(copied).isEmpty();
    }

    @Test
    void theRowOfTheOtherSampleIsStillComputed() {
        var formulas = formulas(Exercise.of(Template.find("4.3-backpropagation"), List.of()));
        assertThat(formulas)
                .containsEntry(new Address("Training", 9, 15), "SUMPRODUCT($B$10:$M$10,$AG$8:$AR$8)+$AS$8")
                .containsEntry(new Address("Training", 9, 18), "1/(1+EXP(-MAX($P$10,-700)))");
    }
}
