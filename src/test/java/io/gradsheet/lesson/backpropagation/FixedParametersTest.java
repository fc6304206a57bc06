package io.gradsheet.lesson.backpropagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.lesson.Lessons;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A learner is told of what training leaves as it is wherever it is shown. */
class FixedParametersTest {
    private static List<String> texts(String sheet, String template, String... settings) {
        var changes = Stream.of(settings).map(Setting::parse).toList();
        return Lessons.of(Template.builtIn(template).read(changes)).plan().sheets().stream()
                .filter(each -> each.name().equals(sheet))
                .map(SheetPlan::head)
                .flatMap(List::stream)
                .flatMap(row -> row.cells().stream())
                .filter(Cell.Label.class::isInstance)
                .map(cell -> ((Cell.Label) cell).text().text())
                .filter(text -> text.contains("fixed"))
                .toList();
    }

    @Test
    void guideTrainingAndZoomTellThatBiasesStay() {
        assertThat(texts("Guide", "mazur"))
                .singleElement()
                .asString()
                .endsWith(
                        "\nParameters marked fixed stay as they are: their gradients are shown, but no step follows.");
        assertThat(texts("Training", "mazur")).containsExactly("b21 fixed", "b22 fixed", "b31 fixed", "b32 fixed");
        assertThat(texts("Zoom", "mazur"))
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).startsWith("bj: bias, fixed (no step changes it)\n"));
    }

    @Test
    void zoomNamesThoseThatStayAmongOthers() {
        assertThat(texts("Zoom", "xor", "train={frozen: [b2_2, w2_21], optimiser: adam}"))
                .anySatisfy(text -> assertThat(text).startsWith("bj: bias; fixed: b22\n"));
        assertThat(texts("Guide", "xor", "train={frozen: [b2_2], optimiser: adam}"))
                .hasSize(1);
    }

    @Test
    void nothingIsSaidWhereAllIsTrained() {
        assertThat(Stream.of("Guide", "Training", "Zoom").flatMap(sheet -> texts(sheet, "xor").stream()))
                .isEmpty();
    }
}
