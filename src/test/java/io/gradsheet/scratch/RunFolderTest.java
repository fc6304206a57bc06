package io.gradsheet.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a run that was killed has left goes with the next one, and nothing else does. */
class RunFolderTest {
    private static final String PREFIX = ".gradsheet-";

    @TempDir
    private Path parent;

    private Path dead(String name) throws IOException {
        var folder =
                Files.createDirectories(parent.resolve(name).resolve("profile")).getParent();
        Files.writeString(folder.resolve("draft"), "half");
        Files.writeString(folder.resolve(RunFolder.LOCK), "");
        return folder;
    }

    private RunFolder begin() throws IOException {
        return RunFolder.within(parent, PREFIX, folder -> {});
    }

    @Test
    void theFolderGoesWithAllThatIsInIt() throws IOException {
        try (var folder = begin()) {
            assertThat(folder.path().getFileName().toString()).startsWith(PREFIX);
            Files.createDirectories(folder.path().resolve("a").resolve("b"));
            Files.writeString(folder.path().resolve("a").resolve("c"), "c");
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void theFolderOfADeadRunGoesWithTheNext() throws IOException {
        var dead = dead(PREFIX + "123").toRealPath();
        var heard = new ArrayList<Path>();
        RunFolder.within(parent, PREFIX, heard::add).close();
        assertThat(heard).containsExactly(dead);
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void theFolderOfARunThatIsAliveStays() throws IOException {
        try (var alive = begin()) {
            Files.writeString(alive.path().resolve("draft"), "half");
            begin().close();
            assertThat(alive.path().resolve("draft")).hasContent("half");
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void whatOnlyLooksLikeOneStays() throws IOException {
        var mine = Files.createDirectory(parent.resolve(PREFIX + "1"));
        Files.writeString(mine.resolve("draft"), "a folder without a lock");
        var named = dead(PREFIX + "notes");
        var other = dead("homework-5");
        begin().close();
        assertThat(mine.resolve("draft")).exists();
        assertThat(named.resolve("draft")).exists();
        assertThat(other.resolve("draft")).exists();
    }

    @DisabledOnOs(OS.WINDOWS)
    @Test
    void linksAreNotFollowed() throws IOException {
        var elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("kept"), "kept");
        Files.writeString(elsewhere.resolve(RunFolder.LOCK), "");
        Files.createSymbolicLink(parent.resolve(PREFIX + "7"), elsewhere);
        Files.createSymbolicLink(dead(PREFIX + "8").resolve("link"), elsewhere);
        begin().close();
        assertThat(elsewhere.resolve("kept")).hasContent("kept");
        assertThat(parent.resolve(PREFIX + "8")).doesNotExist();
    }
}
