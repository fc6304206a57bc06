package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.recalc.Engine;
import io.gradsheet.recalc.RequiredProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exercises on paper. */
class PaperTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void libreOffice() {
        RequiredProgram.of(Engine.named("libreoffice").orElseThrow());
    }

    private static void assertPrinted(Path file) throws IOException {
        assertThat(Files.readAllBytes(file)).startsWith('%', 'P', 'D', 'F').hasSizeGreaterThan(5_000);
    }

    @Test
    void aHandoutAndItsSolutionsArePrinted() throws IOException {
        var result = Shell.run("generate", "and", "--pdf", "-o", folder, "--blank", "roles: [error]");
        var handout = folder.resolve("and.pdf");
        var solutions = folder.resolve("and-solutions.pdf");
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo(handout + "\n" + solutions + "\n");
        assertPrinted(handout);
        assertPrinted(solutions);
        Files.delete(handout);
        assertThat(Shell.run("generate", "and", "--pdf", "-o", folder).err()).contains(solutions + " exists already");
        assertThat(handout).doesNotExist();
    }

    /** As LibreOffice writes them: every page is an object of its own. */
    private static long pages(Path file) throws IOException {
        return Pattern.compile("/Type/Page[^s]")
                .matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    @Test
    void theMainLessonIsPrintedOnTwoPages() throws IOException {
        var result = Shell.run("generate", "4.3-backpropagation", "--pdf", "-o", folder);
        assertThat(result.err()).isEmpty();
        assertThat(pages(folder.resolve("4.3-backpropagation.pdf"))).isEqualTo(2);
        assertThat(pages(folder.resolve("4.3-backpropagation-solutions.pdf"))).isEqualTo(2);
    }

    @Test
    void aClassIsPrintedInOneRun() throws IOException {
        var roster = Files.writeString(folder.resolve("class.csv"), "id,name\n1,Ann\n2,Bo\n");
        var out = folder.resolve("out");
        var result = Shell.run("class", roster, "--template", "and", "--seed", "s", "-o", out, "--pdf");
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("2 handouts with solutions in " + out + "\n");
        for (var name : new String[] {"1_Ann.pdf", "1_Ann-solutions.pdf", "2_Bo.pdf", "2_Bo-solutions.pdf"}) {
            assertPrinted(out.resolve(name));
        }
    }
}
