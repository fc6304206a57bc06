package io.gradsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.testing.ChildJvm;
import io.gradsheet.testing.ChildJvm.Result;
import io.gradsheet.testing.Experiments;
import io.gradsheet.testing.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same template gives the same bytes: again, in another process, in another country. */
class DeterminismTest {
    private static final String LESSON = "4.3-backpropagation";

    @TempDir
    private Path folder;

    @Test
    void theSameTemplateGivesTheSameBytes() {
        var once = Workbooks.write(Experiments.builtIn("epochs=3"), folder.resolve("once.xlsx"));
        var again = Workbooks.write(Experiments.builtIn("epochs=3"), folder.resolve("again.xlsx"));
        assertThat(again).hasSameBinaryContentAs(once);
    }

    @ParameterizedTest
    @CsvSource({
        "en, zh, CN, Asia/Shanghai",
        "zh, tr, TR, America/St_Johns",
        "zh, ar, EG, UTC",
    })
    void noMachinesLanguageOrTimeIsInTheFile(String language, String user, String country, String zone) {
        var here =
                Workbooks.write(Experiments.builtIn("epochs=3", "language=" + language), folder.resolve("here.xlsx"));
        var abroad = ChildJvm.in(folder)
                .with("-Duser.language=" + user, "-Duser.country=" + country, "-Duser.timezone=" + zone);
        // The settings are said in the file's hidden source, in the order in which the program takes them.
        assertThat(abroad.run("generate", LESSON, "--epochs", "3", "--lang", language, "-o", "there.xlsx"))
                .isEqualTo(new Result(0, "there.xlsx\n", ""));
        assertThat(folder.resolve("there.xlsx")).hasSameBinaryContentAs(here);
    }

    /** What has no order of its own comes in another one in each process. */
    @Test
    void noChanceOfAProcessIsInTheFiles() throws IOException {
        for (var run : List.of("once", "again")) {
            assertThat(ChildJvm.in(folder)
                            .run("generate", "1", "2", "3.2", "3.5", "mazur", "--edition", "practice", "-o", run)
                            .code())
                    .isZero();
        }
        try (var files = Files.list(folder.resolve("once"))) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(folder.resolve("again").resolve(file.getFileName()))
                            .hasSameBinaryContentAs(file));
        }
    }

    @Test
    void numbersArePrintedTheSameEverywhere() {
        var arguments = new String[] {"train", LESSON, "--epochs", "3"};
        var here = ChildJvm.in(folder).with("-Duser.language=en").run(arguments);
        var there = ChildJvm.in(folder)
                .with("-Duser.language=ar", "-Duser.country=EG", "-Duser.script=Arab")
                .run(arguments);
        assertThat(there).isEqualTo(here);
        assertThat(here.out()).contains("after 3 epochs: cost 9.75262");
    }
}
