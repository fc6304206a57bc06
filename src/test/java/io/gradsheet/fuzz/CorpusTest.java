package io.gradsheet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What fuzzing has found stays mended, and what it begins with says something. */
class CorpusTest {
    private static final Path CORPUS = Path.of("src", "test", "resources", "fuzz");

    private static final Map<String, Consumer<byte[]>> TARGETS = Map.of(
            "Template", TemplateFuzz::fuzzerTestOneInput,
            "Data", DataFuzz::fuzzerTestOneInput,
            "Expression", ExpressionFuzz::fuzzerTestOneInput,
            "Formula", FormulaFuzz::fuzzerTestOneInput,
            "Part", PartFuzz::fuzzerTestOneInput,
            "Returned", ReturnedFuzz::fuzzerTestOneInput,
            "Workbook", WorkbookFuzz::fuzzerTestOneInput);

    @TestFactory
    Stream<DynamicTest> everyInputGivesAResultOrASentence() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (var target : TARGETS.entrySet()) {
            var inputs = files(CORPUS.resolve(target.getKey()));
            assertThat(inputs).as(target.getKey()).isNotEmpty();
            inputs.forEach(input -> tests.add(DynamicTest.dynamicTest(
                    target.getKey() + ": " + input.getFileName(), () -> run(target.getValue(), input))));
        }
        return tests.stream();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void run(Consumer<byte[]> target, Path input) throws IOException {
        var bytes = Files.readAllBytes(input);
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> target.accept(bytes));
    }
}
