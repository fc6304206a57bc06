package io.gradsheet.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.sheet.Cell;
import io.gradsheet.sheet.Plan;
import io.gradsheet.sheet.Role;
import io.gradsheet.sheet.SheetPlan;
import io.gradsheet.sheet.Value;
import io.gradsheet.template.Template;
import io.gradsheet.testing.Workbooks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An exam tells no answer, wherever in the file one looks. */
class ExamTest {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(?:\\.\\d+)?(?:E-?\\d+)?(?![\\w.])");
    private static final Pattern FORMULA = Pattern.compile("<f>(.*?)</f>");

    /** What an exam may calculate: what the learner has written, how much of it there is, and the points. */
    private static final Pattern HARMLESS =
            Pattern.compile("IF\\(ISNUMBER\\((\\w+!)?\\$?[A-Z]+\\$?\\d+\\),(\\w+!)?\\$?[A-Z]+\\$?\\d+,\"\"\\)"
                    + "|COUNT\\(E\\d+:E\\d+\\)&amp;\" / \\d+\"|SUM\\(D\\d+:D\\d+\\)|\\d+-COUNT\\(E\\d+:E\\d+\\)");

    @TempDir
    private Path folder;

    private static Plan exam(Exercise exercise) {
        return EditionPlan.of(exercise, new Identity("lesson", Edition.EXAM, Optional.empty(), ""));
    }

    private static Map<String, String> parts(Path file) throws IOException {
        var parts = new HashMap<String, String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    /** Numbers that an exam gives: inputs, and what answers are worked out from. */
    private static Set<Double> givens(Plan exam) {
        var givens = new HashSet<Double>();
        exam.sheets()
                .forEach(sheet -> sheet.pushTo(row -> row.cells().forEach(cell -> {
                    if (cell instanceof Cell.Input input && input.value() instanceof Value.Figure figure) {
                        givens.add(figure.number());
                    } else if (cell instanceof Cell.Figure figure) {
                        givens.add(figure.value());
                    }
                })));
        return givens;
    }

    /** Whether a number is of those that stand in any text: few digits, which say nothing, or 1 but for what a tolerance allows. */
    private static boolean isCommon(double number) {
        var isShort = Math.abs(number * 100 - Math.rint(number * 100)) < 1e-3 && Math.abs(number) < 1000;
        return isShort || Math.abs(Math.abs(number) - 1) < 1e-4;
    }

    @ParameterizedTest
    @MethodSource("io.gradsheet.classroom.Filled#lessons")
    void noPartOfTheFileHoldsAnAnswerOrAFormulaForOne(String template) throws IOException {
        var exercise = Exercise.of(Template.find(template), List.of());
        var exam = exam(exercise);
        var givens = givens(exam);
        var answers = exercise.tasks().stream()
                .flatMap(task -> task.blanks().stream())
                .filter(blank -> !isCommon(blank.value()) && !givens.contains(blank.value()))
                .toList();
        var formulas = new ArrayList<String>();
        var found = new ArrayList<String>();
        parts(Workbooks.write(exam, folder.resolve("exam.xlsx"))).forEach((part, text) -> {
            NUMBER.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .map(Double::parseDouble)
                    .forEach(number -> answers.stream()
                            .filter(answer -> isAbout(number, answer.value()))
                            .forEach(answer -> found.add(part + " has " + number + ", " + answer)));
            FORMULA.matcher(text).results().map(result -> result.group(1)).forEach(formulas::add);
            exercise.tasks().stream()
                    .flatMap(task -> task.blanks().stream())
                    .map(blank -> blank.answer().text())
                    .filter(formula -> formula.length() > 8
                            && text.contains(formula.replace("&", "&amp;")
                                    .replace("<", "&lt;")
                                    .replace(">", "&gt;")))
                    .forEach(formula -> found.add(part + " has " + formula));
        });
        assertThat(found.stream().distinct().limit(5)).isEmpty();
        assertThat(formulas).allMatch(formula -> HARMLESS.matcher(formula).matches());
        assertThat(exam.sheets()).noneMatch(SheetPlan::hidden);
        assertThat(exam.sheets()).extracting(SheetPlan::name).doesNotContain("Source", "Check", "Hints");
        assertThat(exam.names()).extracting(Plan.Name::name).doesNotContain("exercise_open");
    }

    /** To the four decimals that an answer needs, or as precisely as the file could have it. */
    private static boolean isAbout(double number, double answer) {
        return Math.abs(number - answer) <= 1e-6 * Math.abs(answer);
    }

    @Test
    void whatAnswersAreWorkedOutFromIsGiven() {
        var exam = exam(Exercise.of(Template.find("4.3-backpropagation"), WholeEpoch.SETTINGS));
        assertThat(exam.sheets()).extracting(SheetPlan::name).containsExactly("Guide", "Exercise", "Data", "Training");
        var rows = new ArrayList<List<Cell>>();
        exam.sheets().get(3).body().pushTo(row -> rows.add(row.cells()));
        // Initial values, two samples, totals, next values, and what epoch 2 would begin with; no more of it.
        assertThat(rows).hasSize(6);
        assertThat(rows.get(5)).noneMatch(Cell.Figure.class::isInstance);
        assertThat(rows.get(1).subList(0, 15)).allMatch(Cell.Figure.class::isInstance);
    }

    private static List<String> texts(Plan exam, String sheet) {
        var texts = new ArrayList<String>();
        exam.sheets().stream()
                .filter(each -> each.name().equals(sheet))
                .forEach(each -> each.pushTo(row -> row.cells().forEach(cell -> {
                    if (cell instanceof Cell.Label label) {
                        texts.add(label.text().text());
                    }
                })));
        return texts;
    }

    @Test
    void captionsOfWhatIsLeftOutAreLeftOutToo() {
        var exam = exam(Exercise.of(Template.builtIn("2.7-partial-derivatives"), List.of()));
        assertThat(texts(exam, "Slices"))
                .contains("∂f/∂x", "The figures of the charts", "t", "tangent")
                .doesNotContain("f from above", "Δf/Δx", "f_x(x, y) =");
        assertThat(texts(exam, "Circle")).contains("k = x + y").doesNotContain("The line of the chart", "α");
        var network = exam(Exercise.of(Template.builtIn("3.1-parameters"), List.of()));
        assertThat(network.sheets().stream()
                        .filter(sheet -> sheet.name().equals("Data"))
                        .flatMap(sheet -> sheet.head().stream())
                        .flatMap(row -> row.cells().stream())
                        .filter(Cell.Figure.class::isInstance))
                .as("the classes of the targets")
                .isNotEmpty();
    }

    @Test
    void inputsThatWereScaledAreShownLikeResults() {
        var exam = exam(Exercise.of(Template.builtIn("flowers"), List.of()));
        var roles = new HashSet<Role>();
        exam.sheets().stream()
                .filter(sheet -> sheet.name().equals("Training"))
                .forEach(sheet -> sheet.pushTo(row -> row.cells().forEach(cell -> {
                    if (cell instanceof Cell.Figure figure
                            && String.valueOf(figure.value()).length() > 8) {
                        roles.add(figure.role());
                    }
                })));
        assertThat(roles).contains(Role.VALUE).doesNotContain(Role.DATA);
    }

    @Test
    void anExamHasNoSheetThatNoBlankReads() {
        var exam = exam(Exercise.of(Template.builtIn("3.5-solver"), List.of()));
        assertThat(exam.sheets()).extracting(SheetPlan::name).containsExactly("Guide", "Exercise", "Data", "Solver");
    }
}
