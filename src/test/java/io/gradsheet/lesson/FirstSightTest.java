package io.gradsheet.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Chart;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.Shape;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.template.Template;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a learner sees first: sheets that fit a small screen, and nothing on them that only formulas read. */
class FirstSightTest {
    /** A screen of 1366 pixels, less the row numbers, the scroll bar and a margin for programs with more beside the cells. */
    private static final double SCREEN_PIXELS = 1310;

    private static final double PIXELS_PER_POINT = 96 / 72.0;

    static List<String> builtIns() {
        return Template.builtIns();
    }

    private static Plan plan(String template) {
        return Lessons.of(Template.builtIn(template).read(List.of())).plan();
    }

    @ParameterizedTest
    @MethodSource("builtIns")
    void theGuideAndThePicturesFitASmallScreen(String template) {
        var sheets = plan(template).sheets().stream()
                .filter(sheet ->
                        List.of("Guide", "Cost", "Values", "Map", "Zoom").contains(sheet.name()))
                .toList();
        assertThat(sheets)
                .isNotEmpty()
                .allSatisfy(sheet ->
                        assertThat(pixels(sheet)).as(sheet.name()).isPositive().isLessThan(SCREEN_PIXELS));
    }

    @ParameterizedTest
    @MethodSource("builtIns")
    void helpersOfFormulasAreFoldedAway(String template) {
        for (var sheet : plan(template).sheets()) {
            if (sheet.name().equals("Check") || sheet.name().equals("Rates")) {
                assertThat(sheet.head().stream().filter(row -> row.look().folded()))
                        .as("the sentences on %s", sheet.name())
                        .hasSizeGreaterThan(4)
                        .allSatisfy(row -> assertThat(row.cells().get(0))
                                .isInstanceOfSatisfying(
                                        Cell.Label.class,
                                        label -> assertThat(label.role()).isEqualTo(Role.NOTE)));
            }
        }
    }

    private static double pixels(SheetPlan sheet) {
        var drawings = sheet.features().stream()
                .filter(Feature.Drawing.class::isInstance)
                .map(Feature.Drawing.class::cast)
                .mapToDouble(drawing -> pixels(sheet, drawing.origin().column()) + width(drawing))
                .max()
                .orElse(0);
        var charts = sheet.features().stream()
                .filter(Chart.class::isInstance)
                .map(Chart.class::cast)
                .mapToDouble(chart -> pixels(sheet, chart.frame().last().column() + 1))
                .max()
                .orElse(0);
        var maps = sheet.features().stream()
                .filter(Feature.Colours.class::isInstance)
                .map(Feature.Colours.class::cast)
                .mapToDouble(colours -> pixels(sheet, colours.range().last().column() + 1))
                .max()
                .orElse(0);
        var cells = List.of("Guide", "Zoom").contains(sheet.name()) ? pixels(sheet, (int) sheet.columns()) : 0;
        return Math.max(Math.max(cells, maps), Math.max(drawings, charts));
    }

    private static double pixels(SheetPlan sheet, int columns) {
        return sheet.widths().stream()
                .limit(columns)
                .mapToDouble(characters -> characters * 7 + 5)
                .sum();
    }

    private static double width(Feature.Drawing drawing) {
        return PIXELS_PER_POINT
                * drawing.shapes().stream()
                        .mapToDouble(FirstSightTest::right)
                        .max()
                        .orElse(0);
    }

    private static double right(Shape shape) {
        if (shape instanceof Shape.Node node) {
            return node.bottomRight().x();
        }
        if (shape instanceof Shape.Line line) {
            return Math.max(line.from().x(), line.to().x());
        }
        return shape instanceof Shape.Caption caption ? caption.bottomRight().x() : 0;
    }
}
