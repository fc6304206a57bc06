package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.template.Starter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
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

    private static final String PETS = """
            nr,kind,name,height,weight,legs
            1,cat,Ada,0.3,4,4
            2,dog,Bo,0.5,20,4
            3,cat,Cy,0.25,3.5,4
            4,dog,Di,0.7,31,4
            5,cow,Ed,1.4,600,4
            6,dog,Flo,0.4,?,4
            7,cat,Gus,0.28,5,4
            8,cow,Hal,1.3,550,4
            9,cow,Ida,1.2,520,4
            """;

    @Test
    void aTemplateForATableLearnsAtOnceAndSaysWhatItDecided() throws IOException {
        var data = Files.writeString(folder.resolve("pets.csv"), PETS);
        var template = folder.resolve("lessons").resolve("pets.yaml");
        Files.createDirectories(template.getParent());

        var result = Shell.run("new", template, "--data", data, "--label", "kind");
        assertThat(result.code()).isZero();
        assertThat(result.out().lines()).hasSize(2).last().isEqualTo(template.toString());
        assertThat(result.err().lines())
                .contains(
                        "left out: nr numbers the rows",
                        "left out: name has texts of too many kinds",
                        "left out: legs is the same in all rows",
                        "data.missing: 1 row left out, since a value is missing")
                .last()
                .asString()
                .matches(
                        "eta: [0-9.]+ was found by trying: in 60 epochs the mean cost falls from 1\\.\\d+ to 0\\.0\\d+");
        assertThat(template)
                .content()
                .startsWith("# yaml-language-server: $schema=" + SCHEMA + "\n# Telling kind by height and weight.\n")
                .contains("  file: \"../pets.csv\"", "sizes: [2, 3, 3]", "classes: [cat, cow, dog]", "missing: skip")
                .contains("zh: \"由 height、weight 判断 kind\"");
        assertThat(template.resolveSibling(SCHEMA)).hasSameBinaryContentAs(Path.of("templates", SCHEMA));

        var workbook = folder.resolve("pets.xlsx");
        assertThat(Shell.run("train", template).code()).isZero();
        assertThat(Shell.run("generate", template, "--epochs", "5", "-o", workbook)
                        .code())
                .isZero();
        assertThat(Shell.run("verify", workbook).code()).isZero();
        // Nothing is overwritten unless it shall be.
        assertThat(Shell.run("new", template, "--data", data, "--label", "kind"))
                .isEqualTo(refused(template));
    }

    @Test
    void aColumnOfNumbersIsComeCloseTo() throws IOException {
        var data = Files.writeString(folder.resolve("pets.csv"), PETS);
        var template = folder.resolve("pets.yaml");

        assertThat(Shell.run("new", template, "--data", data, "--label", "weight,height")
                        .code())
                .isZero();
        assertThat(template).content().contains("cost: squared", "targets: [weight, height]", "inputs: [kind]");
        assertThat(Shell.run("new", template, "--force", "--data", data, "--target", "height")
                        .code())
                .isZero();
        assertThat(template).content().contains("targets: [height]", "inputs: [kind, weight]", "sizes: [4, 3, 1]");
        assertThat(Shell.run("train", template, "--quiet").code()).isZero();
    }

    /** Of these rows a rate of 2 comes lowest, but from epoch 56 on programs would agree to 8 digits only. */
    @Test
    void theRateThatIsFoundNeedsNoWarningAndItsCostIsThatAfterTheLastEpoch() throws IOException {
        var data = folder.resolve("pets.csv");
        Files.copy(Path.of("src/test/resources/data/clusters.csv"), data);
        var template = folder.resolve("pets.yaml");

        var said = Shell.run("new", template, "--data", data, "--label", "kind").err();
        var plan = Shell.run("plan", template);
        assertThat(plan.code()).isZero();
        assertThat(plan.out() + plan.err()).doesNotContain("rounding grows", "cost");
        var told = Pattern.compile("the mean cost falls from [0-9.]+ to ([0-9.]+)\n")
                .matcher(said);
        assertThat(told.find()).as(said).isTrue();
        assertThat(Shell.run("train", template).out()).contains("mean cost " + told.group(1));
    }

    @Test
    void commentsOfATableAreFoundAndSaidInTheTemplate() throws IOException {
        var data = Files.writeString(
                folder.resolve("pets.csv"),
                "# made by hand\nheight,weight,kind\n0.3,4,cat\n0.5,20,dog\n# more\n0.25,3.5,cat\n0.7,31,dog\n");
        var template = folder.resolve("pets.yaml");

        assertThat(Shell.run("new", template, "--data", data).code()).isZero();
        assertThat(template).content().contains("comments: \"#\"", "inputs: [height, weight]");
        assertThat(Shell.run("train", template, "--quiet").code()).isZero();
    }

    @Test
    void aTableThatNothingCanBeLearnedFromIsRefused() throws IOException {
        var data = Files.writeString(folder.resolve("t.csv"), "a,b\n1,x\n1,y\n");
        var template = folder.resolve("mine.yaml");

        assertThat(Shell.run("new", template, "--data", data))
                .isEqualTo(new Shell.Result(
                        2,
                        "",
                        "gradsheet: " + data + ": no column is left to learn from: a is the same in all rows\n"));
        assertThat(Shell.run("new", template, "--data", data, "--label", "c").err())
                .isEqualTo("gradsheet: --label c is no column of " + data + "; there are: a, b\n");
        assertThat(Shell.run("new", template, "--data", folder).err())
                .isEqualTo("gradsheet: " + folder + ": cannot be read: it is a folder\n");
        assertThat(Shell.run("new", template, "--data", data, "--lesson", "worksheet")
                        .err())
                .contains("--data is for the lessons of a network");
        assertThat(Shell.run("new", template, "--label", "a").err()).contains("name it with --data");
        assertThat(template).doesNotExist();
    }
}
