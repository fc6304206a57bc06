package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A result that could not be printed is no result. */
class PrintedTest {
    private final StringWriter said = new StringWriter();

    private int codeAfter(String reason, int code) {
        var printed = new Printed(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(reason);
            }
        });
        var out = new PrintWriter(printed, true, StandardCharsets.UTF_8);
        out.println("a line");
        out.println("another");
        var err = new PrintWriter(said);
        var exit = printed.exitCode(code, err);
        err.flush();
        return exit;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whatCannotBePrintedIsSaid(int code) {
        assertThat(codeAfter("No space left on device", code)).isEqualTo(2);
        assertThat(said)
                .hasToString("gradsheet: what was to be printed could not be: No space left on device; print to another"
                        + " place, and run again" + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource({"Broken pipe, 0", "Broken pipe, 1", "The pipe is being closed, 0"})
    void aReaderThatHasReadEnoughIsNoError(String reason, int code) {
        assertThat(codeAfter(reason, code)).isEqualTo(code);
        assertThat(said.toString()).isEmpty();
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void aFullDeviceEndsARunWithACodeAndASentence() throws Exception {
        var device = Path.of("/dev/full");
        assumeTrue(Files.exists(device));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), GradSheet.class.getName(), "--version")
                .redirectOutput(device.toFile())
                .start();
        var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(err)
                .startsWith("gradsheet: what was to be printed could not be: ")
                .hasLineCount(1);
    }
}
