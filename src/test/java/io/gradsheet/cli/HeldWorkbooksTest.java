package io.gradsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradsheet.testing.WorkbookText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every workbook of the built-in templates, in both languages and all editions, is what it was: each cell with its formula, value and
 * look, each chart, each name. What is held is a digest of each sheet.
 *
 * <p>Where a change of workbooks is meant, {@code mvn test -Dtest=HeldWorkbooksTest -Dheld=write} holds the new ones. To see a change
 * line by line, {@code -Dheld=FOLDER} writes all of them as text, before and after, for {@code diff -r}. Other processors round an
 * exponential otherwise in its last digit, so it runs on the kind of processor that the digests were made on.
 */
@EnabledOnOs(architectures = "amd64")
class HeldWorkbooksTest {
    private static final Path HELD = Path.of("src", "test", "resources", "held", "workbooks.txt");

    private static final Map<String, List<String>> RUNS = new TreeMap<>(Map.of(
            "en", List.of("generate", "--all", "--lang", "en"),
            "zh", List.of("generate", "--all", "--lang", "zh"),
            "practice", List.of("generate", "--all", "--edition", "practice"),
            "exam", List.of("generate", "--all", "--edition", "exam", "--lang", "zh"),
            "class", List.of("class", "roster.csv", "--template", "4.3-backpropagation", "--seed", "held")));

    /** Its exercise is that of 4.3-backpropagation. */
    private static final String WITHOUT_EXERCISE = "4.3-live";

    @TempDir
    private Path folder;

    @Test
    void everyBuiltInWorkbookIsWhatItWas() throws IOException {
        var found = digests();
        if (System.getProperty("held", "").equals("write")) {
            Files.createDirectories(HELD.getParent());
            Files.write(HELD, found);
        }
        var held = Files.readAllLines(HELD);
        assertThat(changed(held, found))
                .as("sheets that are not what they were: look at them, and hold the new ones if they are meant")
                .isEmpty();
    }

    private List<String> digests() throws IOException {
        var digests = new ArrayList<String>();
        for (var run : RUNS.entrySet()) {
            for (var file : files(run.getKey(), run.getValue())) {
                var name = run.getKey() + "/" + file.getFileName();
                for (var part : WorkbookText.of(file).entrySet()) {
                    digests.add(name + "\t" + part.getKey() + "\t" + digest(part.getValue()));
                    writeWhereAsked(name, part.getKey(), part.getValue());
                }
                Files.delete(file);
            }
        }
        return digests;
    }

    private List<Path> files(String run, List<String> words) throws IOException {
        var roster =
                Files.writeString(folder.resolve("roster.csv"), "id,name\n0012,Ada Byron\ns2,Bob O'Neil\n学3,王小明\n");
        var to = folder.resolve(run);
        var arguments = new ArrayList<>(words);
        arguments.replaceAll(word -> word.equals("roster.csv") ? roster.toString() : word);
        if (words.contains("--edition")) {
            arguments.remove("--all");
            arguments.addAll(exercises());
        }
        arguments.addAll(List.of("-o", to.toString()));
        assertThat(run(arguments)).isZero();
        try (var files = Files.list(to)) {
            return files.sorted().toList();
        }
    }

    private static List<String> exercises() throws IOException {
        try (var templates = Files.list(Path.of("templates"))) {
            return templates
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .filter(name -> !name.equals(WITHOUT_EXERCISE))
                    .sorted()
                    .toList();
        }
    }

    private static int run(List<String> arguments) {
        return Shell.run(arguments.toArray()).code();
    }

    private static String digest(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void writeWhereAsked(String file, String part, String text) throws IOException {
        var asked = Optional.ofNullable(System.getProperty("held")).filter(to -> !to.isEmpty() && !to.equals("write"));
        if (asked.isPresent()) {
            var to = Path.of(asked.get(), file, part.replace('/', '_') + ".txt");
            Files.createDirectories(to.getParent());
            Files.writeString(to, text);
        }
    }

    private static List<String> changed(List<String> held, List<String> found) {
        var before = byPlace(held);
        var after = byPlace(found);
        var places = new TreeMap<>(before);
        places.putAll(after);
        return places.keySet().stream()
                .filter(place -> !before.getOrDefault(place, "").equals(after.getOrDefault(place, "")))
                .map(place -> place.replace('\t', ' '))
                .toList();
    }

    private static Map<String, String> byPlace(List<String> lines) {
        return lines.stream()
                .collect(Collectors.toMap(line -> line.substring(0, line.lastIndexOf('\t')), Function.identity()));
    }
}
