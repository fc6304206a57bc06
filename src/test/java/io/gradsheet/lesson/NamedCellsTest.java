package io.gradsheet.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Ref;
import io.gradsheet.sheet.Row;
import io.gradsheet.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cells say what they compute. */
class NamedCellsTest {
    private static final int MOST = 12;

    static Stream<String> lessons() {
        return Template.all().stream().map(Template::name);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyComputedCellAndEveryInputOfAVisibleSheetHasAName(String lesson) {
        var nameless = new ArrayList<String>();
        for (var sheet :
                Lessons.of(Template.find(lesson).read(List.of())).plan().sheets()) {
            if (!sheet.hidden()) {
                var found = new ArrayList<String>();
                sheet.pushTo(row -> look(row, found));
                found.stream()
                        .limit(MOST)
                        .map(place -> sheet.name() + "!" + place)
                        .forEach(nameless::add);
            }
        }
        assertThat(nameless).isEmpty();
    }

    private static void look(Row row, List<String> nameless) {
        for (var column = 0; column < row.cells().size(); column++) {
            var cell = row.cells().get(column);
            if ((cell instanceof Cell.Computed || cell instanceof Cell.Input)
                    && cell.quantity().isNone()) {
                nameless.add(Ref.at(row.index(), column).toString());
            }
        }
    }
}
