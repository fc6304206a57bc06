package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gradsheet.template.Language;
import io.gradsheet.template.Template;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListCommandTest {
    private static JsonNode json(String... options) throws IOException {
        var words = new ArrayList<>(List.of("list", "--json"));
        words.addAll(List.of(options));
        var result = Shell.run(words.toArray());
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        return new ObjectMapper().readTree(result.out());
    }

    private static List<String> names(JsonNode chapter) {
        return chapter.get("templates").findValuesAsText("name");
    }

    @Test
    void everyChapterIsListedWithItsTemplatesTheirTitlesAndWhatTheyShow() {
        var result = Shell.run("list");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(result.out().replaceAll(" {2,}", " "))
                .contains("\n4 Backpropagation\n")
                .contains(
                        "\n 4.3-backpropagation Backpropagation in a 12-3-2 network\n A 12-3-2 network learns to tell")
                .doesNotStartWith("\n")
                .doesNotEndWith("\n\n");
        for (var template : Template.builtIns()) {
            assertThat(result.out()).contains("\n  " + template + " ");
        }
    }

    @Test
    void printsTheSameAsJson() throws IOException {
        var templates = new ArrayList<String>();
        for (var chapter : json()) {
            assertThat(chapter.get("title").asText()).isNotBlank();
            var number = chapter.path("chapter").asText();
            assertThat(names(chapter))
                    .allSatisfy(name -> assertThat(name).matches(number.isEmpty() ? "[^0-9].*" : number + "[.-].*"));
            templates.addAll(names(chapter));
        }
        assertThat(templates).containsExactlyElementsOf(Template.builtIns());
    }

    @ParameterizedTest
    @MethodSource("io.gradsheet.template.Language#all")
    void everyTemplateHasATitleAndSaysWhatItShowsInEveryLanguage(Language language) throws IOException {
        var han = language.code().equals("zh");
        for (var chapter : json("--lang", language.code())) {
            assertThat(chapter.get("title").asText().matches(".*\\p{IsHan}.*")).isEqualTo(han);
            for (var template : chapter.get("templates")) {
                for (var key : List.of("title", "about")) {
                    assertThat(template.path(key).asText().matches(".*\\p{IsHan}.*"))
                            .as("%s of %s", key, template)
                            .isEqualTo(han);
                    assertThat(template.path(key).asText()).isNotBlank();
                }
                assertThat(template.get("lesson").asText()).isNotBlank();
            }
        }
    }

    @Test
    void anUnknownLanguageIsRefused() {
        assertThat(Shell.run("list", "--lang", "fr"))
                .isEqualTo(new Shell.Result(
                        2, "", "gradsheet: --lang cannot be 'fr'; there are: en, zh; try: gradsheet list --help\n"));
    }
}
