package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What users write for files, and what they are told where no file can be meant. */
class NamesOfFilesTest {
    private static final String LESSON = "4.3-backpropagation";

    @TempDir
    private Path folder;

    private void assertRefused(String said, Object... arguments) {
        var result = Shell.run(arguments);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(said).hasLineCount(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void noNameIsNoDefault() {
        assertRefused("'--output': the name of a file is missing", "generate", LESSON, "-o", "");
        assertRefused("the name of a file is missing", "train", LESSON, "--chart", " ");
        assertRefused("the name of a file is missing", "verify", "");
    }

    @Test
    void whatEndsLikeAFolderMustBeOne() {
        var name = folder + "/new.xlsx/";
        assertRefused(
                "there is no folder " + name + ": create it, or leave the last / out", "generate", LESSON, "-o", name);
        assertThat(Shell.run("generate", LESSON, "--epochs", 1, "-q", "-o", folder + "/"))
                .isEqualTo(new Shell.Result(0, "", ""));
        assertThat(folder.resolve(LESSON + ".xlsx")).isRegularFile();
    }

    @Test
    void anAtSignNamesNoFileOfArguments() throws Exception {
        var secret = Files.writeString(Files.createTempFile("secret", ".txt"), "hunter2 --json");
        try {
            var result = Shell.run("train", "@" + secret);
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).doesNotContain("hunter2").hasLineCount(1);
        } finally {
            Files.delete(secret);
        }
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void aLocaleThatCannotNameAFileIsSaidWithWhatToSet() {
        var result = ChildJvm.in(folder).env("LC_ALL", "C").run("generate", LESSON, "-o", "中文.xlsx");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains("cannot be named in this locale")
                .contains("set LC_ALL=C.UTF-8")
                .doesNotContain("Exception")
                .hasLineCount(1);
    }

    @Test
    void aSettingWithoutAValueIsSaidOnce() {
        assertRefused(
                "gradsheet: --set eta: the value is missing; write --set KEY=VALUE",
                "generate",
                LESSON,
                "--set",
                "eta",
                "-o",
                folder);
    }
}
