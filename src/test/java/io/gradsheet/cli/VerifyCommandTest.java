package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gradsheet.lesson.Lessons;
import io.gradsheet.recalc.Engine;
import io.gradsheet.sheet.Role;
import io.gradsheet.testing.ChildJvm;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.PlannedCells;
import io.gradsheet.testing.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyCommandTest {
    @TempDir
    private static Path folder;

    private static Path workbook;
    private static int formulas;

    @BeforeAll
    static void write() {
        var experiment = Experiments.small();
        workbook = Workbooks.write(experiment, folder.resolve("lesson.xlsx"));
        formulas = PlannedCells.of(Lessons.of(experiment).plan()).computed().size();
    }

    @Test
    void saysForAnEngineHowManyCellsAgreeOfWhichKind() {
        var result = Shell.run("verify", workbook);
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        var masked = result.out()
                .replaceAll("POI [\\d.]+", "POI VERSION")
                .replaceAll("largest difference \\d\\.\\de-\\d+ at \\w+!\\w+", "largest difference TINY")
                .replaceAll("no difference at all", "largest difference TINY")
                .replaceAll("\\d+\\.\\d s\n", "TIME\n");
        assertThat(masked)
                .startsWith(String.format(
                        Locale.ROOT,
                        "poi (Apache POI VERSION): %,d cells agree, largest difference TINY, TIME\n    ",
                        formulas))
                .containsPattern("weighted input \\d+, activation \\d+, error \\d+, gradient \\d+, cost \\d+")
                .hasLineCount(2);
    }

    @Test
    void quietSaysTheVerdictAlone() {
        var result = Shell.run("verify", workbook, "-q");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .matches("poi \\(Apache POI [\\d.]+\\): " + String.format(Locale.ROOT, "%,d", formulas)
                        + " cells agree, .+\n");
    }

    @Test
    void jsonSaysTheSame() throws IOException {
        var result = Shell.run("verify", workbook, "--json");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        var json = new ObjectMapper().readTree(result.out());
        assertThat(json.get("workbook").asText()).isEqualTo(workbook.toString());
        assertThat(json.get("agrees").asBoolean()).isTrue();
        assertThat(json.get("findings")).isEmpty();
        assertThat(json.get("failures")).isEmpty();
        assertThat(json.get("engines")).hasSize(1);
        var engine = json.get("engines").get(0);
        assertThat(engine.get("engine").asText()).isEqualTo("poi");
        assertThat(engine.get("cells").asInt()).isEqualTo(formulas);
        assertThat(engine.get("differing").asInt()).isZero();
        assertThat(engine.get("differences")).isEmpty();
        assertThat(engine.get("seconds").asDouble()).isNotNegative();
        var total = 0;
        for (var role : engine.get("roles")) {
            total += role.get("cells").asInt();
        }
        assertThat(total).isEqualTo(formulas);
    }

    @Test
    void differencesAreListedInWordsAndAsJson() throws IOException {
        var wrong = Workbooks.withWrongValues(Lessons.of(Experiments.small()).plan());
        var file = Workbooks.asSavedBy("Microsoft Excel", Workbooks.write(wrong, folder.resolve("wrong.xlsx")));
        var all = String.format(Locale.ROOT, "%,d", formulas);
        var result = Shell.run("verify", file, "--engine", "saved");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith("saved (Microsoft Excel): " + all + " of " + all + " cells differ, largest difference ")
                .containsPattern(
                        "\n    t₁ of sample 1 \\(Data![A-Z]+\\d+\\): the sheet has [-\\d.]+, Java has [-\\d.]+\n")
                .endsWith(String.format(Locale.ROOT, "    … and %,d more\n", formulas - 20));

        var json = new ObjectMapper()
                .readTree(
                        Shell.run("verify", file, "--engine", "saved", "--json").out());
        assertThat(json.get("agrees").asBoolean()).isFalse();
        var engine = json.get("engines").get(0);
        assertThat(engine.get("differing").asInt()).isEqualTo(formulas);
        assertThat(engine.get("differences")).hasSize(20);
        assertThat(engine.get("differences").get(0).get("name").asText()).isEqualTo("t₁ of sample 1");
        assertThat(engine.get("largestDifference").asDouble()).isPositive();
    }

    @Test
    void aLooserToleranceLetsMorePass() throws IOException {
        var planned = PlannedCells.of(Lessons.of(Experiments.small()).plan());
        var sum = planned.computed("Predict", Role.WEIGHTED_INPUT).get(0);
        var file = Files.copy(workbook, folder.resolve("slightly.xlsx"));
        Workbooks.edit(
                file, sum, cell -> cell.setCellFormula(planned.computedAt(sum).formula() + "+1E-7"));
        assertThat(Shell.run("verify", file).code()).isEqualTo(1);
        var loose = Shell.run("verify", file, "--tolerance", "1e-6");
        assertThat(loose.code())
                .as("a formula that was changed is told of, but its values agree")
                .isZero();
        assertThat(loose.out()).startsWith(sum + ": the formula was changed to =");
    }

    @Test
    void aFileThatNoProgramSavedHasNoSavedValues() {
        var result = Shell.run("verify", workbook, "--engine", "saved");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("gradsheet: " + workbook
                        + " has not been saved by a spreadsheet program since GradSheet wrote" + " it: ")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--engine | excel | there is no engine excel: choose poi, libreoffice, gnumeric, saved or all",
                "--tolerance | -1 | --tolerance must be a number from 0 on",
                "--tolerance | NaN | --tolerance must be a number from 0 on",
                "--timeout | 0 | --timeout must be 1 second or more"
            })
    void aWrongOptionIsExplained(String option, String value, String said) {
        assertThat(Shell.run("verify", workbook, option, value))
                .isEqualTo(new Shell.Result(2, "", "gradsheet: " + said + "; try: gradsheet verify --help\n"));
    }

    @Test
    void aFileThatIsNotThereOrNoWorkbookIsRefused() throws IOException {
        var missing = Shell.run("verify", folder.resolve("none.xlsx"));
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.out()).isEmpty();
        assertThat(missing.err())
                .startsWith("gradsheet: ")
                .contains("none.xlsx")
                .hasLineCount(1);

        var text = Files.writeString(folder.resolve("text.xlsx"), "a,b\n1,2\n");
        var refused = Shell.run("verify", text);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).startsWith("gradsheet: " + text + " is ").hasLineCount(1);
    }

    @Test
    void anEngineThatIsMissingHasAnExitCodeOfItsOwn() {
        var nowhere = folder.resolve("nowhere").toString();
        var result = ChildJvm.in(folder)
                .env("GRADSHEET_SOFFICE", nowhere)
                .run("verify", workbook.toString(), "--engine", "libreoffice");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .isEqualTo("gradsheet: GRADSHEET_SOFFICE is set to " + nowhere
                        + ", where there is no program: set it to LibreOffice's program\n");
    }

    @Test
    void anEngineThatIsNotInstalledIsNamedWithWhatToDo() {
        var noPath = ChildJvm.in(folder).env("PATH", "").env("GRADSHEET_SSCONVERT", "");
        var result = noPath.run("verify", workbook.toString(), "--engine", "gnumeric");
        // Some installers put it off the search path.
        assumeThat(result.code()).isNotZero();
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err())
                .isEqualTo("gradsheet: Gnumeric was not found: install it (Debian: apt install gnumeric) or set"
                        + " GRADSHEET_SSCONVERT to its program\n");
    }

    @Test
    void allEnginesAreHeardThoughOneIsMissing() throws IOException {
        var nowhere = folder.resolve("nowhere").toString();
        var result = ChildJvm.in(folder)
                .env("GRADSHEET_SOFFICE", nowhere)
                .env("GRADSHEET_SSCONVERT", nowhere)
                .run("verify", workbook.toString(), "--engine", "all", "--json");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err())
                .contains("gradsheet: GRADSHEET_SOFFICE is set to ")
                .contains("gradsheet: GRADSHEET_SSCONVERT is set to ")
                .hasLineCount(2);
        var json = new ObjectMapper().readTree(result.out());
        assertThat(json.get("engines")).hasSize(1);
        assertThat(json.get("engines").get(0).get("differing").asInt()).isZero();
        assertThat(json.get("agrees").asBoolean()).isFalse();
        assertThat(json.get("failures"))
                .extracting(failure -> failure.get("engine").asText())
                .containsExactly("libreoffice", "gnumeric");
        assertThat(json.get("failures").get(0).get("text").asText()).startsWith("GRADSHEET_SOFFICE is set to ");
    }

    @Test
    void theOnlyEngineThatIsMissingIsSaidInJsonToo() throws IOException {
        var result = ChildJvm.in(folder)
                .env("GRADSHEET_SOFFICE", folder.resolve("nowhere").toString())
                .run("verify", workbook.toString(), "--engine", "libreoffice", "--json");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err())
                .startsWith("gradsheet: GRADSHEET_SOFFICE is set to ")
                .hasLineCount(1);
        var json = new ObjectMapper().readTree(result.out());
        assertThat(json.get("agrees").asBoolean()).isFalse();
        assertThat(json.get("engines")).isEmpty();
        assertThat(json.get("failures")).hasSize(1);
    }

    @Test
    void allEnginesThatAreInstalledAgree() throws IOException {
        var installed = Engine.all().stream()
                .filter(engine -> !engine.name().equals("saved") && engine.isInstalled())
                .map(Engine::name)
                .toList();
        var result = Shell.run("verify", workbook, "--engine", "all", "--json");
        assertThat(result.code()).isEqualTo(installed.size() == 3 ? 0 : 3);
        var json = new ObjectMapper().readTree(result.out());
        assertThat(json.get("engines"))
                .extracting(engine -> engine.get("engine").asText())
                .isEqualTo(installed);
    }
}
