package io.gradsheet.recalc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ExternalProgramTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private ExternalProgram program(Map<String, String> environment) {
        return new ExternalProgram(
                "Abacus", "GRADSHEET_ABACUS", List.of("abacus"), List.of(), "install it (by hand)", environment);
    }

    private Path script(String lines) throws IOException {
        var script = Files.writeString(folder.resolve("abacus"), "#!/bin/sh\n" + lines + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    private void run(String lines, Duration limit) throws IOException {
        var program = program(Map.of("GRADSHEET_ABACUS", script(lines).toString()));
        var temporary = Files.createDirectories(folder.resolve("temporary"));
        try (var scratch = ScratchFolder.within(temporary)) {
            program.run(List.of(), Map.of("BEADS", "10"), scratch, limit);
        } finally {
            assertThat(temporary).isEmptyDirectory();
        }
    }

    @Test
    void isFoundOnTheSearchPath() throws IOException {
        var script = script("exit 0");
        assertThat(program(Map.of("PATH", "/nowhere:" + folder)).find()).contains(script);
        assertThat(program(Map.of("PATH", "/nowhere")).find()).isEmpty();
        assertThat(program(Map.of()).find()).isEmpty();
    }

    @Test
    void isNotTakenFromTheSearchPathWhereTheVariableSaysOtherwise() throws IOException {
        script("exit 0");
        var other = Files.copy(folder.resolve("abacus"), folder.resolve("other"));
        assertThat(program(Map.of("PATH", folder.toString(), "GRADSHEET_ABACUS", other.toString()))
                        .find())
                .contains(other);
    }

    @Test
    void saysWhatToInstallWhereItIsMissing() {
        try (var scratch = ScratchFolder.within(folder)) {
            assertThatThrownBy(() -> program(Map.of()).run(List.of(), Map.of(), scratch, LONG))
                    .isInstanceOf(EngineException.class)
                    .hasMessage("Abacus was not found: install it (by hand) or set GRADSHEET_ABACUS to its program");
        }
    }

    @Test
    void failsWithWhatTheProgramPrintedLast() {
        assertThatThrownBy(() -> run("echo the $BEADS beads; echo are lost >&2; exit 3", LONG))
                .isInstanceOf(EngineException.class)
                .hasMessage("Abacus failed (exit code 3): the 10 beads are lost; see that it runs by itself, or set"
                        + " GRADSHEET_ABACUS to another");
    }

    @Test
    void saysWhatToDoWhereItCannotBeStarted() throws IOException {
        var broken = Files.writeString(script("exit 0"), "#!/nowhere/sh\n");
        var program = program(Map.of("GRADSHEET_ABACUS", broken.toString()));
        try (var scratch = ScratchFolder.within(Files.createDirectories(folder.resolve("temporary")))) {
            assertThatThrownBy(() -> program.run(List.of(), Map.of(), scratch, LONG))
                    .isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("Abacus cannot be started: ")
                    .hasMessageEndingWith("; see that it runs by itself, or set GRADSHEET_ABACUS to another");
        }
    }

    @Test
    void isNotHeldUpByWhatItPrintsNorByAQuestion() throws IOException {
        run("head -c 1000000 /dev/zero; read answer; exit 0", LONG);
    }

    @Test
    void endsWithAllThatItStarted() {
        assertThatThrownBy(() -> run("sleep 60 & sleep 61", Duration.ofMillis(300)))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "Abacus did not finish within 300 ms and was stopped: allow more with --timeout, or take fewer epochs");
        assertThat(ProcessHandle.allProcesses()
                        .filter(process -> process.info().arguments().isPresent())
                        .filter(process -> List.of(process.info().arguments().orElseThrow())
                                .equals(List.of("61"))))
                .isEmpty();
    }

    @Test
    void endsWhenTheThreadIsInterrupted() throws InterruptedException {
        var message = new java.util.concurrent.CompletableFuture<String>();
        var thread = new Thread(() -> {
            try {
                run("sleep 62", LONG);
            } catch (EngineException e) {
                message.complete(e.getMessage() + " " + Thread.currentThread().isInterrupted());
            } catch (IOException e) {
                message.completeExceptionally(e);
            }
        });
        thread.start();
        Thread.sleep(300);
        thread.interrupt();
        assertThat(message.join()).isEqualTo("Abacus was interrupted true");
    }
}
