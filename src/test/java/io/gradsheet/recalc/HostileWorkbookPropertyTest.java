package io.gradsheet.recalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Whatever the bytes, a file is read or refused; nothing else comes out. */
class HostileWorkbookPropertyTest {
    private Path file;
    private byte[] whole;

    @BeforeProperty
    void write() throws IOException {
        file = Files.createTempFile("hostile", ".xlsx");
        whole = Files.readAllBytes(Lessons.write(file));
    }

    @AfterProperty
    void remove() throws IOException {
        Files.delete(file);
    }

    private void readOrRefuse(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try (var workbook = StoredWorkbook.open(file)) {
            workbook.foreignContent();
            workbook.sheetNames().forEach(sheet -> Cells.all(workbook.rows(sheet)));
        } catch (WorkbookException e) {
            assertThat(e).hasMessageContaining(file.toString());
            assertThat(e.getMessage().lines()).hasSize(1);
        }
    }

    @Property(tries = 300)
    void randomBytes(@ForAll byte[] bytes) throws IOException {
        readOrRefuse(bytes);
    }

    @Property(tries = 300)
    void randomBytesAfterTheMarkOfAnArchive(@ForAll byte[] bytes) throws IOException {
        var marked = new byte[bytes.length + 4];
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, marked, 0, 4);
        System.arraycopy(bytes, 0, marked, 4, bytes.length);
        readOrRefuse(marked);
    }

    @Property(tries = 500)
    void aWorkbookWithBytesChanged(@ForAll @Size(min = 1, max = 8) int[] places, @ForAll byte value)
            throws IOException {
        var changed = whole.clone();
        for (var place : places) {
            changed[Math.floorMod(place, changed.length)] = value;
        }
        readOrRefuse(changed);
    }

    @Property(tries = 200)
    void aWorkbookCutShort(@ForAll @IntRange(max = 1_000_000) int length) throws IOException {
        readOrRefuse(java.util.Arrays.copyOf(whole, length % whole.length));
    }
}
