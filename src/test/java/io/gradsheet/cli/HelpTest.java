package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The help texts as users see them: those in {@code src/test/resources/cli}, to be read and changed with care. */
class HelpTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gradsheet",
                "generate",
                "class",
                "grade",
                "new",
                "verify",
                "explain",
                "train",
                "solve",
                "gradcheck",
                "plan",
                "list"
            })
    void everyCommandExplainsItself(String command) throws IOException {
        var result = command.equals("gradsheet") ? Shell.run("--help") : Shell.run(command, "--help");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo(golden("help-" + command + ".txt"));
        assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    private static String golden(String name) throws IOException {
        try (var in = Objects.requireNonNull(HelpTest.class.getResourceAsStream("/cli/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gradsheet",
                "generate",
                "class",
                "grade",
                "new",
                "verify",
                "explain",
                "train",
                "solve",
                "gradcheck",
                "plan",
                "list"
            })
    void everyCommandTellsTheVersion(String command) {
        var result = command.equals("gradsheet") ? Shell.run("--version") : Shell.run(command, "--version");
        assertThat(result.code()).isZero();
        assertThat(result.out()).matches("GradSheet \\S.*\n");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void withoutACommandTheHelpIsNamed() {
        var result = Shell.run();
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("gradsheet: Missing required subcommand; try: gradsheet --help\n");
    }

    @Test
    void aCommandMisspelledIsAnsweredWithTheOneMeant() {
        var result = Shell.run("generat", "4.3-backpropagation");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("gradsheet: Unmatched arguments from index 0: 'generat', '4.3-backpropagation';"
                        + " try: gradsheet --help\n")
                .contains("Did you mean: gradsheet generate");
    }

    @Test
    void anUnknownOptionIsRefused() {
        var result = Shell.run("train", "4.3-backpropagation", "--etta", "0.1");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("'--etta'").contains("try: gradsheet train --help");
    }
}
