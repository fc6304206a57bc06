package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gradsheet.lesson.Lessons;
import io.gradsheet.recalc.StoredWorkbook;
import io.gradsheet.testing.Descents;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands on lesson 2.10, with functions of the user's own. */
class DescentCommandTest {
    private static final String LESSON = "2.10-gradient-descent";

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("descent.xlsx");
    }

    /** A command with settings, of which each is KEY=VALUE. */
    private static Shell.Result run(List<Object> command, String settings) {
        var arguments = new ArrayList<>(command);
        Arrays.stream(settings.split(" ; ", -1))
                .forEach(setting -> arguments.addAll(List.of("--set", setting.strip())));
        return Shell.run(arguments.toArray());
    }

    private Shell.Result generate(String settings) {
        return run(List.of("generate", LESSON, "-o", file()), settings);
    }

    private static Shell.Result train(String settings) {
        return run(List.of("train", LESSON), settings);
    }

    @Test
    void trainPrintsEveryStepAndWhatCameOfIt() {
        var result = Shell.run("train", LESSON);

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("""
                   step               f               x               y           slope
                      0              13               3               2         7.21110
                      1         8.32000         2.40000         1.60000         5.76888
                """);
        assertThat(result.out()).endsWith("""
                     29     3.11288e-05      0.00464228      0.00309485       0.0111586
                     30     1.99224e-05      0.00371382      0.00247588      0.00892691
                after 30 steps: f 1.99224e-05, slope 0.00892691
                """);
        assertThat(result.out()).hasLineCount(33);
    }

    @Test
    void jsonHasEveryNumberInFull() throws IOException {
        var json =
                new ObjectMapper().readTree(Shell.run("train", LESSON, "--json").out());

        assertThat(json.get("lesson").asText()).isEqualTo(LESSON);
        assertThat(json.get("columns"))
                .extracting(column -> column.asText())
                .containsExactly("step", "f", "x", "y", "slope");
        assertThat(json.get("rows")).hasSize(31);
        for (var n = 0; n <= 30; n++) {
            var row = json.get("rows").get(n);
            var factor = Math.pow(0.8, n);
            var expected = List.of(13 * factor * factor, 3 * factor, 2 * factor, 2 * Math.sqrt(13) * factor);
            assertThat(row.get(0).asInt()).isEqualTo(n);
            for (var i = 0; i < expected.size(); i++) {
                assertThat(row.get(i + 1).asDouble()).isCloseTo(expected.get(i), within(1e-12 * expected.get(i)));
            }
        }
        var last = json.get("rows").get(30);
        assertThat(json.get("result").get("f")).isEqualTo(last.get(1));
        assertThat(json.get("result").get("point")).containsExactly(last.get(2), last.get(3));
        assertThat(json.get("result").get("slope")).isEqualTo(last.get(4));
    }

    @Test
    void theCurveIsAPicture() throws IOException {
        var chart = folder.resolve("f.png");

        assertThat(Shell.run("train", LESSON, "--chart", chart, "-q").code()).isZero();

        assertThat(ImageIO.read(chart.toFile()).getWidth()).isEqualTo(960);
    }

    /** With rates at which the steps do not become chaotic: there the last bits of a number soon decide its first. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f=(t-1)^2+SIN(3*t) ; start=[2.5] ; eta=0.05 ; rates=[0.01, 0.1] | Guide Steps Values Rates Check Source",
                "f=EXP(a)-a+b^2*COS(a) ; start=[1, 0.5] ; eta=0.1 ; rates=[0.1, 0.2] | Guide Steps Values Map Rates Check Source",
                "f=u^2+v^2+w^2+u*v*w ; start=[1, -1, 0.5] ; eta=0.05 ; rates=[0.05, 1.2] | Guide Steps Values Rates Check Source"
            })
    void aFunctionOfTheUsersBecomesAWorkbookThatAgrees(String settings, String sheets) {
        var result = generate(settings);

        assertThat(result).isEqualTo(new Shell.Result(0, file() + "\n", ""));
        try (var workbook = StoredWorkbook.open(file())) {
            assertThat(workbook.sheetNames()).containsExactly(sheets.split(" "));
        }
        assertThat(Shell.run("verify", file()).code()).isZero();
        assertThat(train(settings).code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f=x^2+y^2+q ; variables=[x, y] | unknown variable q at column 9: the variables are x, y",
                "f=x^2+foo(y) | unknown function foo at column 5: the functions are EXP, LN,",
                "f=(x^2+y^2 | the parenthesis at column 1 is not closed",
                "f=x^2+y^2) | the parenthesis at column 8 closes nothing",
                "f=x^2+ | a value is missing after + at column 4",
                "f=2 x | an operator is missing between 2 and x at column 3: write a product with *",
                "f=7 | f has no variable; write something like x^2+y^2",
                "f=LN(x)+y^2 ; start=[0, 1] | LN(x) at column 1: x is 0, and LN needs a positive number",
                "f=ABS(x)+y^2 ; start=[0, 1] | f has no derivative by x: ABS(x) at column 1: x is 0, and the derivative of ABS does not exist",
                "start=[1] | start has 1 coordinate, but must have 2, one for each variable of f: x, y",
                "start=[1, 2, 3] | start has 3 coordinates, but must have 2",
                "f=x^2 | start has 2 coordinates, but must have 1, one for each variable of f: x",
                "eta=0 | eta must be larger than 0, but is 0",
                "f=x*LN(x)+y^2 ; start=[0.1, 1] ; eta=5 | in step 2: LN(x) at column 3: x is -7.8322",
                "f=x^4+y^4 ; eta=10 | in step 4: x^4 at column 1: x is 4.97",
                "f=SQRT(x)+y ; h=10 | difference quotient cannot be formed in step 0: SQRT(x) at column 1: x is -7"
            })
    void whatCannotBeDoneIsSaidInASentenceAndNothingIsWritten(String settings, String said) {
        var result = generate(settings);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("gradsheet: ").contains(said).hasLineCount(1);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f=x*LN(x)+y^2 ; start=[0.1, 1] ; eta=5 | in step 2: LN(x) at column 3: x is -7.8322",
                "f=x^4+y^4 ; eta=10 | in step 4: x^4 at column 1: x is 4.97",
                "f=x^2+foo(y) | unknown function foo at column 5"
            })
    void trainSaysTheSame(String settings, String said) {
        var result = train(settings);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("gradsheet: ").contains(said).hasLineCount(1);
    }

    @Test
    void verifyNamesTheStepInWhichAChangedRateLeadsTooFar() {
        assertThat(generate("f=x^4+y^4 ; eta=0.01").code()).isZero();
        var eta = PlannedCells.of(Lessons.of(Descents.builtIn(LESSON)).plan()).eta();
        Workbooks.edit(file(), eta, cell -> cell.setCellValue(10));

        var result = Shell.run("verify", file());

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("gradsheet: the descent cannot go on in step 4: x^4 at column 1: x is 4.97")
                .endsWith("take another start or a smaller eta\n")
                .hasLineCount(1);
    }

    @Test
    void aDescentThatHasLongArrivedIsRefusedBeforeThereIsAFile() {
        var result = Shell.run("generate", "2.10-gradient-descent", "--eta", "0.4", "--steps", 300, "-o", folder);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("gradsheet: the descent has long arrived in step 221: x^2 at column 1: x is ")
                .endsWith(", and the result is too small for a spreadsheet; take fewer steps\n");
        var rates = Shell.run(
                "generate", "2.10-gradient-descent", "--steps", 300, "--set", "rates=[0.1, 0.4]", "-o", folder);
        assertThat(rates.code()).isEqualTo(2);
        assertThat(rates.err())
                .startsWith("gradsheet: one of the learning rates")
                .hasLineCount(1);
        assertThat(folder).isEmptyDirectory();
    }
}
