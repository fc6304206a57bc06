package io.gradsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    @TempDir
    private Path folder;

    @Test
    void aFullDiskIsCalledSoHoweverItIsWrapped() {
        var full = new IOException("No space left on device");
        assertThat(FullDisk.holds(folder, full)).isTrue();
        assertThat(FullDisk.holds(folder, new IllegalStateException("Fail to save", full)))
                .isTrue();
        assertThat(FullDisk.holds(folder, new FileSystemException("x", null, "There is not enough space on the disk")))
                .isTrue();
        assertThat(FullDisk.holds(folder, new IOException("the file is locked")))
                .isFalse();
        assertThat(FullDisk.holds(folder, new IllegalStateException("No space left")))
                .isFalse();
    }

    @Test
    void whatCannotBeWrittenForWantOfRoomSaysSo() {
        var file = new OutputFile(folder.resolve("a.xlsx"), false);
        assertThatThrownBy(() -> file.write(draft -> {
                    throw new IOException("wrapped", new IOException("No space left on device"));
                }))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("the disk is full");
        assertThat(folder).isEmptyDirectory();
    }
}
