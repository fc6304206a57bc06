package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.testing.ChildJvm;
import io.gradsheet.testing.WorkbookText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Japanese, of which there are a few texts beside the program and nothing in it: whatever it lacks is said in English. */
class AnotherLanguageTest {
    private static final Path TEXTS = Path.of("src/test/resources/another-language");

    @TempDir
    private Path folder;

    private ChildJvm program;

    @BeforeEach
    void putTheTextsBesideTheProgram() {
        program = ChildJvm.in(folder)
                .with(
                        "-Xbootclasspath/a:" + TEXTS.toAbsolutePath(),
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8");
    }

    /** All texts of the workbook that a command makes; but for its source, which is the template as it was written. */
    private String generated(String... arguments) {
        var result = program.run(arguments);
        assertThat(result.code()).as(result.err()).isZero();
        var parts = WorkbookText.of(folder.resolve("out.xlsx"));
        parts.keySet().removeIf(part -> part.contains("Source"));
        return String.join("\n", parts.values());
    }

    @Test
    void theHelpNamesALanguageWhoseTextsAreThere() {
        assertThat(program.run("list", "--lang", "ja", "--help").out())
                .contains("Language of the titles: en, ja, zh; en unless given.");
        assertThat(program.run("generate", "--lang", "ja", "--help").out())
                .contains("Language of the workbook: en, ja, zh.");
        assertThat(program.run("list", "--lang", "ko").err()).contains("there are: en, ja, zh");
    }

    @Test
    void theListShowsEnglishWhereATextIsMissing() {
        assertThat(program.run("list", "--lang", "ja").out())
                .startsWith("1 ニューロンとニューラルネットワーク\n")
                .contains("\n2 Mathematical basics")
                .contains("A neuron fires");
    }

    @Test
    void aWorkbookIsInTheLanguageWhereItHasTextsAndElseInEnglish() {
        assertThat(generated("generate", "and", "--lang", "ja", "-o", "out.xlsx"))
                .contains("このワークブックについて", "検算：", "How to read it", "The sheet agrees with Java.");
    }

    @Test
    void aTemplateOfOthersStaysValidAndShowsItsEnglishOrElseItsFirstTexts() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), """
                lesson: worksheet
                title: {en: A sum, zh: 一个和}
                about: {zh: 两个数。}
                language: ja
                sheets:
                  - name: Sum
                    title: {ja: 足し算, en: Addition}
                    about: {en: Two numbers., zh: 两个数。}
                    content:
                      - inputs: [{symbol: x, value: 1, from: 0, to: 9, meaning: {zh: 加数, en: summand}}]
                      - values: [{symbol: s, formula: x+2}]
                """);
        assertThat(generated("generate", "mine.yaml", "-o", "out.xlsx"))
                .contains("足し算", "Two numbers.", "summand", "A sum", "两个数。")
                .doesNotContain("Addition", "加数", "一个和");
    }

    @Test
    void aClassWorksAndIsMarkedInIt() throws IOException {
        Files.writeString(folder.resolve("class.csv"), "id,name\ns1,Ann\n");
        var handedOut = program.run(
                "class", "class.csv", "--template", "and", "--seed", "secret", "--lang", "ja", "-o", "handouts");
        assertThat(handedOut.code()).as(handedOut.err()).isZero();
        var marked = program.run("grade", "handouts", "-o", "marks.csv");
        assertThat(marked.code()).as(marked.err()).isZero();
        assertThat(folder.resolve("marks.csv")).content().contains("s1,Ann");
    }
}
