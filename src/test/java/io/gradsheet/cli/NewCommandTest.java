package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.template.Starter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewCommandTest {
    private static final String NETWORK = "4.3-backpropagation";
    private static final String SCHEMA = "template.schema.json";

    @TempDir
    private Path folder;

    static List<String> lessons() {
        return Starter.lessons();
    }

    private static Shell.Result written(Path... files) {
        var paths = new StringBuilder();
        for (var file : files) {
            paths.append(file).append('\n');
        }
        return new Shell.Result(0, paths.toString(), "");
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void aTemplateOfEveryKindGeneratesAtOnceInEveryLanguage(String lesson) throws IOException {
        var template = folder.resolve("mine.yaml");
        assertThat(Shell.run("new", template, "--lesson", lesson).code()).isZero();
        assertThat(template)
                .content()
                .contains("\nlesson: " + lesson)
                .contains(" # ")
                .startsWith("# ");
        for (var language : List.of("en", "zh")) {
            var workbook = folder.resolve(language + ".xlsx");
            assertThat(Shell.run("generate", template, "--lang", language, "-o", workbook))
                    .isEqualTo(written(workbook));
        }
    }

    @Test
    void theDataLiesBesideTheTemplateUnderItsName() {
        var template = folder.resolve("my first, \"best\" network.yml");
        var data = folder.resolve("my first, \"best\" network.csv");
        assertThat(Shell.run("new", template, "--lesson", NETWORK)).isEqualTo(written(data, template));
        assertThat(Shell.run("generate", template, "-o", folder).code()).isZero();
    }

    @Test
    void theSchemaIsWrittenWhenAskedForAndNamedInTheTemplate() throws IOException {
        var first = folder.resolve("first.yaml");
        var second = folder.resolve("second.yaml");
        var schema = folder.resolve(SCHEMA);
        assertThat(Shell.run("new", first, "--lesson", "2.10-gradient-descent", "--schema"))
                .isEqualTo(written(schema, first));
        assertThat(first).content().startsWith("# yaml-language-server: $schema=" + SCHEMA + "\n#");
        assertThat(schema).hasSameBinaryContentAs(Path.of("templates", SCHEMA));
        // It is there already, and the same.
        assertThat(Shell.run("new", second, "--lesson", "2.10-gradient-descent", "--schema"))
                .isEqualTo(written(second));
        Files.writeString(schema, "{}");
        assertThat(Shell.run("new", folder.resolve("third.yaml"), "--lesson", "2.10-gradient-descent", "--schema"))
                .isEqualTo(refused(schema));
        assertThat(folder.resolve("third.yaml")).doesNotExist();
    }

    private static Shell.Result refused(Path file) {
        return new Shell.Result(2, "", "gradsheet: " + file + " exists already: use --force to replace it\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine.yaml", "mine.csv"})
    void nothingIsWrittenWhereAFileExistsUnlessAskedTo(String name) throws IOException {
        var template = folder.resolve("mine.yaml");
        var file = Files.writeString(folder.resolve(name), "mine");
        assertThat(Shell.run("new", template, "--lesson", NETWORK)).isEqualTo(refused(file));
        assertThat(file).hasContent("mine");
        assertThat(folder.toFile().list()).containsExactly(name);
        assertThat(Shell.run("new", template, "--lesson", NETWORK, "--force", "--quiet"))
                .isEqualTo(written());
        assertThat(Shell.run("generate", template, "-o", folder).code()).isZero();
    }

    @Test
    void aTemplateThatIsThereIsNotReplacedEvenByTheSame() {
        var template = folder.resolve("mine.yaml");
        assertThat(Shell.run("new", template, "--lesson", NETWORK).code()).isZero();
        assertThat(Shell.run("new", template, "--lesson", NETWORK)).isEqualTo(refused(template));
    }

    @Test
    void wrongUsageIsSaid() {
        var text = folder.resolve("mine.txt");
        assertThat(Shell.run("new", text, "--lesson", NETWORK))
                .isEqualTo(new Shell.Result(
                        2,
                        "",
                        "gradsheet: " + text + ": the name of a template ends in .yaml; try: gradsheet new --help\n"));
        assertThat(Shell.run("new", folder.resolve("mine.yaml"), "--lesson", "4.3-backprop"))
                .isEqualTo(new Shell.Result(
                        2,
                        "",
                        "gradsheet: there is no kind of lesson called '4.3-backprop'; did you mean"
                                + " '4.3-backpropagation'? there are: " + String.join(", ", Starter.lessons()) + "\n"));
        assertThat(folder).isEmptyDirectory();
    }
}
