package io.gradsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.gradsheet.xlsx.OutputFile.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a name that is taken already: links, permissions, devices, and files that another run makes meanwhile. */
class ReplacedFilesTest {
    private static final Content NEW = draft -> Files.writeString(draft, "new");

    @TempDir
    private Path folder;

    private Path target;

    @BeforeEach
    void name() {
        target = folder.resolve("class.xlsx");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @DisabledOnOs(OS.WINDOWS)
    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-rw-rw-", "r--r-----"})
    void aFileThatIsReplacedKeepsItsPermissions(String permissions) throws IOException {
        Files.writeString(target, "old");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(permissions));

        new OutputFile(target, true).write(NEW);

        assertThat(mode(target)).isEqualTo(permissions);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        assertThat(target).hasContent("new");
    }

    @DisabledOnOs(OS.WINDOWS)
    @Test
    void aLinkStaysAndItsFileIsReplaced() throws IOException {
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        var file = Files.writeString(elsewhere.resolve("real.xlsx"), "old");
        Files.createSymbolicLink(target, Path.of("elsewhere", "real.xlsx"));

        assertThatThrownBy(() -> new OutputFile(target, false).write(NEW))
                .isInstanceOf(OutputException.class)
                .hasMessage(target + " exists already: use --force to replace it");
        assertThat(file).hasContent("old");

        new OutputFile(target, true).write(NEW);
        assertThat(target).isSymbolicLink().hasContent("new");
        assertThat(file).isRegularFile().hasContent("new");
        assertThat(elsewhere).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @DisabledOnOs(OS.WINDOWS)
    @ParameterizedTest
    @ValueSource(strings = {"nowhere.xlsx", "class.xlsx"})
    void aLinkThatLeadsToNoFileIsRefused(String aim) throws IOException {
        Files.createSymbolicLink(target, Path.of(aim));
        for (var force : List.of(false, true)) {
            assertThatThrownBy(() -> new OutputFile(target, force).write(NEW))
                    .isInstanceOf(OutputException.class)
                    .hasMessage(target + " is a link that leads to no file: remove it, or choose another name");
        }
        assertThat(target).isSymbolicLink();
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(target));
    }

    @DisabledOnOs(OS.WINDOWS)
    @Test
    void whatIsNoFileIsRefused() throws Exception {
        var made = new ProcessBuilder("mkfifo", target.toString()).start();
        assumeThat(made.waitFor()).isZero();
        for (var force : List.of(false, true)) {
            assertThatThrownBy(() -> new OutputFile(target, force).write(NEW))
                    .isInstanceOf(OutputException.class)
                    .hasMessage(
                            target + " is neither a file nor a folder but a device or the like: choose another name");
        }
        assertThat(Files.isRegularFile(target)).isFalse();
    }

    @Test
    void aFileThatAnotherRunMakesMeanwhileStays() throws IOException {
        var slow = new OutputFile(target, false);
        assertThatThrownBy(() -> slow.write(draft -> {
                    Files.writeString(draft, "slow");
                    new OutputFile(target, false).write(NEW);
                }))
                .isInstanceOf(OutputException.class)
                .hasMessage(target + " exists already: use --force to replace it");
        assertThat(target).hasContent("new");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(target));
    }

    @Test
    void theNameItselfIsFoundTakenIfNoCheckSeesIt() throws IOException {
        try (var draft = Draft.beside(target)) {
            Files.writeString(draft.file(), "late");
            Files.writeString(target, "early");
            assertThatThrownBy(() -> draft.publishAs(target)).isInstanceOf(IOException.class);
        }
        assertThat(target).hasContent("early");
    }

    @Test
    void whatTheRunReadsIsNeverReplaced() throws IOException {
        var template = Files.writeString(folder.resolve("mine.yaml"), "eta: 1");
        var same = folder.resolve(".").resolve("mine.yaml");
        assertThatThrownBy(() -> new OutputFile(same, true, List.of(folder.resolve("gone.csv"), template)).write(NEW))
                .isInstanceOf(OutputException.class)
                .hasMessage(same + " is what this run reads: choose another name");
        assertThat(template).hasContent("eta: 1");
    }

    @Test
    void norIsWhatIsInAFolderThatTheRunReads() throws IOException {
        var picture = Files.writeString(
                Files.createDirectories(folder.resolve("digits/1")).resolve("a.png"), "picture");
        var digits = List.of(folder.resolve("digits"));
        assertThatThrownBy(() -> new OutputFile(picture, true, digits).write(NEW))
                .isInstanceOf(OutputException.class)
                .hasMessage(picture + " is what this run reads: choose another name");
        assertThat(picture).hasContent("picture");
        new OutputFile(folder.resolve("digits/new.png"), true, digits).check();
    }
}
