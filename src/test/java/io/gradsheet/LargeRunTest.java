package io.gradsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.testing.ChildJvm;
import io.gradsheet.testing.ChildJvm.Result;
import io.gradsheet.testing.Workbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks of 1.3 million formulas: memory does not grow with epochs, and a run that is stopped leaves nothing. */
class LargeRunTest {
    private static final String LESSON = "4.3-backpropagation";

    @TempDir
    private Path folder;

    @Test
    @Timeout(180)
    void memoryDoesNotGrowWithTheEpochs() {
        var file = folder.resolve("large.xlsx");
        assertThat(ChildJvm.in(folder)
                        .with("-Xmx96m")
                        .run("generate", LESSON, "--epochs", "250", "--set", "detail=full", "-o", "large.xlsx"))
                .isEqualTo(new Result(0, "large.xlsx\n", ""));

        Workbooks.asSavedBy("Microsoft Excel", file);

        var checked = ChildJvm.in(folder).with("-Xmx256m").run("verify", "large.xlsx", "--engine", "saved");
        assertThat(checked.err()).isEmpty();
        assertThat(checked.code()).isZero();
        assertThat(checked.out()).matches("(?s)saved \\(Microsoft Excel\\): 1,2\\d\\d,\\d{3} cells agree, .*");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Timeout(120)
    void aRunThatIsStoppedLeavesTheFolderAsItWas(boolean replaces) throws Exception {
        var file = folder.resolve("class.xlsx");
        if (replaces) {
            Files.writeString(file, "mine");
        }
        var talk = Files.createTempDirectory("gradsheet-talk-");
        var run = ChildJvm.in(folder).start(talk, "generate", LESSON, "--epochs", "250", "-o", "class.xlsx", "--force");
        while (!hasDraft()) {
            assertThat(run.isAlive()).as("still to write").isTrue();
            TimeUnit.MILLISECONDS.sleep(10);
        }
        run.destroy();
        assertThat(run.waitFor()).isNotZero();
        assertThat(talk.resolve("out")).isEmptyFile();
        assertThat(folder).isDirectoryNotContaining(left -> !left.equals(file));
        if (replaces) {
            assertThat(file).hasContent("mine");
        } else {
            assertThat(file).doesNotExist();
        }
        Files.delete(talk.resolve("out"));
        Files.delete(talk.resolve("err"));
        Files.delete(talk);
    }

    private boolean hasDraft() throws IOException {
        try (var files = Files.list(folder)) {
            return files.anyMatch(Files::isDirectory);
        }
    }
}
