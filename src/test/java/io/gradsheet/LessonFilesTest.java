package io.gradsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.lesson.EnglishText;
import io.gradsheet.lesson.Lessons;
import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Chart;
import io.gradsheet.sheet.Feature;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Ref;
import io.gradsheet.template.Experiment;
import io.gradsheet.template.Language;
import io.gradsheet.template.NetworkExperiment;
import io.gradsheet.template.Provenance.Setting;
import io.gradsheet.template.Template;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import io.gradsheet.xlsx.FormatSchemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of all lessons, as they are written. */
class LessonFilesTest {
    /** Whatever a program shows: texts of cells, of charts and drawings, and the hints of inputs. */
    private static final Pattern SHOWN = Pattern.compile("<si>(.*?)</si>|<is>(.*?)</is>|<a:t>(.*?)</a:t>"
            + "|(?:prompt|promptTitle|error|errorTitle)=\"(.*?)\"|<c:v>(.*?)</c:v>"
            + "|<odd(?:Header|Footer)>(.*?)</odd(?:Header|Footer)>");

    private static final Pattern QUOTED_NUMBER = Pattern.compile("\"[<>=]+-?[0-9.]");

    @TempDir
    private Path folder;

    static Stream<Arguments> lessons() {
        return Template.builtIns().stream()
                .flatMap(name -> Language.all().stream().map(language -> Arguments.of(name, language)));
    }

    static List<String> templates() {
        return Template.builtIns();
    }

    private static Experiment experiment(String template, Language language) {
        var settings = new ArrayList<Setting>();
        settings.add(new Setting("language", language.code()));
        var whole = Template.builtIn(template).read(settings);
        if (!(whole instanceof NetworkExperiment)) {
            return whole;
        }
        settings.add(new Setting("epochs", "3"));
        if (template.equals("4.1-gradient-review")) {
            // Its 94 blocks of rows are the same over few samples.
            settings.add(new Setting("data.pick", "{first: 3}"));
        }
        return Template.builtIn(template).read(settings);
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyPartKeepsToItsSchema(String template, Language language) throws Exception {
        var plan = Lessons.of(experiment(template, language)).plan();
        var result = FormatSchemas.check(Workbooks.write(plan, folder.resolve("lesson.xlsx")));
        assertThat(result.complaints()).isEmpty();
        var kinds = result.kinds();
        assertThat(kinds).contains("xl/worksheets/sheet");
        // There is a part for whatever is planned, and none for what is not.
        assertThat(kinds.contains("xl/charts/chart")).isEqualTo(has(plan, Chart.class));
        assertThat(kinds.contains("xl/drawings/drawing"))
                .isEqualTo(has(plan, Chart.class) || has(plan, Feature.Drawing.class));
    }

    private static boolean has(Plan plan, Class<? extends Feature> kind) {
        return plan.sheets().stream()
                .flatMap(sheet -> sheet.features().stream())
                .anyMatch(kind::isInstance);
    }

    /** A number within quotes is read by the decimal sign of whoever opens the file: "0.1" is no number in half of the world. */
    @ParameterizedTest
    @MethodSource("templates")
    void noCriterionHoldsANumberWithinQuotes(String template) {
        var planned = PlannedCells.of(
                Lessons.of(experiment(template, Language.ENGLISH)).plan());
        assertThat(planned.computed())
                .extracting(cell -> planned.computedAt(cell).text())
                .noneMatch(formula -> QUOTED_NUMBER.matcher(formula).find());
    }

    /** A chart draws an empty text as 0, where {@code #N/A} is a gap. */
    @ParameterizedTest
    @MethodSource("templates")
    void whatIsDrawnIsNeverAnEmptyText(String template) {
        var plan = Lessons.of(experiment(template, Language.ENGLISH)).plan();
        var planned = PlannedCells.of(plan);
        var drawn = plan.sheets().stream()
                .flatMap(sheet -> sheet.features().stream())
                .filter(Chart.class::isInstance)
                .flatMap(chart -> ((Chart) chart).series().stream())
                .toList();
        assertThat(planned.computed())
                .filteredOn(cell -> drawn.stream()
                        .anyMatch(series -> series.sheet().equals(cell.sheet())
                                && series.y().contains(Ref.at(cell.row(), cell.column()))))
                .extracting(cell -> planned.computedAt(cell).text())
                .noneMatch(formula -> formula.contains(",\"\")"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void theChineseWorkbookShowsNoEnglish(String template) throws IOException {
        var plan = Lessons.of(experiment(template, Language.of("zh").orElseThrow()))
                .plan();
        var shown = shown(Workbooks.write(plan, folder.resolve("lesson.xlsx")));
        assertThat(shown).hasSizeGreaterThan(50);
        shown.removeAll(source(plan));
        var data = data(template);
        shown.removeAll(data);
        // A caption may have a symbol before the name of a column.
        shown.removeIf(text -> data.stream().anyMatch(word -> text.matches("[xt]\\s+\\d+\\s+" + Pattern.quote(word))));
        // Sheets have the same names in all languages, and so have cells.
        plan.sheets()
                .forEach(sheet -> shown.replaceAll(
                        text -> text.replaceAll("\\b" + sheet.name() + "(?:!\\$?[A-Z]+\\$?[0-9]+)?\\b", "")));
        assertThat(shown).filteredOn(EnglishText::isIn).isEmpty();
    }

    /** Data keeps its words in every language. */
    private static Set<String> data(String template) {
        return experiment(template, Language.of("zh").orElseThrow()).provenance().files().values().stream()
                .flatMap(String::lines)
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    /** The hidden sheet keeps the template as it was written. */
    private static Set<String> source(Plan plan) {
        var planned = PlannedCells.of(plan);
        return planned.labels("Source").stream()
                .map(cell -> ((Cell.Label) planned.at(cell)).text().text().strip())
                .collect(Collectors.toSet());
    }

    private static List<String> shown(Path file) throws IOException {
        var texts = new ArrayList<String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                if (entry.getName().startsWith("xl/")) {
                    try (var in = zip.getInputStream(entry)) {
                        addShown(new String(in.readAllBytes(), StandardCharsets.UTF_8), texts);
                    }
                }
            }
        }
        return texts;
    }

    private static void addShown(String xml, List<String> texts) {
        SHOWN.matcher(xml).results().forEach(match -> {
            for (var group = 1; group <= match.groupCount(); group++) {
                if (match.group(group) != null) {
                    texts.add(plain(match.group(group)));
                }
            }
        });
    }

    private static String plain(String xml) {
        return xml.replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                // What a footer says of its parts.
                .replaceAll("&[LCRPN]", " ")
                .strip();
    }
}
