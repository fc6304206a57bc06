package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gradsheet.template.Template;
import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ListCommandTest {
    private static final String ABOUT = "the whole training of a network: every weighted input, activation, error and"
            + " gradient of every sample in every epoch";

    @Test
    void listsEveryLessonWithItsTemplates() {
        var result = Shell.run("list");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("4.3-backpropagation\n    " + ABOUT
                        + "\n    4.3-backpropagation          Backpropagation in a 12-3-2 network\n");
        for (var template : Template.builtIns()) {
            assertThat(result.out()).contains("\n    " + template + " ");
        }
    }

    @Test
    void printsTheSameAsJson() throws IOException {
        var result = Shell.run("list", "--json");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        var lessons = new ObjectMapper().readTree(result.out());
        var templates = new ArrayList<String>();
        for (var lesson : lessons) {
            assertThat(lesson.get("lesson").asText()).isNotBlank();
            assertThat(lesson.get("about").asText()).isNotBlank();
            lesson.get("templates").fieldNames().forEachRemaining(templates::add);
        }
        assertThat(templates).containsExactlyInAnyOrderElementsOf(Template.builtIns());
        assertThat(lessons)
                .anySatisfy(lesson -> assertThat(lesson.get("templates")
                                .path("4.3-backpropagation")
                                .asText())
                        .isEqualTo("Backpropagation in a 12-3-2 network"));
    }
}
