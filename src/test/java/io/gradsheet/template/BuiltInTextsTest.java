package io.gradsheet.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What travels with the program speaks every language; a user's own template need not. */
class BuiltInTextsTest {
    static Stream<Path> files() throws IOException {
        try (var templates = Files.list(Path.of("templates"));
                var starts = Files.list(Path.of("src/main/resources/io/gradsheet/template"))) {
            return Stream.concat(templates, starts)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTextOfABuiltInIsThereInEveryLanguage(Path file) throws IOException {
        var texts = texts(new Compose(LoadSettings.builder().build())
                        .composeString(Files.readString(file))
                        .orElseThrow())
                .toList();

        assertThat(texts)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(keys(text))
                        .as(() ->
                                file + ":" + (text.getStartMark().orElseThrow().getLine() + 1))
                        .containsExactlyInAnyOrderElementsOf(Language.codes()));
    }

    /** Every group of keys that are languages. */
    private static Stream<MappingNode> texts(Node node) {
        if (node instanceof SequenceNode list) {
            return list.getValue().stream().flatMap(BuiltInTextsTest::texts);
        }
        if (node instanceof MappingNode group) {
            return Stream.concat(
                    Stream.of(group).filter(one -> keys(one).contains(Language.ENGLISH.code())),
                    group.getValue().stream().flatMap(entry -> texts(entry.getValueNode())));
        }
        return Stream.empty();
    }

    private static List<String> keys(MappingNode group) {
        return group.getValue().stream()
                .map(entry -> ((ScalarNode) entry.getKeyNode()).getValue())
                .toList();
    }
}
