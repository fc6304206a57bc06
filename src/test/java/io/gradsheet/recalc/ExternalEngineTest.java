package io.gradsheet.recalc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExternalEngineTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private Path temporary;

    /** The engines that start a program. */
    enum Program {
        LIBREOFFICE("GRADSHEET_SOFFICE") {
            @Override
            Engine engine(Map<String, String> environment, Duration limit, Path temporary) {
                return new LibreOfficeEngine(environment, limit, temporary);
            }
        },
        GNUMERIC("GRADSHEET_SSCONVERT") {
            @Override
            Engine engine(Map<String, String> environment, Duration limit, Path temporary) {
                return new GnumericEngine(environment, limit, temporary);
            }
        };

        private final String variable;

        Program(String variable) {
            this.variable = variable;
        }

        abstract Engine engine(Map<String, String> environment, Duration limit, Path temporary);

        Engine installed(Duration limit, Path temporary) {
            var engine = engine(System.getenv(), limit, temporary);
            RequiredProgram.of(engine);
            return engine;
        }
    }

    @BeforeEach
    void makeFolders() throws IOException {
        temporary = Files.createDirectory(folder.resolve("temporary"));
    }

    private static Set<String> pipes() throws IOException {
        try (var files = Files.list(Path.of("/tmp"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("OSL_PIPE"))
                    .collect(Collectors.toSet());
        }
    }

    private Path lesson() throws IOException {
        return Lessons.write(
                Files.createDirectories(folder.resolve("my lessons")).resolve("lesson é.xlsx"));
    }

    @ParameterizedTest
    @EnumSource
    void ignoresStoredResults(Program program) {
        EngineAssertions.assertIgnoresStoredResults(program.installed(LONG, temporary), folder);
    }

    @ParameterizedTest
    @EnumSource
    void aFolderForTemporaryFilesThatDoesNotExistIsNamed(Program program) throws IOException {
        var nowhere = folder.resolve("nowhere");
        var engine = program.installed(LONG, nowhere);
        var lesson = lesson();
        assertThatThrownBy(() -> engine.recalculate(lesson))
                .isInstanceOf(EngineException.class)
                .hasMessage("the folder for temporary files, " + nowhere + ", does not exist: make it");
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingBehind(Program program) throws IOException {
        var engine = program.installed(LONG, temporary);
        var lesson = lesson();
        var bytes = Files.readAllBytes(lesson);
        try (var recalculation = engine.recalculate(lesson)) {
            assertThat(recalculation.version()).containsIgnoringCase(engine.name());
            assertThat(temporary).isNotEmptyDirectory();
        }
        assertThat(temporary).isEmptyDirectory();
        assertThat(lesson.getParent()).isDirectoryNotContaining(file -> !file.equals(lesson));
        assertThat(lesson).hasBinaryContent(bytes);
    }

    @ParameterizedTest
    @EnumSource
    void isStoppedAtItsTimeLimitAndLeavesNothingBehind(Program program) throws IOException {
        var engine = program.installed(Duration.ofMillis(1), temporary);
        var lesson = lesson();
        assertThatThrownBy(() -> engine.recalculate(lesson))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("did not finish within 1 ms");
        assertNothingIsLeft();
    }

    /** By then it has started other programs and opened its pipe; a very fast machine may be done. */
    @Test
    void libreOfficeIsStoppedInTheMidstOfItsWorkAndLeavesNothingBehind() throws IOException {
        var before = pipes();
        for (var limit : List.of(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(600))) {
            try (var recalculation =
                    Program.LIBREOFFICE.installed(limit, temporary).recalculate(lesson())) {
                assertThat(recalculation.version()).startsWith("LibreOffice/");
            } catch (EngineException e) {
                assertThat(e).hasMessageContaining("did not finish within " + limit.toMillis() + " ms");
            }
            assertNothingIsLeft();
            assertThat(before).containsAll(pipes());
        }
    }

    private void assertNothingIsLeft() {
        assertThat(temporary).isEmptyDirectory();
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void saysThatTheVariableNamesNoProgram(Program program) {
        var engine =
                program.engine(Map.of(program.variable, folder.resolve("gone").toString()), LONG, temporary);
        assertThatThrownBy(() -> engine.recalculate(lesson()))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(program.variable + " is set to " + folder.resolve("gone"));
        assertThat(temporary).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource
    void isNotStartedOnWhatReachesOutOfTheWorkbook(Program program) {
        var engine = program.engine(Map.of(program.variable, "never looked at"), LONG, temporary);
        Stream.of(
                        Parts.ofRows("<row r=\"2\"><c r=\"B2\"><f>1+WEBSERVICE(\"http://localhost/\")</f></c></row>"),
                        Parts.ofRows("<row r=\"2\"><c r=\"B2\"><f>[1]Sheet1!A1</f></c></row>"))
                .forEach(parts -> assertThatThrownBy(() -> engine.recalculate(parts.write(folder.resolve("w.xlsx"))))
                        .isInstanceOf(WorkbookException.class)
                        .hasMessageContaining("Training!B2")
                        .hasMessageContaining("no engine is given it"));
        assertThatThrownBy(() -> engine.recalculate(Parts.ofRows("")
                        .replace("xl/workbook.xml", "Training!$A$1", "INFO(\"directory\")")
                        .write(folder.resolve("w.xlsx"))))
                .isInstanceOf(WorkbookException.class)
                .hasMessageContaining("the name eta contains INFO");
    }
}
